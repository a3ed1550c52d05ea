// What a connection may ask of the hall, already decoded and checked for shape (proto/posterhall/v1/client.proto has
// the meaning, state and rate of each). Text in here is cleaned and within its limit.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "domain/announcements.hpp"
#include "domain/event.hpp"
#include "domain/order.hpp"
#include "domain/person.hpp"
#include "domain/room_deed.hpp"

namespace posterhall::hall {

enum class View : std::uint8_t { hall = 1, list = 2 };
enum class GoHow : std::uint8_t { by_distance, walk, set_down };
enum class InvitationKind : std::uint8_t { talk = 1, walk = 2 };

struct GoTarget {
  enum class Kind : std::uint8_t { booth, person, room_door, table, stage, step_out, help_desk };
  Kind kind = Kind::booth;
  std::uint32_t value = 0;
};

namespace command {

struct Enter {
  View view = View::hall;
  std::string client_build;
  std::vector<domain::Head> resume;  ///< channel and the highest number the tab has
  std::array<std::uint8_t, 16> tab_id{};
  bool watch_only = false;
  std::uint32_t place = 0;  ///< where a reconnecting tab stood, a record's second word; 0 = not said
  bool at_booth = false;    ///< it stood in an aisle and belonged to its booth
};
struct Move {
  std::uint32_t sequence = 0;
  std::uint32_t place = 0;
};
struct Go {
  GoTarget target;
  GoHow how = GoHow::by_distance;
};
struct ClaimControl {};
struct Leave {};
struct Activity {
  bool hidden = false;
  bool input = false;
  View view = View::hall;
};
struct WhoRequest {
  std::vector<std::uint32_t> visitors;
};
struct PersonsRequest {
  std::vector<std::uint32_t> persons;
};
struct PeoplePage {
  std::uint32_t offset = 0;
  std::uint32_t limit = 50;
  std::string filter;
  bool nearest = false;
};
struct Say {
  domain::ClientEventId client_id{};
  std::string text;
  std::uint32_t conversation = 0;
};
struct Send {
  domain::Channel channel;
  domain::ClientEventId client_id{};
  domain::EventKind kind = domain::EventKind::message;
  std::string text;
  std::uint32_t ref = 0;
};
struct Edit {
  domain::Channel channel;
  domain::ClientEventId client_id{};
  std::uint32_t ref = 0;
  std::string text;
};
struct Delete {
  domain::Channel channel;
  domain::ClientEventId client_id{};
  std::uint32_t ref = 0;
};
struct Typing {
  bool nearby = true;
  domain::Channel channel;
};
struct Watch {
  domain::Channel channel;
  std::uint32_t after = 0;
};
struct Unwatch {
  domain::Channel channel;
};
struct History {
  domain::Channel channel;
  std::uint32_t before = 0;
  std::uint32_t limit = 50;
};
struct MarkRead {
  domain::Channel channel;
  std::uint32_t number = 0;
};
struct Emote {
  std::uint32_t emote = 0;
};
struct SetStatus {
  std::string text;
  bool do_not_locate = false;
  bool away = false;
};
struct SetLook {
  domain::Look look{};
  std::string short_name;
};
struct SavePoster {
  PosterKey poster;
  bool saved = false;
};
struct ReadPoster {
  PosterKey poster;
};
struct RoomEnter {
  RoomId room;
};
struct RoomLeave {};
struct RoomOpen {
  RoomId room;
};
struct RoomClose {
  RoomId room;
};
struct InvitePerson {
  PersonId person;
  InvitationKind kind = InvitationKind::talk;
};
struct AnswerInvitation {
  std::uint32_t invitation = 0;
  bool accept = false;
};
struct Ping {};
struct Block {
  PersonId person;
  bool on = true;  ///< false: Unblock
};
struct ReportLine {
  PersonId person;
  UnixMs at = 0;
  domain::ClientEventId client_id{};
  std::string text;
};
struct Report {
  domain::ClientEventId client_id{};
  PersonId person;
  std::optional<domain::Channel> channel;
  std::uint32_t number = 0;
  std::uint32_t conversation = 0;
  std::vector<ReportLine> lines;
  std::string reason;
};
struct Measure {
  domain::ClientEventId client_id{};
  PersonId person;
  domain::MeasureKind kind = domain::MeasureKind::warn;
  std::uint32_t minutes = 0;
  std::string reason;
  std::uint32_t report = 0;
};
struct Lift {
  domain::ClientEventId client_id{};
  std::uint32_t measure = 0;
  std::string reason;
};
struct ReportSettle {
  domain::ClientEventId client_id{};
  std::uint32_t report = 0;
  std::string done;
};
struct OrderQueue {
  bool measures = false;  ///< else open reports
  std::uint32_t offset = 0;
  std::uint32_t limit = 20;
};
struct MeasureSeen {
  std::uint32_t measure = 0;
};
struct AnswerCall {
  BoothNumber booth;
  bool accept = false;  ///< else Later
};
struct CallAuthors {
  std::vector<BoothNumber> booths;
};
struct TellWhenBack {
  PosterKey poster;
  bool on = false;
};

struct Point {
  BoothNumber booth;
  std::uint32_t place = 0;  ///< domain::PosterPlace, packed
  bool gone = false;
};
struct ShowView {
  BoothNumber booth;
  std::uint32_t centre = 0;
  std::uint32_t extent = 0;  ///< 0 = shows nothing any more
};
struct RaiseHand {
  BoothNumber booth;
  bool down = false;
};
struct GiveFloor {
  BoothNumber booth;
  PersonId person;  ///< nobody: taken back
};
struct WantAnswer {
  PosterKey poster;
  std::uint32_t question = 0;
  bool on = true;
};
struct HideQuestion {
  domain::ClientEventId client_id{};
  PosterKey poster;
  std::uint32_t question = 0;
  std::string reason;
};
struct ShowQuestion {
  domain::ClientEventId client_id{};
  PosterKey poster;
  std::uint32_t question = 0;
};

struct RoomDo {
  RoomId room;
  domain::ClientEventId client_id{};
  domain::RoomDeed deed = domain::RoomDeed::raise_hand;
  std::uint32_t ref = 0;
  std::string text;  ///< of show: the page
};

struct PlanAnnouncement {
  domain::ClientEventId client_id{};
  domain::NewAnnouncement what;
};
struct WithdrawAnnouncement {
  domain::ClientEventId client_id{};
  std::uint32_t number = 0;
};
struct FollowAnnouncements {
  bool on = true;
};

}  // namespace command

using Command =
    std::variant<command::Enter, command::Move, command::Go, command::ClaimControl, command::Leave, command::Activity,
                 command::WhoRequest, command::PersonsRequest, command::PeoplePage, command::Say, command::Send,
                 command::Edit, command::Delete, command::Typing, command::Watch, command::Unwatch, command::History,
                 command::MarkRead, command::Emote, command::SetStatus, command::SetLook, command::SavePoster,
                 command::ReadPoster, command::RoomEnter, command::RoomLeave, command::RoomOpen, command::RoomClose,
                 command::InvitePerson, command::AnswerInvitation, command::Ping, command::Block, command::Report,
                 command::Measure, command::Lift, command::ReportSettle, command::OrderQueue, command::MeasureSeen,
                 command::AnswerCall, command::TellWhenBack, command::Point, command::ShowView, command::RaiseHand,
                 command::GiveFloor, command::CallAuthors, command::WantAnswer, command::HideQuestion,
                 command::ShowQuestion, command::RoomDo, command::PlanAnnouncement, command::WithdrawAnnouncement,
                 command::FollowAnnouncements>;

}  // namespace posterhall::hall
