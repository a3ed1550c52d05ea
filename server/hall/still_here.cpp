#include "hall/still_here.hpp"

namespace posterhall::hall {

using domain::Wakefulness;

notice::StillHere StillHere::state_of(const Guest& guest) const {
  // Who said "away" knows it.
  if (guest.visitor == kNone || !core_.visitors[guest.visitor].own || guest.says_away) return {};
  const bool attends = core_.attends(core_.visitors[guest.visitor]);
  if (!attends) return {};
  const std::uint64_t idle_ms = core_.now_ms - guest.last_input_ms;
  const Wakefulness how = domain::wakefulness(idle_ms, attends, core_.ports.away_after_ms);
  if (how != Wakefulness::asked) return {how, 0};
  const std::uint64_t left_ms = core_.ports.away_after_ms + domain::kAnswerWithinMs - idle_ms;
  return {how, core_.ports.now() + static_cast<UnixMs>(left_ms)};
}

void StillHere::tell(GuestSlot slot, const Guest& guest) {
  const notice::StillHere now = state_of(guest);
  const auto before = told_.find(guest.person);
  if (now.how == (before == told_.end() ? Wakefulness::awake : before->second)) return;
  if (now.how == Wakefulness::awake) {
    told_.erase(guest.person);
  } else {
    told_[guest.person] = now.how;
  }
  core_.tell_now(slot, core_.connections.encode(now));
}

void StillHere::sweep() {
  std::erase_if(told_, [this](const auto& told) { return core_.guests.find(told.first) == kNone; });
  core_.guests.for_each([this](GuestSlot slot, const Guest& guest) { tell(slot, guest); });
}

void StillHere::input(GuestSlot guest) {
  if (!told_.empty() && told_.contains(core_.guests[guest].person)) tell(guest, core_.guests[guest]);
}

void StillHere::welcome(ConnectionSlot connection) {
  // Coming in is input: the other tabs' question is answered by it.
  input(core_.connections[connection].guest);
}

}  // namespace posterhall::hall
