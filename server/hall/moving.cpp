#include "hall/moving.hpp"

#include <algorithm>
#include <cmath>

#include "domain/walking.hpp"

namespace posterhall::hall {
namespace {

constexpr double kStepPixels = 24;  // a browser's is 12 to 16 (client-web/src/model/own_place.ts)
constexpr std::uint64_t kUnderWayMs = 2000;

double distance(const domain::Position& from, const domain::Position& to) {
  return std::hypot(static_cast<double>(to.x) - from.x, static_cast<double>(to.y) - from.y);
}

/// What was sent behind a refused step, before its sender knew of that, leads on from where they do not stand. Taken
/// when time enough has been earned, it would move them once more while they already walk on from where they were put.
bool behind_refused(const RefusedStep& refused, double pixels, std::uint64_t now_ms) {
  return refused.pixels > 0 && now_ms - refused.at_ms < kUnderWayMs && pixels > std::max(refused.pixels, kStepPixels);
}

}  // namespace

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
  const double pixels = distance(from, to);
  RefusedStep& refused = guest.refused_step;
  const bool behind = behind_refused(refused, pixels, core_.now_ms);
  const bool allowed =
      !behind && domain::segment_clear(core_.plan(), from, to) && guest.allowance.take(from, to, core_.now_ms);
  if (allowed) {
    refused = {};
  } else if (!behind) {
    refused = {pixels, core_.now_ms};
  }
  avatars_.stand(visitor_slot, allowed ? to : from, sequence);
}

}  // namespace posterhall::hall
