#include "hall/conversations.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

constexpr domain::Conversation kToldNothing = ~domain::Conversation{};
constexpr std::uint64_t kTellMs = 1000;
constexpr std::uint64_t kTellCrowdMs = 5000;  // an audience of hundreds changes all the time
constexpr std::size_t kCrowd = 100;
constexpr std::uint64_t kLonelyCircleMs = 2000;
constexpr std::uint64_t kAwaitedCircleMs = 15'000;  // until the second one has walked up

}  // namespace

const std::vector<VisitorSlot>& Conversations::members(domain::Conversation conversation) const {
  static const std::vector<VisitorSlot> nobody;
  const auto it = members_.find(conversation);
  return it == members_.end() ? nobody : it->second;
}

void Conversations::decide(VisitorSlot slot) {
  Visitor& visitor = core_.visitors[slot];
  if (!visitor.own) return;
  if (visitor.room) {
    set(slot, domain::make_conversation(domain::ConversationKind::room, visitor.room.value));
    return;
  }
  const domain::Position position = visitor.position();
  const domain::Tile tile = domain::tile_of(position);
  domain::Conversation conversation = core_.zones.at(tile);
  if (visitor.guest != kNone) {
    Guest& guest = core_.guests[visitor.guest];
    const domain::Conversation chosen = by_choice(guest, tile);
    const domain::Conversation circle = by_circle(guest, position);
    if (conversation == 0) conversation = chosen != 0 ? chosen : circle;
    if (std::exchange(visitor.chosen_booth, guest.chosen.arrived) != guest.chosen.arrived) core_.relay(slot);
  } else if (conversation == 0) {
    conversation = visitor.conversation;  // whose connection broke stays in what it was in
  }
  set(slot, conversation);
}

domain::Conversation Conversations::by_choice(Guest& guest, domain::Tile tile) {
  if (!guest.chosen.booth) return 0;
  const domain::Conversation booth =
      domain::make_conversation(domain::ConversationKind::booth, guest.chosen.booth.value);
  const bool inside = core_.zones.at(tile) == booth || core_.zones.aisle_of(tile) == guest.chosen.booth;
  if (inside) {
    guest.chosen.arrived = true;
  } else if (guest.chosen.arrived || core_.now_ms > guest.chosen.until_ms) {
    guest.chosen = {};
  }
  return inside ? booth : 0;
}

domain::Conversation Conversations::by_circle(Guest& guest, const domain::Position& position) {
  if (guest.circle.circle == 0) return 0;
  const auto circle = circles_.find(guest.circle.circle);
  if (circle == circles_.end()) {
    guest.circle = {};
    return 0;
  }
  if (domain::in_circle(domain::unpack_position(circle->second.centre), position)) {
    guest.circle.arrived = true;
    return guest.circle.circle;
  }
  if (guest.circle.arrived || core_.now_ms > guest.circle.until_ms) guest.circle = {};
  return 0;
}

void Conversations::set(VisitorSlot slot, domain::Conversation conversation) {
  Visitor& visitor = core_.visitors[slot];
  if (visitor.conversation == conversation) return;
  if (visitor.conversation != 0) {
    auto& before = members_[visitor.conversation];
    const VisitorSlot last = before.back();
    before[visitor.in_conversation] = last;
    core_.visitors[last].in_conversation = visitor.in_conversation;
    before.pop_back();
    changed_.insert(visitor.conversation);
    if (before.empty()) members_.erase(visitor.conversation);
  }
  visitor.conversation = conversation;
  if (conversation != 0) {
    auto& now = members_[conversation];
    visitor.in_conversation = static_cast<std::uint32_t>(now.size());
    now.push_back(slot);
    changed_.insert(conversation);
  }
  core_.relay(slot);
  untold(slot);
}

void Conversations::untold(VisitorSlot slot) {
  const GuestSlot guest = core_.visitors[slot].guest;
  if (guest != kNone) tell_soon(guest);
}

void Conversations::tell_soon(GuestSlot slot) {
  Guest& guest = core_.guests[slot];
  if (guest.conversation_untold) return;
  guest.conversation_untold = true;
  untold_.push_back(slot);
}

std::optional<PosterKey> Conversations::poster_of(domain::Conversation conversation) const {
  if (domain::kind_of(conversation) != domain::ConversationKind::booth) return std::nullopt;
  const domain::Booth* booth = domain::find_booth(core_.plan(), BoothNumber{domain::index_of(conversation)});
  return booth == nullptr ? std::nullopt : std::optional(booth->poster);
}

bool Conversations::presents(domain::Conversation conversation, PersonId person) const {
  const auto poster = poster_of(conversation);
  return poster && core_.presents(person, *poster);
}

void Conversations::tell_newcomer(GuestSlot slot) {
  core_.guests[slot].told_conversation = kToldNothing;
  tell_soon(slot);
}

notice::Member Conversations::member_row(VisitorSlot slot, std::optional<PosterKey> poster) const {
  const Visitor& visitor = core_.visitors[slot];
  const bool presents = poster && core_.presents(visitor.person, *poster);
  return {visitor.id, visitor.person, presents, visitor.away(), visitor.list_mode()};
}

SharedBytes Conversations::encode_state(domain::Conversation conversation) {
  notice::ConversationState state;
  state.conversation = conversation;
  const auto poster = poster_of(conversation);
  const auto& inside = members(conversation);
  state.members.reserve(inside.size());
  for (const VisitorSlot slot : inside) state.members.push_back(member_row(slot, poster));
  state.centre = centre_of(conversation);
  return core_.connections.encode(std::move(state));
}

void Conversations::tell() {
  std::unordered_map<domain::Conversation, SharedBytes> encoded;
  const auto bytes_of = [&](domain::Conversation conversation) -> const SharedBytes& {
    SharedBytes& bytes = encoded[conversation];
    if (!bytes) bytes = encode_state(conversation);
    return bytes;
  };
  std::vector<domain::Conversation> due;
  for (const domain::Conversation conversation : changed_) {
    const auto told = told_ms_.find(conversation);
    const std::uint64_t wait = members(conversation).size() > kCrowd ? kTellCrowdMs : kTellMs;
    if (told == told_ms_.end() || core_.now_ms - told->second >= wait) due.push_back(conversation);
  }
  for (const domain::Conversation conversation : due) {
    changed_.erase(conversation);
    if (members(conversation).empty()) {
      told_ms_.erase(conversation);
      continue;
    }
    told_ms_[conversation] = core_.now_ms;
    for (const VisitorSlot slot : members(conversation)) {
      const GuestSlot guest = core_.visitors[slot].guest;
      if (guest == kNone || core_.guests[guest].conversation_untold) continue;  // untold ones follow below
      core_.tell(guest, bytes_of(conversation));
      core_.guests[guest].told_ms = core_.now_ms;
    }
  }
  std::erase_if(untold_, [&](GuestSlot slot) {
    Guest& guest = core_.guests[slot];
    if (!guest.person || guest.visitor == kNone) {
      guest.conversation_untold = false;
      return true;
    }
    if (guest.told_ms != 0 && core_.now_ms - guest.told_ms < kTellMs) return false;
    guest.conversation_untold = false;
    const domain::Conversation conversation = core_.visitors[guest.visitor].conversation;
    if (conversation == 0 && guest.told_conversation == 0) return true;
    guest.told_conversation = conversation;
    guest.told_ms = core_.now_ms;
    core_.tell(slot, bytes_of(conversation));
    return true;
  });
}

void Conversations::know_circle(domain::Conversation circle, std::uint32_t centre) {
  if (domain::kind_of(circle) != domain::ConversationKind::circle) return;
  circles_.try_emplace(circle, Circle{centre, core_.now_ms, false});
}

domain::Conversation Conversations::new_circle() {
  const std::uint32_t counter = ++circles_made_ & 0x3fffU;
  return domain::make_conversation(domain::ConversationKind::circle, core_.number << 14 | counter);
}

std::uint32_t Conversations::centre_of(domain::Conversation circle) const {
  const auto it = circles_.find(circle);
  return it == circles_.end() ? 0 : it->second.centre;
}

void Conversations::take_seat(GuestSlot guest, domain::Conversation circle, std::uint64_t arrive_by_ms) {
  Guest& who = core_.guests[guest];
  who.circle = {circle, false, arrive_by_ms};
  if (who.visitor != kNone) decide(who.visitor);
}

void Conversations::dissolve_circles() {
  std::vector<domain::Conversation> over;
  for (auto& [id, circle] : circles_) {
    const std::vector<VisitorSlot>& inside = members(id);
    bool awaited = false;  // somebody agreed and is on the way
    core_.guests.for_each([&, circle_id = id](GuestSlot, const Guest& guest) {
      awaited = awaited ||
                (guest.circle.circle == circle_id && !guest.circle.arrived && core_.now_ms <= guest.circle.until_ms);
    });
    if (inside.size() >= 2) {
      circle.lonely_since_ms = 0;
      circle.met = true;
    } else if (circle.lonely_since_ms == 0) {
      circle.lonely_since_ms = core_.now_ms;
    } else if (!awaited && core_.now_ms - circle.lonely_since_ms >= (circle.met ? kLonelyCircleMs : kAwaitedCircleMs)) {
      over.push_back(id);
    }
  }
  for (const domain::Conversation id : over) {
    const std::vector<VisitorSlot> last = members(id);
    circles_.erase(id);
    for (const VisitorSlot slot : last) decide(slot);
  }
}

void Conversations::decide_all() {
  for (const VisitorSlot slot : core_.visitors.live()) decide(slot);
}

}  // namespace posterhall::hall
