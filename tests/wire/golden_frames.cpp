#include "golden_frames.hpp"

#include "domain/question.hpp"

namespace posterhall::golden {
namespace {

namespace notice = hall::notice;
using domain::Channel;

constexpr UnixMs kTime = 1'776'758'400'123;  // 2026-04-21T08:00:00.123Z: more than 32 bits

domain::ClientEventId client_id(std::uint8_t first) {
  domain::ClientEventId id{};
  for (std::size_t i = 0; i < id.size(); ++i) id[i] = static_cast<std::uint8_t>(first + i);
  return id;
}

domain::Person person() {
  domain::Person out;
  out.id = PersonId{3};
  out.name = "Ingrid Sólheim";
  out.short_name = "Ingrid";
  out.affiliation = "北京大学";
  out.email = "never@shown.example";
  out.role = domain::Role::author;
  out.presents = {PosterKey{17}, PosterKey{300}};
  out.look = {0, 1, 128, 254, 255};
  out.status = "at lunch 🍜";
  out.do_not_locate = true;
  return out;
}

domain::Person plain_person() {
  domain::Person out;
  out.id = PersonId{4'000'000'000};
  out.name = "Bo";
  out.role = domain::Role::organiser;
  return out;
}

notice::ShownEvent event(std::uint32_t number, std::string text) {
  notice::ShownEvent out;
  out.event.channel = Channel::poster(PosterKey{17});
  out.event.number = number;
  out.event.client_id = client_id(1);
  out.event.at = kTime;
  out.event.author = PersonId{3};
  out.event.kind = domain::EventKind::answer;
  out.event.ref = 41;
  out.event.text = std::move(text);
  out.author_of_poster = true;
  return out;
}

/// Asked without a name, wanted, hidden, shown again: as others are sent it.
notice::Events question() {
  using domain::EventKind;
  notice::Events out;
  for (const auto kind :
       {EventKind::question_unnamed, EventKind::answer_unnamed, EventKind::wanted, EventKind::unwanted,
        EventKind::hidden_by_author, EventKind::hidden_by_order, EventKind::shown_again}) {
    auto one =
        event(44 + static_cast<std::uint32_t>(out.events.size()), kind == EventKind::hidden_by_order ? "rude" : "");
    one.event.kind = kind;
    one.event = domain::seen_by(one.event, PersonId{});
    one.author_of_poster = false;
    out.events.push_back(std::move(one));
  }
  return out;
}

notice::Welcome welcome() {
  notice::Welcome out;
  out.visitor = VisitorId{0xffffff};
  out.me = person();
  out.epoch = Epoch{7};
  out.place = 0x12345678;
  out.catalogue_hash = std::string(64, 'a');
  out.plan_hash = std::string(64, 'b');
  out.client_build = "0123456789ab";
  out.now = kTime;
  out.channels = {{Channel::hall(), 5, 3}, {Channel::direct(PersonId{9}, PersonId{3}), 1, 0}};
  out.saved = {PosterKey{1}, PosterKey{128}, PosterKey{70'000}};
  out.may = {"announce", "room_open"};
  out.sequence = 255;
  out.people_here = 1'500;
  out.process = "00000000000000ab";
  return out;
}

notice::HallFacts facts() {
  notice::HallFacts out;
  out.version = 9;
  out.full = true;
  out.booths = {
      {BoothNumber{411}, 14, true, false}, {BoothNumber{1107}, 0, true, true}, {BoothNumber{101}, 0, false, false}};
  out.people_here = 321;
  out.cells = {{65'536, 4}, {65'537, 300}};
  out.rooms = {{RoomId{2}, true, 60, 60, "breakout-2"}, {RoomId{3}, false, 0, 40, ""}};
  return out;
}

std::vector<notice::Member> members() {
  return {{VisitorId{16'385}, PersonId{3}, true, false, false}, {VisitorId{2}, PersonId{9}, false, true, true}};
}

notice::RoomState room_state() {
  notice::RoomState room;
  room.room = RoomId{2};
  room.open = room.inside = room.may_host = room.leads = true;
  room.members = 2;
  room.capacity = 60;
  room.session = "breakout-2";
  room.people = members();
  room.times = {kTime, kTime + 35 * 60'000, kTime + 40 * 60'000, kTime + 50 * 60'000, true};
  room.hands = {{PersonId{9}, kTime + 61'000}, {PersonId{3}, kTime + 62'500}};
  room.hands_up = 2;
  room.floor = PersonId{4'000'000'000};
  room.quiet = room.muted = true;
  room.muted_persons = {PersonId{8}, PersonId{300}};
  room.hosts = {PersonId{5}};
  room.cohosts = {PersonId{6}, PersonId{7}};
  room.lead = PersonId{6};
  room.hosts_gone = {PersonId{5}};
  room.floor_until = kTime + 30'000;
  room.asked = room.more_asked = room.warned = room.ended = room.put_out = true;
  room.shown_poster = PosterKey{17};
  room.shown_page = 3;
  room.link = "https://meet.example.org/a?b=c";
  room.waiting = 7;
  room.waiting_place = 4;
  room.waiting_persons = {PersonId{11}, PersonId{12}};
  room.in_list_mode = 14;
  room.shown_deck = {7, 12, "Kettles 🙂.pdf", std::string(64, 'a')};
  room.ready_deck = {9, 13, "Kettles 2.pdf", std::string(64, 'b')};
  return room;
}

notice::RoomQuestions room_questions() {
  using State = domain::RoomQuestion::State;
  return {RoomId{2},
          true,
          {{41, PersonId{9}, "How deep? 🙂", "Twelve metres.", State::answered, 11, true, false, kTime},
           {42, PersonId{}, "Why?", "", State::asked, 0, false, true, kTime + 1}}};
}

notice::PlannedAnnouncements planned_announcements() {
  using State = domain::Announcement::State;
  const domain::Announcement waits{
      3, PersonId{9}, kTime, {domain::Audience::room, RoomId{2}, kTime + 60'000, "Five minutes 🙂"}, State::waiting, 0,
      0};
  const domain::Announcement given{
      4,         PersonId{9}, kTime, {domain::Audience::unattended_authors, {}, 0, "Your booth is empty"}, State::given,
      kTime + 1, 12};
  return {{{waits, "Ingrid Dahl"}, {given, ""}}};
}

std::vector<NamedNotice> talking() {
  return {
      {"events", notice::Events{{event(42, "Yes — see \"panel 3\"."), event(43, "")}}},
      {"events_of_a_question", question()},
      {"ack", notice::Ack{7, 42, kTime}},
      {"ack_plain", notice::Ack{8, 0, 0}},
      {"reject", notice::Reject{9, hall::RejectCode::rate_limited, 1'500}},
      {"nearby", notice::Nearby{(1U << 28) | 411, VisitorId{5}, PersonId{3}, "Hi 👋", kTime, client_id(200)}},
      {"conversation", notice::ConversationState{(4U << 28) | 1, members(), 0x00400080}},
      {"watching_resumed", notice::Watching{Channel::talk(RoomId{2}), 44, 3, 0, 0}},
      {"watching_gap", notice::Watching{Channel::announce(), 20'000, 0, 11, 19'950}},
      {"history", notice::HistoryPage{12, Channel::poster(PosterKey{17}), {event(1, "first")}, true}},
      {"typing", notice::TypingNow{false, Channel::hall(), PersonId{3}}},
      {"typing_nearby", notice::TypingNow{true, {}, PersonId{3}}},
      {"read_marks", notice::ReadMarks{{{Channel::hall(), 5, 5}}}},
  };
}

std::vector<NamedNotice> people() {
  using At = notice::Whereabouts::At;
  notice::PeoplePage page{11, 1'500, 50, {}};
  const std::vector<notice::Whereabouts> places = {{At::hidden, 0},   {At::booth, 411}, {At::room, 2},
                                                   {At::stage, 0},    {At::foyer, 0},   {At::aisle, 4},
                                                   {At::not_here, 0}, {At::table, 0}};
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    page.rows.push_back({i % 2 == 0 ? person() : plain_person(), VisitorId{i}, places[i], i == 1, i == 2});
  }
  return {
      {"who", notice::Who{{{VisitorId{5}, person()}, {VisitorId{6}, plain_person()}}}},
      {"persons", notice::Persons{{person()}}},
      {"people_page", page},
      {"profiles_changed", notice::ProfilesChanged{{PersonId{3}, PersonId{4'000'000'000}}}},
      {"invitation", notice::Invitation{5, hall::InvitationKind::walk, PersonId{3}, VisitorId{9}}},
      {"invitation_answered", notice::InvitationAnswered{PersonId{3}, hall::InvitationKind::talk, true}},
      {"emoted", notice::Emoted{VisitorId{5}, 12}},
      {"saved", notice::SavedPosters{{PosterKey{1}, PosterKey{2}}}},
  };
}

std::vector<NamedNotice> order() {
  notice::MeasureRow mute{
      21, domain::MeasureKind::mute, person(), plain_person(), "advertising", kTime, kTime + 600'000, false, true};
  notice::MeasureRow ban = mute;
  ban.measure = 22;
  ban.kind = domain::MeasureKind::ban;
  ban.by.reset();
  ban.until = 0;
  ban.lifted = true;
  notice::ReportRow report;
  report.report = 20;
  report.at = kTime;
  report.by = plain_person();
  report.about = person();
  report.reason = "spam";
  report.channel = Channel::poster(PosterKey{17});
  report.number = 41;
  report.message = "Buy this";
  report.lines = {{{PersonId{3}, kTime, false, "Hi"}, "Ingrid Sólheim"}, {{PersonId{9}, kTime, true, "No"}, ""}};
  report.measures = {ban};
  return {
      {"my_measure", notice::MyMeasure{21, domain::MeasureKind::mute, "advertising", kTime, kTime + 600'000, false,
                                       "chairs@example.org"}},
      {"my_measure_seen", notice::MyMeasure{23, domain::MeasureKind::mute, "loud", kTime, 0, false, "", true}},
      {"my_measure_lifted", notice::MyMeasure{22, domain::MeasureKind::ban, "", kTime, 0, true, ""}},
      {"order_queue_reports", notice::OrderQueuePage{14, 1, 0, {report}, {}}},
      {"order_queue_measures", notice::OrderQueuePage{15, 2, 0, {}, {mute, ban}}},
      {"report_filed", notice::ReportFiled{20, PersonId{3}, kTime}},
      {"order_changed", notice::OrderChanged{1}},
      {"blocked_people", notice::BlockedPeople{{PersonId{3}, PersonId{4'000'000'000}}}},
      {"author_call",
       notice::AuthorCall{
           BoothNumber{411}, PosterKey{17}, domain::CallState::How::called, 3, {PersonId{3}, PersonId{9}}, true}},
      {"author_call_over", notice::AuthorCall{}},
      {"booth_calls", notice::BoothCalls{BoothNumber{411},
                                         {{PersonId{5}, domain::CallState::How::later},
                                          {PersonId{6}, domain::CallState::How::coming}}}},
      {"still_here", notice::StillHere{domain::Wakefulness::asked, kTime}},
      {"back_wanted", notice::BackWanted{{PosterKey{17}, PosterKey{300}}}},
      {"author_back", notice::AuthorBack{PosterKey{17}, BoothNumber{411}, PersonId{3}}},
      {"poster_desk", notice::PosterDesk{2, {{7, PosterKey{17}, PersonId{3}, kTime, true, "Thank you"}}}},
      {"poster_desk_empty", notice::PosterDesk{}},
      {"pointers", notice::Pointers{BoothNumber{411},
                                    {{PersonId{3}, 0x40002000, true}, {PersonId{4'000'000'000}, 0xffff0000, false}},
                                    {{PersonId{3}, 0x80008000, 0x40002000}}}},
      {"hands", notice::Hands{BoothNumber{411}, {PersonId{9}, PersonId{4'000'000'000}}, PersonId{3}}},
      {"pointers_none", notice::Pointers{BoothNumber{411}, {}, {}}},
      {"reject_muted", notice::Reject{16, hall::RejectCode::muted, 600'000, "advertising", kTime + 600'000}},
  };
}

}  // namespace

std::vector<NamedNotice> server_notices() {
  std::vector<NamedNotice> out = {
      {"welcome", welcome()},
      {"facts", facts()},
      {"facts_empty", notice::HallFacts{}},
      {"going", notice::Going{13, 0xfffffffc, true, 200}},
      {"control", notice::Control{false, Epoch{8}, true}},
      {"room", room_state()},
      {"room_questions", room_questions()},
      {"planned_announcements", planned_announcements()},
      {"catalogue_changed", notice::CatalogueChanged{std::string(64, 'c'), std::string(64, 'd')}},
      {"closing", notice::Closing{hall::CloseReason::too_slow, 900}},
      {"pong", notice::Pong{kTime}},
  };
  for (auto& one : talking()) out.push_back(std::move(one));
  for (auto& one : people()) out.push_back(std::move(one));
  for (auto& one : order()) out.push_back(std::move(one));
  return out;
}

std::vector<NamedMessage> client_messages() {
  const std::string id = "AAECAwQFBgcICQoLDA0ODw==";
  return {
      {"enter", R"({"seq":1,"enter":{"view":"VIEW_HALL","clientBuild":"0123456789ab","resume":[{"channel":"poster/17",)"
                R"("after":42}],"tabId":")" +
                    id + R"(","watchOnly":true,"place":4294967292,"atBooth":true}})"},
      {"move", R"({"move":{"sequence":255,"place":4294967292}})"},
      {"go_booth", R"({"seq":2,"go":{"booth":411,"how":"GO_HOW_SET_DOWN"}})"},
      {"go_step_out", R"({"seq":3,"go":{"stepOut":true}})"},
      {"claim_control", R"({"seq":4,"claimControl":{}})"},
      {"leave", R"({"seq":5,"leave":{}})"},
      {"activity", R"({"activity":{"hidden":true,"input":true,"view":"VIEW_LIST"}})"},
      {"who_request", R"({"seq":6,"whoRequest":{"visitors":[1,128,16777215]}})"},
      {"persons_request", R"({"seq":7,"personsRequest":{"persons":[3,4000000000]}})"},
      {"people_page",
       R"({"seq":8,"peoplePage":{"offset":50,"limit":100,"filter":"ing","order":"PEOPLE_ORDER_NEAREST"}})"},
      {"say", R"({"seq":9,"say":{"clientId":")" + id + R"(","text":"Hi 👋","conversation":268435867}})"},
      {"send", R"({"seq":10,"send":{"channel":"poster/17","clientId":")" + id +
                   R"(","kind":"EVENT_KIND_ANSWER","text":"Yes.","ref":41}})"},
      {"edit", R"({"seq":11,"edit":{"channel":"hall","clientId":")" + id + R"(","ref":5,"text":"Better."}})"},
      {"delete", R"({"seq":12,"delete":{"channel":"dm/3-9","clientId":")" + id + R"(","ref":6}})"},
      {"typing", R"({"typing":{"channel":"talk/2"}})"},
      {"typing_nearby", R"({"typing":{}})"},
      {"watch", R"({"seq":13,"watch":{"channel":"announce","after":7}})"},
      {"unwatch", R"({"seq":14,"unwatch":{"channel":"announce"}})"},
      {"history", R"({"seq":15,"history":{"channel":"hall","before":100,"limit":100}})"},
      {"mark_read", R"({"seq":16,"markRead":{"channel":"hall","number":100}})"},
      {"emote", R"({"seq":17,"emote":{"emote":12}})"},
      {"set_status", R"({"seq":18,"setStatus":{"text":"at lunch","doNotLocate":true,"away":true}})"},
      {"set_look", R"({"seq":19,"setLook":{"look":"AAGA/v8=","shortName":"Ingrid"}})"},
      {"save_poster", R"({"seq":20,"savePoster":{"poster":17,"saved":true}})"},
      {"read_poster", R"({"seq":21,"readPoster":{"poster":17}})"},
      {"room_enter", R"({"seq":22,"roomEnter":{"room":2}})"},
      {"room_leave", R"({"seq":23,"roomLeave":{}})"},
      {"room_open", R"({"seq":24,"roomOpen":{"room":2}})"},
      {"room_close", R"({"seq":25,"roomClose":{"room":2}})"},
      {"invite_person", R"({"seq":26,"invitePerson":{"person":3,"kind":"INVITATION_KIND_WALK"}})"},
      {"answer_invitation", R"({"seq":27,"answerInvitation":{"invitation":5,"accept":true}})"},
      {"ping", R"({"seq":28,"ping":{}})"},
      {"block", R"({"seq":29,"block":{"person":4000000000}})"},
      {"unblock", R"({"seq":30,"unblock":{"person":3}})"},
      {"report", R"({"seq":31,"report":{"clientId":")" + id +
                     R"(","person":3,"channel":"poster/17","number":41,"reason":"spam"}})"},
      {"report_nearby", R"({"seq":32,"report":{"clientId":")" + id +
                            R"(","person":3,"conversation":268435867,"lines":[{"person":3,"text":"Hi 👋",)" +
                            R"("atMs":1776758400123,"clientId":")" + id + R"("}]}})"},
      {"measure", R"({"seq":33,"measure":{"clientId":")" + id +
                      R"(","person":3,"kind":"MEASURE_KIND_BAN","minutes":525600,"reason":"spam","report":20}})"},
      {"lift", R"({"seq":34,"lift":{"clientId":")" + id + R"(","measure":21,"reason":"a mistake"}})"},
      {"report_settle", R"({"seq":35,"reportSettle":{"clientId":")" + id + R"(","report":20,"done":"warned"}})"},
      {"order_queue", R"({"seq":36,"orderQueue":{"of":"ORDER_QUEUE_OF_MEASURES","offset":20,"limit":20}})"},
      {"measure_seen", R"({"seq":37,"measureSeen":{"measure":21}})"},
      {"answer_call", R"({"seq":38,"answerCall":{"booth":411,"accept":true}})"},
      {"tell_when_back", R"({"seq":39,"tellWhenBack":{"poster":17,"on":true}})"},
      {"point", R"({"point":{"booth":411,"place":4294901760}})"},
      {"raise_hand", R"({"seq":39,"raiseHand":{"booth":411}})"},
      {"lower_hand", R"({"seq":40,"raiseHand":{"booth":411,"down":true}})"},
      {"ask_unnamed", R"({"seq":42,"send":{"channel":"poster/17","clientId":")" + id +
                          R"(","kind":"EVENT_KIND_QUESTION_UNNAMED","text":"Why?"}})"},
      {"want_answer", R"({"seq":43,"wantAnswer":{"poster":17,"question":44,"on":true}})"},
      {"hide_question",
       R"({"seq":44,"hideQuestion":{"clientId":")" + id + R"(","poster":17,"question":44,"reason":"off topic"}})"},
      {"show_question", R"({"seq":45,"showQuestion":{"clientId":")" + id + R"(","poster":17,"question":44}})"},
      {"give_floor", R"({"seq":41,"giveFloor":{"booth":411,"person":9}})"},
      {"point_gone", R"({"point":{"booth":411,"gone":true}})"},
      {"show_view", R"({"showView":{"booth":411,"centre":2147516416,"extent":1073750016}})"},
      {"room_ask",
       R"({"seq":46,"roomDo":{"room":2,"clientId":")" + id + R"(","deed":"ROOM_DEED_ASK","text":"How deep? 🙂"}})"},
      {"room_show",
       R"({"seq":47,"roomDo":{"room":2,"clientId":")" + id + R"(","deed":"ROOM_DEED_SHOW","ref":17,"page":3}})"},
      {"room_show_deck",
       R"({"seq":48,"roomDo":{"room":2,"clientId":")" + id + R"(","deed":"ROOM_DEED_SHOW_DECK","ref":7,"page":12}})"},
      {"plan_announcement", R"({"seq":48,"planAnnouncement":{"clientId":")" + id +
                                R"(","to":"AUDIENCE_ROOM","room":2,"dueMs":1776758400123,"text":"Five minutes 🙂"}})"},
      {"withdraw_announcement", R"({"seq":49,"withdrawAnnouncement":{"clientId":")" + id + R"(","number":3}})"},
      {"follow_announcements", R"({"seq":50,"followAnnouncements":{"on":true}})"},
      {"call_authors", R"({"seq":40,"callAuthors":{"booths":[411,1107]}})"},
  };
}

}  // namespace posterhall::golden
