#include "hall/avatars.hpp"

#include <algorithm>
#include <utility>

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kSetDownJump = 64;  // sequence: more than a walker can have under way
constexpr std::uint64_t kRememberMs = 60'000;
constexpr UnixMs kPlaceLastsMs = 24LL * 3600 * 1000;
constexpr std::size_t kPlacesPerSave = 200;
constexpr std::uint32_t kMoversTurns = 5;  // who walks on is kept every five seconds, not all in the same one

}  // namespace

VisitorId Avatars::new_id() {
  for (;;) {
    counter_ = (counter_ + 1) & ((1U << kVisitorCounterBits) - 1);
    const VisitorId id{core_.number << kVisitorCounterBits | counter_};
    if (counter_ != 0 && core_.visitors.find(id) == kNone) return id;
  }
}

VisitorSlot Avatars::appear(GuestSlot guest, Epoch epoch, std::uint32_t word1, RoomId room, bool chosen_booth) {
  Guest& who = core_.guests[guest];
  if (const VisitorSlot old = core_.visitors.find(who.person); old != kNone) vanish(old);
  Visitor visitor;
  visitor.id = new_id();
  visitor.person = who.person;
  visitor.epoch = epoch;
  visitor.home = core_.number;
  visitor.own = true;
  visitor.word0 = domain::pack_identity(visitor.id, 0);
  visitor.word1 = word1;
  visitor.room = room;
  visitor.guest = guest;
  const VisitorSlot slot = core_.visitors.add(visitor);
  who.visitor = slot;
  who.allowance.refill(core_.now_ms);
  if (chosen_booth) {
    const BoothNumber booth = core_.zones.aisle_of(domain::tile_of(visitor.position()));
    who.chosen = {booth, true, 0};
  }
  left_.erase(who.person);
  if (!room) put(slot);
  core_.relay(slot);
  conversations_.decide(slot);
  conversations_.tell_soon(guest);
  follow(guest);
  return slot;
}

void Avatars::vanish(VisitorSlot slot) {
  Visitor& visitor = core_.visitors[slot];
  const GuestSlot guest = visitor.guest;
  if (visitor.own) {
    LastPlace place = last_place(visitor);
    unsaved_.push_back(place);
    const std::uint64_t lost = guest == kNone ? core_.now_ms : core_.guests[guest].lost_ms;
    left_[visitor.person] = {place, visitor.conversation, lost == 0 ? core_.now_ms : lost};
    core_.outbox.departed.push_back(visitor.id);
  }
  core_.floor.take(slot, core_.stamp());
  conversations_.set(slot, 0);
  std::erase(core_.outbox.changed, slot);
  core_.visitors.erase(slot);
  if (guest != kNone) {
    core_.guests[guest].visitor = kNone;
    follow(guest);
  }
}

void Avatars::give_up(VisitorSlot slot) {
  const PersonId person = core_.visitors[slot].person;
  const GuestSlot guest = core_.visitors[slot].guest;
  if (guest != kNone) core_.guests[guest].place_unsaved = false;
  vanish(slot);
  left_.erase(person);
  std::erase_if(unsaved_, [person](const LastPlace& place) { return place.person == person; });
}

void Avatars::put(VisitorSlot slot) {
  if (!core_.floor.put(slot, core_.stamp())) return;
  const GuestSlot guest = core_.visitors[slot].guest;
  if (guest != kNone) follow(guest);
}

void Avatars::changed(VisitorSlot slot) {
  if (!core_.visitors[slot].room) put(slot);
  core_.relay(slot, RelayDue::move);
}

void Avatars::stand(VisitorSlot slot, const domain::Position& position, std::uint32_t sequence) {
  Visitor& visitor = core_.visitors[slot];
  const domain::Tile before = domain::tile_of(visitor.position());
  visitor.word0 = domain::pack_identity(visitor.id, sequence);
  visitor.word1 = domain::pack_position(position);
  changed(slot);
  if (visitor.guest != kNone) core_.guests[visitor.guest].place_unsaved = true;
  if (domain::tile_of(position) != before) conversations_.decide(slot);
}

void Avatars::stamp(VisitorSlot slot) { changed(slot); }

void Avatars::flag(VisitorSlot slot, bool away, bool list_mode) {
  Visitor& visitor = core_.visitors[slot];
  domain::Position position = visitor.position();
  if (position.away == away && position.list_mode == list_mode) return;
  position.away = away;
  position.list_mode = list_mode;
  visitor.word1 = domain::pack_position(position);
  changed(slot);
  conversations_.touch(slot);
}

std::uint32_t Avatars::set_down(VisitorSlot slot, const domain::Position& position) {
  Visitor& visitor = core_.visitors[slot];
  const std::uint32_t sequence = (domain::sequence_of(visitor.word0) + kSetDownJump) & 0xffU;
  domain::Position place = position;
  place.away = visitor.away();
  place.list_mode = visitor.list_mode();
  if (visitor.guest != kNone) core_.guests[visitor.guest].allowance.refill(core_.now_ms);
  stand(slot, place, sequence);
  conversations_.decide(slot);
  return sequence;
}

void Avatars::claim(VisitorSlot slot, Epoch epoch) {
  Visitor& visitor = core_.visitors[slot];
  if (visitor.epoch < epoch) visitor.epoch = epoch;
  core_.relay(slot);
}

void Avatars::into_room(VisitorSlot slot, RoomId room) {
  Visitor& visitor = core_.visitors[slot];
  core_.floor.take(slot, core_.stamp());
  visitor.room = room;
  if (visitor.guest != kNone) {
    core_.guests[visitor.guest].place_unsaved = true;
    follow(visitor.guest);
  }
  core_.relay(slot);
  conversations_.decide(slot);
}

void Avatars::out_of_room(VisitorSlot slot, const domain::Position& position) {
  core_.visitors[slot].room = RoomId{};
  set_down(slot, position);
}

void Avatars::follow(GuestSlot guest) {
  const Guest& who = core_.guests[guest];
  const CellIndex cell = who.visitor == kNone ? kNone : core_.visitors[who.visitor].cell;
  for (const ConnectionSlot slot : who.connections) {
    core_.serving.look_at(core_.floor, slot, core_.connections[slot].hidden ? kNone : cell);
  }
}

LastPlace Avatars::last_place(const Visitor& visitor) const {
  return {visitor.person, visitor.word1, visitor.room, core_.ports.now(),
          visitor.guest != kNone && core_.guests[visitor.guest].chosen.arrived};
}

template <class Due>
void Avatars::save_places_of(Due due) {
  std::vector<LastPlace> batch;
  const auto add = [&](const LastPlace& place) {
    batch.push_back(place);
    if (batch.size() == kPlacesPerSave) core_.ports.places.save(std::exchange(batch, {}));
  };
  for (const LastPlace& place : std::exchange(unsaved_, {})) add(place);
  core_.guests.for_each([&](GuestSlot slot, Guest& guest) {
    if (guest.visitor == kNone || !core_.visitors[guest.visitor].own || !due(slot, guest)) return;
    guest.place_unsaved = false;
    add(last_place(core_.visitors[guest.visitor]));
  });
  if (!batch.empty()) core_.ports.places.save(std::move(batch));
}

void Avatars::save_places() {
  const std::uint32_t turn = ++saves_ % kMoversTurns;
  save_places_of([&](GuestSlot slot, Guest& guest) {
    if (!guest.place_unsaved) return false;
    const std::uint32_t place = core_.visitors[guest.visitor].word1;
    const bool stands = std::exchange(guest.swept_place, place) == place;
    return stands || slot % kMoversTurns == turn;
  });
}

void Avatars::save_all_places() {
  save_places_of([](GuestSlot, const Guest&) { return true; });
}

domain::Position Avatars::spawn() const {
  const auto& spawns = core_.plan().spawns;
  if (spawns.empty()) return stand_near(0);
  return domain::standing_in(spawns[core_.ports.random() % spawns.size()], domain::Facing::down);
}

domain::Position Avatars::stand_near(std::uint32_t word1) const {
  domain::Position position = domain::unpack_position(word1);
  position.away = position.list_mode = false;
  const domain::Tile tile = domain::tile_of(position);
  if (core_.plan().walkable(tile)) return position;
  const auto near = domain::nearest_walkable(core_.plan(), tile);
  return near ? domain::standing_in(*near, position.facing) : position;
}

std::optional<LastPlace> Avatars::last_known(PersonId person, std::optional<LastPlace> stored) const {
  if (const LeftBehind* left = left_behind(person)) return left->place;
  if (stored && core_.ports.now() - stored->at > kPlaceLastsMs) stored.reset();
  return stored;
}

const LeftBehind* Avatars::left_behind(PersonId person) const {
  const auto it = left_.find(person);
  return it == left_.end() ? nullptr : &it->second;
}

void Avatars::sweep() {
  std::erase_if(left_, [&](const auto& entry) { return core_.now_ms - entry.second.lost_ms > kRememberMs; });
}

VisitorSlot Avatars::ghost(const RelayedVisitor& relayed, ShardNumber home) {
  Visitor visitor;
  visitor.id = relayed.id;
  visitor.person = relayed.person;
  visitor.epoch = relayed.epoch;
  visitor.home = home;
  visitor.guest = core_.guests.find(relayed.person);
  const VisitorSlot slot = core_.visitors.add(visitor);
  if (visitor.guest != kNone) core_.guests[visitor.guest].visitor = slot;
  update_ghost(slot, relayed);
  if (visitor.guest != kNone) {
    conversations_.tell_soon(visitor.guest);
    follow(visitor.guest);
  }
  return slot;
}

void Avatars::move_ghosts(ShardNumber home, std::span<const RelayedMove> moves) {
  if (home == core_.number) return;  // nobody else says where the own ones are
  moved_.crossed.clear();
  moved_.flagged.clear();
  core_.floor.put_ghosts(core_.visitors.of_shard(home), moves, core_.stamp(), moved_);
  for (const VisitorSlot slot : moved_.crossed) {
    if (core_.visitors[slot].guest != kNone) follow(core_.visitors[slot].guest);
  }
  for (const VisitorSlot slot : moved_.flagged) conversations_.touch(slot);
}

void Avatars::update_ghost(VisitorSlot slot, const RelayedVisitor& relayed) {
  Visitor& visitor = core_.visitors[slot];
  const bool flags_changed = ((visitor.word1 ^ relayed.record1) & 3U) != 0;
  const bool record_changed = visitor.word0 != relayed.record0 || visitor.word1 != relayed.record1;
  const bool room_changed = visitor.room != relayed.room;
  visitor.epoch = relayed.epoch;
  visitor.word0 = relayed.record0;
  visitor.word1 = relayed.record1;
  visitor.room = relayed.room;
  visitor.chosen_booth = relayed.chosen_booth;
  if (relayed.room) {
    if (visitor.cell != kNone) {
      core_.floor.take(slot, core_.stamp());
      if (visitor.guest != kNone) follow(visitor.guest);
    }
  } else if (record_changed || room_changed || visitor.cell == kNone) {
    put(slot);
  }
  if (visitor.conversation != relayed.conversation) conversations_.set(slot, relayed.conversation);
  if (flags_changed) conversations_.touch(slot);
}

}  // namespace posterhall::hall
