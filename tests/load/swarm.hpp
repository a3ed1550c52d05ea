// Swarm: a run from the first bot's coming in to the verdict. The bots' story is in bot.hpp, the judge's in
// history.hpp. Runs on: one thread; another one watches the machine. Owns: the bots and all they saw.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bot.hpp"
#include "report.hpp"
#include "roster_watch.hpp"
#include "wake_watch.hpp"

namespace posterhall::load {

constexpr std::uint32_t kSampled = 64;  ///< so many bots decode everything; the others count

struct Options {
  std::vector<std::string> urls;
  std::string origin;
  std::string data;
  std::uint32_t clients = 50;
  double seconds = 10;
  std::uint32_t seed = 1;
  std::uint32_t rest_s = 0;    ///< between coming in and walking
  std::uint32_t standing = 0;  ///< of a hundred
  bool json = false;
  bool reconnect = false;
  bool drill = false;
  std::string marks;
  DrillLimits limits;
  std::string broken;
};

class Swarm {
 public:
  explicit Swarm(const Options& options) : options_(options) {}

  /// 0: all is well, 1: it is not. Throws std::runtime_error with a sentence when it cannot begin.
  [[nodiscard]] int run();

 private:
  void make_bots();
  boost::asio::awaitable<void> story();
  boost::asio::awaitable<void> join_some(std::uint32_t lane);
  boost::asio::awaitable<void> walk_and_write(Clock::time_point started);
  boost::asio::awaitable<void> settle();
  boost::asio::awaitable<void> pause(std::chrono::milliseconds how_long);
  void look();
  [[nodiscard]] bool marked_end() const;
  [[nodiscard]] bool waiting_for_acks() const;
  [[nodiscard]] bool stands(std::size_t bot) const { return bot * 100 < std::size_t{options_.standing} * bots_.size(); }
  [[nodiscard]] std::uint32_t count_unconverged();
  [[nodiscard]] std::uint32_t count_absent() const;

  void read_store();
  [[nodiscard]] Drill drill() const;
  [[nodiscard]] int judge();

  const Options& options_;
  boost::asio::io_context loop_{1};
  Crowd crowd_;
  RosterWatch rosters_;
  WakeWatch wakes_;
  std::shared_ptr<const WalkPlan> plan_;
  std::vector<std::shared_ptr<Bot>> bots_;
  std::uint32_t lanes_done_ = 0;
  std::uint32_t unconverged_ = 0;
  std::uint32_t absent_ = 0;
  std::vector<std::string> wrong_places_;  ///< the first few, in words
  std::uint64_t bytes_ = 0;
  std::uint64_t frames_ = 0;
  double seconds_ = 0;
  bool failed_ = false;
};

}  // namespace posterhall::load
