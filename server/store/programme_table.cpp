#include "store/programme_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "store/catalogue_document.hpp"
#include "store/poster_table.hpp"
#include "store/proposal_table.hpp"

namespace posterhall::store {
namespace {

/// Under this name stand the event's times.
constexpr std::string_view kTimes;
/// Documents beside a whole session or times.
constexpr std::string_view kBack;
constexpr std::string_view kRemoved = "removed";

void settle_times(Connection& db, domain::EventInfo& event, std::uint32_t number, const std::string& document) {
  event.times.change = number;
  if (document == kBack) return;
  const auto times = parse_times_document(document);
  if (!times) return db.fail(StoreError::corrupt, "the event's times cannot be read");
  event.times = *times;
  event.times.change = number;
}

void settle_session(Connection& db, std::vector<domain::Session>& sessions, const std::string& id, std::uint32_t number,
                    const std::string& document) {
  const auto there = std::ranges::find(sessions, id, &domain::Session::id);
  if (document == kBack) {
    if (there != sessions.end()) there->change = number;
    return;
  }
  if (document == kRemoved) {
    if (there != sessions.end()) sessions.erase(there);
    return;
  }
  auto session = parse_session_document(document);
  if (!session) return db.fail(StoreError::corrupt, "a change of the programme cannot be read");
  session->id = id;
  session->change = number;
  if (there == sessions.end()) {
    sessions.push_back(std::move(*session));
  } else {
    *there = std::move(*session);
  }
}

hall::ProgrammeStored write_change(Connection& db, std::string_view session, std::uint32_t after, PersonId by,
                                   const std::string& document, UnixMs now) {
  std::uint32_t newest = 0;
  {
    Query row(db, "select coalesce(max(number), 0) from programme_changes where session = ?1");
    if (row.bind(session).next()) newest = row.u32(0);
  }
  if (newest != after) return {newest, true};
  Query query(db, "insert into programme_changes (session, number, at, person, document) values (?1, ?2, ?3, ?4, ?5)");
  query.bind(session).bind(newest + 1).bind(now).bind(by).bind(document).run();
  note_catalogue(db, by, session == kTimes ? "the event's times" : "the programme", now);
  return {newest + 1, false};
}

}  // namespace

void settle_programme(Connection& db, domain::Catalogue& catalogue) {
  Query rows(db,
             "select session, number, document from programme_changes as c "
             "where number = (select max(number) from programme_changes where session = c.session) order by session");
  while (rows.next()) {
    const std::string id = rows.text(0);
    if (id == kTimes) {
      settle_times(db, catalogue.event, rows.u32(1), rows.text(2));
    } else {
      settle_session(db, catalogue.sessions, id, rows.u32(1), rows.text(2));
    }
    if (db.failed()) return;
  }
}

hall::ProgrammeStored write_session_change(Connection& db, const hall::SessionChange& change, UnixMs now) {
  const std::string document = change.back      ? std::string(kBack)
                               : change.removed ? std::string(kRemoved)
                                                : to_document(change.session);
  const auto stored = write_change(db, change.session.id, change.after, change.by, document, now);
  // A breakout's session taken back has no file to go back to: it is out of the programme.
  const bool gone = change.removed || change.back;
  if (!stored.moved_on) follow_session(db, change.session.id, gone ? nullptr : &change.session, change.by, now);
  return stored;
}

hall::ProgrammeStored write_times_change(Connection& db, const hall::TimesChange& change, UnixMs now) {
  const std::string document = change.times ? to_document(*change.times) : std::string(kBack);
  return write_change(db, kTimes, change.after, change.by, document, now);
}

}  // namespace posterhall::store
