// All cells of the permission table.
#include "domain/permission.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace posterhall::domain {
namespace {

constexpr Role kRoles[] = {Role::attendee, Role::author, Role::host, Role::moderator, Role::organiser};

/// The least role for own and other, written down a second time: a change of the table has to be meant.
struct Least {
  int own, other;  // 1..5 as Role, 9 = nobody
};
const std::map<Act, Least> kExpected = {
    {Act::enter, {1, 9}},
    {Act::move, {1, 9}},
    {Act::go, {1, 9}},
    {Act::claim_control, {1, 9}},
    {Act::leave, {1, 9}},
    {Act::activity, {1, 9}},
    {Act::see_people, {1, 1}},
    {Act::say, {1, 9}},
    {Act::write_hall, {1, 1}},
    {Act::write_room, {1, 5}},
    {Act::write_direct, {1, 9}},
    {Act::write_help, {1, 4}},
    {Act::ask, {1, 1}},
    {Act::answer, {1, 1}},
    {Act::announce, {5, 9}},
    {Act::edit, {1, 9}},
    {Act::remove, {1, 4}},
    {Act::typing, {1, 9}},
    {Act::read, {1, 9}},
    {Act::mark_read, {1, 9}},
    {Act::emote, {1, 9}},
    {Act::set_profile, {1, 9}},
    {Act::save_poster, {1, 1}},
    {Act::read_poster, {1, 1}},
    {Act::room_enter, {1, 1}},
    {Act::room_leave, {1, 9}},
    {Act::room_open, {2, 5}},
    {Act::room_close, {2, 4}},
    {Act::invite, {1, 1}},
    {Act::answer_invitation, {1, 9}},
    {Act::ping, {1, 9}},
    {Act::block, {1, 9}},
    {Act::report, {1, 9}},
    {Act::warn, {4, 5}},
    {Act::mute, {4, 5}},
    {Act::put_out, {4, 5}},
    {Act::ban, {4, 5}},
    {Act::lift, {4, 5}},
    {Act::see_reports, {4, 9}},
    {Act::settle_report, {4, 5}},
    {Act::see_measure, {1, 9}},
    {Act::answer_call, {2, 9}},
    {Act::tell_when_back, {1, 1}},
    {Act::point, {1, 9}},
    {Act::show_view, {2, 9}},
    {Act::plan_shifts, {2, 5}},
    {Act::see_coverage, {5, 9}},
    {Act::call_authors, {5, 9}},
    {Act::see_figures, {2, 5}},
    {Act::raise_hand, {1, 9}},
    {Act::lower_hand, {1, 9}},
    {Act::give_floor, {2, 9}},
    {Act::put_poster, {2, 5}},
    {Act::write_poster_text, {2, 5}},
    {Act::settle_poster, {5, 9}},
    {Act::freeze_posters, {5, 9}},
    {Act::keep_visited, {1, 9}},
    {Act::leave_card, {1, 1}},
    {Act::see_cards, {2, 9}},
    {Act::want_answer, {1, 1}},
    {Act::hide_question, {2, 4}},
    {Act::show_question, {2, 4}},
    {Act::change_programme, {5, 9}},
    {Act::keep_programme, {1, 9}},
    {Act::room_raise_hand, {1, 9}},
    {Act::room_lower_hand, {1, 4}},
    {Act::room_ask, {1, 9}},
    {Act::room_want, {1, 9}},
    {Act::room_settle_question, {1, 4}},
    {Act::room_give_floor, {1, 5}},
    {Act::room_mute, {1, 4}},
    {Act::room_put_out, {1, 4}},
    {Act::room_seats, {1, 5}},
    {Act::room_cohost, {1, 5}},
    {Act::room_show, {1, 5}},
    {Act::room_link, {1, 5}},
    {Act::room_ask_for_more, {1, 5}},
    {Act::room_step_in, {1, 5}},
    {Act::room_extend, {5, 5}},
    {Act::propose_breakout, {2, 9}},
    {Act::place_proposals, {5, 9}},
    {Act::put_slides, {1, 5}},
};

TEST(Permission, every_cell_is_as_meant) {
  EXPECT_EQ(kExpected.size(), kActs);
  for (const auto& [act, least] : kExpected) {
    for (const Role role : kRoles) {
      EXPECT_EQ(may(role, act, Whose::own), static_cast<int>(role) >= least.own) << name_of(act);
      EXPECT_EQ(may(role, act, Whose::other), static_cast<int>(role) >= least.other) << name_of(act);
    }
  }
}

TEST(Permission, what_is_allowed_on_others_is_allowed_on_one_s_own) {
  for (std::size_t i = 0; i < kActs; ++i) {
    for (const Role role : kRoles) {
      if (may(role, static_cast<Act>(i), Whose::other)) {
        EXPECT_TRUE(may(role, static_cast<Act>(i), Whose::own));
      }
    }
  }
}

TEST(Permission, every_act_has_a_name_of_its_own) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kActs; ++i) {
    EXPECT_FALSE(name_of(static_cast<Act>(i)).empty());
    EXPECT_TRUE(names.insert(name_of(static_cast<Act>(i))).second);
  }
}

TEST(Permission, the_welcome_names_what_a_role_allows) {
  const auto has = [](Role role, const char* name) {
    const auto names = allowed_names(role);
    return std::count(names.begin(), names.end(), name) == 1;
  };
  EXPECT_TRUE(has(Role::organiser, "announce"));
  EXPECT_FALSE(has(Role::moderator, "announce"));
  EXPECT_TRUE(has(Role::moderator, "remove_any"));
  EXPECT_FALSE(has(Role::host, "remove_any"));
  EXPECT_TRUE(has(Role::author, "room_open"));
  EXPECT_FALSE(has(Role::host, "room_open_any"));
  EXPECT_TRUE(has(Role::organiser, "room_open_any"));
  EXPECT_TRUE(has(Role::attendee, "say"));
}

}  // namespace
}  // namespace posterhall::domain
