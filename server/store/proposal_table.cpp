#include "store/proposal_table.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "domain/programme.hpp"
#include "domain/room_clock.hpp"
#include "store/catalogue_table.hpp"
#include "store/poster_table.hpp"
#include "store/programme_table.hpp"

namespace posterhall::store {
namespace {

using domain::Proposal;
using domain::ProposalFault;
using domain::ProposalState;
using domain::ProposalStep;
using hall::ProposalStored;

constexpr std::string_view kOne =
    "select id, person, poster, kind, title, summary, wanted, state, session, room, starts, ends, word, at, change "
    "from proposals where id = ?1";
constexpr std::string_view kSeveral =
    "select id, person, poster, kind, title, summary, wanted, state, session, room, starts, ends, word, at, change "
    "from proposals where ?1 = 0 or person = ?1 order by id";

/// Starts of slots as they are kept: "1776751200000 1776753900000".
std::string to_document(const std::vector<UnixMs>& starts) {
  std::string text;
  for (const UnixMs start : starts) text += (text.empty() ? "" : " ") + std::to_string(start);
  return text;
}

std::vector<UnixMs> parse_starts(const std::string& text) {
  std::vector<UnixMs> starts;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    UnixMs start = 0;
    const auto read = std::from_chars(at, end, start);
    if (read.ec != std::errc{}) break;
    starts.push_back(start);
    at = read.ptr == end ? end : read.ptr + 1;
  }
  return starts;
}

Proposal proposal_of(const Query& row) {
  Proposal out;
  out.id = row.u32(0);
  out.person = PersonId{row.u32(1)};
  out.poster = PosterKey{row.u32(2)};
  out.kind = static_cast<domain::ProposalKind>(row.int64(3));
  out.title = row.text(4);
  out.summary = row.text(5);
  out.wanted = parse_starts(row.text(6));
  out.state = static_cast<ProposalState>(row.int64(7));
  out.session = row.text(8);
  out.room = RoomId{row.u32(9)};
  out.span = {row.int64(10), row.int64(11)};
  out.word = row.text(12);
  out.at = row.int64(13);
  out.change = row.u32(14);
  return out;
}

std::optional<Proposal> read_proposal(Connection& db, std::uint32_t id) {
  Query row(db, kOne);
  if (!row.bind(id).next()) return std::nullopt;
  return proposal_of(row);
}

std::uint32_t next_mark(Connection& db) {
  Query row(db, "select coalesce(max(mark), 0) + 1 from proposals");
  return row.next() ? row.u32(0) : 1;
}

std::uint32_t count(Connection& db, PersonId person, bool open) {
  Query row(db, "select count(*) from proposals where person = ?1 and (?2 = 0 or state = ?3)");
  row.bind(person).bind(open).bind(static_cast<int>(ProposalState::proposed));
  return row.next() ? row.u32(0) : 0;
}

/// Writes what a step may change, as a new change.
ProposalStored keep(Connection& db, Proposal proposal) {
  ++proposal.change;
  const auto mark = next_mark(db);
  Query query(db,
              "update proposals set poster = ?2, kind = ?3, title = ?4, summary = ?5, wanted = ?6, state = ?7, "
              "session = ?8, room = ?9, starts = ?10, ends = ?11, word = ?12, change = ?13, mark = ?14 where id = ?1");
  query.bind(proposal.id).bind(proposal.poster).bind(static_cast<int>(proposal.kind)).bind(proposal.title);
  query.bind(proposal.summary).bind(to_document(proposal.wanted)).bind(static_cast<int>(proposal.state));
  query.bind(proposal.session).bind(proposal.room).bind(proposal.span.start).bind(proposal.span.end);
  query.bind(proposal.word).bind(proposal.change).bind(mark).run();
  return {std::move(proposal), ProposalFault::none};
}

/// An organiser said something to who proposed it.
void note_settled(Connection& db, std::uint32_t id, PersonId by, UnixMs now) {
  Query query(db, "update proposals set settled = ?2, settled_by = ?3, seen = 0 where id = ?1");
  query.bind(id).bind(now).bind(by).run();
}

void leave_programme(Proposal& proposal, ProposalState state) {
  proposal.state = state;
  proposal.session.clear();
  proposal.room = {};
  proposal.span = {};
}

std::uint32_t newest_change(Connection& db, const std::string& session) {
  Query row(db, "select coalesce(max(number), 0) from programme_changes where session = ?1");
  return row.bind(session).next() ? row.u32(0) : 0;
}

void take_out(Connection& db, const std::string& session, PersonId by, UnixMs now) {
  hall::SessionChange change;
  change.session.id = session;
  change.after = newest_change(db, session);
  change.removed = true;
  change.by = by;
  write_session_change(db, change, now);
}

ProposalFault fault_of(domain::SessionFault fault) {
  switch (fault) {
    case domain::SessionFault::none: return ProposalFault::none;
    case domain::SessionFault::room_taken: return ProposalFault::room_taken;
    case domain::SessionFault::no_such_room: return ProposalFault::no_such_room;
    case domain::SessionFault::too_many: return ProposalFault::programme_full;
    case domain::SessionFault::no_title:
    case domain::SessionFault::no_times:
    case domain::SessionFault::ends_too_early:
    case domain::SessionFault::too_long: break;
  }
  return ProposalFault::no_such_slot;
}

ProposalStored place(Connection& db, Proposal proposal, const hall::ProposalStepTaken& step, UnixMs now) {
  const auto programme = read_programme(db);
  const auto* there = domain::find_session(programme, domain::session_id_of(proposal.id));
  auto session = domain::session_of(proposal, step.proposer, step.room, step.slot, there);
  if (const auto fault = fault_of(domain::judge_session(session, programme)); fault != ProposalFault::none) {
    return {std::move(proposal), fault};
  }
  proposal.state = ProposalState::placed;
  proposal.session = session.id;
  proposal.room = session.room;
  proposal.span = session.span;
  proposal.word.clear();
  auto stored = keep(db, std::move(proposal));
  const auto after = newest_change(db, session.id);
  write_session_change(db, {std::move(session), after, false, false, step.by}, now);
  return stored;
}

ProposalStored decline(Connection& db, Proposal proposal, const hall::ProposalStepTaken& step) {
  proposal.state = ProposalState::declined;
  proposal.word = step.word;
  return keep(db, std::move(proposal));
}

/// Out of the programme first: its session is still its own then.
ProposalStored leave(Connection& db, Proposal proposal, ProposalState state, PersonId by, UnixMs now) {
  const auto session = proposal.session;
  leave_programme(proposal, state);
  auto stored = keep(db, std::move(proposal));
  if (!session.empty()) take_out(db, session, by, now);
  return stored;
}

ProposalStored change(Connection& db, Proposal proposal, const Proposal& wanted) {
  proposal.poster = wanted.poster;
  proposal.kind = wanted.kind;
  proposal.title = wanted.title;
  proposal.summary = wanted.summary;
  proposal.wanted = wanted.wanted;
  return keep(db, std::move(proposal));
}

std::string_view words_of(ProposalStep step) {
  switch (step) {
    case ProposalStep::change: return "a proposed breakout was changed";
    case ProposalStep::withdraw: return "a proposed breakout was withdrawn";
    case ProposalStep::place: return "a proposed breakout was placed";
    case ProposalStep::take_down: return "a proposed breakout was taken down";
    case ProposalStep::decline: return "a proposed breakout was declined";
  }
  return "a proposed breakout";
}

ProposalStored do_step(Connection& db, Proposal proposal, const hall::ProposalStepTaken& step, UnixMs now) {
  switch (step.step) {
    case ProposalStep::change: return change(db, std::move(proposal), step.wanted);
    case ProposalStep::withdraw: return leave(db, std::move(proposal), ProposalState::withdrawn, step.by, now);
    case ProposalStep::take_down: return leave(db, std::move(proposal), ProposalState::proposed, step.by, now);
    case ProposalStep::place: return place(db, std::move(proposal), step, now);
    case ProposalStep::decline: break;
  }
  return decline(db, std::move(proposal), step);
}

}  // namespace

std::vector<Proposal> read_proposals(Connection& db, PersonId of) {
  std::vector<Proposal> proposals;
  Query rows(db, kSeveral);
  rows.bind(of);
  while (rows.next()) proposals.push_back(proposal_of(rows));
  return proposals;
}

std::vector<hall::ProposalNews> read_proposal_news(Connection& db) {
  std::vector<hall::ProposalNews> all;
  Query rows(
      db, "select id, person, state, title, word, room, starts, ends, settled, seen, mark from proposals order by id");
  while (rows.next()) {
    all.push_back({rows.u32(0),
                   PersonId{rows.u32(1)},
                   static_cast<ProposalState>(rows.int64(2)),
                   rows.text(3),
                   rows.text(4),
                   RoomId{rows.u32(5)},
                   {rows.int64(6), rows.int64(7)},
                   rows.int64(8),
                   rows.flag(9),
                   rows.u32(10)});
  }
  return all;
}

ProposalStored write_proposal(Connection& db, const Proposal& proposal, UnixMs now) {
  if (count(db, proposal.person, true) >= domain::kMostOpenProposals) return {proposal, ProposalFault::too_many_open};
  if (count(db, proposal.person, false) >= domain::kMostProposals) return {proposal, ProposalFault::too_many};
  const auto mark = next_mark(db);
  Query query(
      db,
      "insert into proposals (person, poster, kind, title, summary, wanted, state, session, room, starts, ends, "
      "word, at, settled, settled_by, seen, change, mark) "
      "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', 0, 0, 0, '', ?8, 0, 0, 1, 1, ?9) returning id");
  query.bind(proposal.person).bind(proposal.poster).bind(static_cast<int>(proposal.kind)).bind(proposal.title);
  query.bind(proposal.summary).bind(to_document(proposal.wanted)).bind(static_cast<int>(ProposalState::proposed));
  query.bind(now).bind(mark);
  const auto id = static_cast<std::uint32_t>(query.run_for_id());
  note_catalogue(db, proposal.person, "a breakout was proposed", now);
  return {read_proposal(db, id).value_or(proposal), ProposalFault::none};
}

ProposalStored write_proposal_step(Connection& db, const hall::ProposalStepTaken& step, UnixMs now) {
  auto proposal = read_proposal(db, step.id);
  if (!proposal) return {{}, ProposalFault::gone};
  if (proposal->change != step.after) return {std::move(*proposal), ProposalFault::moved_on};
  if (const auto fault = domain::judge_step(*proposal, step.step, now); fault != ProposalFault::none) {
    return {std::move(*proposal), fault};
  }
  auto stored = do_step(db, std::move(*proposal), step, now);
  if (stored.fault != ProposalFault::none) return stored;
  const bool of_proposer = step.step == ProposalStep::change || step.step == ProposalStep::withdraw;
  if (!of_proposer) note_settled(db, step.id, step.by, now);
  note_catalogue(db, step.by, std::string(words_of(step.step)), now);
  return stored;
}

bool see_proposal(Connection& db, std::uint32_t id, PersonId by, UnixMs now) {
  {
    Query row(db, "select 1 from proposals where id = ?1 and person = ?2 and seen = 0");
    if (!row.bind(id).bind(by).next()) return false;
  }
  Query query(db, "update proposals set seen = 1 where id = ?1");
  query.bind(id).run();
  note_catalogue(db, by, "an answer to a proposed breakout was read", now);
  return true;
}

void follow_session(Connection& db, const std::string& id, const domain::Session* session, PersonId by, UnixMs now) {
  const auto number = domain::proposal_of(id);
  if (!number) return;
  auto proposal = read_proposal(db, *number);
  if (!proposal || proposal->session != id) return;
  if (session == nullptr) {
    leave_programme(*proposal, ProposalState::proposed);
  } else if (session->room == proposal->room && session->span == proposal->span) {
    return;
  } else {
    proposal->room = session->room;
    proposal->span = session->span;
  }
  keep(db, std::move(*proposal));
  note_settled(db, *number, by, now);
}

}  // namespace posterhall::store
