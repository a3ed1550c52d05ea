// Two shards over the memory backplane: one hall. Ghosts, healing, silence, epochs; settings and draining.
#include <gtest/gtest.h>

#include "domain/conversation.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;

TEST(TwoShards, see_each_other_walk_and_talk) {
  HallWorld world(2);
  Tab& author = world.come_at(kAuthor, 8, 2, {.shard = 0});
  Tab& visitor = world.come_at(kAttendee, 6, 4, {.shard = 1});
  world.pass(300);
  EXPECT_TRUE(author.sees(visitor.visitor));
  EXPECT_TRUE(visitor.sees(author.visitor));
  world.step_to(visitor, 6, 3);
  world.pass(120);
  EXPECT_EQ(tile_of(*author.sees(visitor.visitor)), (domain::Tile{6, 3}));
  const auto booth = domain::make_conversation(domain::ConversationKind::booth, kBoothA.value);
  world.ask(visitor, command::Say{client_id(1), "hello", booth});
  world.ask(author, command::Emote{2});
  world.pass(200);
  ASSERT_EQ(author.all<notice::Nearby>().size(), 1U);
  EXPECT_EQ(visitor.all<notice::Nearby>().size(), 1U);
  EXPECT_EQ(visitor.all<notice::Emoted>().size(), 1U);
  world.pass(1500);
  EXPECT_EQ(author.last<notice::ConversationState>()->members.size(), 2U);
  for (const auto& report : world.reports) {
    EXPECT_EQ(report->facts.people_here, 2U);
    ASSERT_EQ(report->facts.booths.size(), 1U);
    EXPECT_EQ(report->facts.booths[0].visitors, 1U);
    EXPECT_TRUE(report->facts.booths[0].attended);
  }
}

TEST(TwoShards, visitor_ids_are_of_their_shard) {
  HallWorld world(2);
  EXPECT_EQ(world.come(kAttendee, {.shard = 0}).visitor.value >> 14, 0U);
  EXPECT_EQ(world.come(kHost, {.shard = 1}).visitor.value >> 14, 1U);
}

TEST(TwoShards, leavers_are_gone_everywhere_within_a_second) {
  HallWorld world(2);
  Tab& leaver = world.come_at(kAttendee, 20, 30, {.shard = 0});
  Tab& watcher = world.come_at(kHost, 21, 30, {.shard = 1});
  world.pass(300);
  const VisitorId gone = leaver.visitor;
  ASSERT_TRUE(watcher.sees(gone));
  world.ask(leaver, command::Leave{});
  world.pass(200);
  EXPECT_FALSE(watcher.sees(gone));
}

TEST(TwoShards, stored_words_are_shown_on_both_in_one_order) {
  HallWorld world(2);
  Tab& one = world.come(kAuthor, {.shard = 0});
  Tab& two = world.come(kAuthorB, {.shard = 1});
  const domain::Channel poster = domain::Channel::poster(kPosterA);
  world.ask(one, command::Watch{poster, 0});
  world.ask(two, command::Watch{poster, 0});
  for (std::uint32_t i = 0; i < 10; ++i) {
    Tab& writer = i % 2 == 0 ? one : two;
    world.ask(writer, message(poster, std::to_string(i), i, domain::EventKind::question));
  }
  world.pass(300);
  EXPECT_EQ(one.numbers(poster).size(), 10U);
  EXPECT_EQ(one.numbers(poster), two.numbers(poster));
}

TEST(TwoShards, a_first_direct_message_reaches_every_tab_of_both) {
  HallWorld world(2);
  Tab& writer = world.come(kAttendee, {.shard = 0});
  Tab& writer_too = world.come(kAttendee, {.shard = 0});
  Tab& open = world.come(kHost, {.shard = 1});
  Tab& elsewhere = world.come(kHost, {.shard = 1});
  const domain::Channel direct = domain::Channel::direct(kAttendee, kHost);
  world.ask(open, command::Watch{direct, 0});
  world.pass(300);
  world.ask(writer, message(direct, "hello", 1));
  world.pass(300);
  for (const Tab* tab : {&writer, &writer_too, &open, &elsewhere}) {
    EXPECT_EQ(tab->numbers(direct), std::vector<std::uint32_t>{1});
  }
}

TEST(TwoShards, a_direct_message_whose_relay_was_lost_reaches_every_tab_too) {
  HallWorld world;
  Tab& open = world.come(kHost);
  Tab& elsewhere = world.come(kHost);
  const domain::Channel direct = domain::Channel::direct(kAttendee, kHost);
  world.ask(open, command::Watch{direct, 0});
  world.pass(300);
  world.store.store({direct, client_id(1), kAttendee, domain::EventKind::message, 0, "hello"});
  world.pass(2500);
  EXPECT_EQ(open.numbers(direct), std::vector<std::uint32_t>{1});
  EXPECT_EQ(elsewhere.numbers(direct), std::vector<std::uint32_t>{1});
}

TEST(TwoShards, a_record_that_was_lost_is_right_within_five_seconds) {
  HallWorld world(2);
  Tab& walker = world.come_at(kAttendee, 20, 30, {.shard = 0});
  Tab& watcher = world.come_at(kHost, 21, 30, {.shard = 1});
  world.pass(300);
  // A forged batch puts the ghost somewhere else, as if the true one had been lost.
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = 0;
  batch->records.push_back({walker.visitor, kAttendee, Epoch{1}, domain::pack_identity(walker.visitor, 9),
                            place_at(25, 30), 0, RoomId{}, false});
  world.backplane.publish(batch);
  world.pass(200);
  ASSERT_EQ(tile_of(*watcher.sees(walker.visitor)), (domain::Tile{25, 30}));
  world.pass(5000);
  EXPECT_EQ(tile_of(*watcher.sees(walker.visitor)), (domain::Tile{20, 30}));
}

TEST(TwoShards, a_silent_shard_s_people_are_gone_within_six_seconds_and_back_when_it_wakes) {
  HallWorld world(2);
  Tab& asleep = world.come_at(kAttendee, 20, 30, {.shard = 0});
  Tab& watcher = world.come_at(kHost, 21, 30, {.shard = 1});
  world.pass(1000);
  world.running[0] = false;
  world.pass(3900);
  EXPECT_TRUE(watcher.sees(asleep.visitor)) << "who is back within 4 s was never away";
  world.pass(2100);
  EXPECT_FALSE(watcher.sees(asleep.visitor));
  world.running[0] = true;
  world.pass(300);
  EXPECT_TRUE(watcher.sees(asleep.visitor));
}

TEST(TwoShards, the_higher_epoch_has_the_avatar_and_the_other_only_watches) {
  HallWorld world(2);
  Tab& first = world.come_at(kAttendee, 20, 30, {.shard = 0});
  world.pass(300);
  Tab& second = world.come(kAttendee, {.shard = 1});
  world.pass(300);
  EXPECT_TRUE(second.last<notice::Welcome>()->in_control);
  EXPECT_EQ(tile_of(second.last<notice::Welcome>()->place), (domain::Tile{20, 30}));
  ASSERT_TRUE(first.last<notice::Control>());
  EXPECT_FALSE(first.last<notice::Control>()->in_control);
  world.step_to(first, 19, 30);
  world.step_to(second, 21, 30);
  world.pass(2500);
  EXPECT_EQ(tile_of(*first.sees(second.visitor)), (domain::Tile{21, 30}));
  EXPECT_FALSE(first.sees(first.visitor));
  for (const auto& report : world.reports) EXPECT_EQ(report->facts.people_here, 1U);
  const auto seq = world.ask(first, command::ClaimControl{});
  world.pass(300);
  EXPECT_TRUE(first.acked(seq));
  EXPECT_FALSE(second.last<notice::Control>()->in_control);
}

TEST(TwoShards, a_ghost_of_a_lower_epoch_changes_nothing) {
  HallWorld world(2);
  Tab& owner = world.come_at(kAttendee, 20, 30, {.shard = 0});
  world.ask(owner, command::ClaimControl{});
  world.pass(300);
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = 1;
  const VisitorId old{1U << 14 | 77U};
  batch->records.push_back(
      {old, kAttendee, Epoch{1}, domain::pack_identity(old, 9), place_at(25, 30), 0, RoomId{}, false});
  world.backplane.publish(batch);
  world.pass(300);
  EXPECT_TRUE(owner.sees(owner.visitor));
  EXPECT_FALSE(owner.sees(old));
}

TEST(TwoShards, who_watched_an_avatar_of_a_dead_process_stands_again) {
  HallWorld world(2);
  Tab& first = world.come_at(kAttendee, 20, 30, {.shard = 0});
  world.pass(300);
  Tab& second = world.come(kAttendee, {.shard = 1});
  world.pass(300);
  world.running[1] = false;
  world.pass(8000);
  EXPECT_TRUE(first.last<notice::Control>()->in_control);
  world.ask(first, command::PeoplePage{0, 10, "", false});
  EXPECT_EQ(first.last<notice::PeoplePage>()->total, 1U);
  EXPECT_NE(first.last<notice::PeoplePage>()->rows[0].visitor, second.visitor);
}

TEST(Setting, a_new_plan_moves_nobody_but_who_stands_in_a_wall) {
  HallWorld world;
  Tab& stays = world.come_at(kAttendee, 40, 40);
  Tab& in_wall = world.come_at(kHost, 50, 40);
  world.pass(300);
  auto plan = std::make_shared<domain::FloorPlan>(*world.setting.plan);
  plan->blocked[40 * 96 + 50] = 1;
  hall::HallSetting next = world.setting;
  next.plan = plan;
  next.plan_hash = "plan-2";
  world.replace(next);
  world.pass(300);
  EXPECT_EQ(tile_of(*stays.sees(stays.visitor)), (domain::Tile{40, 40}));
  EXPECT_NE(tile_of(*in_wall.sees(in_wall.visitor)), (domain::Tile{50, 40}));
  EXPECT_TRUE(plan->walkable(tile_of(*in_wall.sees(in_wall.visitor))));
  EXPECT_EQ(stays.last<notice::CatalogueChanged>()->plan_hash, "plan-2");
}

TEST(Setting, a_hall_that_grew_keeps_everybody_and_serves_the_new_part) {
  HallWorld world;
  Tab& stays = world.come_at(kAttendee, 40, 46);
  world.pass(300);
  auto plan = std::make_shared<domain::FloorPlan>(*world.setting.plan);
  plan->height = 60;
  plan->blocked.resize(96 * 60, 0);
  plan->floor.resize(96 * 60, 0);
  hall::HallSetting next = world.setting;
  next.plan = plan;
  next.plan_hash = "plan-2";
  world.replace(next);
  world.pass(300);
  ASSERT_TRUE(stays.sees(stays.visitor));
  for (int i = 47; i < 52; ++i) {
    world.step_to(stays, 40, i);
    world.pass(200);
  }
  EXPECT_EQ(tile_of(*stays.frames.back().place_of(stays.visitor)), (domain::Tile{40, 51}));
}

TEST(Setting, changed_people_are_told_and_demotion_acts_at_once) {
  HallWorld world;
  Tab& organiser = world.come(kOrganiser);
  Tab& other = world.come(kAttendee);
  auto people = std::make_shared<hall::People>(*world.setting.people);
  for (domain::Person& person : *people) {
    if (person.id == kOrganiser) person.role = domain::Role::attendee;
  }
  hall::HallSetting next = world.setting;
  next.people = people;
  world.replace(next);
  world.pass(200);
  EXPECT_EQ(other.last<notice::ProfilesChanged>()->persons, std::vector<PersonId>{kOrganiser});
  const auto seq = world.ask(organiser, message(domain::Channel::announce(), "x", 1, domain::EventKind::announcement));
  EXPECT_EQ(organiser.reject_of(seq)->code, hall::RejectCode::not_allowed);
  EXPECT_FALSE(other.last<notice::CatalogueChanged>());
}

TEST(Drain, closes_all_over_the_time_given_and_saves_places) {
  HallWorld world;
  for (std::uint32_t i = 0; i < 20; ++i) world.come_at(PersonId{20 + i}, 30, 40);
  world.pass(100);
  bool done = false;
  world.shards[0]->post_drain(10'000, [&done] { done = true; });
  world.settle();
  const auto closed = [&] {
    return std::count_if(world.tabs.begin(), world.tabs.end(), [](const Tab& tab) { return tab.closed.has_value(); });
  };
  world.pass(5000);
  EXPECT_NEAR(static_cast<double>(closed()), 10.0, 2.0);
  EXPECT_FALSE(done);
  world.pass(5100);
  EXPECT_EQ(closed(), 20);
  EXPECT_TRUE(done);
  for (const Tab& tab : world.tabs) {
    EXPECT_EQ(tab.closed, hall::CloseReason::restart);
    EXPECT_LE(tab.retry_after_ms, 1000U);
  }
  EXPECT_EQ(world.store.places.size(), 20U);
}

}  // namespace
}  // namespace posterhall::tests
