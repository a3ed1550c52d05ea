#include "hall/going.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kSlackMs = 5000;  // over the time a path takes, before a place is not kept any more

std::uint32_t walk_ms(double tiles) { return static_cast<std::uint32_t>(tiles * domain::kWalkMsPerTile); }

}  // namespace

void Going::go(ConnectionSlot connection, std::uint32_t seq, const command::Go& wish) {
  const GuestSlot guest_slot = core_.connections[connection].guest;
  Guest& guest = core_.guests[guest_slot];
  if (guest.controller != connection) return core_.connections.reject(connection, seq, RejectCode::not_in_control);
  if (guest.visitor == kNone || core_.visitors[guest.visitor].room) {
    return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  }
  guest.heading = {};
  const Goal goal = find(guest, wish.target);
  if (!goal.spot) return core_.connections.reject(connection, seq, goal.why);
  guest.chosen = {};
  if (goal.booth && goal.spot->on_aisle) guest.chosen.booth = goal.booth;
  send_off(guest_slot, seq, *goal.spot, wish.how);
}

void Going::send_off(GuestSlot guest_slot, std::uint32_t seq, const domain::Spot& spot, GoHow how) {
  Guest& guest = core_.guests[guest_slot];
  const VisitorSlot visitor = guest.visitor;
  const domain::Position to = domain::standing_in(spot.tile, spot.facing);
  notice::Going going{seq, domain::pack_position(to), false, 0};
  const domain::Tile from = domain::tile_of(core_.visitors[visitor].position());
  bool walks = how != GoHow::set_down;
  std::uint32_t takes_ms = 0;
  if (walks) {
    const auto path = domain::find_path(core_.plan(), from, spot.tile);
    takes_ms = walk_ms(domain::path_length(path));
    walks = !path.empty() && (how == GoHow::walk || takes_ms < domain::kWalkBelowMs);
  }
  const std::uint64_t until = core_.now_ms + (walks ? takes_ms + takes_ms / 2 : 0) + kSlackMs;
  if (guest.chosen.booth) guest.chosen.until_ms = until;
  if (walks) {
    guest.heading = {spot.tile, until};
  } else {
    going.set_down = true;
    going.sequence = avatars_.set_down(visitor, to);
  }
  const SharedBytes frame = core_.connections.encode(going);
  if (guest.controller != kNone) core_.connections.send_now(guest.controller, frame);
}

std::uint64_t Going::lead_beside(GuestSlot guest, std::uint32_t seq, const domain::Position& whom) {
  Guest& who = core_.guests[guest];
  const auto spot =
      domain::spot_beside(core_.plan(), core_.zones, domain::tile_of(whom), occupancy(core_.guests[guest]));
  if (!spot || who.visitor == kNone) return core_.now_ms;
  send_off(guest, seq, *spot, GoHow::by_distance);
  return who.heading.until_ms != 0 ? who.heading.until_ms : core_.now_ms + kSlackMs;
}

domain::Position Going::before_door(RoomId room) const {
  const auto& doors = core_.plan().doors;
  const auto door = std::find_if(doors.begin(), doors.end(), [&](const auto& d) { return d.room == room; });
  const domain::Tile front = door != doors.end()
                                 ? door->front
                                 : domain::Tile{core_.plan().foyer.x + core_.plan().foyer.w / 2, core_.plan().foyer.y};
  const auto spot = domain::spot_at(core_.plan(), front, domain::Facing::down, occupancy(Guest{}));
  return domain::standing_in(spot ? spot->tile : front, domain::Facing::down);
}

Going::Goal Going::find(const Guest& guest, const GoTarget& target) const {
  const domain::FloorPlan& plan = core_.plan();
  const domain::Occupancy occupied = occupancy(guest);
  switch (target.kind) {
    case GoTarget::Kind::booth: return at_booth(guest, BoothNumber{target.value});
    case GoTarget::Kind::person: return at_person(guest, PersonId{target.value});
    case GoTarget::Kind::room_door: {
      const auto door = std::find_if(plan.doors.begin(), plan.doors.end(),
                                     [&](const auto& d) { return d.room.value == target.value; });
      if (door == plan.doors.end()) return {};
      return {domain::spot_at(plan, door->front, domain::Facing::up, occupied), {}, RejectCode::no_free_place};
    }
    case GoTarget::Kind::table:
      if (target.value >= plan.tables.size()) return {};
      return {domain::table_spot(plan, plan.tables[target.value], occupied), {}, RejectCode::no_free_place};
    case GoTarget::Kind::stage: return {domain::audience_spot(plan, occupied), {}, RejectCode::not_found};
    case GoTarget::Kind::step_out: return outside(guest);
    case GoTarget::Kind::help_desk: return at_help_desk(occupied);
  }
  return {};
}

Going::Goal Going::at_booth(const Guest& guest, BoothNumber number) const {
  const domain::Booth* booth = domain::find_booth(core_.plan(), number);
  if (booth == nullptr) return {};
  const bool presents = core_.presents(guest.person, booth->poster);
  return {domain::booth_spot(core_.plan(), *booth, presents, occupancy(guest)), number, RejectCode::no_free_place};
}

Going::Goal Going::at_person(const Guest& guest, PersonId person) const {
  const VisitorSlot slot = core_.visitors.find(person);
  // Who does not want to be located is as if not here: the answer gives nothing away.
  if (slot == kNone || person == guest.person || core_.person(person).do_not_locate) return {};
  if (core_.blocks.apart(person, guest.person)) return {};
  const Visitor& visitor = core_.visitors[slot];
  if (visitor.room) {
    const domain::Position door = before_door(visitor.room);
    return {domain::Spot{domain::tile_of(door), domain::Facing::up, false}, {}, RejectCode::no_free_place};
  }
  if (domain::kind_of(visitor.conversation) == domain::ConversationKind::booth) {
    return at_booth(guest, BoothNumber{domain::index_of(visitor.conversation)});
  }
  const domain::Tile tile = domain::tile_of(visitor.position());
  return {domain::spot_beside(core_.plan(), core_.zones, tile, occupancy(guest)), {}, RejectCode::no_free_place};
}

Going::Goal Going::outside(const Guest& guest) const {
  const Visitor& visitor = core_.visitors[guest.visitor];
  const bool in_circle = domain::kind_of(visitor.conversation) == domain::ConversationKind::circle;
  const std::int32_t beyond = in_circle ? 4 : 0;  // the circle's radius, seen from its other side
  const domain::Tile tile = domain::tile_of(visitor.position());
  return {
      domain::spot_outside(core_.plan(), core_.zones, tile, beyond, occupancy(guest)), {}, RejectCode::no_free_place};
}

Going::Goal Going::at_help_desk(const domain::Occupancy& occupied) const {
  for (const domain::Furniture& piece : core_.plan().furniture) {
    if (piece.kind != domain::FurnitureKind::help_desk) continue;
    const domain::Tile front{piece.rect.x + piece.rect.w / 2, piece.rect.y + piece.rect.h};
    return {domain::spot_at(core_.plan(), front, domain::Facing::up, occupied), {}, RejectCode::no_free_place};
  }
  return {};
}

domain::Occupancy Going::occupancy(const Guest& except) const {
  struct Taken {
    std::map<domain::Tile, std::uint32_t> tiles;
    std::set<CellIndex> counted;  ///< cells are counted when first asked about
  };
  auto taken = std::make_shared<Taken>();
  core_.guests.for_each([&](GuestSlot, const Guest& guest) {
    if (guest.heading.until_ms < core_.now_ms || guest.person == except.person || guest.visitor == kNone) return;
    ++taken->tiles[guest.heading.goal];
  });
  return [this, taken, self = except.visitor](domain::Tile tile) {
    const CellIndex cell = core_.floor.geometry().index_of(domain::standing_in(tile, domain::Facing::down));
    if (taken->counted.insert(cell).second) {
      for (const CellMember& member : core_.floor.cell(cell).here()) {
        if (member.slot != self) ++taken->tiles[domain::tile_of(core_.visitors[member.slot].position())];
      }
    }
    const auto it = taken->tiles.find(tile);
    return it == taken->tiles.end() ? 0U : it->second;
  };
}

}  // namespace posterhall::hall
