// RoomStage: who may be heard in a breakout: hands in order, the floor, who is muted, who leads when the host is gone;
// and what is shown there. The same object everywhere; events come in number order (BreakoutRoom). No clock: the times
// are in the events. Runs on: any thread (a value). Owns: its lists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/room_deed.hpp"

namespace posterhall::domain {

inline constexpr std::size_t kMostRoomHands = 1000;
/// So long the floor of a host who lost the connection is kept, before somebody else is asked to lead.
inline constexpr UnixMs kFloorKeptMs = 30'000;
inline constexpr UnixMs kExtensionMs = 5 * 60 * 1000;

class RoomStage {
 public:
  struct Hand {
    PersonId person;
    UnixMs since = 0;
    friend bool operator==(const Hand&, const Hand&) = default;
  };

  /// True when it changed something. `seated(person)`: has a seat there.
  template <class Seated>
  bool apply(const RoomWords& act, std::uint32_t ref, PersonId author, UnixMs at, Seated seated) {
    const PersonId about{ref};
    if (act.deed == RoomDeed::raise_hand) return seated(author) && raise(author, at);
    if (act.deed == RoomDeed::give_floor) return (!about || seated(about)) && give(about);
    return settle(act, about, author, at);
  }
  /// Who left has no hand up and no floor, and is not missed as a host.
  void left(PersonId person);
  void clear() { *this = {}; }
  /// One page of slides, for all; 0 = nothing. True when it changed something.
  bool show_deck(std::uint32_t deck, std::string_view page) { return show(0, deck, page); }

  [[nodiscard]] const std::vector<Hand>& hands() const { return hands_; }  ///< in the order they will be asked
  [[nodiscard]] PersonId floor() const { return floor_; }
  [[nodiscard]] bool quiet() const { return quiet_; }
  [[nodiscard]] const std::set<PersonId>& muted() const { return muted_; }
  [[nodiscard]] const std::set<PersonId>& cohosts() const { return cohosts_; }
  [[nodiscard]] PersonId lead() const { return lead_; }  ///< who stepped in, nobody = the hosts lead
  /// Hosts who lost their connection, and since when.
  [[nodiscard]] const std::map<PersonId, UnixMs>& hosts_gone() const { return hosts_gone_; }
  /// Somebody was asked to lead: `asked` says who, nobody = the organisers on duty.
  [[nodiscard]] bool calls_for_lead() const { return called_at_ != 0; }
  [[nodiscard]] PersonId asked() const { return asked_; }
  [[nodiscard]] UnixMs called_at() const { return called_at_; }
  [[nodiscard]] bool more_asked() const { return more_asked_; }
  [[nodiscard]] bool warned() const { return warned_; }
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] UnixMs extension() const { return extension_; }
  [[nodiscard]] std::uint32_t shown_poster() const { return shown_poster_; }  ///< its key, 0 = nothing
  [[nodiscard]] std::uint32_t shown_deck() const { return shown_deck_; }      ///< slides; never with a poster
  [[nodiscard]] std::uint32_t shown_page() const { return shown_page_; }
  [[nodiscard]] const std::string& link() const { return link_; }
  [[nodiscard]] bool hand_up(PersonId person) const;
  /// May a person who does not lead write and ask?
  [[nodiscard]] bool may_be_heard(PersonId person) const;
  [[nodiscard]] bool leads(PersonId person) const { return person && (lead_ == person || cohosts_.contains(person)); }
  /// Feeds `mix(number)` with all of it, in a fixed order.
  template <class Mix>
  void hash(Mix mix) const {
    for (const Hand& hand : hands_) mix(hand.person.value);
    mix(floor_.value);
    mix(quiet_ ? 1U : 0U);
    for (const PersonId person : muted_) mix(person.value);
    for (const PersonId person : cohosts_) mix(person.value);
    mix(lead_.value);
    for (const auto& [person, since] : hosts_gone_) mix(person.value);
    mix(static_cast<std::uint64_t>(extension_));
    mix((warned_ ? 1U : 0U) | (ended_ ? 2U : 0U) | (more_asked_ ? 4U : 0U) | (called_at_ != 0 ? 8U : 0U));
    mix(std::uint64_t{shown_poster_} << 32 | shown_page_);
    if (shown_deck_ != 0) mix(shown_deck_);  // never in a room of rules 2: as those mix it
    for (const char c : link_) mix(static_cast<unsigned char>(c));
  }

 private:
  bool raise(PersonId person, UnixMs at);
  bool lower(PersonId person);
  bool give(PersonId person);
  bool mute(PersonId person, bool on);
  bool settle(const RoomWords& act, PersonId about, PersonId author, UnixMs at);
  bool host_is_gone(PersonId host, UnixMs at);
  bool host_is_back(PersonId host);
  bool show(std::uint32_t poster, std::uint32_t deck, std::string_view page);

  std::vector<Hand> hands_;
  PersonId floor_;
  bool quiet_ = false;
  std::set<PersonId> muted_;
  std::set<PersonId> cohosts_;
  PersonId lead_;
  std::map<PersonId, UnixMs> hosts_gone_;
  PersonId asked_;
  UnixMs called_at_ = 0;
  bool more_asked_ = false;
  bool warned_ = false;
  bool ended_ = false;
  UnixMs extension_ = 0;
  std::uint32_t shown_poster_ = 0;
  std::uint32_t shown_deck_ = 0;
  std::uint32_t shown_page_ = 0;
  std::string link_;
};

}  // namespace posterhall::domain
