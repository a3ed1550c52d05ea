#include "wire/decode.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "posterhall/v1/client.pb.h"
#include "wire/decode_announce.hpp"
#include "wire/decode_booth.hpp"
#include "wire/decode_order.hpp"
#include "wire/decode_questions.hpp"
#include "wire/decode_rooms.hpp"
#include "wire/decode_text.hpp"
#include "wire/message_shape.hpp"

namespace posterhall::wire {
namespace {

namespace command = hall::command;
using hall::RejectCode;

/// A command, or why not.
using Read = std::variant<hall::Command, RejectCode>;

constexpr std::uint32_t kMaxVisitor = (1U << 24) - 1;

std::optional<hall::View> view_of(v1::View view) {
  switch (view) {
    case v1::VIEW_HALL: return hall::View::hall;
    case v1::VIEW_LIST: return hall::View::list;
    default:  // proto3 enums are open: any number may come
      return std::nullopt;
  }
}

Read read(const v1::Enter& in) {
  command::Enter out;
  const auto view = view_of(in.view());
  const auto tab = exactly_bytes<16>(in.tab_id());
  if (!view || !tab || in.resume_size() > kMaxResume || in.client_build().size() > kMaxClientBuild) {
    return RejectCode::malformed;
  }
  out.view = *view;
  out.tab_id = *tab;
  out.watch_only = in.watch_only();
  if ((in.place() & 3U) != 0) return RejectCode::malformed;
  out.place = in.place();
  out.at_booth = in.at_booth();
  auto build = read_line(in.client_build(), kMaxClientBuild);
  if (!build) return RejectCode::malformed;
  out.client_build = std::move(*build);
  for (const auto& cursor : in.resume()) {
    const auto channel = read_channel(cursor.channel());
    if (!channel) return RejectCode::malformed;
    out.resume.push_back({*channel, cursor.after()});
  }
  return out;
}

Read read(const v1::Move& in) {
  if (in.sequence() > 0xff || (in.place() & 3U) != 0) return RejectCode::malformed;
  return command::Move{in.sequence(), in.place()};
}

std::optional<hall::GoTarget> target_of(const v1::Go& in) {
  using Kind = hall::GoTarget::Kind;
  const auto numbered = [](Kind kind, std::uint32_t value) -> std::optional<hall::GoTarget> {
    if (value == 0) return std::nullopt;
    return hall::GoTarget{kind, value};
  };
  const auto plain = [](Kind kind, bool set) -> std::optional<hall::GoTarget> {
    if (!set) return std::nullopt;
    return hall::GoTarget{kind, 0};
  };
  switch (in.target_case()) {
    case v1::Go::kBooth: return numbered(Kind::booth, in.booth());
    case v1::Go::kPerson: return numbered(Kind::person, in.person());
    case v1::Go::kRoomDoor: return numbered(Kind::room_door, in.room_door());
    case v1::Go::kTable: return hall::GoTarget{Kind::table, in.table()};
    case v1::Go::kStage: return plain(Kind::stage, in.stage());
    case v1::Go::kStepOut: return plain(Kind::step_out, in.step_out());
    case v1::Go::kHelpDesk: return plain(Kind::help_desk, in.help_desk());
    case v1::Go::TARGET_NOT_SET: return std::nullopt;
  }
  return std::nullopt;
}

Read read(const v1::Go& in) {
  const auto target = target_of(in);
  if (!target) return RejectCode::malformed;
  switch (in.how()) {
    case v1::GO_HOW_UNSPECIFIED: return command::Go{*target, hall::GoHow::by_distance};
    case v1::GO_HOW_WALK: return command::Go{*target, hall::GoHow::walk};
    case v1::GO_HOW_SET_DOWN: return command::Go{*target, hall::GoHow::set_down};
    default: return RejectCode::malformed;
  }
}

Read read(const v1::ClaimControl&) { return command::ClaimControl{}; }
Read read(const v1::Leave&) { return command::Leave{}; }
Read read(const v1::RoomLeave&) { return command::RoomLeave{}; }
Read read(const v1::Ping&) { return command::Ping{}; }

Read read(const v1::Activity& in) {
  const auto view = view_of(in.view());
  if (!view) return RejectCode::malformed;
  return command::Activity{in.hidden(), in.input(), *view};
}

Read read(const v1::WhoRequest& in) {
  const auto known = [](std::uint32_t id) { return id != 0 && id <= kMaxVisitor; };
  if (in.visitors_size() > kMaxIds || !std::all_of(in.visitors().begin(), in.visitors().end(), known)) {
    return RejectCode::malformed;
  }
  return command::WhoRequest{{in.visitors().begin(), in.visitors().end()}};
}

Read read(const v1::PersonsRequest& in) {
  const auto known = [](std::uint32_t id) { return id != 0; };
  if (in.persons_size() > kMaxIds || !std::all_of(in.persons().begin(), in.persons().end(), known)) {
    return RejectCode::malformed;
  }
  return command::PersonsRequest{{in.persons().begin(), in.persons().end()}};
}

Read read(const v1::PeoplePageRequest& in) {
  if (in.limit() > kMaxPage || !v1::PeopleOrder_IsValid(in.order())) return RejectCode::malformed;
  auto filter = read_line(in.filter(), kMaxFilter);
  if (!filter) return RejectCode::text_too_long;
  return command::PeoplePage{in.offset(), in.limit() == 0 ? 50 : in.limit(), std::move(*filter),
                             in.order() == v1::PEOPLE_ORDER_NEAREST};
}

Read read(const v1::Say& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  if (!id) return RejectCode::malformed;
  auto text = read_message(in.text());
  if (const auto* code = std::get_if<RejectCode>(&text)) return *code;
  return command::Say{*id, std::get<std::string>(std::move(text)), in.conversation()};
}

/// What one may send as a new event; the rest of the kinds are made by the server or have a message of their own.
std::optional<domain::EventKind> sendable(v1::EventKind kind) {
  switch (kind) {
    case v1::EVENT_KIND_MESSAGE: return domain::EventKind::message;
    case v1::EVENT_KIND_QUESTION: return domain::EventKind::question;
    case v1::EVENT_KIND_QUESTION_UNNAMED: return domain::EventKind::question_unnamed;
    case v1::EVENT_KIND_ANSWER: return domain::EventKind::answer;
    case v1::EVENT_KIND_ANNOUNCEMENT: return domain::EventKind::announcement;
    default: return std::nullopt;
  }
}

Read read(const v1::Send& in) {
  const auto channel = read_channel(in.channel());
  const auto id = exactly_bytes<16>(in.client_id());
  const auto kind = sendable(in.kind());
  if (!channel || !id || !kind || (*kind == domain::EventKind::answer) != (in.ref() != 0)) return RejectCode::malformed;
  auto text = read_message(in.text());
  if (const auto* code = std::get_if<RejectCode>(&text)) return *code;
  return command::Send{*channel, *id, *kind, std::get<std::string>(std::move(text)), in.ref()};
}

Read read(const v1::Edit& in) {
  const auto channel = read_channel(in.channel());
  const auto id = exactly_bytes<16>(in.client_id());
  if (!channel || !id || in.ref() == 0) return RejectCode::malformed;
  auto text = read_message(in.text());
  if (const auto* code = std::get_if<RejectCode>(&text)) return *code;
  return command::Edit{*channel, *id, in.ref(), std::get<std::string>(std::move(text))};
}

Read read(const v1::Delete& in) {
  const auto channel = read_channel(in.channel());
  const auto id = exactly_bytes<16>(in.client_id());
  if (!channel || !id || in.ref() == 0) return RejectCode::malformed;
  return command::Delete{*channel, *id, in.ref()};
}

Read read(const v1::Typing& in) {
  if (in.channel().empty()) return command::Typing{true, {}};
  const auto channel = read_channel(in.channel());
  if (!channel) return RejectCode::malformed;
  return command::Typing{false, *channel};
}

Read read(const v1::Watch& in) {
  const auto channel = read_channel(in.channel());
  if (!channel) return RejectCode::malformed;
  return command::Watch{*channel, in.after()};
}

Read read(const v1::Unwatch& in) {
  const auto channel = read_channel(in.channel());
  if (!channel) return RejectCode::malformed;
  return command::Unwatch{*channel};
}

Read read(const v1::HistoryRequest& in) {
  const auto channel = read_channel(in.channel());
  if (!channel || in.limit() > kMaxPage) return RejectCode::malformed;
  return command::History{*channel, in.before(), in.limit() == 0 ? 50 : in.limit()};
}

Read read(const v1::MarkRead& in) {
  const auto channel = read_channel(in.channel());
  if (!channel) return RejectCode::malformed;
  return command::MarkRead{*channel, in.number()};
}

Read read(const v1::Emote& in) {
  if (in.emote() == 0 || in.emote() > kEmotes) return RejectCode::malformed;
  return command::Emote{in.emote()};
}

Read read(const v1::SetStatus& in) {
  auto text = read_line(in.text(), kMaxStatus);
  if (!text) return RejectCode::text_too_long;
  return command::SetStatus{std::move(*text), in.do_not_locate(), in.away()};
}

Read read(const v1::SetLook& in) {
  const auto look = exactly_bytes<5>(in.look());
  if (!look) return RejectCode::malformed;
  auto name = read_line(in.short_name(), kMaxShortName);
  if (!name) return RejectCode::text_too_long;
  return command::SetLook{*look, std::move(*name)};
}

Read read(const v1::SavePoster& in) {
  if (in.poster() == 0) return RejectCode::malformed;
  return command::SavePoster{PosterKey{in.poster()}, in.saved()};
}

Read read(const v1::ReadPoster& in) {
  if (in.poster() == 0) return RejectCode::malformed;
  return command::ReadPoster{PosterKey{in.poster()}};
}

template <class Out>
Read read_room(std::uint32_t room) {
  if (room == 0) return RejectCode::malformed;
  return Out{RoomId{room}};
}
Read read(const v1::RoomEnter& in) { return read_room<command::RoomEnter>(in.room()); }
Read read(const v1::RoomOpen& in) { return read_room<command::RoomOpen>(in.room()); }
Read read(const v1::RoomClose& in) { return read_room<command::RoomClose>(in.room()); }

Read read(const v1::InvitePerson& in) {
  if (in.person() == 0) return RejectCode::malformed;
  switch (in.kind()) {
    case v1::INVITATION_KIND_TALK: return command::InvitePerson{PersonId{in.person()}, hall::InvitationKind::talk};
    case v1::INVITATION_KIND_WALK: return command::InvitePerson{PersonId{in.person()}, hall::InvitationKind::walk};
    default: return RejectCode::malformed;
  }
}

Read read(const v1::AnswerInvitation& in) {
  if (in.invitation() == 0) return RejectCode::malformed;
  return command::AnswerInvitation{in.invitation(), in.accept()};
}

Read read(const v1::AnswerCall& in) {
  if (in.booth() == 0) return RejectCode::malformed;
  return command::AnswerCall{BoothNumber{in.booth()}, in.accept()};
}

Read read(const v1::CallAuthors& in) {
  if (in.booths().empty() || in.booths_size() > static_cast<int>(kMaxListed)) return RejectCode::malformed;
  command::CallAuthors out;
  for (const auto booth : in.booths()) out.booths.emplace_back(booth);
  return out;
}

Read read(const v1::TellWhenBack& in) {
  if (in.poster() == 0) return RejectCode::malformed;
  return command::TellWhenBack{PosterKey{in.poster()}, in.on()};
}

Read read_body(const v1::ClientMessage& message) {
  using Message = v1::ClientMessage;
  switch (message.body_case()) {  // no default: a new command does not build before it is read here
    case Message::kEnter: return read(message.enter());
    case Message::kMove: return read(message.move());
    case Message::kGo: return read(message.go());
    case Message::kClaimControl: return read(message.claim_control());
    case Message::kLeave: return read(message.leave());
    case Message::kActivity: return read(message.activity());
    case Message::kWhoRequest: return read(message.who_request());
    case Message::kPersonsRequest: return read(message.persons_request());
    case Message::kPeoplePage: return read(message.people_page());
    case Message::kSay: return read(message.say());
    case Message::kSend: return read(message.send());
    case Message::kEdit: return read(message.edit());
    case Message::kDelete: return read(message.delete_());
    case Message::kTyping: return read(message.typing());
    case Message::kWatch: return read(message.watch());
    case Message::kUnwatch: return read(message.unwatch());
    case Message::kHistory: return read(message.history());
    case Message::kMarkRead: return read(message.mark_read());
    case Message::kEmote: return read(message.emote());
    case Message::kSetStatus: return read(message.set_status());
    case Message::kSetLook: return read(message.set_look());
    case Message::kSavePoster: return read(message.save_poster());
    case Message::kReadPoster: return read(message.read_poster());
    case Message::kRoomEnter: return read(message.room_enter());
    case Message::kRoomLeave: return read(message.room_leave());
    case Message::kRoomOpen: return read(message.room_open());
    case Message::kRoomClose: return read(message.room_close());
    case Message::kInvitePerson: return read(message.invite_person());
    case Message::kAnswerInvitation: return read(message.answer_invitation());
    case Message::kPing: return read(message.ping());
    case Message::kBlock: return read_block(message.block());
    case Message::kUnblock: return read_unblock(message.unblock());
    case Message::kReport: return read_report(message.report());
    case Message::kMeasure: return read_measure(message.measure());
    case Message::kLift: return read_lift(message.lift());
    case Message::kReportSettle: return read_report_settle(message.report_settle());
    case Message::kOrderQueue: return read_order_queue(message.order_queue());
    case Message::kMeasureSeen: return read_measure_seen(message.measure_seen());
    case Message::kAnswerCall: return read(message.answer_call());
    case Message::kTellWhenBack: return read(message.tell_when_back());
    case Message::kPoint: return read_point(message.point());
    case Message::kShowView: return read_show_view(message.show_view());
    case Message::kCallAuthors: return read(message.call_authors());
    case Message::kRaiseHand: return read_raise_hand(message.raise_hand());
    case Message::kGiveFloor: return read_give_floor(message.give_floor());
    case Message::kWantAnswer: return read_want_answer(message.want_answer());
    case Message::kHideQuestion: return read_hide_question(message.hide_question());
    case Message::kShowQuestion: return read_show_question(message.show_question());
    case Message::kRoomDo: return read_room_do(message.room_do());
    case Message::kPlanAnnouncement: return read_plan_announcement(message.plan_announcement());
    case Message::kWithdrawAnnouncement: return read_withdraw_announcement(message.withdraw_announcement());
    case Message::kFollowAnnouncements: return command::FollowAnnouncements{message.follow_announcements().on()};
    case Message::BODY_NOT_SET: return RejectCode::malformed;
  }
  return RejectCode::malformed;
}

}  // namespace

DecodeOutcome decode_client_message(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > kMaxMessage || !shape_fits(bytes)) return Undecodable{};
  v1::ClientMessage message;
  const bool parsed = message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  if (!parsed) return Undecodable{message.seq(), RejectCode::malformed};
  Read outcome = read_body(message);
  if (const auto* code = std::get_if<RejectCode>(&outcome)) return Undecodable{message.seq(), *code};
  return Decoded{message.seq(), std::get<hall::Command>(std::move(outcome))};
}

}  // namespace posterhall::wire
