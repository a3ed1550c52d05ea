#include "store/people_table.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "store/event_table.hpp"

namespace posterhall::store {
namespace {

using domain::Role;

constexpr std::string_view kColumns =
    "select id, email, name, short_name, affiliation, role, look, status, do_not_locate, entered from people";

domain::Person person_of_row(const Query& row) {
  domain::Person person;
  person.id = PersonId{row.u32(0)};
  person.email = row.text(1);
  person.name = row.text(2);
  person.short_name = row.text(3);
  person.affiliation = row.text(4);
  person.role = static_cast<Role>(row.u32(5));
  const auto look = row.blob(6);
  std::copy_n(look.begin(), std::min(look.size(), person.look.size()), person.look.begin());
  person.status = row.text(7);
  person.do_not_locate = row.flag(8);
  person.entered = row.flag(9);
  return person;
}

void settle_role(domain::Person& person) {
  if (person.role == Role::author && person.presents.empty()) person.role = Role::attendee;
  if (person.role == Role::attendee && !person.presents.empty()) person.role = Role::author;
}

std::int64_t channel_row_for_marks(Connection& db, const domain::Channel& channel) {
  if (const auto row = channel_row(db, channel)) return *row;
  Query insert(db, "insert into channels (kind, a, b, head) values (?1, ?2, ?3, 0) returning id");
  insert.bind(static_cast<int>(channel.kind)).bind(channel.a).bind(channel.b);
  return insert.run_for_id();
}

domain::Channel channel_of_row(const Query& row) {
  return {static_cast<domain::ChannelKind>(row.u32(0)), row.u32(1), row.u32(2)};
}

/// What others asked the organisers, the last written to first.
void add_help_of_others(Connection& db, PersonId person, hall::PersonMarks& marks) {
  Query help(db,
             "select kind, a, b, head from channels where kind = ?2 and a <> ?1 and head > 0 order by "
             "(select at from events where channel = channels.id and number = head) desc limit 100");
  help.bind(person).bind(static_cast<int>(domain::ChannelKind::help));
  while (help.next()) marks.channels.push_back({channel_of_row(help), help.u32(3)});
}

}  // namespace

hall::People read_people(Connection& db) {
  hall::People people;
  std::unordered_map<std::uint32_t, std::size_t> place_of;
  static const std::string all = std::string(kColumns) + " order by id";
  Query rows(db, all);
  while (rows.next()) {
    place_of.emplace(rows.u32(0), people.size());
    people.push_back(person_of_row(rows));
  }
  Query presents(db,
                 "select person, poster from presents join posters on posters.key = poster where live = 1 "
                 "order by person, poster");
  while (presents.next()) people[place_of.at(presents.u32(0))].presents.emplace_back(presents.u32(1));
  for (auto& person : people) settle_role(person);
  return people;
}

std::optional<domain::Person> read_person(Connection& db, PersonId id) {
  static const std::string one = std::string(kColumns) + " where id = ?1";
  std::optional<domain::Person> person;
  {
    Query row(db, one);
    if (!row.bind(id).next()) return std::nullopt;
    person = person_of_row(row);
  }
  Query presents(db,
                 "select poster from presents join posters on posters.key = poster "
                 "where person = ?1 and live = 1 order by poster");
  presents.bind(id);
  while (presents.next()) person->presents.emplace_back(presents.u32(0));
  settle_role(*person);
  return person;
}

Epoch raise_epoch(Connection& db, PersonId person) {
  Epoch epoch;
  Query query(db, "update people set epoch = epoch + 1 where id = ?1 returning epoch");
  query.bind(person);
  while (query.next()) epoch = Epoch{query.u32(0)};
  if (!epoch) db.fail(StoreError::nothing_there, "no such person");
  return epoch;
}

std::vector<Epoch> read_epochs(Connection& db, const std::vector<PersonId>& persons) {
  std::string list = "[";
  for (const PersonId person : persons) {
    if (list.size() > 1) list += ',';
    list += std::to_string(person.value);
  }
  list += ']';
  std::vector<Epoch> epochs(persons.size());
  Query query(db,
              "select wanted.key, epoch from json_each(?1) as wanted cross join people where people.id = wanted.value");
  query.bind(list);
  while (query.next()) epochs[static_cast<std::size_t>(query.int64(0))] = Epoch{query.u32(1)};
  return epochs;
}

hall::PersonMarks read_marks(Connection& db, PersonId person, bool answers_help) {
  hall::PersonMarks marks;
  {
    Query saved(db, "select poster from saves where person = ?1 order by poster");
    saved.bind(person);
    while (saved.next()) marks.saved.emplace_back(saved.u32(0));
  }
  {
    Query read(db,
               "select kind, a, b, number from read_marks join channels on channels.id = channel where person = ?1");
    read.bind(person);
    while (read.next()) marks.read.push_back({channel_of_row(read), read.u32(3)});
  }
  // Direct conversations from either side, one's own help, posters they present, posters they wrote to. `+kind` … would
  // hide the indexes: each part below is a look-up of its own.
  Query mine(db,
             "select kind, a, b, head from channels where kind = ?2 and a = ?1 union "
             "select kind, a, b, head from channels where kind = ?2 and b = ?1 union "
             "select kind, a, b, head from channels where kind = ?4 and a = ?1 and head > 0 union "
             "select kind, a, b, head from channels where kind = ?3 and a in "
             "  (select poster from presents where person = ?1) union "
             "select kind, a, b, head from channels where kind = ?3 and id in "
             "  (select channel from events where author = ?1)");
  mine.bind(person).bind(static_cast<int>(domain::ChannelKind::direct));
  mine.bind(static_cast<int>(domain::ChannelKind::poster)).bind(static_cast<int>(domain::ChannelKind::help));
  while (mine.next()) marks.channels.push_back({channel_of_row(mine), mine.u32(3)});
  if (answers_help) add_help_of_others(db, person, marks);
  return marks;
}

void write_saved(Connection& db, PersonId person, PosterKey poster, bool saved) {
  Query query(db, saved ? "insert into saves (person, poster) values (?1, ?2) on conflict do nothing"
                        : "delete from saves where person = ?1 and poster = ?2");
  query.bind(person).bind(poster).run();
}

void write_read_mark(Connection& db, PersonId person, const domain::Channel& channel, std::uint32_t number) {
  const auto row = channel_row_for_marks(db, channel);
  // Marks only move forward: an older tab must not bring unread counts back.
  Query query(
      db,
      "insert into read_marks (person, channel, number) values (?1, ?2, ?3) "
      "on conflict (person, channel) do update set number = excluded.number where excluded.number > read_marks.number");
  query.bind(person).bind(row).bind(number).run();
}

void write_profile(Connection& db, const domain::Person& person, UnixMs now) {
  {
    Query query(db, "update people set look = ?2, short_name = ?3, status = ?4, do_not_locate = ?5 where id = ?1");
    query.bind(person.id).bind(std::span<const std::uint8_t>(person.look)).bind(person.short_name);
    query.bind(person.status).bind(person.do_not_locate).run();
  }
  if (db.changes() == 0) {
    db.fail(StoreError::nothing_there, "no such person");
    return;
  }
  note_person(db, person.id, people_words::kProfile, now);
}

void note_person(Connection& db, PersonId person, const std::string& words, UnixMs now) {
  append_notice(db, domain::Channel::people(), domain::EventKind::person_changed, person, words, now);
}

}  // namespace posterhall::store
