#include "hall/room_checks.hpp"

#include <utility>

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kTellMs = 1000;
constexpr std::uint64_t kAgainMs = 10'000;  // a room that stays different is made anew no more often
constexpr std::uint32_t kPage = 200;

}  // namespace

std::vector<RelayedRoom> RoomChecks::due() {
  if (told_ms_ != 0 && core_.now_ms - told_ms_ < kTellMs) return {};
  told_ms_ = core_.now_ms;
  return rooms_.hashes();
}

void RoomChecks::compare(ShardNumber from, const std::vector<RelayedRoom>& theirs) {
  for (const RelayedRoom& their : theirs) {
    const domain::BreakoutRoom* mine = core_.room(their.room);
    if (mine == nullptr || mine->applied() != their.applied) continue;
    if (mine->state_hash() == their.hash) {
      if (core_.ports.figures != nullptr) core_.ports.figures->rooms_equal.add();
      continue;
    }
    const auto before = rebuilds_.find(their.room);
    const bool lately = before != rebuilds_.end() && core_.now_ms - before->second.begun_ms < kAgainMs;
    if (lately || (before != rebuilds_.end() && before->second.reading)) continue;
    if (core_.ports.log != nullptr) {
      core_.ports.log->warning(
          "room.differs",
          {{"shard", core_.number}, {"other", from}, {"room", their.room.value}, {"number", their.applied}});
    }
    rebuild(their.room);
  }
}

void RoomChecks::rebuild(RoomId room) {
  if (core_.ports.figures != nullptr) core_.ports.figures->rooms_rebuilt.add();
  rebuilds_[room] = {{}, false, core_.now_ms};
  read_on(room);
}

void RoomChecks::read_on(RoomId room) {
  Rebuild& made = rebuilds_[room];
  const domain::BreakoutRoom* now = core_.room(room);
  if (now == nullptr) return;
  if (made.state.applied() >= now->applied()) return rooms_.replace(room, std::exchange(made.state, {}));
  made.reading = true;
  const std::uint32_t after = made.state.applied();
  core_.ports.events.read(domain::Channel::room(room), after, after + kPage + 1, kPage,
                          core_.reply<std::vector<domain::Event>>([this, room](auto events) {
                            Rebuild& reading = rebuilds_[room];
                            reading.reading = false;
                            // Nothing more, though more was applied: what was relayed is not stored. It is not ours to
                            // invent; the next difference tries again.
                            if (!events || events->empty()) return;
                            for (const domain::Event& event : *events) reading.state.apply(event);
                            read_on(room);
                          }));
}

}  // namespace posterhall::hall
