#include "swarm.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>

#include "tools/bots.hpp"

namespace posterhall::load {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr std::uint32_t kJoinersAtOnce = 16;
constexpr double kMessagesPerSecond = 10;
constexpr auto kPatience = 120s;
constexpr std::uint64_t kLookEvery = 10;  // groups of 10 ms
constexpr std::uint64_t kEndEvery = 25;

Address parse_url(const std::string& url, const std::string& origin) {
  const std::string scheme = "http://";
  if (!url.starts_with(scheme)) throw std::runtime_error("--url " + url + ": only http:// addresses can be tried");
  auto rest = url.substr(scheme.size());
  while (!rest.empty() && rest.back() == '/') rest.pop_back();
  const auto colon = rest.rfind(':');
  if (colon == std::string::npos) return {rest, "80", origin.empty() ? url : origin};
  return {rest.substr(0, colon), rest.substr(colon + 1), origin.empty() ? scheme + rest : origin};
}

}  // namespace

int Swarm::run() {
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

void Swarm::make_bots() {
  std::vector<Address> addresses;
  for (const auto& url : options_.urls) addresses.push_back(parse_url(url, options_.origin));
  const auto minted = tools::mint_bot_links(options_.data, options_.clients, options_.seed);
  const auto posters = tools::some_poster_keys(options_.data, 8);
  std::random_device device;
  const auto run = std::uint64_t{device()} << 32 | device();
  for (std::uint32_t i = 0; i < options_.clients; ++i) {
    BotTask task;
    task.addresses = addresses;
    const auto first = static_cast<std::ptrdiff_t>(i % addresses.size());
    std::rotate(task.addresses.begin(), task.addresses.begin() + first, task.addresses.end());
    task.token = minted[i];
    task.index = i;
    task.seed = options_.seed;
    task.run = run;
    task.reconnect = options_.reconnect || options_.drill;
    task.channels = {"hall"};
    task.sampled = i < kSampled;
    if (!posters.empty())
      task.channels.insert(task.channels.begin(), "poster/" + std::to_string(posters[i % posters.size()].value));
    bots_.push_back(std::make_shared<Bot>(std::move(task), crowd_, plan_));
  }
}

asio::awaitable<void> Swarm::join_some(std::uint32_t lane) {
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

asio::awaitable<void> Swarm::pause(std::chrono::milliseconds how_long) {
  asio::steady_timer timer(loop_, how_long);
  co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> Swarm::story() {
  for (std::uint32_t lane = 0; lane < kJoinersAtOnce; ++lane) {
    asio::co_spawn(loop_, join_some(lane), asio::detached);
  }
  while (lanes_done_ < kJoinersAtOnce) co_await pause(20ms);
  for (int i = 0; i < 500 && !plan_; ++i) co_await pause(10ms);
  if (!plan_) throw std::runtime_error("the floor plan could not be read");
  // What coming in leaves to do (lists read anew, everybody's first snapshot) is not counted as walking.
  if (options_.rest_s != 0) co_await pause(std::chrono::seconds(options_.rest_s));
  const auto started = Clock::now();
  crowd_.bytes_received = crowd_.frames_received = 0;
  std::cerr << "All have come in.\n";
  wakes_.start();
  co_await walk_and_write(started);
  wakes_.stop();
  seconds_ = milliseconds(Clock::now() - started) / 1000;
  bytes_ = crowd_.bytes_received;
  frames_ = crowd_.frames_received;
  rosters_.end(Clock::now());
  std::cerr << "All stand still.\n";
  co_await settle();
}

/// What is on its way may arrive; then nobody moves any more and everybody must be right.
asio::awaitable<void> Swarm::settle() {
  for (int i = 0; i < 500 && waiting_for_acks(); ++i) {
    if (i % 100 == 99) {
      for (auto& bot : bots_) bot->send_refused();
    }
    co_await pause(10ms);
  }
  for (int i = 0; options_.drill && i < 1000 && count_absent() > 0; ++i) co_await pause(10ms);
  co_await pause(2000ms);
  absent_ = count_absent();
  unconverged_ = count_unconverged();
  for (auto& bot : bots_) bot->settle();
}

asio::awaitable<void> Swarm::walk_and_write(Clock::time_point started) {
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
    for (std::size_t i = group % 20; i < bots_.size(); i += 20) {
      if (!stands(i)) bots_[i]->move();
    }
    const auto due = std::chrono::duration<double>(Clock::now() - started).count() * rate;
    while (static_cast<double>(written) < due) bots_[written++ % bots_.size()]->write();
    if (options_.drill && group % kLookEvery == 0) look();
    if (group % kEndEvery == 0 && marked_end()) break;
    ++group;
    asio::steady_timer timer(loop_, started + group * 10ms);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

/// The drill is over: the last mark is `UNIX_MS end`, and not one of its sentences.
bool Swarm::marked_end() const {
  if (options_.marks.empty()) return false;
  std::ifstream file(options_.marks);
  std::string line, last;
  while (std::getline(file, line)) last = line;
  return last.substr(std::min(last.size(), last.find(' '))) == " end";
}

void Swarm::look() {
  const auto now = Clock::now();
  std::vector<Sight> sights;
  for (std::uint32_t i = 0; i < bots_.size(); ++i) {
    bots_[i]->sweep(now);
    if (bots_[i]->sampled() && bots_[i]->hears(now)) sights.push_back({i, &bots_[i]->view()});
  }
  rosters_.look(now, crowd_, sights);
}

bool Swarm::waiting_for_acks() const {
  for (const auto& bot : bots_) {
    if (bot->live() && bot->waiting_for_acks() > 0) return true;
  }
  return false;
}

std::uint32_t Swarm::count_absent() const {
  return static_cast<std::uint32_t>(
      std::count_if(bots_.begin(), bots_.end(), [](const auto& bot) { return !bot->live(); }));
}

}  // namespace posterhall::load
