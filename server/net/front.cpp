#include "net/front.hpp"

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <exception>

namespace posterhall::net {
namespace {

constexpr std::uint64_t kStuckMs = 3'000;  ///< a loop that did not turn for so long is not ready

std::uint64_t steady_ms() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

UnixMs unix_ms() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

Listener::Figures listener_figures(Metrics& metrics, std::string_view name) {
  const std::string labels = "listener=\"" + std::string{name} + "\"";
  return {metrics.counter("posterhall_http_accepted_total", "Connections accepted.", labels),
          metrics.counter("posterhall_http_evicted_total", "Idle connections closed to make room.", labels),
          metrics.counter("posterhall_http_out_of_descriptors_total", "Times no descriptor was left.", labels)};
}

/// A crash of a coroutine that should never end is a broken invariant.
void expect_no_exception(const std::exception_ptr& failed) {
  if (failed) std::rethrow_exception(failed);
}

}  // namespace

Front::Front(FrontPorts ports, FrontOptions options, const ClientFiles& client, Observing observing)
    : options_(std::move(options)),
      log_(observing.log),
      whereabouts_(options_.shards),
      order_(loop_.get_executor(), ports.events),
      services_(make_services(ports, observing)),
      router_(services_, client),
      metrics_router_(services_),
      host_(make_host(router_)),
      metrics_host_(make_host(metrics_router_)),
      listener_(loop_, options_.listen, host_, log_, listener_figures(observing.metrics, "main")),
      keeper_(loop_, {ports.events, ports.people, ports.catalogue}, client.build(), log_, keeper_tell()),
      figure_closer_(loop_, ports.figures, view_, unix_ms, log_),
      drain_timer_(loop_) {
  if (options_.metrics_listen) {
    metrics_listener_ = std::make_unique<Listener>(loop_, *options_.metrics_listen, metrics_host_, log_,
                                                   listener_figures(observing.metrics, "metrics"));
  }
  services_.settings.origins = OriginRules(allowed_origins());
  add_gauges(observing.metrics);
}

Front::~Front() = default;

SettingKeeper::Tell Front::keeper_tell() {
  SettingKeeper::Tell tell;
  tell.changed = [this](const EncodedSetting& encoded) { take_setting(encoded); };
  tell.ended = [this](PersonId person, std::uint32_t device) { services_.end_sessions(person, device); };
  return tell;
}

void Front::take_setting(const EncodedSetting& encoded) {
  view_.set(encoded);
  if (shards_ == nullptr) return;
  for (auto& shard : *shards_) shard->shard().post_setting(encoded.setting);
}

FrontServices Front::make_services(FrontPorts ports, Observing observing) {
  FrontSettings settings;
  settings.secure_cookie = options_.public_url.starts_with("https://");
  settings.poster_file = options_.poster_file;
  settings.test_echo = options_.test_echo;
  settings.process = options_.process;
  return {loop_.get_executor(),
          ports.identity,
          ports.people,
          ports.posters,
          ports.poster_requests,
          ports.my_things,
          ports.uploads,
          ports.shifts,
          ports.figures,
          ports.programme,
          view_,
          whereabouts_,
          order_,
          observing.log,
          observing.metrics,
          std::move(settings),
          unix_ms,
          steady_ms,
          [this](PersonId person, std::uint32_t device) {
            if (shards_ == nullptr) return;
            for (auto& shard : *shards_) shard->shard().post_end_sessions(person, device);
          },
          {},
          {},
          false,
          [this] { return alive(); },
          ports.my_programme,
          options_.calendar,
          ports.events,
          ports.proposals,
          ports.decks,
          [this] { return keeper_.look(); }};
}

HttpHost Front::make_host(HttpHandler& handler) {
  return {handler, [this](Handover handover) { hand_over(std::move(handover)); }, options_.trusted_proxies, steady_ms,
          [] { return unix_ms() / 1000; }};
}

std::vector<std::string> Front::allowed_origins() const {
  if (const auto origin = origin_of(options_.public_url)) return {*origin};
  const std::string port = ":" + std::to_string(listener_.endpoint().port());
  std::vector<std::string> allowed = {"http://localhost" + port, "http://127.0.0.1" + port, "http://[::1]" + port};
  for (auto& address : network_addresses()) allowed.push_back(std::move(address));
  return allowed;
}

std::vector<std::string> Front::network_addresses() const {
  const auto listening = listener_.endpoint();
  std::vector<std::string> addresses;
  if (listening.address().is_loopback()) return addresses;
  for (const auto& own : own_addresses(listening.address())) {
    const auto origin = origin_of(http_address(own, listening.port()));
    if (origin) addresses.push_back(*origin);
  }
  return addresses;
}

std::string Front::address() const { return options_.public_url.empty() ? local_address() : options_.public_url; }

std::string Front::local_address() const { return "http://localhost:" + std::to_string(listener_.endpoint().port()); }

std::optional<std::string> Front::metrics_address() const {
  if (!metrics_listener_) return std::nullopt;
  const auto endpoint = metrics_listener_->endpoint();
  return http_address(endpoint.address(), endpoint.port());
}

void Front::add_gauges(Metrics& metrics) {
  metrics.gauge("posterhall_connections", "WebSocket connections.", {},
                [this] { return static_cast<double>(whereabouts_.connections()); });
  metrics.gauge("posterhall_http_connections", "HTTP connections.", {},
                [this] { return static_cast<double>(listener_.connections()); });
  metrics.gauge("posterhall_people_here", "People in the hall.", {}, [this] {
    const auto view = view_.api_view(0);
    return view.facts == nullptr ? 0.0 : static_cast<double>(view.facts->people_here);
  });
  metrics.gauge("posterhall_ready", "1 while the hall takes people in.", {},
                [this] { return !services_.draining && view_.ready() && alive() ? 1.0 : 0.0; });
}

bool Front::alive() const {
  if (shards_ == nullptr) return false;
  const auto now = steady_ms();
  for (const auto& shard : *shards_) {
    if (now > shard->last_turn_ms() + kStuckMs) return false;
  }
  return true;
}

void Front::load(std::function<void(ErrorCode, const hall::HallSetting&)> loaded) {
  asio::co_spawn(
      loop_.get_executor(), [this] { return keeper_.load(); },
      [this, loaded = std::move(loaded)](const std::exception_ptr& failed, ErrorCode error) {
        expect_no_exception(failed);
        loaded(error, keeper_.current().setting);
      });
}

ShardThread::Tell Front::tell_of(std::size_t index) {
  ShardThread::Tell tell;
  tell.gone = [this, index](const hall::Arrival& arrival) {
    asio::post(loop_, [this, index, arrival] { whereabouts_.gone(index, arrival); });
  };
  if (index != 0) return tell;  // each would say the same
  tell.report = [this](std::shared_ptr<const hall::HallReport> report) {
    asio::post(loop_, [this, report = std::move(report)] { view_.report(report, unix_ms()); });
  };
  return tell;
}

void Front::open(Shards& shards) {
  shards_ = &shards;
  listener_.start();
  if (metrics_listener_) metrics_listener_->start();
  asio::co_spawn(loop_.get_executor(), [this] { return keeper_.watch(); }, expect_no_exception);
  asio::co_spawn(loop_.get_executor(), [this] { return figure_closer_.watch(); }, expect_no_exception);
}

void Front::hand_over(Handover handover) {
  const std::size_t index = handover.arrival ? whereabouts_.arrive(*handover.arrival) : 0;
  shards_->at(index)->connections().post_adopt(std::move(handover));
}

void Front::drain(std::uint32_t wait_ms, std::uint32_t over_ms, std::function<void()> done) {
  services_.draining = true;
  log_.info("drain.begun", {{"connections", connections()}, {"over_ms", over_ms}});
  drain_timer_.expires_after(std::chrono::milliseconds(wait_ms));
  drain_timer_.async_wait([this, over_ms, done = std::move(done)](const boost::system::error_code&) {
    if (shards_ == nullptr) return done();
    const auto left = std::make_shared<std::atomic<std::size_t>>(shards_->size());
    for (auto& shard : *shards_) {
      shard->shard().post_drain(over_ms, [this, left, done] {
        if (left->fetch_sub(1) == 1) asio::post(loop_, done);
      });
    }
  });
}

void Front::close() {
  keeper_.stop();
  figure_closer_.stop();
  drain_timer_.cancel();
  listener_.stop();
  if (metrics_listener_) metrics_listener_->stop();
}

}  // namespace posterhall::net
