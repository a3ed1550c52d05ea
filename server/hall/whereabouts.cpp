#include "hall/whereabouts.hpp"

#include "domain/record.hpp"

namespace posterhall::hall {

notice::Whereabouts whereabouts(const domain::ZoneMap& zones, const domain::FloorPlan& plan,
                                const VisitorHere& visitor) {
  using At = notice::Whereabouts::At;
  if (visitor.room) return {At::room, visitor.room.value};
  const std::uint32_t index = domain::index_of(visitor.conversation);
  switch (domain::kind_of(visitor.conversation)) {
    case domain::ConversationKind::booth: return {At::booth, index};
    case domain::ConversationKind::table: return {At::table, index};
    case domain::ConversationKind::stage: return {At::stage, 0};
    case domain::ConversationKind::room: return {At::room, index};
    case domain::ConversationKind::none:
    case domain::ConversationKind::circle: break;
  }
  const domain::Tile tile = domain::tile_of(domain::unpack_position(visitor.record1));
  const BoothNumber aisle = zones.aisle_of(tile);
  if (aisle) return {At::aisle, aisle.value / 100};
  if (plan.foyer.contains(tile)) return {At::foyer, 0};
  // In a cross-aisle: the aisle of the nearest booth's row.
  const BoothNumber nearest = zones.nearest_in_row(tile);
  return nearest ? notice::Whereabouts{At::aisle, nearest.value / 100} : notice::Whereabouts{At::foyer, 0};
}

std::vector<PersonHere> people_here(std::span<const VisitorHere> visitors, const domain::ZoneMap& zones,
                                    const domain::FloorPlan& plan, const People& people) {
  std::vector<PersonHere> all;
  all.reserve(visitors.size());
  for (const VisitorHere& visitor : visitors) {
    PersonHere& one = all.emplace_back();
    one.person = visitor.person;
    one.away = visitor.away();
    one.list_mode = visitor.list_mode();
    const domain::Person* person = find_person(people, visitor.person);
    if (visitor.hidden || (person != nullptr && person->do_not_locate)) continue;
    one.visitor = visitor.visitor;
    one.at = whereabouts(zones, plan, visitor);
  }
  return all;
}

}  // namespace posterhall::hall
