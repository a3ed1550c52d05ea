// Order: the measures that hold on people, and the reports that are open. The same object everywhere: every replica
// applies the events of the "order" channel in number order, from the first. Times come as arguments.
// Runs on: any thread (a value). Owns: its measures and open reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/event.hpp"
#include "domain/permission.hpp"

namespace posterhall::domain {

/// Values are stored and on the wire: never renumbered.
enum class MeasureKind : std::uint8_t { warn = 1, mute, remove, ban };

inline constexpr std::uint32_t kMostMinutes = 525'600;  ///< a year; longer is "until lifted"

/// What is asked for; the event's number, author and time make a Measure of it.
struct NewMeasure {
  MeasureKind kind = MeasureKind::warn;
  PersonId person;
  std::uint32_t minutes = 0;  ///< 0 = until lifted; means nothing for warn and remove
  std::string reason;
};

struct Measure {
  std::uint32_t number = 0;
  MeasureKind kind = MeasureKind::warn;
  PersonId person;
  PersonId by;  ///< nobody: the command line
  UnixMs at = 0;
  UnixMs until = 0;  ///< 0 = until lifted
  std::string reason;
  std::uint32_t report = 0;  ///< it answers
  bool lifted = false;
  bool seen = false;

  /// A mute or ban that is in force.
  [[nodiscard]] bool holds(UnixMs now) const {
    const bool lasting = kind == MeasureKind::mute || kind == MeasureKind::ban;
    return lasting && !lifted && (until == 0 || now < until);
  }
};

struct ReportedLine {
  PersonId person;
  UnixMs at = 0;
  bool as_reported = false;  ///< said by the reporter, not kept by the server
  std::string text;
  friend bool operator==(const ReportedLine&, const ReportedLine&) = default;
};

struct NewReport {
  PersonId about;
  std::optional<Channel> channel;  ///< of the stored message it is about
  std::uint32_t message_number = 0;
  std::string message;  ///< its words as they were
  std::string reason;
  std::vector<ReportedLine> lines;
};

struct Report {
  std::uint32_t number = 0;
  PersonId by;
  UnixMs at = 0;
  NewReport what;
};

class OrderBook {
 public:
  enum class Change : std::uint8_t { none, measured, lifted, seen, reported, settled };
  struct Applied {
    Change what = Change::none;
    std::uint32_t number = 0;  ///< of the measure or report it is about
  };

  /// Events must come in number order; one that came before, or that says nothing, changes nothing. A measure taken
  /// by somebody who was banned by an earlier one is void: of two who ban each other, the first one counts.
  Applied apply(const Event& event);

  [[nodiscard]] std::uint32_t applied() const { return applied_; }  ///< the highest number seen
  [[nodiscard]] const Measure* measure(std::uint32_t number) const;
  [[nodiscard]] const Report* open_report(std::uint32_t number) const;
  /// The one in force that lasts longest, or null.
  [[nodiscard]] const Measure* muted(PersonId person, UnixMs now) const {
    return longest(person, MeasureKind::mute, now);
  }
  [[nodiscard]] const Measure* banned(PersonId person, UnixMs now) const {
    return longest(person, MeasureKind::ban, now);
  }
  /// What the person should read: what is in force, and warnings and removals not seen yet; the oldest first.
  [[nodiscard]] std::vector<const Measure*> to_tell(PersonId person, UnixMs now) const;
  /// Everything ever taken on the person, the newest first.
  [[nodiscard]] std::vector<const Measure*> taken_on(PersonId person) const;
  /// Mutes and bans in force, the newest first.
  [[nodiscard]] std::vector<const Measure*> in_force(UnixMs now) const;
  /// By number: the oldest first.
  [[nodiscard]] const std::map<std::uint32_t, Report>& open_reports() const { return open_; }
  /// Over measures and open reports: replicas that differ have a fault.
  [[nodiscard]] std::uint64_t state_hash() const;

 private:
  Applied take(const Event& event);
  [[nodiscard]] const Measure* longest(PersonId person, MeasureKind kind, UnixMs now) const;

  std::uint32_t applied_ = 0;
  std::map<std::uint32_t, Measure> measures_;
  std::unordered_map<PersonId, std::vector<std::uint32_t>> of_person_;
  std::map<std::uint32_t, Report> open_;
};

/// Whom each person does not want to hear: acts both ways, is known only to who did it.
class Blocks {
 public:
  /// True when it changed something.
  bool apply(const Event& event);
  [[nodiscard]] std::uint32_t applied() const { return applied_; }  ///< the highest number seen
  /// Did one of the two block the other?
  [[nodiscard]] bool apart(PersonId a, PersonId b) const { return !by_.empty() && (has(a, b) || has(b, a)); }
  [[nodiscard]] bool has(PersonId who, PersonId whom) const;
  [[nodiscard]] std::vector<PersonId> of(PersonId who) const;  ///< by id

 private:
  std::uint32_t applied_ = 0;
  std::unordered_map<PersonId, std::vector<PersonId>> by_;
};

// Who may do what to whom. The permission table has the ranks: own = about somebody who keeps no order, other = about
// a moderator or an organiser.

struct Party {
  PersonId id;
  Role role = Role::attendee;
};

[[nodiscard]] constexpr bool keeps_order(Role role) { return role >= Role::moderator; }
[[nodiscard]] constexpr Whose whose_order(Role about) { return keeps_order(about) ? Whose::other : Whose::own; }
[[nodiscard]] Act act_of(MeasureKind kind);
/// `organisers`: how many of them may still come in. Nobody measures themselves; the last organiser cannot be measured.
[[nodiscard]] bool may_measure(const Party& by, const Party& whom, MeasureKind kind, std::size_t organisers);
/// Nobody lifts what was taken on themselves.
[[nodiscard]] bool may_lift(const Party& by, const Party& whom);
/// Nobody settles what is said about themselves.
[[nodiscard]] bool may_settle(const Party& by, const Party& about);
/// What somebody who is muted does not do.
[[nodiscard]] bool stopped_by_mute(Act act);

}  // namespace posterhall::domain
