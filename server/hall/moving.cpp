#include "hall/moving.hpp"

#include "domain/walking.hpp"

namespace posterhall::hall {

void Moving::move(ConnectionSlot slot, const command::Move& wish) {
  const Connection& connection = core_.connections[slot];
  Guest& guest = core_.guests[connection.guest];
  if (guest.controller != slot || guest.visitor == kNone) return;
  const VisitorSlot visitor_slot = guest.visitor;
  Visitor& visitor = core_.visitors[visitor_slot];
  if (!visitor.own || visitor.room) return;
  const std::uint32_t sequence = wish.sequence & 0xffU;
  // Older than what the record carries: was under way when the avatar was set down elsewhere.
  if (!domain::newer_sequence(sequence, domain::sequence_of(visitor.word0))) return;
  const domain::Position from = visitor.position();
  domain::Position to = domain::unpack_position(wish.place);
  to.away = from.away;
  to.list_mode = from.list_mode;
  const bool allowed = domain::segment_clear(core_.plan(), from, to) && guest.allowance.take(from, to, core_.now_ms);
  avatars_.stand(visitor_slot, allowed ? to : from, sequence);
}

}  // namespace posterhall::hall
