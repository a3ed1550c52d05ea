// Go: free places, walking or set down, whose place is whose, who does not want to be located.
#include <gtest/gtest.h>

#include <set>

#include "domain/conversation.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::GoHow;
using hall::GoTarget;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

domain::Position went(HallWorld& world, Tab& tab, const command::Go& go) {
  world.ask(tab, go);
  const auto going = tab.last<notice::Going>();
  if (!going) {
    ADD_FAILURE() << "no Going";
    return {};
  }
  return domain::unpack_position(going->place);
}

TEST(Going, far_away_is_set_down_on_the_rug_facing_the_board) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 90, 45);
  world.pass(200);
  const domain::Position at = went(world, tab, go_booth(kBoothA, GoHow::by_distance));
  EXPECT_TRUE(tab.last<notice::Going>()->set_down);
  EXPECT_TRUE((domain::TileRect{4, 2, 5, 3}.contains(domain::tile_of(at))));
  EXPECT_EQ(at.facing, domain::Facing::up);
  world.pass(200);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)), domain::tile_of(at));
  EXPECT_EQ(tab.frames.back().sequence_of(tab.visitor), tab.last<notice::Going>()->sequence);
}

TEST(Going, near_is_walked_and_nobody_is_moved) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 10);
  world.pass(200);
  const auto at = domain::tile_of(went(world, tab, go_booth(kBoothA, GoHow::by_distance)));
  EXPECT_FALSE(tab.last<notice::Going>()->set_down);
  world.pass(200);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)), (domain::Tile{20, 10}));
  world.walk_to(tab, 20, 6);
  world.walk_to(tab, at.x, 6);
  world.walk_to(tab, at.x, at.y);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)), at);
}

TEST(Going, either_way_can_be_asked_for) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 90, 45);
  went(world, tab, go_booth(kBoothA, GoHow::walk));
  EXPECT_FALSE(tab.last<notice::Going>()->set_down);
  went(world, tab, go_booth(kBoothA, GoHow::set_down));
  EXPECT_TRUE(tab.last<notice::Going>()->set_down);
}

TEST(Going, moves_under_way_when_set_down_are_void) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 6, 4);
  world.pass(1000);
  world.step_to(tab, 6, 5);
  went(world, tab, go_booth(kBoothA));
  const std::uint32_t placed = tab.last<notice::Going>()->place;
  world.step_to(tab, 6, 4);  // sent before the tab heard of it
  world.pass(200);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)), tile_of(placed));
  tab.sequence = tab.last<notice::Going>()->sequence;
  world.step_to(tab, tile_of(placed).x, tile_of(placed).y + 1);
  world.pass(200);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)).y, tile_of(placed).y + 1);
}

TEST(Going, authors_have_the_presenter_s_spot_at_their_own_board_only) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 90, 45);
  const domain::Position mine = went(world, author, go_booth(kBoothA));
  EXPECT_EQ(domain::tile_of(mine), (domain::Tile{8, 2}));
  EXPECT_EQ(mine.facing, domain::Facing::left);
  const domain::Position theirs = went(world, author, go_booth(kBoothB));
  EXPECT_NE(domain::tile_of(theirs), (domain::Tile{13, 2}));
}

TEST(Going, a_full_rug_overflows_into_its_aisle_which_belongs_to_the_booth_then) {
  HallWorld world(1, 80);
  std::set<domain::Tile> taken;
  std::uint32_t on_aisle = 0;
  for (std::uint32_t i = 0; i < 24; ++i) {
    Tab& tab = world.come_at(PersonId{20 + i}, 90, 45);
    const domain::Tile at = domain::tile_of(went(world, tab, go_booth(kBoothA)));
    EXPECT_TRUE(taken.insert(at).second) << "two on one tile";
    EXPECT_NE(at, (domain::Tile{8, 2})) << "the presenter's spot";
    if (at.y >= 5) ++on_aisle;
  }
  EXPECT_EQ(on_aisle, 10U);
  world.pass(1500);
  EXPECT_EQ(world.tabs.back().last<notice::ConversationState>()->members.size(), 24U);
  Tab& passer = world.come_at(kAttendee, 6, 5);  // walks past: joins nothing
  world.pass(1500);
  EXPECT_EQ(world.tabs[0].last<notice::ConversationState>()->members.size(), 24U);
  EXPECT_EQ(passer.last<notice::ConversationState>().value_or(notice::ConversationState{}).conversation, 0U);
  Tab& late = world.come_at(PersonId{60}, 90, 45);
  went(world, late, go_booth(kBoothA));
  Tab& later = world.come_at(PersonId{61}, 90, 45);
  const auto shared = domain::tile_of(went(world, later, go_booth(kBoothA)));
  EXPECT_TRUE(taken.contains(shared) || shared == domain::Tile(8, 2));  // beyond 25 people share tiles
}

TEST(Going, leaving_the_aisle_s_share_ends_the_choice) {
  HallWorld world(1, 80);
  for (std::uint32_t i = 0; i < 14; ++i) {
    Tab& filler = world.come_at(PersonId{20 + i}, 90, 45);
    went(world, filler, go_booth(kBoothA));
  }
  Tab& tab = world.come_at(kAttendee, 90, 45);
  const auto at = domain::tile_of(went(world, tab, go_booth(kBoothA)));
  ASSERT_GE(at.y, 5);
  world.pass(1200);
  EXPECT_NE(tab.last<notice::ConversationState>()->conversation, 0U);
  tab.sequence = tab.last<notice::Going>()->sequence;
  world.walk_to(tab, at.x, 8);
  world.walk_to(tab, at.x, at.y);
  world.pass(1200);
  EXPECT_EQ(tab.last<notice::ConversationState>()->conversation, 0U);
}

TEST(Going, places_walked_to_are_kept_free) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 20, 10);
  Tab& two = world.come_at(kHost, 21, 10);
  const auto first = domain::tile_of(went(world, one, go_booth(kBoothA, GoHow::walk)));
  const auto second = domain::tile_of(went(world, two, go_booth(kBoothA, GoHow::walk)));
  EXPECT_NE(first, second);
}

TEST(Going, beside_a_person_and_into_their_conversation) {
  HallWorld world;
  Tab& friend_tab = world.come_at(kHost, 29, 24);  // at the table
  Tab& tab = world.come_at(kAttendee, 90, 45);
  const auto at = domain::tile_of(went(world, tab, {{GoTarget::Kind::person, kHost.value}, GoHow::set_down}));
  EXPECT_LE(std::abs(at.x - 29) + std::abs(at.y - 24), 4);
  world.pass(1200);
  EXPECT_EQ(friend_tab.last<notice::ConversationState>()->members.size(), 2U);
}

TEST(Going, who_does_not_want_to_be_located_is_as_if_not_here) {
  HallWorld world;
  Tab& hidden = world.come_at(kHost, 29, 24);
  Tab& tab = world.come_at(kAttendee, 90, 45);
  world.ask(hidden, command::SetStatus{"", true, false});
  const auto to_hidden = world.ask(tab, command::Go{{GoTarget::Kind::person, kHost.value}, GoHow::set_down});
  const auto to_nobody = world.ask(tab, command::Go{{GoTarget::Kind::person, 999}, GoHow::set_down});
  EXPECT_EQ(tab.reject_of(to_hidden)->code, RejectCode::not_found);
  EXPECT_EQ(tab.reject_of(to_nobody)->code, RejectCode::not_found);
}

TEST(Going, to_door_table_stage_and_help_desk) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 90, 45);
  EXPECT_EQ(domain::tile_of(went(world, tab, {{GoTarget::Kind::room_door, 1}, GoHow::set_down})),
            (domain::Tile{60, 30}));
  const domain::ZoneMap zones(*world.setting.plan);
  const auto table = domain::tile_of(went(world, tab, {{GoTarget::Kind::table, 0}, GoHow::set_down}));
  EXPECT_EQ(domain::kind_of(zones.at(table)), domain::ConversationKind::table);
  const auto stage = went(world, tab, {{GoTarget::Kind::stage, 0}, GoHow::set_down});
  EXPECT_EQ(domain::kind_of(zones.at(domain::tile_of(stage))), domain::ConversationKind::stage);
  EXPECT_EQ(stage.facing, domain::Facing::left);  // towards the stage
  const auto desk = domain::tile_of(went(world, tab, {{GoTarget::Kind::help_desk, 0}, GoHow::set_down}));
  EXPECT_EQ(desk, (domain::Tile{41, 25}));
  EXPECT_EQ(tab.reject_of(world.ask(tab, command::Go{{GoTarget::Kind::table, 9}, GoHow::set_down}))->code,
            RejectCode::not_found);
}

TEST(Going, stepping_out_leaves_the_rug) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 6, 3);
  world.pass(1200);
  const auto at = domain::tile_of(went(world, tab, {{GoTarget::Kind::step_out, 0}, GoHow::set_down}));
  const domain::ZoneMap zones(*world.setting.plan);
  EXPECT_EQ(zones.at(at), 0U);
  world.pass(1200);
  EXPECT_EQ(tab.last<notice::ConversationState>()->conversation, 0U);
}

}  // namespace
}  // namespace posterhall::tests
