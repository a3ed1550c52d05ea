#include "backplane/sentinel_watch.hpp"

#include <charconv>
#include <utility>

namespace posterhall::backplane {
namespace {

constexpr std::chrono::milliseconds kAskEvery{500};

}  // namespace

std::optional<RedisHost> master_in(const RedisAnswer& answer) {
  if (answer.kind != RedisAnswer::Kind::list || answer.list.size() != 2 || answer.list[0].empty()) return {};
  std::uint16_t port = 0;
  const std::string& digits = answer.list[1];
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc{} || end != digits.data() + digits.size() || port == 0) return {};
  return RedisHost{answer.list[0], port};
}

SentinelWatch::SentinelWatch(boost::asio::io_context& loop, const RedisAddress& address, Named named)
    : name_(address.master), named_(std::move(named)), resolver_(loop), timer_(loop) {
  if (address.kind == RedisAddress::Kind::sentinel) sentinels_ = address.hosts;
}

SentinelWatch::~SentinelWatch() { stop(); }

void SentinelWatch::start() {
  if (!sentinels_.empty()) wait();
}

void SentinelWatch::stop() {
  timer_.cancel();
  close();
}

/// Whoever has not answered by then is not waited for.
void SentinelWatch::wait() {
  timer_.expires_after(kAskEvery);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (error) return;
    ask();
    wait();
  });
}

void SentinelWatch::visit() {
  if (const auto link = link_) link->visit();
}

void SentinelWatch::close() {
  ++round_;
  resolver_.cancel();
  if (link_) std::exchange(link_, nullptr)->close();
}

void SentinelWatch::ask() {
  close();
  const RedisHost& sentinel = sentinels_[next_++ % sentinels_.size()];
  resolver_.async_resolve(sentinel.host, std::to_string(sentinel.port),
                          [this, now = round_, alive = std::weak_ptr<int>(alive_)](
                              const boost::system::error_code& error, const Resolver::results_type& found) {
                            if (alive.expired() || now != round_ || error || found.empty()) return;
                            open(found.begin()->endpoint());
                          });
}

void SentinelWatch::open(const boost::asio::ip::tcp::endpoint& sentinel) {
  RedisLink::Handlers handlers;
  handlers.connected = [this, now = round_, alive = std::weak_ptr<int>(alive_)] {
    if (alive.expired() || now != round_) return;
    (void)link_->command({"SENTINEL", "get-master-addr-by-name", name_}, [this, now, alive](const RedisAnswer& answer) {
      if (!alive.expired() && now == round_) take(answer);
    });
  };
  link_ = RedisLink::open(std::move(handlers));
  link_->connect(sentinel.address().to_string(), sentinel.port());
}

void SentinelWatch::take(const RedisAnswer& answer) {
  const auto master = master_in(answer);
  if (!master) return;
  const bool agreed = sentinels_.size() == 1 || *master == last_;
  last_ = *master;
  if (agreed) named_(*master);
}

}  // namespace posterhall::backplane
