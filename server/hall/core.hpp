// Core: what all parts of a shard work on. Data only; the parts hold the behaviour.
// Runs on: its shard's thread. Owns: visitors, floor, guests, connections, groups, and the next relay batch.
#pragma once

#include <boost/asio/io_context.hpp>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "domain/breakout_room.hpp"
#include "domain/conversation.hpp"
#include "domain/order.hpp"
#include "hall/connections.hpp"
#include "hall/floor.hpp"
#include "hall/guests.hpp"
#include "hall/people_index.hpp"
#include "hall/serving.hpp"
#include "hall/shard.hpp"

namespace posterhall::hall {

/// What waits to be told to the other shards at the end of the step.
struct RelayOutbox {
  std::vector<VisitorSlot> changed;
  std::vector<VisitorId> departed;
  std::vector<RelayedTalk> talk;
  std::vector<RelayedSignal> signals;
  std::vector<domain::Event> events;
};

inline constexpr std::uint64_t kTellAgainMs = 4000;  ///< by then everybody was told again
inline constexpr std::uint64_t kApartMs = 1000;      ///< people are told then
inline constexpr std::uint64_t kSleptMs = 3000;      ///< longer, and the others may take us for dead

struct Core {
  Core(ShardNumber shard, boost::asio::io_context& io, ShardPorts shard_ports, HallSetting hall)
      : number(shard),
        loop(io),
        ports(std::move(shard_ports)),
        setting(std::move(hall)),
        people(setting.people),
        zones(*setting.plan),
        floor(visitors, domain::CellGeometry::of(*setting.plan)),
        connections(shard, ports.encoder),
        serving(connections, ports.encoder, visitors),
        now_ms(ports.steady_ms()) {}

  ShardNumber number;
  boost::asio::io_context& loop;
  ShardPorts ports;
  HallSetting setting;
  PeopleIndex people;
  domain::ZoneMap zones;
  VisitorTable visitors;
  Floor floor;
  GuestTable guests;
  Connections connections;
  Serving serving;
  RelayOutbox outbox;
  domain::OrderBook book;  ///< measures in force and open reports, as far as the "order" channel was read
  domain::Blocks blocks;
  std::map<RoomId, domain::BreakoutRoom> rooms;  ///< as far as their channels were read; Rooms alone changes them
  std::uint32_t step = 0;                        ///< done; what changes now is stamped with the next
  std::uint64_t now_ms = 0;                      ///< monotonic, read at each entry to the shard

  /// The step that will serve what changes now.
  [[nodiscard]] std::uint32_t stamp() const { return step + 1; }

  /// What other processes' shards do is heard, and has been for long enough to know of everybody.
  [[nodiscard]] bool hears_everybody() const { return unlinked_ms == 0 || now_ms - unlinked_ms >= kTellAgainMs; }

  /// The other processes are out of reach for longer than a short break.
  [[nodiscard]] bool apart() const { return unlinked_since_ms != 0 && now_ms - unlinked_since_ms >= kApartMs; }

  [[nodiscard]] const domain::FloorPlan& plan() const { return *setting.plan; }
  [[nodiscard]] const domain::Catalogue& catalogue() const { return *setting.catalogue; }

  /// Never null: somebody who is not in the list (yet) is an attendee without a name.
  [[nodiscard]] domain::Person person(PersonId id) const {
    if (const domain::Person* known = people.find(id)) return *known;
    domain::Person unknown;
    unknown.id = id;
    return unknown;
  }
  [[nodiscard]] domain::Role role(PersonId id) const {
    const domain::Person* known = people.find(id);
    return known == nullptr ? domain::Role::attendee : known->role;
  }
  [[nodiscard]] bool presents(PersonId id, PosterKey poster) const;
  /// Null for a room that is not known.
  [[nodiscard]] const domain::BreakoutRoom* room(RoomId id) const {
    const auto it = rooms.find(id);
    return it == rooms.end() ? nullptr : &it->second;
  }
  /// Stands at a booth with a poster of theirs, awake or not.
  [[nodiscard]] bool attends(const Visitor& visitor) const;

  /// Marks an own visitor as changed for the relay: all of it, or its record alone.
  void relay(VisitorSlot slot, RelayDue what = RelayDue::everything) {
    Visitor& visitor = visitors[slot];
    if (!visitor.own || visitor.relay_due >= what) return;
    if (visitor.relay_due == RelayDue::nothing) outbox.changed.push_back(slot);
    visitor.relay_due = what;
  }

  /// To every live tab of the guest.
  void tell_now(GuestSlot guest, const SharedBytes& frame) {
    for (const ConnectionSlot slot : guests[guest].connections) connections.send_now(slot, frame);
  }
  void tell(GuestSlot guest, const SharedBytes& frame) {
    for (const ConnectionSlot slot : guests[guest].connections) connections.send_event(slot, frame);
  }

  /// An answer of a port that comes back on this thread; dropped when the shard is gone by then. `function` runs
  /// inside enter(), as every entry to the shard does.
  template <class T, class F>
  Reply<T> reply(F function) {
    return reply_at_once<T>([this, f = std::move(function)](Result<T> result) mutable {
      if (!fenced) return f(std::move(result));
      held.push_back([f = std::move(f), r = std::move(result)]() mutable { f(std::move(r)); });
    });
  }
  /// The same, also while the fence is closed: for what only reads what the store holds.
  template <class T, class F>
  Reply<T> reply_at_once(F function) {
    return Reply<T>(loop.get_executor(),
                    [alive = std::weak_ptr<Core*>(self), f = std::move(function)](Result<T> result) mutable {
                      const auto core = alive.lock();
                      if (!core) return;
                      (*core)->enter([&] { f(std::move(result)); });
                    });
  }

  /// Every entry to the shard goes through here: the clock is read, and tabs that ended meanwhile are tidied away
  /// after it, never in the middle of a loop over them. Here it is noticed, before anything is done, that the loop has
  /// stood still (Fence).
  template <class F>
  void enter(F function) {
    now_ms = ports.steady_ms();
    const bool stood_still = now_ms > alive_ms + kSleptMs;
    alive_ms = now_ms;
    ++depth;
    if (stood_still && slept) slept();
    function();
    if (--depth == 0 && tidy) tidy();
  }

  std::uint64_t unlinked_ms = 0;        ///< when the other processes were last out of reach; 0 = never
  std::uint64_t unlinked_since_ms = 0;  ///< and since when they are; 0 = they are within reach

  std::function<void()> tidy;
  std::function<void()> slept;
  bool fenced = false;                      ///< closed: nothing is said and done
  std::vector<std::function<void()>> held;  ///< what waits until the fence is open
  std::uint64_t alive_ms = now_ms;
  int depth = 0;
  std::shared_ptr<Core*> self = std::make_shared<Core*>(this);
};

}  // namespace posterhall::hall
