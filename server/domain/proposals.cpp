#include "domain/proposals.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "domain/my_programme.hpp"
#include "domain/programme.hpp"
#include "domain/room_clock.hpp"
#include "domain/slots.hpp"

namespace posterhall::domain {
namespace {

constexpr std::string_view kSessionId = "proposal-";

bool meet(const TimeSpan& a, const TimeSpan& b) { return a.start < b.end && b.start < a.end; }

}  // namespace

ProposalFault judge_proposal(const Proposal& proposal, const Person& proposer, const std::vector<BreakoutSlot>& slots,
                             const std::vector<UnixMs>& before) {
  if (std::ranges::find(proposer.presents, proposal.poster) == proposer.presents.end()) {
    return ProposalFault::not_on_poster;
  }
  if (proposal.title.empty()) return ProposalFault::no_title;
  if (proposal.wanted.size() > kMostWantedSlots) return ProposalFault::too_many_slots;
  const bool known = std::ranges::all_of(proposal.wanted, [&](UnixMs start) {
    return find_slot(slots, start) != nullptr || std::ranges::find(before, start) != before.end();
  });
  return known ? ProposalFault::none : ProposalFault::no_such_slot;
}

ProposalFault judge_step(const Proposal& proposal, ProposalStep step, UnixMs now) {
  const auto state = proposal.state;
  const bool waits = state == ProposalState::proposed;
  const bool placed = state == ProposalState::placed;
  bool allowed = false;
  switch (step) {
    case ProposalStep::change:
    case ProposalStep::decline: allowed = waits; break;
    case ProposalStep::withdraw: allowed = waits || placed; break;
    case ProposalStep::place: allowed = waits || placed || state == ProposalState::declined; break;
    case ProposalStep::take_down: allowed = placed; break;
  }
  if (!allowed) return ProposalFault::settled;
  return placed && now >= proposal.span.start ? ProposalFault::begun : ProposalFault::none;
}

std::vector<ProposalClash> clashes_of(const Proposal& proposal, const Person& proposer, RoomId room,
                                      const TimeSpan& slot, const Catalogue& catalogue) {
  using Kind = ProposalClash::Kind;
  std::vector<ProposalClash> clashes;
  for (const auto& shift : programme_of(catalogue, proposer, {}).shifts) {
    if (meet(shift.span, slot)) clashes.push_back({Kind::shift, shift.poster, {}, shift.span});
  }
  for (const Session& session : catalogue.sessions) {
    const bool own = !proposal.session.empty() && session.id == proposal.session;
    if (own || session.span.end <= session.span.start || !meet(session.span, slot)) continue;
    if (hosts(session, proposer.email)) clashes.push_back({Kind::hosting, {}, session.id, session.span});
    if (room && session.room == room) clashes.push_back({Kind::room, {}, session.id, session.span});
  }
  return clashes;
}

Session session_of(const Proposal& proposal, const Person& proposer, RoomId room, const BreakoutSlot& slot,
                   const Session* there) {
  Session session;
  if (there != nullptr) {
    session = *there;
  } else {
    session.id = session_id_of(proposal.id);
    session.title = proposal.title;
    session.kind = SessionKind::breakout;
    session.people = {proposer.name};
    session.host_emails = {proposer.email};
    session.summary = proposal.summary;
  }
  session.room = room;
  session.span = slot.span;
  session.day = slot.day;
  return session;
}

std::string session_id_of(std::uint32_t proposal) { return std::string(kSessionId) + std::to_string(proposal); }

std::optional<std::uint32_t> proposal_of(const std::string& session) {
  const std::string_view text = session;
  if (!text.starts_with(kSessionId)) return std::nullopt;
  const auto digits = text.substr(kSessionId.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number == 0) return std::nullopt;
  return number;
}

}  // namespace posterhall::domain
