// posterhall-swarm: N bots with a fixed seed walk, write and read on a running server; afterwards the history checker
// judges what the sampled ones saw. Exit 0: all came in, nothing lost, doubled, reordered or left in the wrong place.
// With --reconnect the server is expected to be killed and started again once: the history must hold across it.
// Runs on: one thread. Owns: the bots.
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <iostream>
#include <random>
#include <set>

#include "bot.hpp"
#include "report.hpp"
#include "tools/bots.hpp"

namespace {

namespace asio = boost::asio;
using namespace posterhall::load;
using namespace std::chrono_literals;

struct Options {
  std::vector<std::string> urls;
  std::string data;
  std::uint32_t clients = 50;
  double seconds = 10;
  std::uint32_t seed = 1;
  bool json = false;
  bool reconnect = false;
  std::string broken;
};

constexpr std::uint32_t kSampled = 64;
constexpr std::uint32_t kJoinersAtOnce = 16;
constexpr double kMessagesPerSecond = 10;
constexpr auto kPatience = 120s;

Address parse_url(const std::string& url) {
  const std::string scheme = "http://";
  if (!url.starts_with(scheme)) throw std::runtime_error("--url " + url + ": only http:// addresses can be tried");
  auto rest = url.substr(scheme.size());
  while (!rest.empty() && rest.back() == '/') rest.pop_back();
  const auto colon = rest.rfind(':');
  if (colon == std::string::npos) return {rest, "80", url};
  return {rest.substr(0, colon), rest.substr(colon + 1), scheme + rest};
}

class Swarm {
 public:
  explicit Swarm(const Options& options) : options_(options) {}

  int run() {
    make_bots();
    asio::co_spawn(loop_, story(), [this](std::exception_ptr fault) {
      if (fault) {
        try {
          std::rethrow_exception(fault);
        } catch (const std::exception& e) {
          crowd_.first_failure = e.what();
          failed_ = true;
        }
      }
      for (auto& bot : bots_) bot->close();
      loop_.stop();
    });
    loop_.run();
    return judge();
  }

 private:
  void make_bots() {
    std::vector<Address> addresses;
    for (const auto& url : options_.urls) addresses.push_back(parse_url(url));
    const auto minted = posterhall::tools::mint_bot_links(options_.data, options_.clients, options_.seed);
    const auto posters = posterhall::tools::some_poster_keys(options_.data, 8);
    std::random_device device;
    const auto run = std::uint64_t{device()} << 32 | device();
    for (std::uint32_t i = 0; i < options_.clients; ++i) {
      BotTask task;
      task.address = addresses[i % addresses.size()];
      task.token = minted[i];
      task.index = i;
      task.seed = options_.seed;
      task.run = run;
      task.reconnect = options_.reconnect;
      task.channels = {"hall"};
      task.sampled = i < kSampled;
      if (!posters.empty())
        task.channels.insert(task.channels.begin(), "poster/" + std::to_string(posters[i % posters.size()].value));
      bots_.push_back(std::make_shared<Bot>(std::move(task), crowd_, plan_));
    }
  }

  asio::awaitable<void> join_some(std::uint32_t lane) {
    for (std::size_t i = lane; i < bots_.size(); i += kJoinersAtOnce) {
      try {
        co_await bots_[i]->come_in();
      } catch (const std::exception& fault) {
        ++crowd_.failed;
        if (crowd_.first_failure.empty()) crowd_.first_failure = fault.what();
      }
    }
    ++lanes_done_;
  }

  asio::awaitable<void> pause(std::chrono::milliseconds how_long) {
    asio::steady_timer timer(loop_, how_long);
    co_await timer.async_wait(asio::use_awaitable);
  }

  asio::awaitable<void> story() {
    for (std::uint32_t lane = 0; lane < kJoinersAtOnce; ++lane) {
      asio::co_spawn(loop_, join_some(lane), asio::detached);
    }
    while (lanes_done_ < kJoinersAtOnce) co_await pause(20ms);
    for (int i = 0; i < 500 && !plan_; ++i) co_await pause(10ms);
    if (!plan_) throw std::runtime_error("the floor plan could not be read");
    const auto started = Clock::now();
    crowd_.bytes_received = 0;
    std::cerr << "All have come in.\n";
    co_await walk_and_write(started);
    seconds_ = std::chrono::duration<double>(Clock::now() - started).count();
    bytes_ = crowd_.bytes_received;
    // What is on its way may arrive; then nobody moves any more and everybody must be right.
    for (int i = 0; i < 500 && waiting_for_acks(); ++i) co_await pause(10ms);
    co_await pause(2000ms);
    unconverged_ = count_unconverged();
    for (auto& bot : bots_) {
      if (bot->sampled()) bot->settle();
    }
  }

  asio::awaitable<void> walk_and_write(Clock::time_point started) {
    // Moves are spread over the 200 ms in 20 groups; messages go round the bots.
    const auto how_long = std::chrono::milliseconds(static_cast<std::int64_t>(options_.seconds * 1000));
    const double rate = std::min(kMessagesPerSecond, static_cast<double>(options_.clients) / 6.0);
    auto end = started + how_long;
    bool whole = !options_.reconnect;
    std::uint64_t group = 0, written = 0;
    while (!whole || Clock::now() < end) {
      if (!whole && crowd_.returned >= options_.clients) {
        whole = true;
        end = Clock::now() + how_long;
      }
      if (!whole && Clock::now() - started > kPatience) throw std::runtime_error("the server did not go and come back");
      for (std::size_t i = group % 20; i < bots_.size(); i += 20) bots_[i]->move();
      const auto due = std::chrono::duration<double>(Clock::now() - started).count() * rate;
      while (static_cast<double>(written) < due) bots_[written++ % bots_.size()]->write();
      ++group;
      asio::steady_timer timer(loop_, started + group * 10ms);
      co_await timer.async_wait(asio::use_awaitable);
    }
  }

  bool waiting_for_acks() const {
    for (const auto& bot : bots_) {
      if (bot->live() && bot->waiting_for_acks() > 0) return true;
    }
    return false;
  }

  /// People of whom a sampled client has a place that is not theirs, or whom it misses or should have lost.
  std::uint32_t count_unconverged() {
    std::set<std::uint32_t> wrong;
    for (const auto& bot : bots_) {
      if (!bot->sampled() || !bot->live()) continue;
      const auto& view = bot->view();
      for (const auto& [visitor, place] : crowd_.true_place) {
        const auto seen = view.visitors.find(visitor);
        const bool sees = seen != view.visitors.end();
        const bool right = sees ? (seen->second.word1 >> 4) == place : !in_block(place, view.centre_cell);
        if (right || !wrong.insert(visitor).second || wrong_places_.size() >= 10) continue;
        wrong_places_.push_back("visitor " + std::to_string(visitor) + " is at " + words_of(place) + "; visitor " +
                                std::to_string(bot->visitor()) + " sees them " +
                                (sees ? "at " + words_of(seen->second.word1 >> 4) : "nowhere"));
      }
      for (const auto visitor : crowd_.former) {
        if (view.visitors.contains(visitor)) wrong.insert(visitor);
      }
    }
    return static_cast<std::uint32_t>(wrong.size());
  }

  static bool in_block(std::uint32_t place, std::uint32_t centre_cell) {
    const auto column = static_cast<std::int32_t>(centre_cell & 0xFFFF);
    const auto row = static_cast<std::int32_t>(centre_cell >> 16);
    const auto cx = static_cast<std::int32_t>(place >> 14) / (24 * 32);
    const auto cy = static_cast<std::int32_t>(place & 0x3FFF) / (16 * 32);
    return std::abs(cx - column) <= 1 && std::abs(cy - row) <= 1;
  }

  static std::string words_of(std::uint32_t place) {
    return std::to_string(place >> 14) + "," + std::to_string(place & 0x3FFF);
  }

  void read_store() {
    for (auto& [name, channel] : crowd_.history) {
      for (auto& [number, id] : posterhall::tools::read_stored_events(options_.data, name)) {
        channel.stored.push_back({number, id});
      }
    }
  }

  int judge() {
    read_store();
    bool spoilt = true;
    if (options_.broken == "drop") spoilt = spoil(crowd_.history, Break::drop);
    if (options_.broken == "double") spoilt = spoil(crowd_.history, Break::twice);
    if (options_.broken == "swap") spoilt = spoil(crowd_.history, Break::swap);
    if (!spoilt) std::cerr << "Nobody saw enough messages to break; run longer.\n";
    const auto verdict = check(crowd_.history);
    crowd_.bytes_received = bytes_;
    const Figures figures{options_.clients, std::min(kSampled, options_.clients), unconverged_, seconds_};
    std::cout << (options_.json ? to_json(crowd_, figures, verdict) + "\n" : to_text(crowd_, figures, verdict));
    if (options_.json && !crowd_.first_failure.empty()) std::cerr << "First failure: " << crowd_.first_failure << "\n";
    for (const auto& finding : verdict.findings) {
      if (options_.json) std::cerr << finding << "\n";
    }
    for (const auto& place : wrong_places_) std::cerr << place << "\n";
    const bool back = !options_.reconnect || crowd_.returned >= options_.clients;
    const bool good =
        verdict.good() && !failed_ && back && crowd_.connected == options_.clients && unconverged_ == 0 && spoilt;
    return good ? 0 : 1;
  }

  const Options& options_;
  asio::io_context loop_{1};
  Crowd crowd_;
  std::shared_ptr<const WalkPlan> plan_;
  std::vector<std::shared_ptr<Bot>> bots_;
  std::uint32_t lanes_done_ = 0;
  std::uint32_t unconverged_ = 0;
  std::vector<std::string> wrong_places_;  ///< the first few, in words
  std::uint64_t bytes_ = 0;
  double seconds_ = 0;
  bool failed_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app{"Bots that walk, write and read on a running Posterhall server, and a checker of what they saw."};
  app.add_option("--url", options.urls, "the server's address, http://HOST:PORT; several: bots are spread")->required();
  app.add_option("--data", options.data, "the server's data directory, for the bots' invitations")->required();
  app.add_option("--clients", options.clients, "how many bots")->check(CLI::Range(1u, 20000u));
  app.add_option("--seconds", options.seconds, "how long they walk")->check(CLI::Range(1.0, 86400.0));
  app.add_option("--seed", options.seed, "same seed, same walk");
  app.add_flag("--json", options.json, "print one JSON object");
  app.add_flag("--reconnect", options.reconnect,
               "the server will be killed and started again: bots come back, and walk --seconds from then");
  app.add_option("--break", options.broken, "spoil the history, to see the checker fail")
      ->check(CLI::IsMember({"drop", "double", "swap"}));
  CLI11_PARSE(app, argc, argv);
  try {
    return Swarm(options).run();
  } catch (const std::exception& fault) {
    std::cerr << "posterhall-swarm: " << fault.what() << "\n";
    return 2;
  }
}
