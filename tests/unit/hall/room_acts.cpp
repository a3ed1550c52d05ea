// What is done in a breakout, through the hall: who may, what others are told of it, on one shard and on two; the host
// who drops; what happens by itself at its time.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::RoomDeed;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

constexpr UnixMs kMinute = 60'000;
constexpr PersonId kGuest{20}, kOther{21}, kThird{22};
const domain::Channel kTalk = domain::Channel::talk(kRoom);

class RoomActs : public testing::TestWithParam<std::size_t> {
 protected:
  RoomActs() : world(2) {
    const auto seats = std::make_shared<domain::Catalogue>(*world.setting.catalogue);
    seats->rooms.front().capacity = 4;
    auto next = world.setting;
    next.catalogue = seats;
    world.replace(next);
    world.pass(10);
    host = &world.come(kHost);
    EXPECT_TRUE(host->acked(world.ask(*host, command::RoomOpen{kRoom})));
    guest = &come_in(kGuest, GetParam());
    other = &come_in(kOther, 0);
    enters(*host);
    world.pass(1500);
  }

  void enters(Tab& tab) {
    const auto seq = world.ask(tab, command::RoomEnter{kRoom});
    world.pass(50);
    EXPECT_TRUE(tab.acked(seq));
  }
  Tab& come_in(PersonId person, std::size_t shard) {
    Tab& tab = world.come(person, {.shard = shard});
    world.pass(50);
    enters(tab);
    return tab;
  }
  std::uint32_t wish(Tab& tab, RoomDeed deed, std::uint32_t ref = 0, std::string text = {}) {
    return world.ask(tab, command::RoomDo{kRoom, client_id(next_id_++), deed, ref, std::move(text)});
  }
  void does(Tab& tab, RoomDeed deed, std::uint32_t ref = 0, std::string text = {}) {
    const auto seq = wish(tab, deed, ref, std::move(text));
    world.pass(50);
    const auto reject = tab.reject_of(seq);
    EXPECT_TRUE(tab.acked(seq)) << domain::name_of(deed) << " " << (reject ? static_cast<int>(reject->code) : 0);
  }
  RejectCode refused(Tab& tab, RoomDeed deed, std::uint32_t ref = 0, std::string text = {}) {
    const auto reject = tab.reject_of(wish(tab, deed, ref, std::move(text)));
    EXPECT_TRUE(reject) << domain::name_of(deed);
    return reject ? reject->code : RejectCode::malformed;
  }
  static notice::RoomState state(const Tab& tab) { return tab.last<notice::RoomState>().value_or(notice::RoomState{}); }
  void told() { world.pass(2000); }
  void put_slides(std::vector<domain::Deck> decks) {
    auto catalogue = std::make_shared<domain::Catalogue>(*world.setting.catalogue);
    catalogue->rooms.front().capacity = 4;
    catalogue->decks = std::move(decks);
    auto setting = world.setting;
    setting.catalogue = catalogue;
    world.replace(setting);
    told();
  }

  HallWorld world;
  Tab* host = nullptr;
  Tab* guest = nullptr;
  Tab* other = nullptr;

 private:
  std::uint8_t next_id_ = 1;
};

TEST_P(RoomActs, hands_are_in_one_order_for_all_and_the_floor_is_given_by_who_leads) {
  does(*guest, RoomDeed::raise_hand);
  does(*other, RoomDeed::raise_hand);
  told();
  for (const Tab* tab : {host, guest, other}) {
    ASSERT_EQ(state(*tab).hands.size(), 2U);
    EXPECT_EQ(state(*tab).hands[0].person, kGuest);
    EXPECT_EQ(state(*tab).hands[1].person, kOther);
  }
  EXPECT_EQ(refused(*other, RoomDeed::give_floor, kOther.value), RejectCode::not_allowed);
  EXPECT_EQ(refused(*host, RoomDeed::give_floor, 39), RejectCode::not_found);
  does(*host, RoomDeed::give_floor, kGuest.value);
  told();
  EXPECT_EQ(state(*other).floor, kGuest);
  EXPECT_EQ(state(*other).hands.size(), 1U);
}

TEST_P(RoomActs, who_is_muted_or_in_a_quiet_room_writes_nothing_there) {
  does(*host, RoomDeed::mute, kGuest.value);
  told();
  EXPECT_TRUE(state(*guest).muted);
  EXPECT_TRUE(state(*guest).muted_persons.empty());  // who else is muted is for who leads
  EXPECT_EQ(state(*host).muted_persons, std::vector<PersonId>{kGuest});
  EXPECT_EQ(guest->reject_of(world.ask(*guest, message(kTalk, "hm", 101)))->code, RejectCode::room_quiet);
  EXPECT_EQ(refused(*guest, RoomDeed::raise_hand), RejectCode::room_quiet);
  EXPECT_EQ(refused(*guest, RoomDeed::ask, 0, "why?"), RejectCode::room_quiet);
  EXPECT_TRUE(other->acked(world.ask(*other, message(kTalk, "hm", 102))));
  does(*host, RoomDeed::mute);
  EXPECT_EQ(other->reject_of(world.ask(*other, message(kTalk, "hm", 103)))->code, RejectCode::room_quiet);
  EXPECT_TRUE(host->acked(world.ask(*host, message(kTalk, "now", 104))));
  does(*host, RoomDeed::give_floor, kOther.value);
  EXPECT_TRUE(other->acked(world.ask(*other, message(kTalk, "thank you", 105))));
  // A co-host asks no question there: it would be acked and nowhere.
  does(*host, RoomDeed::unmute, kGuest.value);
  does(*host, RoomDeed::name_cohost, kGuest.value);
  EXPECT_EQ(refused(*guest, RoomDeed::ask, 0, "why?"), RejectCode::room_quiet);
}

TEST_P(RoomActs, a_question_is_read_by_all_once_it_is_approved) {
  does(*guest, RoomDeed::ask_unnamed, 0, "How deep?");
  told();
  const auto asked = host->last<notice::RoomQuestions>();
  ASSERT_TRUE(asked && asked->questions.size() == 1);
  EXPECT_EQ(asked->questions[0].text, "How deep?");
  EXPECT_EQ(asked->questions[0].person, PersonId{});  // without a name, to who leads too
  const std::uint32_t number = asked->questions[0].number;
  const auto texts = [](const Tab& tab) {
    std::vector<std::string> all;
    for (const auto& told : tab.all<notice::RoomQuestions>()) {
      for (const auto& question : told.questions) all.push_back(question.text);
    }
    return all;
  };
  EXPECT_EQ(std::ranges::count(texts(*other), "How deep?"), 0);
  EXPECT_EQ(refused(*other, RoomDeed::want, number), RejectCode::not_found);
  EXPECT_EQ(refused(*other, RoomDeed::approve, number), RejectCode::not_allowed);
  does(*host, RoomDeed::approve, number);
  told();
  EXPECT_EQ(std::ranges::count(texts(*other), "How deep?"), 1);
  does(*other, RoomDeed::want, number);
  told();
  EXPECT_EQ(guest->last<notice::RoomQuestions>()->questions.at(0).wants, 1U);
  EXPECT_TRUE(guest->last<notice::RoomQuestions>()->questions.at(0).mine);
  EXPECT_EQ(refused(*guest, RoomDeed::want, number), RejectCode::wrong_state);
  does(*host, RoomDeed::put_aside, number);
  told();
  const auto gone = other->last<notice::RoomQuestions>()->questions.at(0);
  EXPECT_EQ(gone.state, domain::RoomQuestion::State::aside);
  EXPECT_EQ(gone.text, "");
}

TEST_P(RoomActs, a_cohost_leads_too_until_that_is_taken_back) {
  EXPECT_EQ(refused(*guest, RoomDeed::mute), RejectCode::not_allowed);
  does(*host, RoomDeed::name_cohost, kGuest.value);
  told();
  EXPECT_TRUE(state(*guest).leads);
  does(*guest, RoomDeed::mute);
  does(*guest, RoomDeed::show, 1, "2");
  told();
  EXPECT_EQ(state(*other).shown_poster, PosterKey{1});
  EXPECT_EQ(state(*other).shown_page, 2U);
  EXPECT_EQ(refused(*guest, RoomDeed::show, 99, "1"), RejectCode::not_found);
  does(*host, RoomDeed::drop_cohost, kGuest.value);
  told();
  EXPECT_FALSE(state(*guest).leads);
  EXPECT_EQ(refused(*guest, RoomDeed::unmute), RejectCode::not_allowed);
}

TEST_P(RoomActs, who_is_put_out_is_outside_and_stays_there) {
  does(*host, RoomDeed::put_out, kGuest.value);
  told();
  EXPECT_FALSE(state(*guest).inside);
  EXPECT_TRUE(state(*guest).put_out || guest->sees(guest->visitor));
  EXPECT_EQ(guest->reject_of(world.ask(*guest, command::RoomEnter{kRoom}))->code, RejectCode::not_allowed);
}

TEST_P(RoomActs, seats_are_added_for_who_waits) {
  Tab& third = come_in(kThird, GetParam());
  Tab& fourth = come_in(PersonId{23}, 0);
  told();
  EXPECT_EQ(state(fourth).waiting_place, 1U);
  EXPECT_EQ(state(*host).waiting_persons, std::vector<PersonId>{PersonId{23}});
  EXPECT_TRUE(state(third).waiting_persons.empty());
  does(*host, RoomDeed::let_next_in);
  told();
  EXPECT_TRUE(state(fourth).inside);
  EXPECT_EQ(refused(*host, RoomDeed::let_next_in), RejectCode::wrong_state);
  EXPECT_EQ(state(*host).capacity, 5U);
}

TEST_P(RoomActs, a_host_who_drops_is_missed_called_for_and_comes_back_as_host) {
  does(*host, RoomDeed::name_cohost, kGuest.value);
  does(*host, RoomDeed::give_floor, kHost.value);
  world.drop(*host);
  world.pass(3500);
  EXPECT_EQ(state(*other).hosts_gone, std::vector<PersonId>{kHost});
  EXPECT_EQ(state(*other).floor, kHost);
  EXPECT_GT(state(*other).floor_until, 0);
  EXPECT_FALSE(state(*guest).asked);
  does(*other, RoomDeed::ask, 0, "Still there?");  // questions go on
  world.pass(31'000);
  EXPECT_TRUE(state(*guest).asked);
  EXPECT_EQ(state(*other).floor, PersonId{});
  EXPECT_EQ(refused(*other, RoomDeed::step_in), RejectCode::not_allowed);
  does(*guest, RoomDeed::step_in);
  told();
  EXPECT_EQ(state(*other).lead, kGuest);
  EXPECT_FALSE(state(*guest).asked);
  world.pass(60'000);
  Tab& again = world.come(kHost, {.shard = GetParam()});
  world.pass(2500);
  EXPECT_TRUE(state(again).inside);
  EXPECT_TRUE(state(again).leads);
  EXPECT_EQ(state(*other).lead, PersonId{});
  EXPECT_TRUE(state(*other).hosts_gone.empty());
}

TEST_P(RoomActs, without_a_cohost_the_organisers_on_duty_are_asked) {
  Tab& organiser = world.come(kOrganiser);
  world.drop(*host);
  world.pass(36'000);
  EXPECT_TRUE(state(organiser).asked);
  EXPECT_FALSE(state(*guest).asked);
  does(organiser, RoomDeed::step_in);
  told();
  EXPECT_EQ(state(*guest).lead, kOrganiser);
}

TEST_P(RoomActs, warned_at_five_minutes_quiet_at_the_end_longer_by_the_organisers_alone) {
  Tab& organiser = world.come(kOrganiser);
  const UnixMs end = kNoon + 40 * kMinute;
  EXPECT_EQ(state(*guest).times.end, end);
  EXPECT_FALSE(state(*guest).warned);
  world.skip(35 * kMinute);
  told();
  EXPECT_TRUE(state(*guest).warned);
  does(*host, RoomDeed::ask_for_more);
  told();
  EXPECT_TRUE(state(organiser).more_asked);
  EXPECT_EQ(refused(*host, RoomDeed::extend, 5), RejectCode::not_allowed);
  does(organiser, RoomDeed::extend, 5);
  told();
  EXPECT_EQ(state(*guest).times.end, end + 5 * kMinute);
  EXPECT_FALSE(state(*guest).warned);
  world.skip(10 * kMinute);
  told();
  EXPECT_TRUE(state(*guest).ended);
  EXPECT_TRUE(state(*guest).inside);
  EXPECT_EQ(refused(*guest, RoomDeed::raise_hand), RejectCode::wrong_state);
  EXPECT_TRUE(guest->acked(world.ask(*guest, message(kTalk, "good bye", 101))));
  world.skip(10 * kMinute);
  world.pass(3000);
  EXPECT_FALSE(state(*guest).inside);
}

TEST_P(RoomActs, slides_are_turned_by_who_leads_and_who_has_the_floor_for_all_at_once) {
  put_slides({{4, "breakout", "first.pdf", 12, "list-4", kHost, 1},
              {5, "other", "of another.pdf", 3, "list-5", kHost, 2},
              {6, "breakout", "gone.pdf", 9, "", kHost, 3}});
  EXPECT_EQ(state(*host).ready_deck.id, 4U);
  EXPECT_EQ(state(*guest).ready_deck.id, 0U);
  EXPECT_EQ(refused(*guest, RoomDeed::show_deck, 4, "1"), RejectCode::not_allowed);
  for (const auto& [deck, page] : {std::pair(5U, "1"), std::pair(6U, "1"), std::pair(9U, "1"), std::pair(4U, "13")}) {
    EXPECT_EQ(refused(*host, RoomDeed::show_deck, deck, page), RejectCode::not_found) << deck;
  }
  does(*host, RoomDeed::show_deck, 4, "12");
  world.pass(200);  // not the second that other things wait for
  for (const Tab* tab : {host, guest, other}) {
    EXPECT_EQ(state(*tab).shown_deck.list, "list-4");
    EXPECT_EQ(state(*tab).shown_page, 12U);
  }
  does(*host, RoomDeed::give_floor, kGuest.value);
  told();
  EXPECT_EQ(state(*guest).ready_deck.id, 4U);
  does(*guest, RoomDeed::show_deck, 4, "11");
  world.pass(200);
  EXPECT_EQ(state(*other).shown_page, 11U);
  EXPECT_EQ(refused(*guest, RoomDeed::show, 1, "1"), RejectCode::not_allowed);  // slides alone
  EXPECT_EQ(refused(*other, RoomDeed::show_deck), RejectCode::not_allowed);
  // Who comes late sees it, and who waits in the line.
  Tab& last = come_in(kThird, GetParam());
  world.pass(1500);
  EXPECT_EQ(state(last).shown_page, 11U);
  Tab& line = come_in(PersonId{23}, GetParam());
  world.pass(1500);
  EXPECT_EQ(state(line).waiting_place, 1U);
  EXPECT_EQ(state(line).shown_deck.list, "list-4");
  EXPECT_EQ(state(line).shown_page, 11U);
}

TEST_P(RoomActs, slides_replaced_stay_until_shown_again_and_those_taken_away_are_gone) {
  put_slides({{4, "breakout", "first.pdf", 12, "list-4", kHost, 1}});
  does(*host, RoomDeed::show_deck, 4, "2");
  put_slides(
      {{4, "breakout", "first.pdf", 12, "list-4", kHost, 1}, {7, "breakout", "second.pdf", 2, "list-7", kHost, 2}});
  EXPECT_EQ(state(*guest).shown_deck.id, 4U);
  EXPECT_EQ(state(*host).ready_deck.id, 7U);
  does(*host, RoomDeed::show_deck, 7, "1");
  world.pass(200);
  EXPECT_EQ(state(*guest).shown_deck.name, "second.pdf");
  put_slides({{4, "breakout", "first.pdf", 12, "", kHost, 1}, {7, "breakout", "second.pdf", 2, "", kHost, 2}});
  EXPECT_EQ(state(*guest).shown_deck.id, 7U);
  EXPECT_EQ(state(*guest).shown_deck.list, "");
  EXPECT_EQ(state(*host).ready_deck.id, 0U);
}

TEST_P(RoomActs, five_minutes_more_not_where_the_next_session_begins_and_that_is_told) {
  EXPECT_TRUE(state(*guest).times.extendable);
  auto catalogue = std::make_shared<domain::Catalogue>(*world.setting.catalogue);
  domain::Session next = catalogue->sessions.front();
  next.id = "next";
  next.span = {kNoon + 42 * kMinute, kNoon + 82 * kMinute};
  catalogue->sessions.push_back(next);
  auto setting = world.setting;
  setting.catalogue = catalogue;
  world.replace(setting);
  told();
  EXPECT_FALSE(state(*guest).times.extendable);
  EXPECT_EQ(state(*guest).times.close, kNoon + 42 * kMinute);
  Tab& organiser = world.come(kOrganiser);
  EXPECT_EQ(refused(organiser, RoomDeed::extend, 5), RejectCode::room_taken);
}

TEST_P(RoomActs, who_becomes_an_organiser_or_a_host_is_told_what_they_may_and_who_hosts_is_told_to_all) {
  Tab& third = world.come(kThird, {.shard = GetParam()});
  told();
  EXPECT_FALSE(third.last<notice::RoomState>());
  auto people = std::make_shared<hall::People>(*world.setting.people);
  for (auto& person : *people) {
    if (person.id == kThird) person.role = domain::Role::organiser;
    if (person.id == kHost) person.email = "another@example.org";
  }
  auto setting = world.setting;
  setting.people = people;
  world.replace(setting);
  told();
  ASSERT_TRUE(third.last<notice::RoomState>());
  EXPECT_TRUE(state(third).may_host);
  EXPECT_TRUE(state(*guest).hosts.empty());
}

INSTANTIATE_TEST_SUITE_P(OnOneShardAndOnTwo, RoomActs, testing::Values(0U, 1U));

TEST(RoomDoor, opens_by_itself_at_its_time_once) {
  HallWorld world(2);
  auto catalogue = std::make_shared<domain::Catalogue>(*world.setting.catalogue);
  catalogue->sessions.front().span = {kNoon + 10 * kMinute, kNoon + 50 * kMinute};
  auto setting = world.setting;
  setting.catalogue = catalogue;
  world.replace(setting);
  Tab& tab = world.come(kAttendee);
  world.pass(1500);
  EXPECT_EQ(tab.reject_of(world.ask(tab, command::RoomEnter{kRoom}))->code, RejectCode::room_closed);
  world.skip(10 * kMinute);
  world.pass(2500);
  EXPECT_TRUE(tab.acked(world.ask(tab, command::RoomEnter{kRoom})));
  const auto& events = world.store.events(domain::Channel::room(kRoom));
  EXPECT_EQ(std::ranges::count(events, domain::EventKind::room_opened, &domain::Event::kind), 1);
}

TEST(RoomDoor, two_hundred_raise_a_thousand_hands_on_two_shards_and_read_one_order) {
  HallWorld world(2, 260);
  auto catalogue = std::make_shared<domain::Catalogue>(*world.setting.catalogue);
  catalogue->rooms.front().capacity = 200;
  auto setting = world.setting;
  setting.catalogue = catalogue;
  world.replace(setting);
  Tab& host = world.come(kHost);
  EXPECT_TRUE(host.acked(world.ask(host, command::RoomOpen{kRoom})));
  world.pass(100);
  std::vector<Tab*> people;
  for (std::uint32_t i = 0; i < 200; ++i) {
    people.push_back(&world.come(PersonId{30 + i}, {.shard = i % 2}));
    world.ask(*people.back(), command::RoomEnter{kRoom});
  }
  world.pass(1500);
  for (const Tab* tab : people) {
    const auto state = tab->last<notice::RoomState>();
    ASSERT_TRUE(state && state->inside) << tab->person.value;
  }
  std::uint8_t id = 1;
  for (int turn = 0; turn < 5; ++turn) {
    for (Tab* tab : people) world.ask(*tab, command::RoomDo{kRoom, client_id(id), RoomDeed::raise_hand, 0, ""});
    ++id;
  }
  world.pass(3000);
  const auto order = people.front()->last<notice::RoomState>()->hands;
  EXPECT_EQ(order.size(), 200U);
  for (const Tab* tab : people) {
    const auto state = tab->last<notice::RoomState>();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->hands, order);
  }
}

}  // namespace
}  // namespace posterhall::tests
