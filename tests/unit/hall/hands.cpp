// Many at one booth: forty belong to it and hear each other, hands are up in one order for all, the presenter gives the
// floor; on one shard and on two.
#include <gtest/gtest.h>

#include "domain/conversation.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;
using People = std::vector<PersonId>;

constexpr std::uint32_t kMany = 40;

People hands(const Tab& tab) {
  const auto state = tab.last<notice::Hands>();
  return state ? state->queue : People{};
}
PersonId floor_of(const Tab& tab) {
  const auto state = tab.last<notice::Hands>();
  return state ? state->floor : PersonId{};
}

class Hands : public testing::TestWithParam<std::size_t> {
 protected:
  HallWorld world{2, 80};
  Coming elsewhere{.shard = GetParam()};
};

TEST_P(Hands, are_up_in_one_order_for_all_and_the_presenter_gives_the_floor) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& one = world.come_at(kAttendee, 6, 3, elsewhere);
  Tab& two = world.come_at(kHost, 7, 3);
  world.pass(200);
  EXPECT_TRUE(one.acked(world.ask(one, command::RaiseHand{kBoothA})));
  world.pass(10);
  EXPECT_TRUE(two.acked(world.ask(two, command::RaiseHand{kBoothA})));
  world.pass(600);
  for (const Tab* tab : {&author, &one, &two}) EXPECT_EQ(hands(*tab), (People{kAttendee, kHost}));
  EXPECT_TRUE(author.acked(world.ask(author, command::GiveFloor{kBoothA, kHost})));
  world.pass(600);
  for (const Tab* tab : {&author, &one, &two}) {
    EXPECT_EQ(floor_of(*tab), kHost);
    EXPECT_EQ(hands(*tab), People{kAttendee});
  }
  EXPECT_TRUE(two.acked(world.ask(two, command::RaiseHand{kBoothA, true}))) << "gives it back";
  world.pass(600);
  EXPECT_EQ(floor_of(author), PersonId{});
  world.ask(author, command::GiveFloor{kBoothA, kAttendee});
  world.pass(60'000);
  EXPECT_EQ(floor_of(two), kAttendee) << "holds while nobody says otherwise";
  world.ask(author, command::GiveFloor{kBoothA, PersonId{}});
  world.pass(600);
  EXPECT_EQ(floor_of(one), PersonId{});
}

TEST_P(Hands, go_down_with_who_leaves_is_muted_or_lowers_them) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& one = world.come_at(kAttendee, 6, 3, elsewhere);
  Tab& two = world.come_at(kHost, 7, 3, elsewhere);
  world.pass(200);
  world.ask(one, command::RaiseHand{kBoothA});
  world.ask(two, command::RaiseHand{kBoothA});
  world.pass(40'000);
  EXPECT_EQ(hands(author).size(), 2U) << "up as long as they stand there";
  world.ask(one, command::RaiseHand{kBoothA, true});
  world.pass(600);
  EXPECT_EQ(hands(author), People{kHost});
  world.ask(two, go_booth(kBoothB));
  world.pass(600);
  EXPECT_TRUE(hands(author).empty());
  world.ask(two, go_booth(kBoothA));
  world.pass(600);
  EXPECT_TRUE(hands(two).empty()) << "who comes back learns so";
  world.ask(one, command::RaiseHand{kBoothA});
  world.pass(600);
  Tab& moderator = world.come(kModerator);
  world.ask(moderator, command::Measure{client_id(1), kAttendee, domain::MeasureKind::mute, 5, "loud", 0});
  world.pass(2500);
  EXPECT_TRUE(hands(author).empty());
}

TEST_P(Hands, are_only_for_who_stands_there_and_the_floor_only_for_the_presenter_to_give) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& passer = world.come_at(kAttendee, 40, 40, elsewhere);
  Tab& one = world.come_at(kHost, 7, 3);
  world.pass(200);
  EXPECT_EQ(passer.reject_of(world.ask(passer, command::RaiseHand{kBoothA}))->code, RejectCode::moved_on);
  EXPECT_EQ(one.reject_of(world.ask(one, command::GiveFloor{kBoothA, kHost}))->code, RejectCode::not_allowed);
  EXPECT_EQ(author.reject_of(world.ask(author, command::GiveFloor{kBoothA, kAttendee}))->code, RejectCode::not_found);
}

TEST_P(Hands, forty_belong_to_the_booth_and_hear_each_other_and_who_walks_past_does_not) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  std::vector<Tab*> crowd;
  for (std::uint32_t i = 0; i < kMany - 1; ++i) {
    Coming coming{.shard = i % 2 == 0 ? 0 : GetParam()};
    Tab& tab = world.come_at(PersonId{20 + i}, 40, 40, coming);
    world.ask(tab, go_booth(kBoothA));
    world.pass(20);
    crowd.push_back(&tab);
  }
  Tab& passer = world.come_at(kHost, 6, 8);
  world.walk_to(passer, 6, 6);  // the aisle before the full rug
  world.pass(3000);
  const auto booth = domain::make_conversation(domain::ConversationKind::booth, kBoothA.value);
  for (const Tab* tab : crowd) {
    const auto state = tab->last<notice::ConversationState>();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->conversation, booth);
    EXPECT_EQ(state->members.size(), kMany);
  }
  const auto heard = author.last<notice::ConversationState>();
  ASSERT_TRUE(heard);
  for (const auto& member : heard->members) EXPECT_NE(member.person, kHost);
  for (std::uint32_t i = 0; i < crowd.size(); ++i) {
    world.ask(*crowd[i], command::Say{client_id(100 + i), "line " + std::to_string(i), booth});
    world.ask(*crowd[i], command::RaiseHand{kBoothA});
    world.pass(20);
  }
  world.pass(1000);
  const People order = hands(author);
  EXPECT_EQ(order.size(), kMany - 1);
  EXPECT_EQ(order.front(), PersonId{20});
  for (const Tab* tab : crowd) {
    EXPECT_EQ(hands(*tab), order);
    EXPECT_EQ(tab->all<notice::Nearby>().size(), kMany - 1) << "everybody hears everybody, once";
    EXPECT_FALSE(tab->closed);
  }
  EXPECT_TRUE(passer.all<notice::Nearby>().empty());
}

INSTANTIATE_TEST_SUITE_P(Shards, Hands, testing::Values(0, 1));

}  // namespace
}  // namespace posterhall::tests
