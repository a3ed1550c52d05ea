#include "hall/invitations.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kOpenMs = 10 * 60 * 1000;
constexpr std::size_t kMostWaiting = 20;
constexpr std::uint64_t kArriveMs = 15'000;

}  // namespace

void Invitations::invite(ConnectionSlot connection, std::uint32_t seq, const command::InvitePerson& wish) {
  const Guest& guest = core_.guests[core_.connections[connection].guest];
  const auto no = [&](RejectCode code) { core_.connections.reject(connection, seq, code); };
  if (guest.visitor == kNone || wish.person == guest.person) return no(RejectCode::wrong_state);
  const Visitor& me = core_.visitors[guest.visitor];
  const VisitorSlot other = core_.visitors.find(wish.person);
  if (other == kNone) return no(RejectCode::not_found);
  const bool near = !me.room && core_.visitors[other].cell != kNone &&
                    core_.floor.geometry().in_block(core_.visitors[other].cell, me.cell);
  // Who does not want to be located can be spoken to in plain sight, but not walked with or called from afar.
  const bool hidden = core_.person(wish.person).do_not_locate;
  if (hidden && (wish.kind == InvitationKind::walk || !near)) return no(RejectCode::not_found);
  if (me.room && wish.kind == InvitationKind::talk) return no(RejectCode::wrong_state);
  RelayedSignal signal;
  signal.kind = SignalKind::invite;
  signal.visitor = me.id;
  signal.person = me.person;
  signal.to = wish.person;
  signal.value = static_cast<std::uint32_t>(wish.kind);
  signal.number = core_.number << 22 | (++made_ & 0x3fffffU);
  core_.connections.ack(connection, seq);
  if (core_.visitors[other].own) return deliver(signal);
  core_.outbox.signals.push_back(signal);
}

void Invitations::received(const RelayedSignal& signal) {
  if (signal.kind == SignalKind::invite) deliver(signal);
  if (signal.kind == SignalKind::invite_answer) answered(signal);
}

void Invitations::deliver(const RelayedSignal& signal) {
  const GuestSlot slot = core_.guests.find(signal.to);
  if (slot == kNone || core_.blocks.apart(signal.to, signal.person)) return;
  Guest& guest = core_.guests[slot];
  const auto kind = static_cast<InvitationKind>(signal.value);
  std::erase_if(guest.invitations, [&](const PendingInvitation& waiting) {
    return waiting.until_ms < core_.now_ms || (waiting.from == signal.person && waiting.kind == kind);
  });
  if (guest.invitations.size() >= kMostWaiting) guest.invitations.erase(guest.invitations.begin());
  guest.invitations.push_back({signal.number, kind, signal.person, signal.visitor, core_.now_ms + kOpenMs});
  core_.tell_now(slot,
                 core_.connections.encode(notice::Invitation{signal.number, kind, signal.person, signal.visitor}));
}

void Invitations::welcome(ConnectionSlot connection) {
  for (const PendingInvitation& waiting : core_.guests[core_.connections[connection].guest].invitations) {
    if (waiting.until_ms < core_.now_ms) continue;
    core_.connections.send_now(connection,
                               notice::Invitation{waiting.number, waiting.kind, waiting.from, waiting.from_visitor});
  }
}

void Invitations::answer(ConnectionSlot connection, std::uint32_t seq, const command::AnswerInvitation& answer) {
  const GuestSlot slot = core_.connections[connection].guest;
  Guest& guest = core_.guests[slot];
  const auto waiting = std::find_if(guest.invitations.begin(), guest.invitations.end(),
                                    [&](const PendingInvitation& p) { return p.number == answer.invitation; });
  if (waiting == guest.invitations.end()) return core_.connections.reject(connection, seq, RejectCode::not_found);
  const PendingInvitation invitation = *waiting;
  guest.invitations.erase(waiting);
  if (invitation.until_ms < core_.now_ms) return core_.connections.reject(connection, seq, RejectCode::too_old);
  const VisitorSlot inviter = core_.visitors.find(invitation.from);
  const bool talk = invitation.kind == InvitationKind::talk;
  if (answer.accept && (inviter == kNone || guest.visitor == kNone)) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  if (answer.accept && talk && (core_.visitors[inviter].room || core_.visitors[guest.visitor].room)) {
    return core_.connections.reject(connection, seq, RejectCode::moved_on);
  }
  core_.connections.ack(connection, seq);
  RelayedSignal signal;
  if (answer.accept && talk) signal = agree(slot, seq, invitation);
  signal.kind = SignalKind::invite_answer;
  signal.person = guest.person;
  signal.to = invitation.from;
  signal.number = invitation.number;
  signal.value = static_cast<std::uint32_t>(invitation.kind) << 1 | (answer.accept ? 1U : 0U);
  core_.outbox.signals.push_back(signal);
  answered(signal);
}

RelayedSignal Invitations::agree(GuestSlot slot, std::uint32_t seq, const PendingInvitation& invitation) {
  RelayedSignal signal;
  const Visitor& inviter = core_.visitors[core_.visitors.find(invitation.from)];
  const domain::Position whom = inviter.position();
  std::uint64_t arrive_by = core_.now_ms + kArriveMs;
  const bool together = domain::in_circle(whom, core_.visitors[core_.guests[slot].visitor].position());
  const domain::Conversation there = inviter.conversation;
  const bool on_zone = there != 0 && domain::kind_of(there) != domain::ConversationKind::circle;
  if (!together || (on_zone && core_.visitors[core_.guests[slot].visitor].conversation != there)) {
    core_.guests[slot].chosen = {};
    arrive_by = std::max(arrive_by, going_.lead_beside(slot, seq, whom));
  }
  if (on_zone) return signal;  // they talk where the inviter is: on a rug, at a table
  if (there != 0) {
    signal.conversation = there;
    signal.place = conversations_.centre_of(there);
  } else {
    signal.conversation = conversations_.new_circle();
    domain::Position centre = whom;
    centre.away = centre.list_mode = false;
    signal.place = domain::pack_position(centre);
  }
  conversations_.know_circle(signal.conversation, signal.place);
  conversations_.take_seat(slot, signal.conversation, arrive_by);
  return signal;
}

void Invitations::answered(const RelayedSignal& signal) {
  if (signal.conversation != 0) conversations_.know_circle(signal.conversation, signal.place);
  const GuestSlot slot = core_.guests.find(signal.to);
  if (slot == kNone) return;
  if (signal.conversation != 0 && core_.guests[slot].circle.circle != signal.conversation) {
    conversations_.take_seat(slot, signal.conversation, core_.now_ms + kArriveMs);
  }
  const auto kind = static_cast<InvitationKind>(signal.value >> 1);
  const notice::InvitationAnswered told{signal.person, kind, (signal.value & 1U) != 0};
  core_.tell_now(slot, core_.connections.encode(told));
}

}  // namespace posterhall::hall
