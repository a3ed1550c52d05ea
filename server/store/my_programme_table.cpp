#include "store/my_programme_table.hpp"

#include "domain/my_programme.hpp"

namespace posterhall::store {
namespace {

std::vector<std::string> read_sessions(Connection& db, PersonId person) {
  std::vector<std::string> sessions;
  Query rows(db, "select session from programme_saved where person = ?1 order by at, session");
  rows.bind(person);
  while (rows.next()) sessions.push_back(rows.text(0));
  return sessions;
}

}  // namespace

hall::ChosenSessions read_chosen(Connection& db, PersonId person) {
  hall::ChosenSessions chosen{read_sessions(db, person), 0};
  Query row(db, "select created from calendars where person = ?1");
  if (row.bind(person).next()) chosen.calendar_at = row.int64(0);
  return chosen;
}

bool write_chosen(Connection& db, PersonId person, const std::string& session, bool on, UnixMs now) {
  if (!on) {
    Query query(db, "delete from programme_saved where person = ?1 and session = ?2");
    query.bind(person).bind(session).run();
    return true;
  }
  {
    Query row(db, "select count(*) from programme_saved where person = ?1 and session <> ?2");
    row.bind(person).bind(session);
    if (!row.next() || row.int64(0) >= static_cast<std::int64_t>(domain::kMostChosen)) return false;
  }
  Query query(db, "insert into programme_saved (person, session, at) values (?1, ?2, ?3) on conflict do nothing");
  query.bind(person).bind(session).bind(now).run();
  return true;
}

UnixMs write_calendar(Connection& db, PersonId person, const hall::TokenHash& address, UnixMs now) {
  Query query(db,
              "insert into calendars (person, address, created) values (?1, ?2, ?3) "
              "on conflict (person) do update set address = excluded.address, created = excluded.created");
  query.bind(person).bind(address).bind(now).run();
  return now;
}

bool remove_calendar(Connection& db, PersonId person) {
  {
    Query row(db, "select 1 from calendars where person = ?1");
    row.bind(person);
    if (!row.next()) return false;
  }
  Query query(db, "delete from calendars where person = ?1");
  query.bind(person).run();
  return true;
}

hall::CalendarOf read_calendar(Connection& db, const hall::TokenHash& address) {
  hall::CalendarOf calendar;
  {
    Query row(db, "select person from calendars where address = ?1");
    row.bind(address);
    if (!row.next()) return calendar;
    calendar.person = PersonId{row.u32(0)};
  }
  calendar.sessions = read_sessions(db, calendar.person);
  return calendar;
}

}  // namespace posterhall::store
