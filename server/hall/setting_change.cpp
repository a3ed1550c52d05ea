#include "hall/setting_change.hpp"

#include <utility>

namespace posterhall::hall {
namespace {

/// More than that and clients do best to ask for who they show.
constexpr std::size_t kMostProfilesTold = 1000;

}  // namespace

void SettingChange::replace(HallSetting setting) {
  const bool plan_changed = setting.plan != core_.setting.plan;
  const bool told =
      setting.catalogue_hash != core_.setting.catalogue_hash || setting.plan_hash != core_.setting.plan_hash;
  const bool people_changed = setting.people != core_.setting.people;
  const HallSetting before = std::exchange(core_.setting, std::move(setting));
  if (plan_changed) new_plan();
  if (people_changed) new_people(core_.setting.people);
  parts_.poster_desk.changed(before.requests ? *before.requests : std::vector<RequestState>{},
                             before.proposals ? *before.proposals : std::vector<ProposalNews>{});
  // The people alone change often; what follows from them for rooms is told of those who changed.
  if (core_.setting.catalogue != before.catalogue) parts_.rooms.follow_all();
  if (core_.catalogue().decks != before.catalogue->decks) parts_.rooms.slides_changed();
  if (plan_changed) {
    parts_.conversations.decide_all();
    parts_.facts.reset();
  }
  if (!told) return;
  const SharedBytes frame =
      core_.connections.encode(notice::CatalogueChanged{core_.setting.catalogue_hash, core_.setting.plan_hash});
  core_.connections.for_live([&](ConnectionSlot slot) { core_.connections.send_event(slot, frame); });
}

void SettingChange::new_plan() {
  core_.zones = domain::ZoneMap(core_.plan());
  const domain::CellGeometry geometry = domain::CellGeometry::of(core_.plan());
  const domain::CellGeometry& before = core_.floor.geometry();
  const std::vector<VisitorSlot> everybody = core_.visitors.live();
  if (geometry.columns != before.columns || geometry.rows != before.rows) {
    core_.serving.reset();
    core_.floor.reset(geometry);
    for (const VisitorSlot slot : everybody) {
      if (!core_.visitors[slot].room) core_.floor.put(slot, core_.stamp());
    }
    core_.guests.for_each([&](GuestSlot slot, const Guest&) { parts_.avatars.follow(slot); });
  }
  for (const VisitorSlot slot : everybody) {
    const Visitor& visitor = core_.visitors[slot];
    if (!visitor.own || visitor.room || core_.plan().walkable(domain::tile_of(visitor.position()))) continue;
    parts_.avatars.set_down(slot, parts_.avatars.stand_near(visitor.word1));
  }
}

void SettingChange::new_people(const std::shared_ptr<const People>& people) {
  std::vector<PersonId> different = core_.people.replace(people);
  core_.guests.for_each([&](GuestSlot slot, Guest& guest) {
    guest.role = core_.role(guest.person);
    if (!domain::may(guest.role, domain::Act::write_help, domain::Whose::other)) {
      parts_.channels.unwatch_help_of_others(slot);
    }
  });
  if (different.empty()) return;
  parts_.room_telling.people_changed(different);
  if (different.size() > kMostProfilesTold) {
    std::erase_if(different, [&](PersonId person) { return core_.visitors.find(person) == kNone; });
  }
  const SharedBytes frame = core_.connections.encode(notice::ProfilesChanged{std::move(different)});
  core_.connections.for_live([&](ConnectionSlot slot) { core_.connections.send_event(slot, frame); });
}

}  // namespace posterhall::hall
