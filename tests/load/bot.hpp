// Bot: one visitor of the swarm. Redeems its link, takes a ticket, enters, walks at 5 Hz, writes and reads. When its
// connection ends it can come back as a browser does: same session and tab, by the next address if there are several,
// cursors of what it has, and what was not acked is sent again under the same client id.
// Runs on: the swarm's one thread. Owns: its connection and, when sampled, its view of the hall.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "crowd.hpp"

namespace posterhall::load {

struct Address {
  std::string host;
  std::string port;
  std::string origin;  ///< what a browser would say
};

struct BotTask {
  std::vector<Address> addresses;  ///< processes of one hall; comes in by the first, comes back by the next
  std::string token;
  std::uint32_t index = 0;
  std::uint32_t seed = 0;
  std::uint64_t run = 0;  ///< goes into client ids: the same seed again must not look like the same messages
  bool sampled = false;
  bool reconnect = false;             ///< comes back when its connection ends
  std::vector<std::string> channels;  ///< watched, and written to in turn
};

class Bot : public std::enable_shared_from_this<Bot> {
 public:
  Bot(BotTask task, Crowd& crowd, std::shared_ptr<const WalkPlan>& plan);
  ~Bot();

  /// Comes in; done once the welcome was read. The story of reading goes on in the background.
  boost::asio::awaitable<void> come_in();
  void move();          ///< one step of the walk, 200 ms' worth
  void write();         ///< one message to the next channel
  void send_refused();  ///< what the store could not take goes out again
  [[nodiscard]] bool live() const;
  /// Live, and heard from so lately that what it shows is what it would show to a person.
  [[nodiscard]] bool hears(Clock::time_point now) const;
  /// Gives up a connection on which nothing was heard for so long that a browser's tab would.
  void sweep(Clock::time_point now);
  [[nodiscard]] std::uint32_t visitor() const { return visitor_; }
  [[nodiscard]] std::uint32_t waiting_for_acks() const { return static_cast<std::uint32_t>(pending_.size()); }
  [[nodiscard]] const SampledView& view() const { return view_; }
  [[nodiscard]] bool sampled() const { return task_.sampled; }
  void settle();  ///< moves what was seen into the history; what still has no answer is counted as such
  void close();

 private:
  struct Connection;
  using ConnectionPtr = std::shared_ptr<Connection>;
  /// A message of its own that is not acked yet.
  struct Pending {
    std::string channel;
    std::string client_id;
    std::string text;
    Clock::time_point written{};
    bool answered = false;  ///< its sender sees sent, or failed
  };
  /// What it was shown of a channel; while a gap is being read, later events wait in `held`.
  struct Watched {
    Member member;
    std::uint32_t told = 0;    ///< the cursor with which the bot came in
    std::uint32_t cursor = 0;  ///< the highest number it has
    std::uint32_t gap_from = 0, gap_to = 0;
    std::map<std::uint32_t, std::string> held;
  };

  // bot_connection.cpp
  boost::asio::awaitable<void> sign_in();
  boost::asio::awaitable<void> open();
  boost::asio::awaitable<std::string> take_ticket();
  boost::asio::awaitable<void> read_loop(ConnectionPtr connection);
  boost::asio::awaitable<void> come_back();
  /// This process is silent: does another one answer?
  boost::asio::awaitable<void> look_elsewhere();
  boost::asio::awaitable<void> fetch_plan(std::string hash);
  void begin_fetching_plan(const std::string& hash);
  void lost(ConnectionPtr connection, const std::string& why);
  void send(const std::string& bytes);
  void pump(const ConnectionPtr& connection);

  // bot_messages.cpp
  std::string hello();
  static std::string ping();
  void on_message(const std::string& bytes);
  void on_state(const std::string& bytes);
  void on_own_record(std::uint32_t word0, std::uint32_t word1);
  void on_welcome(std::uint32_t visitor, std::uint32_t place, std::uint32_t sequence);
  void on_watching(const std::string& channel, std::uint32_t head, std::uint32_t gap_from, std::uint32_t gap_to);
  void on_event(const std::string& channel, std::uint32_t number, const std::string& client_id);
  void fill_gap(const std::string& channel, Watched& watched);
  void watch_channels();
  void ask_history(const std::string& channel, std::uint32_t before);

  // bot_talk.cpp
  void send_pending(std::uint32_t seq, Pending& pending);
  void send_again();
  void on_ack(std::uint32_t seq, std::uint32_t number);
  void on_reject(std::uint32_t seq, bool keep_it);
  void answered(Pending& pending);
  /// Nothing is heard any more: what waits is shown as failed, and nobody should see this visitor much longer.
  void gone_silent();
  [[nodiscard]] const Address& address() const { return task_.addresses[way_ % task_.addresses.size()]; }

  BotTask task_;
  Crowd& crowd_;
  std::shared_ptr<const WalkPlan>& plan_;
  ConnectionPtr connection_;
  std::mt19937 random_;
  std::string cookie_;
  std::uint32_t visitor_ = 0;
  std::int32_t x_ = 0, y_ = 0;
  std::int32_t heading_x_ = 0, heading_y_ = 0;
  std::uint32_t sequence_ = 0;
  std::uint32_t next_seq_ = 1;
  std::uint32_t next_channel_ = 0;
  std::size_t way_ = 0;                            ///< which address it uses
  Clock::time_point last_heard_{};                 ///< any message
  Clock::time_point opened_{};                     ///< this connection
  std::string process_;                            ///< that this connection is with, by its own word
  std::string spare_ticket_;                       ///< of another process, taken while this one was silent
  bool asked_ = false, looked_elsewhere_ = false;  ///< since something was heard
  bool welcomed_ = false;
  bool been_in_ = false;
  bool ending_ = false;
  std::map<std::uint32_t, Pending> pending_;  ///< by seq
  std::map<std::string, Watched> watched_;
  SampledView view_;
};

}  // namespace posterhall::load
