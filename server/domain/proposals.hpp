// Proposals for breakouts: somebody on a poster proposes a talk, demo, tutorial or discussion; an organiser gives it a
// room and a slot (then it is a session of the programme) or declines it with a word. Pure; times are arguments.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/person.hpp"

namespace posterhall::domain {

inline constexpr std::size_t kMostProposalTitle = 200;     ///< code points
inline constexpr std::size_t kMostProposalSummary = 2000;  ///< code points
inline constexpr std::size_t kMostProposalWord = 300;      ///< code points
inline constexpr std::size_t kMostWantedSlots = 3;
inline constexpr std::uint32_t kMostOpenProposals = 3;  ///< of one person that wait for an answer
inline constexpr std::uint32_t kMostProposals = 30;     ///< of one person, whatever became of them

/// Values are stored: never renumbered.
enum class ProposalKind : std::uint8_t { talk = 1, demo, tutorial, discussion };
enum class ProposalState : std::uint8_t {
  proposed = 1,
  placed,    ///< accepted: a session of the programme
  declined,  ///< with a word
  withdrawn
};

struct Proposal {
  std::uint32_t id = 0;
  PosterKey poster;
  PersonId person;
  ProposalKind kind = ProposalKind::talk;
  std::string title;
  std::string summary;
  std::vector<UnixMs> wanted;  ///< starts of slots; empty: any
  ProposalState state = ProposalState::proposed;
  std::string session;       ///< placed: its id in the programme, else empty
  RoomId room;               ///< placed: where
  TimeSpan span;             ///< placed: when
  std::string word;          ///< an organiser's, may be empty
  UnixMs at = 0;             ///< when it was proposed
  std::uint32_t change = 0;  ///< rises with each change
};

enum class ProposalFault : std::uint8_t {
  none,
  no_title,
  not_on_poster,
  no_such_slot,
  too_many_slots,
  too_many_open,
  too_many,
  gone,      ///< there is none of that number
  moved_on,  ///< somebody changed it meanwhile
  settled,   ///< its state does not allow that any more
  begun,     ///< its session has begun
  over,      ///< the slot has passed
  room_taken,
  no_such_room,
  programme_full
};

/// What its proposer says of it. Slots that are gone from event.toml since may stay wanted: `before` has them.
[[nodiscard]] ProposalFault judge_proposal(const Proposal& proposal, const Person& proposer,
                                           const std::vector<BreakoutSlot>& slots, const std::vector<UnixMs>& before);

enum class ProposalStep : std::uint8_t { change, withdraw, place, take_down, decline };
/// May it be done to a proposal in its state now? What has begun is not taken out of the programme.
[[nodiscard]] ProposalFault judge_step(const Proposal& proposal, ProposalStep step, UnixMs now);

/// What meets the proposer at one slot.
struct ProposalClash {
  enum class Kind : std::uint8_t {
    shift = 1,  ///< they tend a poster then
    hosting,    ///< they host another session then
    room        ///< another session is in that room then
  };
  Kind kind = Kind::shift;
  PosterKey poster;     ///< shift: which
  std::string session;  ///< hosting, room: which
  TimeSpan span;        ///< of the shift or the session
  friend bool operator==(const ProposalClash&, const ProposalClash&) = default;
};
/// `room` 0: only what does not hang on a room. Its own session is none.
[[nodiscard]] std::vector<ProposalClash> clashes_of(const Proposal& proposal, const Person& proposer, RoomId room,
                                                    const TimeSpan& slot, const Catalogue& catalogue);

/// The programme's session a proposal becomes. `there`: its session as it is by now, whose words stay.
[[nodiscard]] Session session_of(const Proposal& proposal, const Person& proposer, RoomId room,
                                 const BreakoutSlot& slot, const Session* there);

/// The id of a proposal's session; and the proposal of a session, if it is one's.
[[nodiscard]] std::string session_id_of(std::uint32_t proposal);
[[nodiscard]] std::optional<std::uint32_t> proposal_of(const std::string& session);

}  // namespace posterhall::domain
