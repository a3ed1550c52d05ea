#include "domain/room_stage.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "domain/deck.hpp"

namespace posterhall::domain {
namespace {

constexpr std::uint32_t kMostPages = 200;

template <class T>
bool set_to(T& what, T value) {
  return std::exchange(what, value) != value;
}

}  // namespace

bool RoomStage::hand_up(PersonId person) const {
  return std::ranges::any_of(hands_, [person](const Hand& hand) { return hand.person == person; });
}

bool RoomStage::may_be_heard(PersonId person) const {
  return !muted_.contains(person) && (!quiet_ || floor_ == person);
}

bool RoomStage::raise(PersonId person, UnixMs at) {
  if (ended_ || floor_ == person || muted_.contains(person) || hand_up(person)) return false;
  if (hands_.size() >= kMostRoomHands) return false;
  hands_.push_back({person, at});
  return true;
}

bool RoomStage::lower(PersonId person) {
  return std::erase_if(hands_, [person](const Hand& hand) { return hand.person == person; }) > 0;
}

bool RoomStage::give(PersonId person) {
  if (ended_ || muted_.contains(person)) return false;
  lower(person);
  return set_to(floor_, person);
}

bool RoomStage::mute(PersonId person, bool on) {
  if (!person) return set_to(quiet_, on);
  if (!on) return muted_.erase(person) > 0;
  if (!muted_.insert(person).second) return false;
  lower(person);
  if (floor_ == person) floor_ = {};
  return true;
}

bool RoomStage::host_is_gone(PersonId host, UnixMs at) {
  if (!hosts_gone_.emplace(host, at).second) return false;
  if (lead_ == host) lead_ = {};
  return true;
}

bool RoomStage::host_is_back(PersonId host) {
  if (hosts_gone_.erase(host) == 0) return false;
  // They lead again, and nobody else is asked.
  lead_ = {};
  asked_ = {};
  called_at_ = 0;
  return true;
}

bool RoomStage::show(std::uint32_t poster, std::uint32_t deck, std::string_view page) {
  std::uint32_t number = 0;
  if (poster != 0 || deck != 0) {
    const std::uint32_t most = deck != 0 ? kMostSlides : kMostPages;
    const auto [end, error] = std::from_chars(page.data(), page.data() + page.size(), number);
    if (error != std::errc{} || end != page.data() + page.size() || number == 0 || number > most) return false;
  }
  const bool changed = shown_poster_ != poster || shown_deck_ != deck || shown_page_ != number;
  shown_poster_ = poster;
  shown_deck_ = deck;
  shown_page_ = number;
  return changed;
}

bool RoomStage::settle(const RoomWords& act, PersonId about, PersonId author, UnixMs at) {
  switch (act.deed) {
    case RoomDeed::lower_hand: {
      const PersonId whose = about ? about : author;
      return lower(whose) || (floor_ == whose && set_to(floor_, PersonId{}));
    }
    case RoomDeed::mute: return mute(about, true);
    case RoomDeed::unmute: return mute(about, false);
    case RoomDeed::name_cohost: return about && cohosts_.insert(about).second;
    case RoomDeed::drop_cohost: return cohosts_.erase(about) > 0;
    case RoomDeed::show: return show(about.value, 0, act.words);
    case RoomDeed::set_link: return set_to(link_, std::string(act.words));
    case RoomDeed::ask_for_more: return !ended_ && set_to(more_asked_, true);
    case RoomDeed::extend:
      extension_ += kExtensionMs;
      more_asked_ = warned_ = ended_ = false;
      return true;
    case RoomDeed::step_in:
      if (lead_ == author) return false;
      lead_ = author;
      asked_ = {};
      called_at_ = 0;
      return true;
    case RoomDeed::host_gone: return host_is_gone(author, at);
    case RoomDeed::host_back: return host_is_back(author);
    case RoomDeed::call_for_lead:
      if (hosts_gone_.empty() || lead_ || (called_at_ != 0 && asked_ == about)) return false;
      asked_ = about;
      called_at_ = at;
      if (hosts_gone_.contains(floor_)) floor_ = {};  // it was kept for them until now
      return true;
    case RoomDeed::warn: return set_to(warned_, true);
    case RoomDeed::end_softly:
      if (!set_to(ended_, true)) return false;
      hands_.clear();
      floor_ = {};
      more_asked_ = false;
      return true;
    default: return false;
  }
}

void RoomStage::left(PersonId person) {
  lower(person);
  if (floor_ == person) floor_ = {};
  if (lead_ == person) lead_ = {};
  // Who goes on purpose is not missed.
  if (hosts_gone_.erase(person) > 0 && hosts_gone_.empty()) {
    asked_ = {};
    called_at_ = 0;
  }
}

}  // namespace posterhall::domain
