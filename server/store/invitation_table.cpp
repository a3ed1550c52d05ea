#include "store/invitation_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "store/my_programme_table.hpp"
#include "store/people_table.hpp"

namespace posterhall::store {
namespace {

using domain::Role;

/// A person's own row, as far as invitations change it.
struct Row {
  PersonId id;
  std::string name, short_name, affiliation;
  Role role = Role::attendee;
  friend bool operator==(const Row&, const Row&) = default;
};

std::optional<Row> find_row(Connection& db, const std::string& email) {
  Query query(db, "select id, name, short_name, affiliation, role from people where email = ?1");
  if (!query.bind(email).next()) return std::nullopt;
  return Row{PersonId{query.u32(0)}, query.text(1), query.text(2), query.text(3), static_cast<Role>(query.u32(4))};
}

Row fill_in(Row row, const Invite& invite) {
  if (invite.name) row.name = *invite.name;
  if (invite.short_name) row.short_name = *invite.short_name;
  if (invite.affiliation) row.affiliation = *invite.affiliation;
  if (invite.role) row.role = *invite.role;
  return row;
}

PersonId insert_row(Connection& db, const Row& row, const Invite& invite) {
  Query query(db,
              "insert into people (email, name, short_name, affiliation, role, look, status, do_not_locate, time_zone, "
              "entered, epoch, marked) values (?1, ?2, ?3, ?4, ?5, ?7, '', 0, '', 0, 0, ?6) returning id");
  query.bind(invite.email).bind(row.name).bind(row.short_name).bind(row.affiliation);
  query.bind(static_cast<int>(row.role)).bind(invite.marked).bind(std::span<const std::uint8_t>(domain::Look{}));
  return PersonId{static_cast<std::uint32_t>(query.run_for_id())};
}

void update_row(Connection& db, const Row& row) {
  Query query(db, "update people set name = ?2, short_name = ?3, affiliation = ?4, role = ?5 where id = ?1");
  query.bind(row.id).bind(row.name).bind(row.short_name).bind(row.affiliation);
  query.bind(static_cast<int>(row.role)).run();
}

std::vector<PosterKey> posters_of(Connection& db, PersonId person) {
  std::vector<PosterKey> posters;
  Query query(db, "select poster from presents where person = ?1 order by poster");
  query.bind(person);
  while (query.next()) posters.emplace_back(query.u32(0));
  return posters;
}

/// True: they were others before.
bool put_posters(Connection& db, PersonId person, std::vector<PosterKey> posters) {
  std::sort(posters.begin(), posters.end());
  posters.erase(std::unique(posters.begin(), posters.end()), posters.end());
  if (posters_of(db, person) == posters) return false;
  {
    Query forget(db, "delete from presents where person = ?1");
    forget.bind(person).run();
  }
  for (const auto poster : posters) {
    Query insert(db, "insert into presents (person, poster) values (?1, ?2)");
    insert.bind(person).bind(poster).run();
  }
  return true;
}

void insert_link(Connection& db, PersonId person, const hall::TokenHash& token, UnixMs expires, UnixMs now) {
  Query query(db, "insert into invitations (person, token, created, expires, ended) values (?1, ?2, ?3, ?4, 0)");
  query.bind(person).bind(std::span<const std::uint8_t>(token)).bind(now).bind(expires).run();
}

void end_links(Connection& db, PersonId person) {
  Query query(db, "update invitations set ended = 1 where person = ?1");
  query.bind(person).run();
}

bool has_link(Connection& db, PersonId person) {
  Query query(db, "select 1 from invitations where person = ?1 and ended = 0 limit 1");
  return query.bind(person).next();
}

Invited invite_one(Connection& db, const Invite& invite, UnixMs expires, UnixMs now) {
  Invited result;
  const auto before = find_row(db, invite.email);
  const auto after = fill_in(before.value_or(Row{}), invite);
  if (before) {
    result.person = before->id;
    result.changed = after != *before;
    if (result.changed) update_row(db, after);
    result.revoked = !has_link(db, before->id);
  } else {
    result.person = insert_row(db, after, invite);
    insert_link(db, result.person, invite.token, expires, now);
    result.linked = true;
  }
  if (invite.posters && put_posters(db, result.person, *invite.posters)) result.changed = true;
  if (result.linked || result.changed) {
    note_person(db, result.person, result.linked ? people_words::kInvited : people_words::kChanged, now);
  }
  return result;
}

std::optional<PersonId> find_person(Connection& db, const std::string& email) {
  const auto row = find_row(db, email);
  if (!row) {
    db.fail(StoreError::nothing_there, "nobody has this e-mail");
    return std::nullopt;
  }
  return row->id;
}

}  // namespace

std::vector<ListedPerson> list_people(Connection& db, UnixMs now) {
  std::vector<ListedPerson> list;
  std::unordered_map<PersonId, std::size_t> place_of;
  for (auto& person : read_people(db)) {
    place_of.emplace(person.id, list.size());
    list.push_back({std::move(person), Role::attendee, false, 0, false});
  }
  {
    Query roles(db, "select id, role, marked from people");
    while (roles.next()) {
      auto& one = list[place_of.at(PersonId{roles.u32(0)})];
      one.invited_as = static_cast<Role>(roles.u32(1));
      one.marked = roles.flag(2);
    }
  }
  Query links(db, "select person, max(expires) from invitations where ended = 0 group by person");
  while (links.next()) {
    auto& one = list[place_of.at(PersonId{links.u32(0)})];
    one.expires = links.int64(1);
    one.can_enter = one.expires > now;
  }
  return list;
}

std::vector<Invited> invite_people(Connection& db, const std::vector<Invite>& rows, UnixMs expires, UnixMs now) {
  std::vector<Invited> results;
  results.reserve(rows.size());
  for (const auto& row : rows) results.push_back(invite_one(db, row, expires, now));
  return results;
}

PersonId renew_link(Connection& db, const std::string& email, const hall::TokenHash& token, UnixMs expires,
                    UnixMs now) {
  const auto person = find_person(db, email);
  if (!person) return {};
  end_links(db, *person);
  insert_link(db, *person, token, expires, now);
  note_person(db, *person, people_words::kRenewed, now);
  return *person;
}

PersonId revoke_person(Connection& db, const std::string& email, UnixMs now) {
  const auto person = find_person(db, email);
  if (!person) return {};
  end_links(db, *person);
  {
    Query query(db, "delete from sessions where person = ?1");
    query.bind(*person).run();
  }
  (void)remove_calendar(db, *person);
  note_person(db, *person, people_words::kRevoked, now);
  return *person;
}

}  // namespace posterhall::store
