// What the hall tells a connection, before it is encoded (proto/posterhall/v1/server.proto has the meaning and lane).
// The state frame is not here: it is built from records, see state_frame in wire/.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/announcements.hpp"
#include "domain/event.hpp"
#include "domain/order.hpp"
#include "domain/person.hpp"
#include "domain/room_clock.hpp"
#include "domain/room_questions.hpp"
#include "domain/room_stage.hpp"
#include "hall/command.hpp"
#include "hall/notice_booth.hpp"
#include "hall/notice_order.hpp"
#include "hall/ports/outlet.hpp"
#include "hall/ports/poster_requests.hpp"
#include "hall/ports/proposal_store.hpp"

namespace posterhall::hall {

/// As proto RejectCode, same values.
enum class RejectCode : std::uint8_t {
  malformed = 1,
  not_allowed,
  not_found,
  rate_limited,
  text_empty,
  text_too_long,
  moved_on,
  nobody_near,
  not_in_control,
  room_closed,
  room_full,
  store_unavailable,
  wrong_state,
  no_free_place,
  declined,
  too_old,
  muted,
  banned,
  undeliverable,
  event_closed,
  before_doors,
  room_quiet,
  room_taken
};

namespace notice {

struct ChannelHead {
  domain::Channel channel;
  std::uint32_t head = 0;
  std::uint32_t read = 0;
};
struct Welcome {
  VisitorId visitor;
  domain::Person me;
  Epoch epoch;
  bool in_control = true;
  std::uint32_t place = 0;
  std::string catalogue_hash, plan_hash, client_build, process;
  UnixMs now = 0;
  std::vector<ChannelHead> channels;
  std::vector<PosterKey> saved;
  std::vector<std::string> may;
  std::uint32_t sequence = 0;
  std::uint32_t people_here = 0;
};
struct ShownEvent {
  domain::Event event;
  bool author_of_poster = false;
};
struct Events {
  std::vector<ShownEvent> events;
};
struct Ack {
  std::uint32_t in_reply_to = 0;
  std::uint32_t number = 0;
  UnixMs at = 0;
};
struct Reject {
  std::uint32_t in_reply_to = 0;
  RejectCode code = RejectCode::malformed;
  std::uint32_t retry_after_ms = 0;
  std::string reason = {};  ///< of a mute or ban
  UnixMs until = 0;         ///< of a mute or ban; 0 = until lifted
};
struct Who {
  std::vector<std::pair<VisitorId, domain::Person>> visitors;
};
struct Persons {
  std::vector<domain::Person> persons;
};
struct Whereabouts {
  enum class At : std::uint8_t { hidden, booth, room, stage, foyer, aisle, not_here, table };
  At at = At::hidden;
  std::uint32_t value = 0;
};
struct PersonRow {
  domain::Person person;
  VisitorId visitor;
  Whereabouts at;
  bool away = false;
  bool list_mode = false;
};
struct PeoplePage {
  std::uint32_t in_reply_to = 0;
  std::uint32_t total = 0;
  std::uint32_t offset = 0;
  std::vector<PersonRow> rows;
};
struct RoomFact {
  RoomId room;
  bool open = false;
  std::uint32_t members = 0;
  std::uint32_t capacity = 0;
  std::string session;
  std::uint32_t waiting = 0;
};
struct BoothFact {
  BoothNumber booth;
  std::uint32_t visitors = 0;
  bool attended = false;
  bool needs_visitors = false;
};
struct CellFact {
  std::uint32_t cell = 0;
  std::uint32_t people = 0;
};
struct HallFacts {
  std::uint32_t version = 0;
  bool full = false;
  bool apart = false;  ///< the hall's other processes are out of reach: who came in there is not seen
  std::vector<BoothFact> booths;
  std::uint32_t people_here = 0;
  std::vector<CellFact> cells;
  std::vector<RoomFact> rooms;
};
struct Nearby {
  std::uint32_t conversation = 0;
  VisitorId visitor;
  PersonId person;
  std::string text;
  UnixMs at = 0;
  domain::ClientEventId client_id{};
};
struct Member {
  VisitorId visitor;
  PersonId person;
  bool presents = false;
  bool away = false;
  bool list_mode = false;
};
struct ConversationState {
  std::uint32_t conversation = 0;
  std::vector<Member> members;
  std::uint32_t centre = 0;
};
struct Going {
  std::uint32_t in_reply_to = 0;
  std::uint32_t place = 0;
  bool set_down = false;
  std::uint32_t sequence = 0;
};
struct Watching {
  domain::Channel channel;
  std::uint32_t head = 0;
  std::uint32_t resumed = 0;
  std::uint32_t gap_from = 0, gap_to = 0;  ///< gap_to = 0: no gap
};
struct HistoryPage {
  std::uint32_t in_reply_to = 0;
  domain::Channel channel;
  std::vector<ShownEvent> events;
  bool more = false;
};
struct TypingNow {
  bool nearby = true;
  domain::Channel channel;
  PersonId person;
};
struct Emoted {
  VisitorId visitor;
  std::uint32_t emote = 0;
};
struct Invitation {
  std::uint32_t invitation = 0;
  InvitationKind kind = InvitationKind::talk;
  PersonId from;
  VisitorId from_visitor;
};
struct InvitationAnswered {
  PersonId person;
  InvitationKind kind = InvitationKind::talk;
  bool accepted = false;
};
struct Control {
  bool in_control = true;
  Epoch epoch;
  bool other_device = false;
};
/// Slides as those who may see them are told of them.
struct RoomDeck {
  std::uint32_t id = 0;  ///< 0 = none
  std::uint32_t pages = 0;
  std::string name, list;  ///< no list: taken away
};
struct RoomState {
  RoomId room;
  bool open = false, inside = false, may_host = false;
  std::uint32_t members = 0, capacity = 0;
  std::string session;
  std::vector<Member> people;
  domain::RoomTimes times;  ///< of its session; all 0 = none runs
  bool leads = false;
  std::vector<domain::RoomStage::Hand> hands;  ///< <= 200
  std::uint32_t hands_up = 0;
  PersonId floor;
  bool quiet = false, muted = false;
  std::vector<PersonId> muted_persons;
  std::vector<PersonId> hosts, cohosts;
  PersonId lead;
  std::vector<PersonId> hosts_gone;
  UnixMs floor_until = 0;
  bool asked = false, more_asked = false, warned = false, ended = false;
  PosterKey shown_poster;
  std::uint32_t shown_page = 0;
  std::string link;
  std::uint32_t waiting = 0, waiting_place = 0;
  std::vector<PersonId> waiting_persons;  ///< <= 50
  std::uint32_t in_list_mode = 0;
  bool put_out = false;
  RoomDeck shown_deck;  ///< shown_page is of it
  RoomDeck ready_deck;  ///< for who may show: the session's own
};
struct RoomQuestion {
  std::uint32_t number = 0;
  PersonId person;  ///< nobody = without a name
  std::string text, answer;
  domain::RoomQuestion::State state = domain::RoomQuestion::State::asked;
  std::uint32_t wants = 0;
  bool wanted = false, mine = false;
  UnixMs at = 0;
};
struct RoomQuestions {
  RoomId room;
  bool full = false;
  std::vector<RoomQuestion> questions;
};
struct CatalogueChanged {
  std::string catalogue_hash, plan_hash;
};
struct ProfilesChanged {
  std::vector<PersonId> persons;
};
struct Closing {
  CloseReason reason = CloseReason::restart;
  std::uint32_t retry_after_ms = 0;
};
struct Pong {
  UnixMs now = 0;
};
struct SavedPosters {
  std::vector<PosterKey> saved;
};
struct ReadMarks {
  std::vector<ChannelHead> channels;
};

struct PosterDesk {
  std::uint32_t open_requests = 0;
  std::vector<RequestState> answers;
  std::uint32_t open_proposals = 0;       ///< organisers: breakouts that wait for them
  std::uint32_t proposals_mark = 0;       ///< another one: ask for proposals again
  std::vector<ProposalNews> decisions{};  ///< about their own, not seen yet
  friend bool operator==(const PosterDesk&, const PosterDesk&) = default;
};

struct Announced {
  domain::Announcement announcement;
  std::string by;  ///< the name
};
struct PlannedAnnouncements {
  std::vector<Announced> rows;  ///< in the order they were planned
};

}  // namespace notice

using Notice =
    std::variant<notice::Welcome, notice::Events, notice::Ack, notice::Reject, notice::Who, notice::Persons,
                 notice::PeoplePage, notice::HallFacts, notice::Nearby, notice::ConversationState, notice::Going,
                 notice::Watching, notice::HistoryPage, notice::TypingNow, notice::Emoted, notice::Invitation,
                 notice::InvitationAnswered, notice::Control, notice::RoomState, notice::CatalogueChanged,
                 notice::ProfilesChanged, notice::Closing, notice::Pong, notice::SavedPosters, notice::ReadMarks,
                 notice::MyMeasure, notice::OrderQueuePage, notice::ReportFiled, notice::OrderChanged,
                 notice::BlockedPeople, notice::AuthorCall, notice::BoothCalls, notice::StillHere, notice::BackWanted,
                 notice::AuthorBack, notice::PosterDesk, notice::Pointers, notice::Hands, notice::RoomQuestions,
                 notice::PlannedAnnouncements>;

/// Records of a state frame: pairs of fixed32 words, and ids that left.
struct StateBlock {
  std::uint32_t step = 0;
  std::uint32_t centre_cell = 0;  ///< row * 65536 + column
  bool snapshot = false;
  std::span<const std::uint32_t> records;  ///< two words each
  std::span<const std::uint32_t> gone;
};

/// Port, implemented by wire: notices and state blocks to complete WebSocket binary frames (header included).
class Encoder {
 public:
  virtual ~Encoder() = default;
  virtual SharedBytes notice(const Notice& notice) = 0;
  virtual SharedBytes state(const StateBlock& block) = 0;
};

}  // namespace posterhall::hall
