#include "backplane/redis_connection.hpp"

#include <algorithm>
#include <utility>

#include "backplane/sentinel_watch.hpp"

namespace posterhall::backplane {
namespace {

constexpr std::chrono::seconds kConnectWithin{3};
constexpr std::chrono::seconds kAnswerWithin{2};
constexpr std::chrono::seconds kSoundAfter{5};
constexpr std::chrono::milliseconds kWatchEvery{250};
constexpr std::chrono::seconds kStoodStill{1};
constexpr std::uint64_t kFirstWaitMs = 100, kLongestWaitMs = 1000;

}  // namespace

RedisConnection::RedisConnection(boost::asio::io_context& loop, RedisAddress address,
                                 std::function<std::uint64_t()> random, Handlers handlers)
    : address_(std::move(address)),
      random_(std::move(random)),
      handlers_(std::move(handlers)),
      resolver_(loop),
      retry_(loop),
      watch_(loop) {}

RedisConnection::~RedisConnection() { stop(); }

void RedisConnection::start() {
  stopped_ = false;
  attempt();
  watch();
}

void RedisConnection::stop() {
  stopped_ = true;
  ready_ = false;
  ++attempt_;
  resolver_.cancel();
  retry_.cancel();
  watch_.cancel();
  if (link_) std::exchange(link_, nullptr)->close();
  asked_.clear();
}

void RedisConnection::restart(const std::string& why) {
  if (!stopped_ && link_) lose(why);
}

void RedisConnection::follow(const RedisHost& master) {
  if (ready_ && master != master_) lose("the sentinels name another master");
}

void RedisConnection::attempt() {
  ++attempt_;
  asked_.clear();
  began_ = Clock::now();
  const auto signed_in = [this] { sign_in(); };
  switch (address_.kind) {
    case RedisAddress::Kind::unix_socket:
      return open([this](RedisLink& link) { link.connect_unix(address_.path); }, signed_in);
    case RedisAddress::Kind::tcp: return resolve(address_.hosts[0], signed_in);
    case RedisAddress::Kind::sentinel:
      return resolve(address_.hosts[next_host_++ % address_.hosts.size()], [this] { ask_sentinel(); });
  }
}

void RedisConnection::resolve(const RedisHost& host, std::function<void()> connected) {
  resolver_.async_resolve(
      host.host, std::to_string(host.port),
      [this, now = attempt_, alive = std::weak_ptr<int>(alive_), connected = std::move(connected)](
          const boost::system::error_code& error, const Resolver::results_type& found) mutable {
        if (alive.expired() || now != attempt_) return;
        if (error || found.empty()) return lose("its name is not known: " + error.message());
        const auto chosen = std::next(found.begin(), static_cast<std::ptrdiff_t>(losses_ % found.size()));
        const auto endpoint = chosen->endpoint();
        open([endpoint](RedisLink& link) { link.connect(endpoint.address().to_string(), endpoint.port()); },
             std::move(connected));
      });
}

void RedisConnection::open(const std::function<void(RedisLink&)>& connect, std::function<void()> connected) {
  const auto still = [this, now = attempt_, alive = std::weak_ptr<int>(alive_)] {
    return !alive.expired() && now == attempt_;
  };
  RedisLink::Handlers handlers;
  handlers.connected = [still, connected = std::move(connected)] {
    if (still()) connected();
  };
  handlers.closed = [this, still](const std::string& why) {
    if (still()) lose(why);
  };
  handlers.message = [this, still](std::string_view payload) {
    if (still() && handlers_.message) handlers_.message(payload);
  };
  handlers.subscribed = [this, still] {
    if (!still()) return;
    if (!asked_.empty()) asked_.pop_front();
    if (handlers_.subscribed) handlers_.subscribed();
  };
  link_ = RedisLink::open(std::move(handlers));
  connect(*link_);
}

void RedisConnection::ask_sentinel() {
  const bool asked = ask({"SENTINEL", "get-master-addr-by-name", address_.master},
                         [this](const RedisAnswer& answer) { take_master(answer); });
  if (!asked) lose("the sentinel went");
}

void RedisConnection::take_master(const RedisAnswer& answer) {
  const auto master = master_in(answer);
  if (!master) return lose("the sentinel knows no master \"" + address_.master + "\"");
  master_ = *master;
  // From inside the sentinel's answer: its link ends when this is over.
  ++attempt_;
  asked_.clear();
  std::exchange(link_, nullptr)->close();
  resolve(master_, [this] { sign_in(); });
}

void RedisConnection::sign_in() {
  const auto then = [this] { choose_database(); };
  if (address_.password.empty()) return then();
  std::vector<std::string_view> words{"AUTH"};
  if (!address_.user.empty()) words.push_back(address_.user);
  words.push_back(address_.password);
  (void)ask(words, expect_ok("it does not take the user and password", then));
}

void RedisConnection::choose_database() {
  const auto then = [this] { check_master(); };
  if (address_.database == 0) return then();
  (void)ask({"SELECT", std::to_string(address_.database)}, expect_ok("it has no such database", then));
}

/// A sentinel may still name who was the master before; also, whoever asks for a password is found out here.
void RedisConnection::check_master() {
  (void)ask({"ROLE"}, [this](const RedisAnswer& answer) {
    if (answer.kind == RedisAnswer::Kind::error) {
      if (answer.text.starts_with("NOPERM")) return set_ready();  // this user may not ask
      return lose("it does not let us in: " + answer.text);
    }
    if (answer.kind != RedisAnswer::Kind::list || answer.list.empty()) return lose("no answer");
    if (answer.list[0] != "master") return lose("it is a " + answer.list[0] + ", not a master");
    set_ready();
  });
}

void RedisConnection::set_ready() {
  ready_ = true;
  ready_since_ = Clock::now();
  if (handlers_.ready) handlers_.ready();
}

RedisLink::Answered RedisConnection::expect_ok(std::string about, std::function<void()> then) {
  return [this, about = std::move(about), then = std::move(then)](const RedisAnswer& answer) {
    if (!answer.ok()) return lose(about);
    then();
  };
}

bool RedisConnection::ask(const std::vector<std::string_view>& words, RedisLink::Answered answered) {
  if (!link_) return false;
  const auto taken = [this, now = attempt_, alive = std::weak_ptr<int>(alive_),
                      answered = std::move(answered)](const RedisAnswer& answer) {
    if (alive.expired() || now != attempt_) return;  // it is known to be lost
    if (!asked_.empty()) asked_.pop_front();
    if (answer.kind != RedisAnswer::Kind::lost && answered) answered(answer);
  };
  if (!link_->command(words, taken)) return false;
  asked_.push_back(Clock::now());
  return true;
}

bool RedisConnection::command(const std::vector<std::string_view>& words, RedisLink::Answered answered) {
  return ready_ && ask(words, std::move(answered));
}

bool RedisConnection::subscribe(const std::vector<std::string>& channels) {
  if (!ready_ || !link_ || !link_->subscribe(channels)) return false;
  asked_.push_back(Clock::now());
  return true;
}

void RedisConnection::visit() {
  if (const auto link = link_) link->visit();
}

void RedisConnection::push() {
  if (const auto link = link_) link->push();
}

void RedisConnection::lose(const std::string& why) {
  // Who lets us in and refuses what we are there for is not asked at once again and again.
  if (ready_ && Clock::now() - ready_since_ > kSoundAfter) losses_ = 0;
  ++attempt_;
  ready_ = false;
  asked_.clear();
  if (link_) std::exchange(link_, nullptr)->close();
  if (stopped_) return;
  const std::uint64_t longest = std::min(kLongestWaitMs, kFirstWaitMs << std::min<std::uint32_t>(losses_, 8));
  ++losses_;
  retry_.expires_after(std::chrono::milliseconds(longest / 2 + random_() % (longest / 2 + 1)));
  retry_.async_wait([this, now = attempt_](const boost::system::error_code& error) {
    if (!error && now == attempt_ && !stopped_) attempt();
  });
  if (handlers_.lost) handlers_.lost(why);
}

void RedisConnection::watch() {
  watch_.expires_after(kWatchEvery);
  watch_.async_wait([this](const boost::system::error_code& error) {
    if (error || stopped_) return;
    const auto now = Clock::now();
    // Who stood still has answers lying there unread: they are read before anybody is called silent.
    if (now - watch_.expiry() > kStoodStill) return watch();
    const bool between = !link_ && asked_.empty() && retry_.expiry() > now;  // waits to try again
    if (!ready_ && !between && now - began_ > kConnectWithin) {
      resolver_.cancel();
      lose("it cannot be reached within 3 s");
    } else if (!asked_.empty() && now - asked_.front() > kAnswerWithin) {
      lose("it does not answer within 2 s");
    }
    watch();
  });
}

}  // namespace posterhall::backplane
