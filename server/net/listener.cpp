#include "net/listener.hpp"

#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <exception>

namespace posterhall::net {
namespace {

constexpr std::chrono::milliseconds kSweepEvery{250};
constexpr std::chrono::milliseconds kPause{50};

constexpr std::chrono::milliseconds kBreath{1};

std::size_t descriptors() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? static_cast<std::size_t>(limit.rlim_cur) : 1'024;
}

int open_reserve() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

asio::ip::tcp::endpoint resolve(const ListenAddress& address) {
  if (address.host == "localhost") return {asio::ip::address_v4::loopback(), address.port};
  return {asio::ip::make_address(address.host), address.port};
}

bool is_shortage(const boost::system::error_code& error) {
  return error == boost::system::errc::too_many_files_open ||
         error == boost::system::errc::too_many_files_open_in_system || error == boost::asio::error::no_memory ||
         error == boost::asio::error::no_buffer_space;
}

}  // namespace

Listener::Listener(asio::io_context& loop, const ListenAddress& address, HttpHost& host, Log& log, Figures figures)
    : loop_(loop),
      acceptor_(loop),
      host_(host),
      log_(log),
      figures_(figures),
      sweep_timer_(loop),
      pause_timer_(loop),
      most_of_prefix_(std::min(kMaxUnauthenticated, descriptors() / 3)),
      most_(descriptors() / 2),
      reserve_(open_reserve()) {
  const auto endpoint = resolve(address);
  acceptor_.open(endpoint.protocol());
  acceptor_.set_option(asio::socket_base::reuse_address(true));
  acceptor_.bind(endpoint);
  acceptor_.listen(4096);
}

Listener::~Listener() = default;

void Listener::start() {
  asio::co_spawn(loop_.get_executor(), accept_loop(), [this](const std::exception_ptr& failed) {
    if (failed) log_.error("listener.ended", {{"address", endpoint().address().to_string()}});
  });
  tick();
}

void Listener::stop() {
  stopped_ = true;
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  for (auto& connection : connections_) (void)connection->end_if_waiting();
}

void Listener::tick() {
  sweep_timer_.expires_after(kSweepEvery);
  sweep_timer_.async_wait([this](const boost::system::error_code& error) {
    if (error) return;
    const auto now = host_.steady_ms();
    for (auto& connection : connections_) {
      connection->sweep(now);
      if (stopped_) (void)connection->end_if_waiting();
    }
    if (!stopped_ || !connections_.empty()) tick();
  });
}

Task<void> Listener::accept_loop() {
  while (!stopped_) {
    boost::system::error_code error;
    Socket socket = co_await acceptor_.async_accept(asio::redirect_error(use_task, error));
    if (stopped_) co_return;
    if (!error) {
      adopt(std::move(socket));
    } else if (is_shortage(error)) {
      co_await out_of_descriptors();
    }  // else that connection is already gone: take the next
  }
}

/// Makes room, or else gives the waiting one a clean end instead of a spinning loop, and rests.
Task<void> Listener::out_of_descriptors() {
  figures_.out_of_descriptors.add();
  if (make_room(nullptr, 0)) {
    pause_timer_.expires_after(kBreath);
    boost::system::error_code ended;
    co_await pause_timer_.async_wait(asio::redirect_error(use_task, ended));
    co_return;
  }
  reserve_.close();
  boost::system::error_code ignored;
  acceptor_.non_blocking(true, ignored);
  {
    Socket turned_away(loop_);
    acceptor_.accept(turned_away, ignored);
  }
  reserve_ = Descriptor{open_reserve()};
  pause_timer_.expires_after(kPause);
  co_await pause_timer_.async_wait(asio::redirect_error(use_task, ignored));
}

void Listener::adopt(Socket socket) {
  figures_.accepted.add();
  auto connection = std::make_shared<HttpConnection>(host_, std::move(socket));
  const std::string prefix = connection->connected_prefix();
  if (++by_prefix_[prefix] > most_of_prefix_) (void)make_room(&prefix, most_of_prefix_ - 1);
  if (connections_.size() >= most_) (void)make_room(nullptr, most_ - 1);
  connections_.push_back(connection);
  const auto place = std::prev(connections_.end());
  asio::co_spawn(
      loop_.get_executor(), [connection] { return connection->run(); },
      [this, place, prefix](const std::exception_ptr& failed) {
        if (failed) log_.error("http.connection_failed");
        forget(place, prefix);
      });
}

void Listener::forget(Connections::iterator connection, const std::string& prefix) {
  connections_.erase(connection);
  const auto count = by_prefix_.find(prefix);
  if (--count->second == 0) by_prefix_.erase(count);
}

bool Listener::make_room(const std::string* prefix, std::size_t most) {
  using Waiting = HttpConnection::Waiting;
  HttpConnection* reading = nullptr;
  HttpConnection* writing = nullptr;
  std::size_t waiting = 0;
  for (auto& connection : connections_) {  // in the order they came
    const auto how = connection->waiting();
    if (how == Waiting::no || (prefix != nullptr && connection->connected_prefix() != *prefix)) continue;
    ++waiting;
    if (how == Waiting::for_request && reading == nullptr) reading = connection.get();
    if (how == Waiting::for_reader && writing == nullptr) writing = connection.get();
  }
  // Who takes an answer slowly may be on a slow line: only when nobody is waited for.
  auto* chosen = reading != nullptr ? reading : writing;
  if (waiting <= most || chosen == nullptr) return false;
  chosen->end();
  figures_.evicted.add();
  return true;
}

}  // namespace posterhall::net
