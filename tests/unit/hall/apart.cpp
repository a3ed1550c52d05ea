// Other processes on a way that may lose: what was lost is told again, and while they are out of reach the store says
// what they did, nobody is taken for gone who may not be, and people are told.
#include <gtest/gtest.h>

#include "domain/conversation.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;

constexpr hall::ShardNumber kElsewhere = 7;

/// A visitor of a shard of another process.
hall::RelayedVisitor ghost(PersonId person, std::uint32_t n, std::uint32_t x, std::uint32_t epoch = 1) {
  const VisitorId id{kElsewhere << 14 | n};
  return {id, person,   Epoch{epoch}, domain::pack_identity(id, 1), place_at(static_cast<std::int32_t>(x), 30),
          0,  RoomId{}, false};
}

void hear(HallWorld& world, const std::vector<hall::RelayedVisitor>& records, bool complete = false) {
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = kElsewhere;
  batch->records = records;
  batch->complete = complete;
  world.backplane.publish(batch);
  world.settle();
}

/// As the backplane does when it has missed something.
void ask_for_everything(HallWorld& world) {
  auto wish = std::make_shared<hall::RelayBatch>();
  wish->from = hall::kNoShard;
  wish->tell_all = true;
  world.backplane.publish(wish);
  world.settle();
}

/// What the shard of the world publishes.
class Ear {
 public:
  explicit Ear(HallWorld& world) {
    world.backplane.subscribe(9, world.loop, [this](const auto& batch) {
      if (batch->from == 0) heard.push_back(batch);
    });
  }
  std::vector<std::shared_ptr<const hall::RelayBatch>> heard;
};

TEST(Apart, who_walks_is_told_of_by_the_record_alone_until_something_else_changes) {
  HallWorld world;
  Ear ear(world);
  Tab& walker = world.come_at(kAttendee, 20, 30);
  hear(world, {ghost(kAuthor, 2, 22)});  // somebody listens
  world.pass(300);
  ear.heard.clear();
  world.step_to(walker, 20, 31);
  world.pass(100);
  std::size_t moves = 0;
  for (const auto& batch : ear.heard) {
    EXPECT_TRUE(batch->records.empty());
    moves += batch->moves.size();
    for (const auto& move : batch->moves) EXPECT_EQ(domain::visitor_of(move.record0), walker.visitor);
  }
  EXPECT_EQ(moves, 1U);
  ear.heard.clear();
  world.ask(walker, go_booth(kBoothA));
  world.pass(100);
  bool in_full = false;
  const auto booth = domain::make_conversation(domain::ConversationKind::booth, kBoothA.value);
  for (const auto& batch : ear.heard) {
    for (const auto& record : batch->records) in_full = in_full || record.conversation == booth;
    EXPECT_TRUE(batch->records.empty() || batch->moves.empty()) << "told in full is not told by a move too";
  }
  EXPECT_TRUE(in_full);
}

TEST(Apart, a_batch_that_is_used_again_is_a_new_one_but_for_its_moves) {
  hall::RelayBatch batch{3,    9,    true, true, true, {ghost(kAuthor, 2, 22)}, {{1, 2}}, {VisitorId{1}},
                         {{}}, {{}}, {{}}, {{}}};
  batch.clear_but_moves();
  EXPECT_EQ(batch.from + batch.step, 0U);
  EXPECT_FALSE(batch.heartbeat_only || batch.complete || batch.tell_all);
  EXPECT_TRUE(batch.records.empty() && batch.departed.empty() && batch.rooms.empty());
  EXPECT_TRUE(batch.talk.empty() && batch.signals.empty() && batch.events.empty());
  EXPECT_EQ(batch.moves.size(), 1U);
}

TEST(Apart, a_move_of_somebody_unknown_is_ignored_and_of_somebody_known_is_seen) {
  HallWorld world;
  Tab& watcher = world.come_at(kHost, 21, 30);
  const auto known = ghost(kAttendee, 1, 20), unknown = ghost(kAuthor, 2, 22);
  hear(world, {known});
  world.pass(300);
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = kElsewhere;
  batch->moves = {{domain::pack_identity(known.id, 2), place_at(23, 30)}, {unknown.record0, unknown.record1}};
  world.backplane.publish(batch);
  world.pass(300);
  ASSERT_TRUE(watcher.sees(known.id));
  EXPECT_EQ(tile_of(*watcher.sees(known.id)), (domain::Tile{23, 30}));
  EXPECT_FALSE(watcher.sees(unknown.id));
}

TEST(Apart, members_are_told_what_another_member_s_record_says_of_them) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  auto guest = ghost(kAttendee, 1, 20);
  guest.record1 = place_at(6, 4);
  guest.conversation = domain::make_conversation(domain::ConversationKind::booth, kBoothA.value);
  hear(world, {guest});
  world.pass(1500);
  ASSERT_EQ(author.last<notice::ConversationState>()->members.size(), 2U);
  const auto before = author.all<notice::ConversationState>().size();
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = kElsewhere;
  batch->moves = {{guest.record0, guest.record1 ^ 1U}};
  world.backplane.publish(batch);
  world.pass(300);
  EXPECT_GT(author.all<notice::ConversationState>().size(), before);
}

TEST(Apart, who_is_not_in_a_complete_batch_is_gone) {
  HallWorld world;
  Tab& watcher = world.come_at(kHost, 21, 30);
  const auto one = ghost(kAttendee, 1, 20), two = ghost(kAuthor, 2, 22);
  hear(world, {one, two});
  world.pass(300);
  ASSERT_TRUE(watcher.sees(one.id));
  ASSERT_TRUE(watcher.sees(two.id));
  hear(world, {two}, true);
  world.pass(300);
  EXPECT_FALSE(watcher.sees(one.id));
  EXPECT_TRUE(watcher.sees(two.id));
  EXPECT_TRUE(watcher.sees(watcher.visitor)) << "its own are not theirs to forget";
}

TEST(Apart, asked_for_everything_a_shard_tells_of_all_its_own_at_once) {
  HallWorld world;
  world.backplane.all = true;
  Ear ear(world);
  Tab& one = world.come_at(kHost, 21, 30);
  Tab& two = world.come_at(kAttendee, 40, 30);
  hear(world, {ghost(kAuthor, 1, 20)});
  world.pass(300);
  ear.heard.clear();
  ask_for_everything(world);
  world.pass(30);
  ASSERT_FALSE(ear.heard.empty());
  const auto& told = *ear.heard.front();
  EXPECT_TRUE(told.complete);
  ASSERT_EQ(told.records.size(), 2U);
  EXPECT_TRUE(told.records[0].id == one.visitor || told.records[1].id == one.visitor);
  EXPECT_TRUE(told.records[0].id == two.visitor || told.records[1].id == two.visitor);
  world.pass(3000);
  for (std::size_t i = 1; i < ear.heard.size(); ++i) EXPECT_FALSE(ear.heard[i]->complete);
}

TEST(Apart, an_empty_shard_says_so_when_asked) {
  HallWorld world;
  world.backplane.all = true;
  Ear ear(world);
  world.pass(100);
  ear.heard.clear();
  ask_for_everything(world);
  world.pass(20);
  ASSERT_FALSE(ear.heard.empty());
  EXPECT_TRUE(ear.heard.front()->complete);
  EXPECT_FALSE(ear.heard.front()->heartbeat_only);
}

TEST(Apart, what_was_stored_elsewhere_is_read_every_second) {
  HallWorld world;
  Tab& reader = world.come(kHost);
  world.pass(2500);
  world.backplane.is_linked = false;
  world.pass(1200);
  for (std::uint32_t i = 1; i <= 3; ++i) {
    world.store.store({domain::Channel::hall(), client_id(i), kAttendee, domain::EventKind::message, 0, "hello"});
    world.pass(1300);
    EXPECT_EQ(reader.numbers(domain::Channel::hall()).size(), i);
  }
}

TEST(Apart, people_are_told_and_told_when_it_is_over) {
  HallWorld world;
  Tab& tab = world.come(kHost);
  world.pass(1500);
  world.backplane.is_linked = false;
  world.pass(500);
  world.backplane.is_linked = true;
  world.pass(2000);
  for (const auto& facts : tab.all<notice::HallFacts>())
    EXPECT_FALSE(facts.apart) << "a short break is nobody's matter";
  world.backplane.is_linked = false;
  world.pass(2500);
  EXPECT_TRUE(tab.last<notice::HallFacts>()->apart);
  Tab& newcomer = world.come(kAttendee);
  world.pass(100);
  EXPECT_TRUE(newcomer.all<notice::HallFacts>().front().apart);
  world.backplane.is_linked = true;
  world.pass(1500);
  EXPECT_FALSE(tab.last<notice::HallFacts>()->apart);
  EXPECT_FALSE(newcomer.last<notice::HallFacts>()->apart);
}

TEST(Apart, an_avatar_that_was_claimed_elsewhere_is_given_up_as_the_store_says) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  Tab& stays = world.come_at(kHost, 21, 30);
  world.pass(300);
  world.backplane.is_linked = false;
  world.store.raise_epoch(kAttendee);
  world.pass(4000);
  EXPECT_EQ(tab.closed, hall::CloseReason::replaced);
  EXPECT_FALSE(stays.closed);
  EXPECT_FALSE(stays.sees(tab.visitor));
}

TEST(Apart, a_claim_of_our_own_that_is_on_its_way_costs_nobody_their_avatar) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  world.backplane.is_linked = false;
  for (int i = 0; i < 8; ++i) {
    world.ask(tab, command::ClaimControl{});
    world.pass(950);
  }
  EXPECT_FALSE(tab.closed);
}

TEST(Apart, who_watches_an_avatar_of_another_process_does_not_take_it_while_nobody_knows) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  world.pass(300);
  hear(world, {ghost(kAttendee, 1, 20, 5)});
  world.pass(300);
  ASSERT_FALSE(tab.last<notice::Control>()->in_control);
  world.backplane.is_linked = false;
  world.pass(9000);
  EXPECT_FALSE(tab.last<notice::Control>()->in_control) << "its process may well be there";
  world.backplane.is_linked = true;
  world.pass(2000);
  hear(world, {ghost(kAttendee, 1, 20, 5)}, true);
  world.pass(3000);
  EXPECT_FALSE(tab.last<notice::Control>()->in_control);
  world.pass(6000);  // it is silent, and now that means something
  EXPECT_TRUE(tab.last<notice::Control>()->in_control);
}

TEST(Apart, sessions_that_were_ended_elsewhere_end_here) {
  HallWorld world(2);
  Tab& one = world.come(kAttendee, {.shard = 0});
  Tab& two = world.come(kHost, {.shard = 1});
  world.pass(300);
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = kElsewhere;
  hall::RelayedSignal ended;
  ended.kind = hall::SignalKind::sessions_ended;
  ended.person = kHost;
  batch->signals.push_back(ended);
  world.backplane.publish(batch);
  world.settle();
  EXPECT_EQ(two.closed, hall::CloseReason::session_ended);
  EXPECT_FALSE(one.closed);
}

TEST(Apart, who_sits_in_a_room_by_another_process_keeps_the_seat_until_it_is_known_that_they_are_gone) {
  HallWorld world(2);
  Tab& host = world.come(kHost);
  world.ask(host, command::RoomOpen{kRoom});
  Tab& guest = world.come(kAttendee, {.shard = 1});
  world.pass(100);
  ASSERT_TRUE(guest.acked(world.ask(guest, command::RoomEnter{kRoom})));
  world.pass(3000);
  const auto members = [&world] { return world.reports[0]->facts.rooms.at(0).members; };
  ASSERT_EQ(members(), 1U);
  world.running[1] = false;  // as another process that is out of reach
  world.backplane.is_linked = false;
  world.pass(60'000);
  EXPECT_EQ(members(), 1U);
  world.backplane.is_linked = true;
  world.pass(20'000);
  EXPECT_EQ(members(), 1U) << "half a minute for who may come back";
  world.pass(20'000);
  EXPECT_EQ(members(), 0U);
}

}  // namespace
}  // namespace posterhall::tests
