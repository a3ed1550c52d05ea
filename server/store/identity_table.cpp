#include "store/identity_table.hpp"

#include "store/people_table.hpp"

namespace posterhall::store {
namespace {

using Bytes = std::span<const std::uint8_t>;

std::optional<PersonId> person_of_link(Connection& db, const hall::TokenHash& link, UnixMs now) {
  Query query(db, "select person from invitations where token = ?1 and ended = 0 and expires > ?2");
  query.bind(Bytes(link)).bind(now);
  if (!query.next()) return std::nullopt;
  return PersonId{query.u32(0)};
}

void keep_what_was_chosen(Connection& db, PersonId person, const hall::NewSession& wanted) {
  Query query(db,
              "update people set entered = 1, "
              "short_name = case when ?2 = '' then short_name else ?2 end, "
              "look = case when ?3 = ?5 then look else ?3 end, "
              "time_zone = case when ?4 = '' then time_zone else ?4 end where id = ?1");
  query.bind(person).bind(wanted.short_name).bind(Bytes(wanted.look)).bind(wanted.time_zone);
  query.bind(Bytes(domain::Look{})).run();
}

}  // namespace

std::optional<domain::Person> find_link(Connection& db, const hall::TokenHash& link, UnixMs now) {
  const auto person = person_of_link(db, link, now);
  if (!person) return std::nullopt;
  return read_person(db, *person);
}

std::optional<hall::Session> open_session(Connection& db, const hall::NewSession& wanted, UnixMs now) {
  const auto person = person_of_link(db, wanted.link, now);
  if (!person) return std::nullopt;
  forget_expired(db, now);
  keep_what_was_chosen(db, *person, wanted);
  Query insert(db, "insert into sessions (person, token, created, expires) values (?1, ?2, ?3, ?4) returning id");
  insert.bind(*person).bind(Bytes(wanted.session)).bind(now).bind(wanted.expires);
  const auto device = static_cast<std::uint32_t>(insert.run_for_id());
  note_person(db, *person, people_words::kProfile, now);
  return hall::Session{*person, device, wanted.expires};
}

std::optional<hall::Session> find_session(Connection& db, const hall::TokenHash& session, UnixMs now) {
  Query query(db, "select person, id, expires from sessions where token = ?1 and expires > ?2");
  query.bind(Bytes(session)).bind(now);
  if (!query.next()) return std::nullopt;
  return hall::Session{PersonId{query.u32(0)}, query.u32(1), query.int64(2)};
}

bool end_sessions(Connection& db, const hall::TokenHash& session, bool all_of_person, UnixMs now) {
  PersonId person;
  std::string words = people_words::kEnded;
  {
    Query query(db, all_of_person
                        ? "delete from sessions where person = (select person from sessions where token = ?1) "
                          "returning person, id"
                        : "delete from sessions where token = ?1 returning person, id");
    query.bind(Bytes(session));
    while (query.next()) {
      person = PersonId{query.u32(0)};
      words += " " + std::to_string(query.u32(1));
    }
  }
  if (!person) return false;
  note_person(db, person, words, now);
  return true;
}

bool issue_ticket(Connection& db, const hall::Ticket& ticket) {
  Query query(db,
              "insert into tickets (token, session, origin, expires) "
              "select ?1, id, ?3, ?4 from sessions where token = ?2");
  query.bind(Bytes(ticket.ticket)).bind(Bytes(ticket.session)).bind(ticket.origin).bind(ticket.expires).run();
  return db.changes() > 0;
}

std::optional<hall::Session> redeem_ticket(Connection& db, const hall::TokenHash& ticket, const std::string& origin,
                                           UnixMs now) {
  std::optional<std::int64_t> session;
  {
    // Tried once is used up, whoever tried it from wherever.
    Query query(db, "delete from tickets where token = ?1 returning session, origin, expires");
    query.bind(Bytes(ticket));
    while (query.next()) {
      if (query.text(1) == origin && query.int64(2) > now) session = query.int64(0);
    }
  }
  if (!session) return std::nullopt;
  Query query(db, "select person, id, expires from sessions where id = ?1 and expires > ?2");
  query.bind(*session).bind(now);
  if (!query.next()) return std::nullopt;
  return hall::Session{PersonId{query.u32(0)}, query.u32(1), query.int64(2)};
}

void forget_expired(Connection& db, UnixMs now) {
  Query sessions(db, "delete from sessions where expires <= ?1");
  sessions.bind(now).run();
  Query tickets(db, "delete from tickets where expires <= ?1");
  tickets.bind(now).run();
}

}  // namespace posterhall::store
