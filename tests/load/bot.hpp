// Bot: one visitor of the swarm. Redeems its link, takes a ticket, enters, walks at 5 Hz, writes and reads.
// Runs on: the swarm's one thread. Owns: its connection and, when sampled, its view of the hall.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>

#include "crowd.hpp"

namespace posterhall::load {

struct Address {
  std::string host;
  std::string port;
  std::string origin;  ///< what a browser would say
};

struct BotTask {
  Address address;
  std::string token;
  std::uint32_t index = 0;
  std::uint32_t seed = 0;
  bool sampled = false;
  std::vector<std::string> channels;  ///< watched, and written to in turn
};

class Bot : public std::enable_shared_from_this<Bot> {
 public:
  Bot(BotTask task, Crowd& crowd, std::shared_ptr<const WalkPlan>& plan, boost::asio::io_context& loop);
  ~Bot();

  /// Comes in; true once the welcome was read. The story of reading goes on in the background.
  boost::asio::awaitable<bool> come_in();
  void move();   ///< one step of the walk, 200 ms' worth
  void write();  ///< one message to the next channel
  [[nodiscard]] bool live() const;
  [[nodiscard]] std::uint32_t visitor() const { return visitor_; }
  [[nodiscard]] std::uint32_t waiting_for_acks() const { return static_cast<std::uint32_t>(pending_.size()); }
  [[nodiscard]] const SampledView& view() const { return view_; }
  [[nodiscard]] bool sampled() const { return task_.sampled; }
  void settle();  ///< moves what was seen into the history
  void close();

 private:
  struct Connection;
  boost::asio::awaitable<void> read_loop();
  boost::asio::awaitable<void> fetch_plan(std::string hash);
  void on_message(const std::string& bytes);
  void on_state(const std::string& bytes);
  void watch_channels();
  void send(const std::string& bytes);
  void pump();

  BotTask task_;
  Crowd& crowd_;
  std::shared_ptr<const WalkPlan>& plan_;
  std::unique_ptr<Connection> connection_;
  std::mt19937 random_;
  std::string cookie_;
  std::uint32_t visitor_ = 0;
  std::int32_t x_ = 0, y_ = 0;
  std::int32_t heading_x_ = 0, heading_y_ = 0;
  std::uint32_t sequence_ = 0;
  std::uint32_t next_seq_ = 1;
  std::uint32_t next_channel_ = 0;
  bool welcomed_ = false;
  std::map<std::uint32_t, Seen> pending_;  ///< by seq: what waits for its ack (number still 0)
  std::map<std::uint32_t, std::string> pending_channel_;
  std::map<std::string, Member> members_;
  SampledView view_;
};

}  // namespace posterhall::load
