#include "backplane/redis_backplane.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <numeric>
#include <utility>

namespace posterhall::backplane {
namespace {

constexpr std::chrono::milliseconds kPublishEvery{20};  ///< as often as a shard publishes
/// Right after a shard's publication, unless it was shorter ago than this: shards of one process publish together.
constexpr std::chrono::milliseconds kNotBefore{15};
/// When no shard published. Longer than their steps are apart, so that a late step is not just missed each time.
constexpr std::chrono::milliseconds kAtLatest{kPublishEvery * 3 / 2};
/// Before a shard steps, and when none does.
constexpr std::chrono::milliseconds kWithoutShards{100};
constexpr std::chrono::seconds kEchoWithin{3};           ///< it is said every second
constexpr std::chrono::seconds kForgetAfter{10};         ///< other processes
constexpr std::chrono::milliseconds kAnswersEvery{150};  ///< what Redis says to a publication is of no interest
constexpr std::chrono::milliseconds kAskAgain{500};
constexpr std::chrono::seconds kStoodStill{3};
constexpr std::chrono::seconds kComplainEvery{10};
constexpr std::size_t kMostUnanswered = 32;  ///< publications under way; more wait, put together
constexpr std::size_t kMostOthers = 256;

std::string prefix_of(const std::string& hall) { return "ph:{" + hall + "}:"; }

std::string channel_of(const std::string& hall, hall::ShardNumber number) {
  return prefix_of(hall) + "relay:" + std::to_string(number);
}

/// A shard number is one process's alone, so whoever comes is heard from their first word on.
std::vector<std::string> all_channels_but(const std::string& hall, hall::ShardNumber own) {
  std::vector<std::string> channels;
  for (hall::ShardNumber number = 0; number < hall::kShardNumbers; ++number) {
    if (number != own) channels.push_back(channel_of(hall, number));
  }
  return channels;
}

}  // namespace

RedisFigures redis_figures(Metrics& metrics) {
  const auto counter = [&metrics](std::string_view name, std::string_view help) -> Counter& {
    return metrics.counter(name, help);
  };
  return {counter("posterhall_redis_published_total", "Publications to the other processes."),
          counter("posterhall_redis_bytes_out_total", "Bytes published to the other processes."),
          counter("posterhall_redis_received_total", "Publications of other processes."),
          counter("posterhall_redis_bytes_in_total", "Bytes of other processes' publications."),
          counter("posterhall_redis_refused_total", "Publications that no other process of the hall would make."),
          counter("posterhall_redis_gaps_total", "Times a publication of another process did not come."),
          counter("posterhall_redis_discarded_total", "Publications that were not made while Redis was away."),
          counter("posterhall_redis_lost_total", "Times the way to Redis was lost.")};
}

RedisBackplane::RedisBackplane(boost::asio::io_context& loop, RedisOptions options, RedisFigures figures, Log& log)
    : options_(std::move(options)),
      loop_(loop),
      figures_(figures),
      log_(log),
      channel_(channel_of(options_.hall, options_.shards.front())),
      way_(prefix_of(options_.hall) + "way:" + process_name(options_.process)),
      beginning_(wire::backplane_beginning(options_.process)),
      commands_(loop, options_.address, options_.random, command_handlers()),
      listener_(loop, options_.address, options_.random, listen_handlers()),
      sentinels_(loop, options_.address,
                 [this](const RedisHost& master) {
                   commands_.follow(master);
                   listener_.follow(master);
                 }),
      register_(commands_, {prefix_of(options_.hall), options_.process, options_.place, options_.shards, options_.now,
                            options_.names}),
      timer_(loop) {}

RedisBackplane::~RedisBackplane() { stop(); }

RedisConnection::Handlers RedisBackplane::command_handlers() {
  RedisConnection::Handlers handlers;
  handlers.ready = [this] { link(); };
  handlers.lost = [this](const std::string& why) { unlink("commands", why); };
  return handlers;
}

RedisConnection::Handlers RedisBackplane::listen_handlers() {
  RedisConnection::Handlers handlers;
  handlers.ready = [this] {
    auto channels = all_channels_but(options_.hall, options_.shards.front());
    channels.push_back(way_);
    if (!listener_.subscribe(channels)) listener_.restart("it does not take the subscription");
  };
  handlers.subscribed = [this] {
    subscribed_ = true;
    link();
  };
  handlers.message = [this](std::string_view payload) { hear(payload); };
  handlers.lost = [this](const std::string& why) {
    subscribed_ = false;
    unlink("subscription", why);
  };
  return handlers;
}

void RedisBackplane::start() {
  stopped_ = false;
  counted_ = Clock::now();
  ticked_ = counted_;
  log_.info("backplane.open", {{"redis", without_password(options_.address)}, {"keys", prefix_of(options_.hall)}});
  commands_.start();
  listener_.start();
  sentinels_.start();
  tick();
  wait();
}

void RedisBackplane::stop() {
  if (std::exchange(stopped_, true)) return;
  linked_.store(false, std::memory_order_relaxed);
  timer_.cancel();
  commands_.stop();
  listener_.stop();
  sentinels_.stop();
}

void RedisBackplane::leave() {
  if (!linked()) return;
  register_.leave();
  commands_.push();
}

void RedisBackplane::subscribe(hall::ShardNumber shard, boost::asio::io_context& loop, Receive receive) {
  memory_.subscribe(shard, loop, std::move(receive));
}

void RedisBackplane::publish(std::shared_ptr<const hall::RelayBatch> batch) {
  pending_.add(batch);
  memory_.publish(std::move(batch));
  call();
}

void RedisBackplane::collect(hall::ShardNumber shard) {
  memory_.collect(shard);
  if (Clock::now() - ticked_.load(std::memory_order_relaxed) >= kAtLatest) call();
}

void RedisBackplane::call() {
  if (called_.exchange(true)) return;
  boost::asio::post(loop_, [this] {
    called_ = false;
    if (!stopped_ && Clock::now() - ticked_.load(std::memory_order_relaxed) >= kNotBefore) tick();
  });
}

void RedisBackplane::link() {
  if (!commands_.ready() || !subscribed_ || linked()) return;
  // Nobody knows what was said meanwhile: everybody is asked, and a number left out makes everybody ask.
  others_.clear();
  ++number_;
  awaited_.reset();
  linked_.store(true, std::memory_order_relaxed);
  register_.forget();
  register_.beat();
  try_way();
  tell_all();
  log_.info("backplane.linked", {{"redis", without_password(options_.address)}});
  told_away_ = false;
}

void RedisBackplane::unlink(std::string_view which, const std::string& why) {
  const bool was = linked_.exchange(false, std::memory_order_relaxed);
  asks_.clear();
  register_.forget();
  if (was) figures_.lost.add();
  if (!was && told_away_) return;
  told_away_ = true;
  log_.warning("backplane.away", {{"redis", without_password(options_.address)}, {"connection", which}, {"why", why}});
}

void RedisBackplane::tick() {
  const auto now = Clock::now();
  // Who stood still for so long may have lost what others said meanwhile: everybody is asked.
  if (now - ticked_.exchange(now) > kStoodStill) {
    others_.clear();
    awaited_.reset();
  }
  visit(now);
}

/// A timer that is put off at each visit would wake the thread as often as the visits do.
void RedisBackplane::wait() {
  timer_.expires_after(kWithoutShards);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (error || stopped_) return;
    if (Clock::now() - ticked_.load(std::memory_order_relaxed) >= kWithoutShards) tick();
    wait();
  });
}

/// One after the other: what came may be answered with what goes.
void RedisBackplane::visit(Clock::time_point now) {
  if (!commands_.ready() || now - answered_ >= kAnswersEvery) {
    answered_ = now;
    commands_.visit();
  }
  listener_.visit();
  sentinels_.visit();
  flush();
  if (linked()) check_way(now);
  if (now - counted_ >= std::chrono::seconds(1)) once_a_second(now);
  commands_.push();
  listener_.push();
}

void RedisBackplane::once_a_second(Clock::time_point now) {
  counted_ = now;
  std::erase_if(others_, [now](const auto& other) { return now - other.second.heard > kForgetAfter; });
  if (!linked()) return;
  register_.beat();
  try_way();
}

void RedisBackplane::try_way() {
  if (commands_.command({"PUBLISH", way_, beginning_}) && !awaited_) awaited_ = Clock::now();
}

void RedisBackplane::check_way(Clock::time_point now) {
  if (!awaited_ || now - *awaited_ <= kEchoWithin) return;
  awaited_.reset();
  listener_.restart("what is published does not come back within 3 s");
}

void RedisBackplane::flush() {
  if (linked() && commands_.waiting() >= kMostUnanswered) return;  // it is put together with what comes
  auto batches = pending_.take();
  if (batches.empty() && asks_.empty()) return;
  for (const auto& batch : batches) register_.take(*batch);
  if (linked()) return say(batches);
  ++number_;
  figures_.discarded.add();
}

/// In one publication, or in as many as are not too long to be read.
void RedisBackplane::say(std::span<std::shared_ptr<const hall::RelayBatch>> batches) {
  const std::size_t parts =
      std::accumulate(batches.begin(), batches.end(), std::size_t{0},
                      [](std::size_t sum, const auto& batch) { return sum + wire::backplane_parts(*batch); });
  if (parts <= wire::kMostBackplaneParts) {
    wire::encode_backplane(options_.process, number_ + 1, asks_, batches, bytes_);
    if (bytes_.size() <= wire::kMostBackplaneBytes) return send();
  }
  if (batches.size() > 1) {
    say(batches.first(batches.size() / 2));
    return say(batches.subspan(batches.size() / 2));
  }
  // Where its people are comes before what is for now only.
  auto less = std::make_shared<hall::RelayBatch>(*batches.front());
  less->talk.clear();
  less->signals.clear();
  batches.front() = std::move(less);
  wire::encode_backplane(options_.process, number_ + 1, asks_, batches, bytes_);
  figures_.discarded.add();
  if (bytes_.size() <= wire::kMostBackplaneBytes) send();
}

void RedisBackplane::send() {
  ++number_;
  asks_.clear();
  if (!commands_.command({"PUBLISH", channel_, bytes_})) return figures_.discarded.add();
  figures_.published.add();
  figures_.bytes_out.add(bytes_.size());
}

void RedisBackplane::hear(std::string_view payload) {
  const auto now = Clock::now();
  if (payload.starts_with(beginning_)) {
    awaited_.reset();
    return;
  }
  figures_.received.add();
  figures_.bytes_in.add(payload.size());
  const auto message = wire::decode_backplane(payload);
  if (message && is_sound(*message)) return take(*message);
  figures_.refused.add();
  if (now - complained_ < kComplainEvery) return;
  complained_ = now;
  log_.warning(
      "backplane.refused",
      {{"bytes", payload.size()}, {"version", wire::backplane_version(payload)}, {"ours", wire::kBackplaneVersion}});
}

bool RedisBackplane::is_sound(const wire::BackplaneMessage& message) {
  if (!others_.contains(message.process) && others_.size() >= kMostOthers) return false;
  return std::ranges::none_of(message.batches, [this](const auto& batch) {
    return std::ranges::find(options_.shards, batch->from) != options_.shards.end();
  });
}

void RedisBackplane::take(const wire::BackplaneMessage& message) {
  const auto [it, fresh] = others_.try_emplace(message.process);
  Other& other = it->second;
  other.heard = Clock::now();
  if (fresh || message.number != other.number + 1) {
    if (!fresh) figures_.gaps.add();
    ask(message.process, other);
  }
  other.number = message.number;
  for (const auto& batch : message.batches) memory_.publish(batch);
  if (std::ranges::find(message.asks, options_.process) != message.asks.end()) tell_all();
}

void RedisBackplane::ask(std::uint64_t process, Other& other) {
  const auto now = Clock::now();
  if (!linked() || now - other.asked < kAskAgain) return;  // once it is linked again everybody is asked
  other.asked = now;
  asks_.push_back(process);
}

void RedisBackplane::tell_all() {
  auto wish = std::make_shared<hall::RelayBatch>();
  wish->from = hall::kNoShard;
  wish->tell_all = true;
  memory_.publish(std::move(wish));
}

}  // namespace posterhall::backplane
