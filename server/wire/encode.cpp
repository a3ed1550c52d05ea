#include "wire/encode.hpp"

#include <google/protobuf/arena.h>

#include <array>
#include <cstddef>
#include <string>
#include <type_traits>

#include "base/recycler.hpp"
#include "posterhall/v1/server.pb.h"
#include "wire/encode_announce.hpp"
#include "wire/encode_booth.hpp"
#include "wire/encode_posters.hpp"
#include "wire/encode_rooms.hpp"
#include "wire/frame_header.hpp"
#include "wire/profile.hpp"
#include "wire/state_frame.hpp"

namespace posterhall::wire {
namespace {

namespace notice = hall::notice;

constexpr std::size_t kScratchBytes = std::size_t{16} * 1024;
constexpr std::size_t kMostFrames = 64;                       // kept for the next
constexpr std::size_t kMostOfFrame = std::size_t{32} * 1024;  // bytes of one that is kept

template <std::size_t N>
std::string bytes_of(const std::array<std::uint8_t, N>& bytes) {
  return {bytes.begin(), bytes.end()};
}

void fill_head(v1::ChannelHead& out, const notice::ChannelHead& head) {
  out.set_channel(domain::to_text(head.channel));
  out.set_head(head.head);
  out.set_read(head.read);
}

void fill_event(v1::Event& out, const notice::ShownEvent& shown) {
  const auto& event = shown.event;
  out.set_channel(domain::to_text(event.channel));
  out.set_number(event.number);
  out.set_client_id(event.client_id.data(), event.client_id.size());
  out.set_at_ms(static_cast<double>(event.at));
  out.set_author(event.author.value);
  out.set_kind(static_cast<v1::EventKind>(event.kind));
  out.set_ref(event.ref);
  out.set_text(event.text);
  out.set_author_of_poster(shown.author_of_poster);
}

void fill_member(v1::Member& out, const notice::Member& member) {
  out.set_visitor(member.visitor.value);
  out.set_person(member.person.value);
  out.set_presents(member.presents);
  out.set_away(member.away);
  out.set_list_mode(member.list_mode);
}

void fill(v1::ServerMessage& message, const notice::Welcome& welcome) {
  auto& out = *message.mutable_welcome();
  out.set_visitor(welcome.visitor.value);
  fill_profile(*out.mutable_me(), welcome.me);
  out.set_epoch(welcome.epoch.value);
  out.set_in_control(welcome.in_control);
  out.set_place(welcome.place);
  out.set_catalogue_hash(welcome.catalogue_hash);
  out.set_plan_hash(welcome.plan_hash);
  out.set_client_build(welcome.client_build);
  out.set_now_ms(static_cast<double>(welcome.now));
  for (const auto& head : welcome.channels) fill_head(*out.add_channels(), head);
  for (const auto poster : welcome.saved) out.add_saved(poster.value);
  for (const auto& name : welcome.may) out.add_may(name);
  out.set_sequence(welcome.sequence);
  out.set_people_here(welcome.people_here);
  out.set_process(welcome.process);
}

void fill(v1::ServerMessage& message, const notice::Events& events) {
  auto& out = *message.mutable_events();
  for (const auto& event : events.events) fill_event(*out.add_events(), event);
}

void fill(v1::ServerMessage& message, const notice::Ack& ack) {
  auto& out = *message.mutable_ack();
  out.set_in_reply_to(ack.in_reply_to);
  out.set_number(ack.number);
  out.set_at_ms(static_cast<double>(ack.at));
}

void fill(v1::ServerMessage& message, const notice::Reject& reject) {
  auto& out = *message.mutable_reject();
  out.set_in_reply_to(reject.in_reply_to);
  out.set_code(static_cast<v1::RejectCode>(reject.code));
  out.set_retry_after_ms(reject.retry_after_ms);
  out.set_reason(reject.reason);
  out.set_until_ms(static_cast<double>(reject.until));
}

void fill(v1::ServerMessage& message, const notice::Who& who) {
  auto& out = *message.mutable_who();
  for (const auto& [visitor, person] : who.visitors) {
    auto& row = *out.add_visitors();
    row.set_visitor(visitor.value);
    fill_profile(*row.mutable_profile(), person);
  }
}

void fill(v1::ServerMessage& message, const notice::Persons& persons) {
  auto& out = *message.mutable_persons();
  for (const auto& person : persons.persons) fill_profile(*out.add_persons(), person);
}

void fill(v1::ServerMessage& message, const notice::PeoplePage& page) {
  auto& out = *message.mutable_people_page();
  out.set_in_reply_to(page.in_reply_to);
  out.set_total(page.total);
  out.set_offset(page.offset);
  for (const auto& row : page.rows) {
    auto& to = *out.add_rows();
    fill_profile(*to.mutable_profile(), row.person);
    to.set_visitor(row.visitor.value);
    fill_whereabouts(*to.mutable_at(), row.at);
    to.set_away(row.away);
    to.set_list_mode(row.list_mode);
  }
}

void fill(v1::ServerMessage& message, const notice::HallFacts& facts) {
  auto& out = *message.mutable_facts();
  out.set_version(facts.version);
  out.set_full(facts.full);
  for (const auto& booth : facts.booths) {
    out.add_booth(booth.booth.value);
    out.add_state(booth.visitors << 2 | (booth.needs_visitors ? 2U : 0U) | (booth.attended ? 1U : 0U));
  }
  out.set_people_here(facts.people_here);
  out.set_apart(facts.apart);
  for (const auto& cell : facts.cells) {
    out.add_cell(cell.cell);
    out.add_cell_people(cell.people);
  }
  for (const auto& room : facts.rooms) {
    auto& to = *out.add_rooms();
    to.set_room(room.room.value);
    to.set_open(room.open);
    to.set_members(room.members);
    to.set_capacity(room.capacity);
    to.set_session(room.session);
    to.set_waiting(room.waiting);
  }
}

void fill(v1::ServerMessage& message, const notice::Nearby& nearby) {
  auto& out = *message.mutable_nearby();
  out.set_conversation(nearby.conversation);
  out.set_visitor(nearby.visitor.value);
  out.set_person(nearby.person.value);
  out.set_text(nearby.text);
  out.set_at_ms(static_cast<double>(nearby.at));
  out.set_client_id(bytes_of(nearby.client_id));
}

void fill(v1::ServerMessage& message, const notice::Going& going) {
  auto& out = *message.mutable_going();
  out.set_in_reply_to(going.in_reply_to);
  out.set_place(going.place);
  out.set_set_down(going.set_down);
  out.set_sequence(going.sequence);
}

void fill(v1::ServerMessage& message, const notice::Watching& watching) {
  auto& out = *message.mutable_watching();
  out.set_channel(domain::to_text(watching.channel));
  out.set_head(watching.head);
  if (watching.gap_to == 0) {
    out.set_resumed(watching.resumed);
  } else {
    out.mutable_gap()->set_from(watching.gap_from);
    out.mutable_gap()->set_to(watching.gap_to);
  }
}

void fill(v1::ServerMessage& message, const notice::HistoryPage& page) {
  auto& out = *message.mutable_history();
  out.set_in_reply_to(page.in_reply_to);
  out.set_channel(domain::to_text(page.channel));
  for (const auto& event : page.events) fill_event(*out.add_events(), event);
  out.set_more(page.more);
}

void fill(v1::ServerMessage& message, const notice::TypingNow& typing) {
  auto& out = *message.mutable_typing();
  if (!typing.nearby) out.set_channel(domain::to_text(typing.channel));
  out.set_person(typing.person.value);
}

void fill(v1::ServerMessage& message, const notice::Emoted& emoted) {
  message.mutable_emoted()->set_visitor(emoted.visitor.value);
  message.mutable_emoted()->set_emote(emoted.emote);
}

void fill(v1::ServerMessage& message, const notice::Invitation& invitation) {
  auto& out = *message.mutable_invitation();
  out.set_invitation(invitation.invitation);
  out.set_kind(static_cast<v1::InvitationKind>(invitation.kind));
  out.set_from_person(invitation.from.value);
  out.set_from_visitor(invitation.from_visitor.value);
}

void fill(v1::ServerMessage& message, const notice::InvitationAnswered& answered) {
  auto& out = *message.mutable_invitation_answered();
  out.set_person(answered.person.value);
  out.set_kind(static_cast<v1::InvitationKind>(answered.kind));
  out.set_accepted(answered.accepted);
}

void fill(v1::ServerMessage& message, const notice::AuthorCall& call) {
  auto& out = *message.mutable_author_call();
  out.set_booth(call.booth.value);
  out.set_poster(call.poster.value);
  out.set_how(static_cast<v1::CallHow>(call.how));
  out.set_waiting(call.waiting);
  for (const PersonId person : call.persons) out.add_persons(person.value);
  out.set_organisers(call.organisers);
}

void fill(v1::ServerMessage& message, const notice::BoothCalls& calls) {
  auto& out = *message.mutable_booth_calls();
  out.set_booth(calls.booth.value);
  for (const notice::Callee& callee : calls.callees) {
    auto& row = *out.add_callees();
    row.set_person(callee.person.value);
    row.set_how(static_cast<v1::CallHow>(callee.how));
  }
}

void fill(v1::ServerMessage& message, const notice::StillHere& still) {
  auto& out = *message.mutable_still_here();
  out.set_how(static_cast<v1::StillHereHow>(still.how));
  out.set_until_ms(static_cast<double>(still.until));
}

void fill(v1::ServerMessage& message, const notice::BackWanted& wanted) {
  auto& out = *message.mutable_back_wanted();
  for (const PosterKey poster : wanted.posters) out.add_posters(poster.value);
}

void fill(v1::ServerMessage& message, const notice::AuthorBack& back) {
  auto& out = *message.mutable_author_back();
  out.set_poster(back.poster.value);
  out.set_booth(back.booth.value);
  out.set_person(back.person.value);
}

void fill(v1::ServerMessage& message, const notice::Pointers& pointers) {
  fill_pointers(*message.mutable_pointers(), pointers);
}

void fill(v1::ServerMessage& message, const notice::Hands& hands) { fill_hands(*message.mutable_hands(), hands); }

void fill(v1::ServerMessage& message, const notice::Control& control) {
  auto& out = *message.mutable_control();
  out.set_in_control(control.in_control);
  out.set_epoch(control.epoch.value);
  out.set_other_device(control.other_device);
}

void fill(v1::ServerMessage& message, const notice::RoomState& room) {
  auto& out = *message.mutable_room();
  fill_room(out, room);
  for (const auto& member : room.people) fill_member(*out.add_people(), member);
}

void fill(v1::ServerMessage& message, const notice::RoomQuestions& questions) {
  fill_room_questions(*message.mutable_room_questions(), questions);
}

void fill(v1::ServerMessage& message, const notice::PlannedAnnouncements& planned) {
  fill_planned_announcements(*message.mutable_planned_announcements(), planned);
}

void fill(v1::ServerMessage& message, const notice::CatalogueChanged& changed) {
  message.mutable_catalogue_changed()->set_catalogue_hash(changed.catalogue_hash);
  message.mutable_catalogue_changed()->set_plan_hash(changed.plan_hash);
}

void fill(v1::ServerMessage& message, const notice::ProfilesChanged& changed) {
  auto& out = *message.mutable_profiles_changed();
  for (const auto person : changed.persons) out.add_persons(person.value);
}

void fill(v1::ServerMessage& message, const notice::Closing& closing) {
  message.mutable_closing()->set_reason(static_cast<v1::ClosingReason>(closing.reason));
  message.mutable_closing()->set_retry_after_ms(closing.retry_after_ms);
}

void fill(v1::ServerMessage& message, const notice::Pong& pong) {
  message.mutable_pong()->set_now_ms(static_cast<double>(pong.now));
}

void fill(v1::ServerMessage& message, const notice::SavedPosters& saved) {
  auto& out = *message.mutable_saved();
  for (const auto poster : saved.saved) out.add_saved(poster.value);
}

void fill(v1::ServerMessage& message, const notice::ReadMarks& marks) {
  auto& out = *message.mutable_read_marks();
  for (const auto& head : marks.channels) fill_head(*out.add_channels(), head);
}

void fill(v1::ServerMessage& message, const notice::MyMeasure& measure) {
  fill_my_measure(*message.mutable_my_measure(), measure);
}

void fill_measure(v1::MeasureRow& out, const notice::MeasureRow& row) {
  out.set_measure(row.measure);
  out.set_kind(static_cast<v1::MeasureKind>(row.kind));
  fill_profile(*out.mutable_person(), row.person);
  if (row.by) fill_profile(*out.mutable_by(), *row.by);
  out.set_reason(row.reason);
  out.set_at_ms(static_cast<double>(row.at));
  out.set_until_ms(static_cast<double>(row.until));
  out.set_lifted(row.lifted);
  out.set_may_lift(row.may_lift);
}

void fill_report(v1::ReportRow& out, const notice::ReportRow& row) {
  out.set_report(row.report);
  out.set_at_ms(static_cast<double>(row.at));
  fill_profile(*out.mutable_by(), row.by);
  fill_profile(*out.mutable_about(), row.about);
  out.set_reason(row.reason);
  if (row.channel) out.set_channel(domain::to_text(*row.channel));
  out.set_number(row.number);
  out.set_message(row.message);
  for (const auto& [line, name] : row.lines) {
    auto& to = *out.add_lines();
    to.set_person(line.person.value);
    to.set_name(name);
    to.set_text(line.text);
    to.set_at_ms(static_cast<double>(line.at));
    to.set_as_reported(line.as_reported);
  }
  for (const auto& measure : row.measures) fill_measure(*out.add_measures(), measure);
}

void fill(v1::ServerMessage& message, const notice::OrderQueuePage& page) {
  auto& out = *message.mutable_order_queue();
  out.set_in_reply_to(page.in_reply_to);
  out.set_total(page.total);
  out.set_offset(page.offset);
  for (const auto& report : page.reports) fill_report(*out.add_reports(), report);
  for (const auto& measure : page.measures) fill_measure(*out.add_measures(), measure);
}

void fill(v1::ServerMessage& message, const notice::ReportFiled& filed) {
  auto& out = *message.mutable_report_filed();
  out.set_report(filed.report);
  out.set_person(filed.person.value);
  out.set_at_ms(static_cast<double>(filed.at));
}

void fill(v1::ServerMessage& message, const notice::OrderChanged& changed) {
  message.mutable_order_changed()->set_open_reports(changed.open_reports);
}

void fill(v1::ServerMessage& message, const notice::BlockedPeople& blocked) {
  auto& out = *message.mutable_blocked_people();
  for (const auto person : blocked.persons) out.add_persons(person.value);
}

}  // namespace

struct FrameEncoder::Scratch {
  /// Each message is made of this room, which is used again: a message of its own costs more than twice as much, and
  /// one that is cleared gives each part back and asks for it anew.
  alignas(std::max_align_t) std::array<char, kScratchBytes> room;
  google::protobuf::Arena arena{room.data(), room.size()};
  /// Frames are gone as soon as they are sent: the next ones are written where they were.
  Recycler<std::string> frames{kMostFrames, [](const std::string& frame) { return frame.capacity() <= kMostOfFrame; }};

  static void write(const v1::ServerMessage& message, std::string& out) {
    const std::size_t size = message.ByteSizeLong();
    out.clear();
    append_frame_header(out, Opcode::binary, size);
    const std::size_t header = out.size();
    out.resize(header + size);
    message.SerializeWithCachedSizesToArray(reinterpret_cast<std::uint8_t*>(out.data() + header));
  }
};

FrameEncoder::FrameEncoder() : scratch_(std::make_unique<Scratch>()) {}
FrameEncoder::~FrameEncoder() = default;

SharedBytes FrameEncoder::notice(const hall::Notice& notice) {
  auto out = scratch_->frames.take();
  std::visit(
      [&]<class Kind>(const Kind& kind) {
        if constexpr (std::is_same_v<Kind, notice::ConversationState>) {
          write_conversation_frame(kind, *out);
        } else {
          scratch_->arena.Reset();
          auto& message = *google::protobuf::Arena::CreateMessage<v1::ServerMessage>(&scratch_->arena);
          fill(message, kind);
          Scratch::write(message, *out);
        }
      },
      notice);
  return out;
}

SharedBytes FrameEncoder::state(const hall::StateBlock& block) {
  auto out = scratch_->frames.take();
  write_state_frame(block, *out);
  return out;
}

}  // namespace posterhall::wire
