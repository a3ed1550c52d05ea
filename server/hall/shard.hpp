// Shard: one thread's part of the hall. Owns its visitors, keeps ghosts of the others', serves its connections.
// Session calls hall, hall calls session (Outlet): no lock, no strand, no post in between.
// Runs on: its own thread only, but post_* (named crossings, any thread). Owns: visitors, ghosts, cells, watchers.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "base/log.hpp"
#include "base/metrics.hpp"
#include "domain/wakefulness.hpp"
#include "hall/command.hpp"
#include "hall/notice.hpp"
#include "hall/ports/attend_store.hpp"
#include "hall/ports/catalogue_source.hpp"
#include "hall/ports/event_log.hpp"
#include "hall/ports/outlet.hpp"
#include "hall/ports/people_store.hpp"
#include "hall/ports/places.hpp"
#include "hall/ports/relay.hpp"
#include "hall/whereabouts.hpp"

namespace posterhall::hall {

/// Figures of a shard; the counters are the registry's.
struct ShardFigures {
  Counter& slept;          ///< times the loop stood still for over three seconds
  Counter& rooms_rebuilt;  ///< rooms whose state was another one than another shard's
  Counter& rooms_equal;    ///< comparisons that found a room's state to be another shard's too
};

/// What the hall works with; outlives every shard.
struct ShardPorts {
  EventLog& events;
  PeopleStore& people;
  Places& places;
  AttendStore& attend;
  Relay& relay;
  Encoder& encoder;
  std::function<UnixMs()> now;               ///< wall clock
  std::function<std::uint64_t()> steady_ms;  ///< monotonic clock, milliseconds
  std::function<std::uint64_t()> random;     ///< for ids and spread spawns
  ShardFigures* figures = nullptr;           ///< null: not counted
  Log* log = nullptr;                        ///< null: not logged
  std::uint64_t away_after_ms = domain::kAwayAfterMs;
  std::string process{};  ///< this process's name among those that carry the hall
};

/// The event as all threads share it; replaced whole.
struct HallSetting {
  std::shared_ptr<const domain::Catalogue> catalogue;
  std::shared_ptr<const domain::FloorPlan> plan;
  std::shared_ptr<const People> people;
  std::string catalogue_hash, plan_hash, client_build;
  /// Posters' files that wait for an organiser, and answers not seen yet.
  std::shared_ptr<const std::vector<RequestState>> requests;
  std::shared_ptr<const std::vector<ProposalNews>> proposals;  ///< for breakouts
};

/// Who is behind a connection: known from the redeemed ticket.
struct Arrival {
  PersonId person;
  std::uint32_t device = 0;  ///< the session's row
  /// Another device of theirs may control the avatar, and nobody has agreed to take it: then this one watches first.
  bool asks_first = false;
};

/// An author who was called, and what came of it.
struct CalledAuthor {
  PersonId person;
  BoothNumber booth;
  domain::CallState::How how = domain::CallState::How::none;
  UnixMs since = 0;
};

/// Once a second from shard 0 to the front, for the HTTP interface and search (immutable snapshot).
struct HallReport {
  notice::HallFacts facts;          ///< full
  std::vector<VisitorHere> people;  ///< everybody here
  std::vector<CalledAuthor> called;
  std::uint32_t connections = 0;
};

inline constexpr std::chrono::milliseconds kStep{10};

class Shard {
 public:
  Shard(ShardNumber number, boost::asio::io_context& loop, ShardPorts ports, HallSetting setting);
  ~Shard();
  Shard(const Shard&) = delete;
  Shard& operator=(const Shard&) = delete;

  /// Before the first step. `report` is called once a second on this thread.
  void start(std::function<void(std::shared_ptr<const HallReport>)> report);

  /// A new connection; the outlet stays valid until detach() or Outlet::close().
  ConnectionId attach(const Arrival& arrival, Outlet& outlet);
  /// One decoded command; `seq` 0 wants no answer.
  void handle(ConnectionId connection, std::uint32_t seq, Command command);
  /// Answers a message that could not be decoded.
  void reject(ConnectionId connection, std::uint32_t seq, RejectCode code);
  /// The connection is gone. `silent_ms`: how long nothing had come from it when it was given up (0 = it closed or
  /// broke); who was silent for four seconds already does not linger four more.
  void detach(ConnectionId connection, std::uint64_t silent_ms = 0);

  /// Does what is due at `steady_ms`; whoever owns the thread calls it every kStep.
  void run_step(std::uint64_t steady_ms);

  // Crossings: any thread.
  void post_setting(HallSetting setting);                         ///< catalogue, plan or people changed
  void post_end_sessions(PersonId person, std::uint32_t device);  ///< 0 = all devices
  /// Tells everybody to return within 1 s, spread over `over_ms`; calls done (on this thread) when all are closed.
  void post_drain(std::uint32_t over_ms, std::function<void()> done);

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace posterhall::hall
