// The permission table, cell by cell, from the schema: every command of ClientMessage, as bytes through the decoder, by
// each role on what is theirs and on what is another's, by who is not in and by who is banned. A command that is added
// to the schema fails here until it has its rows.
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <set>

#include "domain/permission.hpp"
#include "posterhall/v1/client.pb.h"
#include "unit/hall/hall_world.hpp"
#include "wire/decode.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;
using domain::Act;
using domain::Whose;
using hall::RejectCode;

constexpr std::pair<PersonId, domain::Role> kPeople[] = {{kAttendee, domain::Role::attendee},
                                                         {kAuthor, domain::Role::author},
                                                         {kHost, domain::Role::host},
                                                         {kModerator, domain::Role::moderator},
                                                         {kOrganiser, domain::Role::organiser}};
constexpr PersonId kOrdinary{20};

Whose own(PersonId) { return Whose::own; }
Whose other(PersonId) { return Whose::other; }
Whose of_author(PersonId person) { return person == kAuthor ? Whose::own : Whose::other; }
Whose of_host(PersonId person) { return person == kHost ? Whose::own : Whose::other; }
/// Who may read a breakout's talk without being in it is as if in it.
Whose of_room(PersonId person) { return person == kHost || person == kOrganiser ? Whose::own : Whose::other; }

struct Row {
  Act act;
  Whose (*whose)(PersonId);
  std::string body;  ///< the oneof's field, in protobuf's text form
};

/// Things that are there before anybody acts: number 1 is the actor's question at poster 1, number 2 somebody else's;
/// measure 1 is on an ordinary person, 2 on a moderator; report 3 is about an ordinary person, 4 about a moderator. $DM
/// is a channel of the actor with somebody, $ME the actor, $STAFF a moderator or organiser who is not the actor.
const std::vector<Row>& rows() {
  static const std::string id = "client_id: 'abcdefghijklmnop'";
  static const std::vector<Row> all = {
      {Act::enter, own, "enter { view: VIEW_HALL tab_id: 'abcdefghijklmnop' }"},
      {Act::move, own, "move { sequence: 1 place: 524296 }"},
      {Act::go, own, "go { booth: 101 }"},
      {Act::claim_control, own, "claim_control {}"},
      {Act::leave, own, "leave {}"},
      {Act::activity, own, "activity { input: true view: VIEW_HALL }"},
      {Act::see_people, own, "who_request { visitors: 1 }"},
      {Act::see_people, own, "persons_request { persons: 20 }"},
      {Act::see_people, own, "people_page { limit: 10 }"},
      {Act::say, own, "say { text: 'hello' conversation: 1 " + id + " }"},
      {Act::write_hall, own, "send { channel: 'hall' kind: EVENT_KIND_MESSAGE text: 'x' " + id + " }"},
      {Act::announce, own, "send { channel: 'announce' kind: EVENT_KIND_ANNOUNCEMENT text: 'x' " + id + " }"},
      {Act::write_room, of_room, "send { channel: 'talk/1' kind: EVENT_KIND_MESSAGE text: 'x' " + id + " }"},
      {Act::write_direct, own, "send { channel: '$DM' kind: EVENT_KIND_MESSAGE text: 'x' " + id + " }"},
      {Act::write_direct, other, "send { channel: 'dm/20-21' kind: EVENT_KIND_MESSAGE text: 'x' " + id + " }"},
      {Act::write_help, own, "send { channel: 'help/$ME' kind: EVENT_KIND_MESSAGE text: 'x' " + id + " }"},
      {Act::write_help, other, "send { channel: 'help/20' kind: EVENT_KIND_MESSAGE text: 'x' " + id + " }"},
      {Act::ask, of_author, "send { channel: 'poster/1' kind: EVENT_KIND_QUESTION text: 'x' " + id + " }"},
      {Act::ask, other, "send { channel: 'poster/2' kind: EVENT_KIND_QUESTION text: 'x' " + id + " }"},
      {Act::answer, of_author, "send { channel: 'poster/1' kind: EVENT_KIND_ANSWER text: 'x' ref: 2 " + id + " }"},
      {Act::want_answer, of_author, "want_answer { poster: 1 question: 2 on: true }"},
      {Act::hide_question, of_author, "hide_question { poster: 1 question: 2 reason: 'spam' " + id + " }"},
      {Act::show_question, of_author, "show_question { poster: 1 question: 2 " + id + " }"},
      {Act::edit, own, "edit { channel: 'poster/1' ref: 1 text: 'y' " + id + " }"},
      {Act::edit, other, "edit { channel: 'poster/1' ref: 2 text: 'y' " + id + " }"},
      {Act::remove, own, "delete { channel: 'poster/1' ref: 1 " + id + " }"},
      {Act::remove, other, "delete { channel: 'poster/1' ref: 2 " + id + " }"},
      {Act::typing, own, "typing {}"},
      {Act::typing, other, "typing { channel: 'dm/20-21' }"},
      {Act::read, own, "watch { channel: 'hall' }"},
      {Act::read, other, "watch { channel: 'dm/20-21' }"},
      {Act::read, own, "unwatch { channel: 'hall' }"},
      {Act::read, own, "history { channel: 'poster/1' limit: 10 }"},
      {Act::read, other, "history { channel: 'dm/20-21' limit: 10 }"},
      {Act::mark_read, own, "mark_read { channel: 'hall' number: 1 }"},
      {Act::mark_read, other, "mark_read { channel: 'dm/20-21' number: 1 }"},
      {Act::emote, own, "emote { emote: 1 }"},
      {Act::set_profile, own, "set_status { text: 'here' }"},
      {Act::set_profile, own, "set_look { look: '\\001\\001\\001\\001\\001' }"},
      {Act::save_poster, own, "save_poster { poster: 2 saved: true }"},
      {Act::read_poster, own, "read_poster { poster: 2 }"},
      {Act::room_enter, own, "room_enter { room: 1 }"},
      {Act::room_leave, own, "room_leave {}"},
      {Act::room_open, of_host, "room_open { room: 1 }"},
      {Act::room_close, of_host, "room_close { room: 1 }"},
      {Act::invite, own, "invite_person { person: 20 kind: INVITATION_KIND_TALK }"},
      {Act::answer_invitation, own, "answer_invitation { invitation: 1 }"},
      {Act::ping, own, "ping {}"},
      {Act::block, own, "block { person: 20 }"},
      {Act::block, own, "unblock { person: 20 }"},
      {Act::report, own, "report { person: 20 reason: 'spam' " + id + " }"},
      {Act::warn, own, "measure { person: 20 kind: MEASURE_KIND_WARN " + id + " }"},
      {Act::warn, other, "measure { person: $STAFF kind: MEASURE_KIND_WARN " + id + " }"},
      {Act::mute, own, "measure { person: 20 kind: MEASURE_KIND_MUTE minutes: 1 " + id + " }"},
      {Act::mute, other, "measure { person: $STAFF kind: MEASURE_KIND_MUTE minutes: 1 " + id + " }"},
      {Act::put_out, own, "measure { person: 20 kind: MEASURE_KIND_REMOVE " + id + " }"},
      {Act::put_out, other, "measure { person: $STAFF kind: MEASURE_KIND_REMOVE " + id + " }"},
      {Act::ban, own, "measure { person: 20 kind: MEASURE_KIND_BAN minutes: 1 " + id + " }"},
      {Act::ban, other, "measure { person: $STAFF kind: MEASURE_KIND_BAN minutes: 1 " + id + " }"},
      {Act::lift, own, "lift { measure: 1 " + id + " }"},
      {Act::lift, other, "lift { measure: 2 " + id + " }"},
      {Act::settle_report, own, "report_settle { report: 3 done: 'talked' " + id + " }"},
      {Act::settle_report, other, "report_settle { report: 4 done: 'talked' " + id + " }"},
      {Act::see_reports, own, "order_queue {}"},
      {Act::see_measure, own, "measure_seen { measure: 1 }"},
      {Act::answer_call, own, "answer_call { booth: 101 accept: true }"},
      {Act::tell_when_back, own, "tell_when_back { poster: 1 on: true }"},
      {Act::point, own, "point { booth: 101 place: 65537 }"},
      {Act::raise_hand, own, "raise_hand { booth: 101 }"},
      {Act::lower_hand, own, "raise_hand { booth: 101 down: true }"},
      {Act::give_floor, of_author, "give_floor { booth: 101 person: 20 }"},
      {Act::show_view, of_author, "show_view { booth: 101 centre: 65537 extent: 65537 }"},
      {Act::call_authors, own, "call_authors { booths: 101 }"},
      // Nobody is inside: what is for who has a seat is another's (room_acts.cpp has the rest).
      {Act::room_raise_hand, other, "room_do { room: 1 deed: ROOM_DEED_RAISE_HAND " + id + " }"},
      {Act::room_lower_hand, of_host, "room_do { room: 1 deed: ROOM_DEED_LOWER_HAND ref: 20 " + id + " }"},
      {Act::room_ask, other, "room_do { room: 1 deed: ROOM_DEED_ASK text: 'why?' " + id + " }"},
      {Act::room_want, of_host, "room_do { room: 1 deed: ROOM_DEED_WANT ref: 3 " + id + " }"},
      {Act::room_settle_question, of_host, "room_do { room: 1 deed: ROOM_DEED_APPROVE ref: 3 " + id + " }"},
      {Act::room_give_floor, of_host, "room_do { room: 1 deed: ROOM_DEED_GIVE_FLOOR ref: 20 " + id + " }"},
      {Act::room_mute, of_host, "room_do { room: 1 deed: ROOM_DEED_MUTE ref: 20 " + id + " }"},
      {Act::room_put_out, of_host, "room_do { room: 1 deed: ROOM_DEED_PUT_OUT ref: 20 " + id + " }"},
      {Act::room_seats, of_host, "room_do { room: 1 deed: ROOM_DEED_ADD_SEATS ref: 10 " + id + " }"},
      {Act::room_cohost, of_host, "room_do { room: 1 deed: ROOM_DEED_NAME_COHOST ref: 20 " + id + " }"},
      {Act::room_show, of_host, "room_do { room: 1 deed: ROOM_DEED_SHOW ref: 1 page: 1 " + id + " }"},
      {Act::room_link, of_host,
       "room_do { room: 1 deed: ROOM_DEED_SET_LINK text: 'https://meet.example.org/a' " + id + " }"},
      {Act::room_ask_for_more, of_host, "room_do { room: 1 deed: ROOM_DEED_ASK_FOR_MORE " + id + " }"},
      {Act::room_step_in, other, "room_do { room: 1 deed: ROOM_DEED_STEP_IN " + id + " }"},
      {Act::room_extend, own, "room_do { room: 1 deed: ROOM_DEED_EXTEND " + id + " }"},
      {Act::announce, own, "plan_announcement { to: AUDIENCE_ROOM room: 1 text: 'soon' " + id + " }"},
      {Act::announce, own, "withdraw_announcement { number: 1 " + id + " }"},
      {Act::announce, own, "follow_announcements { on: true }"},
  };
  return all;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

/// Through the bytes, as a browser's would come.
hall::Command command_of(const Row& row, PersonId by) {
  const auto dm = std::min(by, kOrdinary).value, with = std::max(by, kOrdinary).value;
  auto text = replaced(row.body, "$DM", "dm/" + std::to_string(dm) + "-" + std::to_string(with));
  text = replaced(text, "$ME", std::to_string(by.value));
  text = replaced(text, "$STAFF", std::to_string((by == kModerator ? kOrganiser : kModerator).value));
  v1::ClientMessage message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString("seq: 7 " + text, &message)) << text;
  const auto bytes = message.SerializeAsString();
  auto outcome = wire::decode_client_message({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  auto* decoded = std::get_if<wire::Decoded>(&outcome);
  EXPECT_NE(decoded, nullptr) << text;
  return decoded == nullptr ? hall::Command{command::Ping{}} : std::move(decoded->command);
}

/// What rows() says is there.
void prepare(HallWorld& world, Tab& actor) {
  const auto poster = domain::Channel::poster(kPosterA);
  Tab& organiser = actor.person == kOrganiser ? actor : world.come(kOrganiser);
  Tab& somebody = world.come(kOrdinary);
  world.ask(actor, message(poster, "mine", 101, domain::EventKind::question));
  world.ask(somebody, message(poster, "theirs", 102, domain::EventKind::question));
  world.ask(organiser, command::Measure{client_id(103), kOrdinary, domain::MeasureKind::warn, 0, "", 0});
  world.ask(organiser, command::Measure{client_id(104), kModerator, domain::MeasureKind::warn, 0, "", 0});
  command::Report report;
  report.reason = "spam";
  for (const PersonId about : {kOrdinary, kModerator}) {
    Tab& reporter = world.come(PersonId{30 + about.value});
    report.client_id = client_id(200 + about.value);
    report.person = about;
    world.ask(reporter, report);
  }
  ASSERT_EQ(world.store.events(poster).size(), 2U);
  ASSERT_EQ(world.store.events(domain::Channel::order()).size(), 4U);
}

TEST(PermissionCells, every_command_of_the_schema_and_every_act_has_a_row) {
  std::set<std::string> fields;
  std::set<Act> acts;
  for (const auto& row : rows()) {
    fields.insert(row.body.substr(0, row.body.find(' ')));
    acts.insert(row.act);
  }
  const auto* body = v1::ClientMessage::descriptor()->FindOneofByName("body");
  for (int i = 0; i < body->field_count(); ++i) {
    EXPECT_TRUE(fields.contains(body->field(i)->name())) << body->field(i)->name() << " has no row in this test";
  }
  EXPECT_EQ(fields.size(), static_cast<std::size_t>(body->field_count()));
  // Acts over HTTP have no command; posters.cpp, slides.cpp, attending.cpp, my_things.cpp, my_programme.cpp and
  // event_life.cpp in tests/integration and proposals.spec.ts in tests/e2e ask the server for them.
  for (const Act act :
       {Act::put_poster, Act::write_poster_text, Act::settle_poster, Act::freeze_posters, Act::plan_shifts,
        Act::change_programme, Act::see_coverage, Act::see_figures, Act::keep_visited, Act::leave_card, Act::see_cards,
        Act::keep_programme, Act::propose_breakout, Act::place_proposals, Act::put_slides}) {
    EXPECT_TRUE(acts.insert(act).second);
  }
  EXPECT_EQ(acts.size(), domain::kActs);
}

TEST(PermissionCells, the_hall_answers_as_the_table_says) {
  for (const auto& [by, role] : kPeople) {
    for (const auto& row : rows()) {
      HallWorld world(1, 60);
      Tab& actor = world.come(by);
      prepare(world, actor);
      const auto seq = world.ask(actor, command_of(row, by));
      const auto reject = actor.reject_of(seq);
      const bool refused = reject && reject->code == RejectCode::not_allowed;
      EXPECT_EQ(!refused, domain::may(role, row.act, row.whose(by)))
          << "role " << static_cast<int>(role) << ": " << row.body;
    }
  }
}

TEST(PermissionCells, who_is_not_in_may_come_in_and_ping) {
  for (const auto& row : rows()) {
    HallWorld world(1);
    Tab& tab = world.tabs.emplace_back(world.encoder);
    tab.person = kOrganiser;
    tab.id = world.shards[0]->attach({kOrganiser, 1}, tab);
    const auto reject = tab.reject_of(world.ask(tab, command_of(row, kOrganiser)));
    if (row.act == Act::enter || row.act == Act::ping) {
      EXPECT_FALSE(reject) << row.body;
    } else {
      ASSERT_TRUE(reject) << row.body;
      EXPECT_EQ(reject->code, RejectCode::wrong_state) << row.body;
    }
  }
}

TEST(PermissionCells, who_is_banned_does_nothing_whatever_their_role) {
  for (const auto& [by, role] : kPeople) {
    if (by == kOrganiser) continue;  // the last one cannot be banned
    HallWorld world(1, 60);
    Tab& organiser = world.come(kOrganiser);
    Tab& banned = world.come(by);
    world.ask(organiser, command::Measure{client_id(1), by, domain::MeasureKind::ban, 0, "spam", 0});
    ASSERT_TRUE(banned.closed);
    const auto stored = world.store.events(domain::Channel::order()).size();
    for (const auto& row : rows()) {
      banned.forget();
      world.ask(banned, command_of(row, by));
      EXPECT_TRUE(banned.received.empty()) << row.body;
    }
    EXPECT_EQ(world.store.events(domain::Channel::order()).size(), stored);
    Tab& again = world.tabs.emplace_back(world.encoder);
    again.person = by;
    again.id = world.shards[0]->attach({by, 2}, again);
    const auto reject = again.reject_of(world.ask(again, command_of(rows().front(), by)));
    ASSERT_TRUE(reject);
    EXPECT_EQ(reject->code, RejectCode::banned);
  }
}

}  // namespace
}  // namespace posterhall::tests
