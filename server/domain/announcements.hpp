// What organisers announce to one room, to authors of unattended posters, or at a time: stored events of the "planned"
// channel, from which every replica comes to the same list. An announcement is planned, then withdrawn or given; the
// words people read are events of their own ("announce", "talk/2", "help/17"), with ids derived from the plan's number,
// so that each is there once however many replicas give it. Announcing to everybody at once needs no plan.
// Runs on: any thread (values). Owns: the list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/event.hpp"

namespace posterhall::domain {

/// Values are on the wire (proto/posterhall/v1/announce.proto) and stored: never renumbered.
enum class Audience : std::uint8_t {
  everybody = 1,
  room,                ///< who is in that breakout, or waits for it
  unattended_authors,  ///< authors who are due at their poster when it is given, and nobody is there
};

struct NewAnnouncement {
  Audience to = Audience::everybody;
  RoomId room;     ///< of Audience::room
  UnixMs due = 0;  ///< 0 = at once
  std::string text;
  friend bool operator==(const NewAnnouncement&, const NewAnnouncement&) = default;
};

/// The stored form of EventKind::announcement_planned. Its author announces.
[[nodiscard]] std::string to_text(const NewAnnouncement& announcement);
[[nodiscard]] std::optional<NewAnnouncement> parse_announcement(std::string_view text);

struct Announcement {
  enum class State : std::uint8_t { waiting = 1, given, withdrawn };  ///< on the wire
  std::uint32_t number = 0;                                           ///< of its event
  PersonId by;
  UnixMs planned_at = 0;
  NewAnnouncement what;
  State state = State::waiting;
  UnixMs settled_at = 0;      ///< when it was given or withdrawn, as the store says
  std::uint32_t reached = 0;  ///< given to authors: how many
};

/// When something may be announced: not in the past but for a slip, not after a year.
inline constexpr UnixMs kDueSlipMs = 60'000;
inline constexpr UnixMs kDueWithinMs = UnixMs{366} * 24 * 3600 * 1000;
inline constexpr std::size_t kMostWaitingAnnouncements = 50;
inline constexpr std::size_t kMostKeptAnnouncements = 200;  ///< what is settled longest ago is forgotten first

class Announcements {
 public:
  /// An event of the "planned" channel, in number order. False: changed nothing.
  bool apply(const Event& event);
  [[nodiscard]] const std::deque<Announcement>& all() const { return all_; }  ///< in the order they were planned
  [[nodiscard]] const Announcement* find(std::uint32_t number) const;
  [[nodiscard]] std::size_t waiting() const;
  /// What has to be given by now.
  [[nodiscard]] std::vector<std::uint32_t> due(UnixMs now) const;

 private:
  bool plan(const Event& event);
  bool settle(const Event& event, Announcement::State state);

  std::deque<Announcement> all_;
};

}  // namespace posterhall::domain
