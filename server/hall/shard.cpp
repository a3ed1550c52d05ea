#include "hall/shard.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <utility>

#include "base/recycler.hpp"
#include "hall/parts.hpp"

namespace posterhall::hall {
namespace {

constexpr auto kStepMs = static_cast<std::uint64_t>(kStep.count());
constexpr std::uint64_t kHeadsMs = 2000;
constexpr std::uint64_t kHeadsApartMs = 1000;  // while the other processes are out of reach
constexpr std::uint32_t kDepartureSteps = 30;  // departures are kept until every group was served surely
constexpr std::uint64_t kReturnWithinMs = 1000;
constexpr std::size_t kReportsKept = 2;
constexpr std::size_t kMostHeld = 20'000;  // commands that wait behind the fence

}  // namespace

class Shard::Impl : public std::enable_shared_from_this<Impl> {
 public:
  Impl(ShardNumber number, boost::asio::io_context& loop, ShardPorts ports, HallSetting setting)
      : parts(number, loop, std::move(ports), std::move(setting)),
        start_ms(parts.core.now_ms),
        last_ms(parts.core.now_ms) {
    parts.core.tidy = [this] { tidy(); };
    parts.core.slept = [this] { parts.fence.slept(); };
    parts.fence.on_open([this] {
      parts.relay.woke();
      parts.core.serving.snapshot_for_all();
    });
  }

  void start(std::function<void(std::shared_ptr<const HallReport>)> function) {
    report = std::move(function);
    parts.channels.keep(domain::Channel::hall());
    parts.channels.keep(domain::Channel::announce());
    parts.rooms.follow_all();
    parts.order.follow();
    parts.announcing.follow_plan();
    parts.facts.tell();
    if (report) send_report();
  }

  void listen() {
    parts.core.ports.relay.subscribe(parts.core.number, parts.core.loop,
                                     [weak = weak_from_this()](const std::shared_ptr<const RelayBatch>& batch) {
                                       const auto self = weak.lock();
                                       if (self) self->parts.core.enter([&] { self->parts.relay.receive(*batch); });
                                     });
  }

  void run_step(std::uint64_t now) {
    parts.core.ports.relay.collect(parts.core.number);
    parts.core.enter([&] {
      parts.core.now_ms = std::max(parts.core.now_ms, now);
      step_to(now);
    });
  }

  void step_to(std::uint64_t now) {
    Core& core = parts.core;
    const auto target = static_cast<std::uint32_t>((std::max(now, start_ms) - start_ms) / kStepMs);
    if (target <= core.step) return;
    if (!core.fenced && now > last_ms + kSleptMs) parts.fence.slept();
    last_ms = now;
    if (core.fenced) parts.fence.run_step();
    if (core.fenced) return;
    if (target - core.step > kSlots) {  // a round or more behind: skip, every slot is served once
      core.step = target - kSlots;
      skipped_at = core.step;
    }
    parts.channels.run_step();
    while (core.step < target) {
      ++core.step;
      core.serving.serve(core.floor, core.step % kSlots, core.step);
      if (core.step % kSlots == 0) tenth();
    }
    core.connections.flush_quiet();
    parts.pointing.run_step();
    if (drain_over_ms != 0 || drained) drain();
    parts.relay.run_step();
  }

  void tenth() {
    Core& core = parts.core;
    const std::uint32_t which = core.step / kSlots % 10;
    parts.tenth(which);
    if (core.step - skipped_at > kDepartureSteps && core.step > kDepartureSteps) {
      core.floor.forget_departures(core.step - kDepartureSteps);
    }
    const bool linked = core.ports.relay.linked();
    if (core.now_ms >= heads_at_ms || (!linked && core.now_ms + kHeadsApartMs <= heads_at_ms)) {
      heads_at_ms = core.now_ms + (linked ? kHeadsMs : kHeadsApartMs);
      parts.channels.read_heads();
      if (!linked) parts.fence.look();
    }
    if (which == 9 && report) send_report();
  }

  void send_report() {
    auto made = reports.take();
    made->facts = parts.facts.full();
    parts.people_pages.everybody(made->people);
    made->called = parts.calls.called();
    made->connections = parts.core.connections.count();
    report(std::move(made));
  }

  /// Connections that ended in the middle of something.
  void tidy() {
    if (parts.core.fenced) return;
    while (!ended.empty()) {
      const auto [id, silent_ms] = ended.back();
      ended.pop_back();
      const ConnectionSlot slot = parts.core.connections.find(id);
      if (slot != kNone) parts.presence.lost(slot, silent_ms);
    }
  }

  void begin_drain(std::uint32_t over_ms, std::function<void()> done) {
    drained = std::move(done);
    drain_from_ms = parts.core.now_ms;
    drain_over_ms = std::max<std::uint32_t>(over_ms, 1);
    drain_total = parts.core.connections.count();
  }

  void drain() {
    Core& core = parts.core;
    const std::uint64_t passed = std::min<std::uint64_t>(core.now_ms - drain_from_ms, drain_over_ms);
    const std::uint64_t may_stay = drain_total - drain_total * passed / drain_over_ms;
    for (ConnectionSlot slot = 0; slot < core.connections.capacity() && core.connections.count() > may_stay; ++slot) {
      if (core.connections[slot].state == ConnectionState::free) continue;
      parts.tabs.close(slot, CloseReason::restart, static_cast<std::uint32_t>(core.ports.random() % kReturnWithinMs));
    }
    if (core.connections.count() != 0 || passed < drain_over_ms || !drained) return;
    parts.visits.end_all();
    parts.avatars.save_all_places();
    parts.relay.publish();
    std::exchange(drained, {})();
  }

  Parts parts;
  std::function<void(std::shared_ptr<const HallReport>)> report;
  Recycler<HallReport> reports{kReportsKept};
  std::vector<std::pair<ConnectionId, std::uint64_t>> ended;
  std::uint64_t start_ms;
  std::uint64_t last_ms;
  std::uint64_t heads_at_ms = 0;
  std::uint32_t skipped_at = 0;
  std::function<void()> drained;
  std::uint64_t drain_from_ms = 0;
  std::uint32_t drain_over_ms = 0;  ///< 0 = not draining
  std::uint64_t drain_total = 0;
};

Shard::Shard(ShardNumber number, boost::asio::io_context& loop, ShardPorts ports, HallSetting setting)
    : impl_(std::make_shared<Impl>(number, loop, std::move(ports), std::move(setting))) {
  impl_->listen();
}

Shard::~Shard() = default;

void Shard::start(std::function<void(std::shared_ptr<const HallReport>)> report) { impl_->start(std::move(report)); }

ConnectionId Shard::attach(const Arrival& arrival, Outlet& outlet) {
  ConnectionId id;
  Core& core = impl_->parts.core;
  core.enter([&] {
    Connection& opened = core.connections[core.connections.open(outlet, arrival.person, arrival.device)];
    opened.asks_first = arrival.asks_first;
    id = opened.id;
  });
  return id;
}

void Shard::handle(ConnectionId connection, std::uint32_t seq, Command command) {
  Core& core = impl_->parts.core;
  core.enter([&] {
    const ConnectionSlot slot = core.connections.find(connection);
    if (slot == kNone) return;
    if (!core.fenced) return impl_->parts.dispatch(slot, seq, std::move(command));
    if (core.held.size() >= kMostHeld) return core.connections.reject(slot, seq, RejectCode::rate_limited, 1000);
    core.held.push_back([this, connection, seq, c = std::move(command)]() mutable {
      const ConnectionSlot again = impl_->parts.core.connections.find(connection);
      if (again != kNone) impl_->parts.dispatch(again, seq, std::move(c));
    });
  });
}

void Shard::reject(ConnectionId connection, std::uint32_t seq, RejectCode code) {
  impl_->parts.core.enter([&] {
    Connections& connections = impl_->parts.core.connections;
    const ConnectionSlot slot = connections.find(connection);
    if (slot != kNone) connections.send_now(slot, notice::Reject{seq, code, 0});
  });
}

void Shard::detach(ConnectionId connection, std::uint64_t silent_ms) {
  const ConnectionSlot slot = impl_->parts.core.connections.find(connection);
  if (slot == kNone) return;
  impl_->parts.core.connections[slot].outlet = nullptr;
  impl_->ended.emplace_back(connection, silent_ms);
  impl_->parts.core.enter([] {});
}

void Shard::run_step(std::uint64_t steady_ms) { impl_->run_step(steady_ms); }

void Shard::post_setting(HallSetting setting) {
  boost::asio::post(impl_->parts.core.loop, [weak = std::weak_ptr(impl_), s = std::move(setting)]() mutable {
    const auto self = weak.lock();
    if (self) self->parts.core.enter([&] { self->parts.setting_change.replace(std::move(s)); });
  });
}

void Shard::post_end_sessions(PersonId person, std::uint32_t device) {
  boost::asio::post(impl_->parts.core.loop, [weak = std::weak_ptr(impl_), person, device] {
    const auto self = weak.lock();
    if (!self) return;
    self->parts.core.enter([&] {
      self->parts.presence.end_sessions(person, device);
      RelayedSignal ended;
      ended.kind = SignalKind::sessions_ended;
      ended.person = person;
      ended.value = device;
      self->parts.core.outbox.signals.push_back(ended);
    });
  });
}

void Shard::post_drain(std::uint32_t over_ms, std::function<void()> done) {
  boost::asio::post(impl_->parts.core.loop, [weak = std::weak_ptr(impl_), over_ms, d = std::move(done)]() mutable {
    const auto self = weak.lock();
    if (self) self->parts.core.enter([&] { self->begin_drain(over_ms, std::move(d)); });
  });
}

}  // namespace posterhall::hall
