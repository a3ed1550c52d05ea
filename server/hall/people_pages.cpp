#include "hall/people_pages.hpp"

#include <algorithm>
#include <utility>

#include "hall/people_index.hpp"

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kUnplaced = 1ULL << 40;  // behind everybody whose distance may be known
constexpr std::uint64_t kAbsent = 1ULL << 41;

VisitorHere here(const Visitor& visitor, bool hidden) {
  return {visitor.id, visitor.person, visitor.word1, visitor.conversation, visitor.room, hidden};
}

}  // namespace

bool PeoplePages::just_hidden(PersonId person) const {
  const domain::Person* changed = core_.people.just_changed(person);
  return changed != nullptr && changed->do_not_locate;
}

notice::PersonRow PeoplePages::row(const domain::Person& person, VisitorSlot slot) const {
  notice::PersonRow row;
  row.person = person;
  if (slot == kNone) {
    row.at.at = notice::Whereabouts::At::not_here;
    return row;
  }
  const Visitor& visitor = core_.visitors[slot];
  row.away = visitor.away();
  row.list_mode = visitor.list_mode();
  if (person.do_not_locate) return row;
  row.visitor = visitor.id;
  row.at = whereabouts(core_.zones, core_.plan(), here(visitor, just_hidden(visitor.person)));
  return row;
}

std::vector<PeoplePages::Entry> PeoplePages::found(GuestSlot guest, const command::PeoplePage& wish) {
  const std::vector<std::string> words = filter_words(wish.filter);
  const VisitorSlot mine = core_.guests[guest].visitor;
  std::vector<Entry> list;
  for (const VisitorSlot slot : core_.visitors.live()) {
    const Visitor& visitor = core_.visitors[slot];
    if (!core_.people.matches(visitor.person, words)) continue;
    std::uint64_t order = core_.people.name_rank(visitor.person);
    if (wish.nearest && mine != kNone) {
      const domain::Person* known = core_.people.find(visitor.person);
      const bool placed = visitor.cell != kNone && (known == nullptr || !known->do_not_locate) &&
                          !core_.blocks.apart(core_.guests[guest].person, visitor.person);
      const domain::Position here = core_.visitors[mine].position();
      const domain::Position there = visitor.position();
      const std::int64_t dx = std::int64_t{here.x} - there.x;
      const std::int64_t dy = std::int64_t{here.y} - there.y;
      order = placed ? static_cast<std::uint64_t>(dx * dx + dy * dy) : kUnplaced + order;
    }
    list.push_back({visitor.person, slot, order});
  }
  if (!words.empty()) {  // who is looked for by name may be out just now
    for (const domain::Person& person : core_.people.all()) {
      if (!person.entered || person.do_not_locate || core_.visitors.find(person.id) != kNone) continue;
      if (core_.people.matches(person.id, words)) {
        list.push_back({person.id, kNone, kAbsent + core_.people.name_rank(person.id)});
      }
    }
  }
  return list;
}

void PeoplePages::page(ConnectionSlot connection, std::uint32_t seq, const command::PeoplePage& wish) {
  std::vector<Entry> list = found(core_.connections[connection].guest, wish);
  const PersonId me = core_.connections[connection].person;
  notice::PeoplePage page;
  page.in_reply_to = seq;
  page.total = static_cast<std::uint32_t>(list.size());
  page.offset = std::min<std::uint32_t>(wish.offset, page.total);
  const std::uint32_t limit = std::clamp<std::uint32_t>(wish.limit, 1, 100);
  const std::uint32_t end = std::min(page.total, page.offset + limit);
  const auto by_order = [](const Entry& a, const Entry& b) {
    return std::pair(a.order, a.person) < std::pair(b.order, b.person);
  };
  std::partial_sort(list.begin(), list.begin() + end, list.end(), by_order);
  for (std::uint32_t i = page.offset; i < end; ++i) {
    page.rows.push_back(row(core_.person(list[i].person), list[i].visitor));
    if (!core_.blocks.apart(me, list[i].person)) continue;
    page.rows.back().visitor = {};
    page.rows.back().at = {};
  }
  core_.connections.send_now(connection, std::move(page));
}

void PeoplePages::who(ConnectionSlot connection, const command::WhoRequest& wish) {
  notice::Who who;
  for (const std::uint32_t id : wish.visitors) {
    const VisitorSlot slot = core_.visitors.find(VisitorId{id});
    if (slot == kNone) continue;
    who.visitors.emplace_back(VisitorId{id}, core_.person(core_.visitors[slot].person));
  }
  core_.connections.send_now(connection, std::move(who));
}

void PeoplePages::persons(ConnectionSlot connection, const command::PersonsRequest& wish) {
  notice::Persons persons;
  for (const std::uint32_t id : wish.persons) {
    if (const domain::Person* person = core_.people.find(PersonId{id})) persons.persons.push_back(*person);
  }
  core_.connections.send_now(connection, std::move(persons));
}

void PeoplePages::everybody(std::vector<VisitorHere>& all) const {
  const std::span<const Visitor> visitors = core_.visitors.all();
  const auto& live = core_.visitors.live();
  all.resize(live.size());
  // Once a second everybody, and nearly always nobody's profile is newer than the list.
  const bool newer = !core_.people.none_just_changed();
  auto to = all.begin();
  for (const VisitorSlot slot : live) {
    const Visitor& visitor = visitors[slot];
    *to++ = here(visitor, newer && just_hidden(visitor.person));
  }
}

}  // namespace posterhall::hall
