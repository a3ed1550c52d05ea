// Hall-wide facts: visitors, attended, needs visitors, counts; people lists; profiles.
#include <gtest/gtest.h>

#include "domain/booth_watch.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;
using At = notice::Whereabouts::At;

notice::BoothFact booth_fact(HallWorld& world, BoothNumber number) {
  for (const auto& fact : world.reports[0]->facts.booths) {
    if (fact.booth == number) return fact;
  }
  return {};
}

TEST(Facts, visitors_are_who_stands_in_it_and_is_not_its_author) {
  HallWorld world;
  world.come_at(kAuthor, 8, 2);
  world.come_at(kAuthorB, 5, 3);
  world.come_at(kAttendee, 6, 3);
  world.pass(2100);
  EXPECT_EQ(booth_fact(world, kBoothA).visitors, 2U);
  EXPECT_TRUE(booth_fact(world, kBoothA).attended);
  EXPECT_FALSE(booth_fact(world, kBoothB).attended);
}

TEST(Facts, any_co_author_attends_and_only_at_their_own_board) {
  HallWorld world;
  world.come_at(kCoAuthor, 6, 3);
  world.come_at(kAuthorB, 7, 3);
  world.pass(2100);
  EXPECT_TRUE(booth_fact(world, kBoothA).attended);
  EXPECT_EQ(booth_fact(world, kBoothA).visitors, 1U);
}

TEST(Facts, an_author_who_is_away_does_not_attend) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  world.pass(2100);
  EXPECT_TRUE(booth_fact(world, kBoothA).attended);
  world.ask(author, command::SetStatus{"", false, true});
  world.pass(2100);
  EXPECT_FALSE(booth_fact(world, kBoothA).attended);
}

TEST(Facts, are_told_once_a_second_when_something_changed_and_only_what_did) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 40, 40);
  world.pass(3000);
  tab.forget();
  world.pass(5000);
  EXPECT_TRUE(tab.all<notice::HallFacts>().empty());
  world.come_at(kAuthor, 8, 2);
  world.pass(1300);
  ASSERT_EQ(tab.all<notice::HallFacts>().size(), 1U);
  const auto delta = *tab.last<notice::HallFacts>();
  EXPECT_FALSE(delta.full);
  ASSERT_EQ(delta.booths.size(), 1U);
  EXPECT_EQ(delta.booths[0].booth, kBoothA);
  EXPECT_EQ(delta.people_here, 2U);
  ASSERT_EQ(delta.cells.size(), 1U);
  EXPECT_EQ(delta.cells[0].cell, 0U);
  EXPECT_TRUE(delta.rooms.empty());
}

TEST(Facts, versions_follow_on_so_that_a_newcomer_s_full_one_joins_the_changes) {
  HallWorld world;
  world.come_at(kAttendee, 40, 40);
  world.pass(3000);
  Tab& tab = world.come_at(kAuthor, 8, 2);
  world.pass(2000);
  const auto facts = tab.all<notice::HallFacts>();
  ASSERT_GE(facts.size(), 2U);
  EXPECT_TRUE(facts[0].full);
  EXPECT_EQ(facts[1].version, facts[0].version + 1);
}

TEST(BoothWatch, needs_visitors_after_five_minutes_alone_and_fifteen_without_a_visitor) {
  domain::BoothWatch watch;
  const std::uint64_t minute = 60'000;
  EXPECT_FALSE(watch.observe(0, true, 0).needs_visitors);
  EXPECT_FALSE(watch.observe(0, true, 5 * minute - 1).needs_visitors);
  EXPECT_TRUE(watch.observe(0, true, 5 * minute).needs_visitors);
  EXPECT_FALSE(watch.observe(1, true, 6 * minute).needs_visitors);
  EXPECT_FALSE(watch.observe(0, true, 20 * minute).needs_visitors);
  EXPECT_TRUE(watch.observe(0, true, 21 * minute).needs_visitors);
  EXPECT_FALSE(watch.observe(0, false, 22 * minute).needs_visitors);
  EXPECT_FALSE(watch.observe(0, true, 23 * minute).needs_visitors);  // attended anew
}

TEST(PeoplePages, by_name_in_pages_with_where_they_are) {
  HallWorld world;
  Tab& tab = world.come_at(PersonId{21}, 6, 3);
  world.come_at(PersonId{22}, 29, 24);
  world.come_at(PersonId{23}, 10, 24);
  world.come_at(PersonId{24}, 50, 25);
  world.come_at(PersonId{25}, 6, 6);
  world.pass(100);
  const auto seq = world.ask(tab, command::PeoplePage{0, 4, "", false});
  const auto page = *tab.last<notice::PeoplePage>();
  EXPECT_EQ(page.in_reply_to, seq);
  EXPECT_EQ(page.total, 5U);
  ASSERT_EQ(page.rows.size(), 4U);
  EXPECT_EQ(page.rows[0].person.id, PersonId{21});
  EXPECT_EQ(page.rows[0].at.at, At::booth);
  EXPECT_EQ(page.rows[0].at.value, 101U);
  EXPECT_EQ(page.rows[1].at.at, At::table);
  EXPECT_EQ(page.rows[2].at.at, At::stage);
  EXPECT_EQ(page.rows[3].at.at, At::foyer);
  world.ask(tab, command::PeoplePage{4, 4, "", false});
  ASSERT_EQ(tab.last<notice::PeoplePage>()->rows.size(), 1U);
  EXPECT_EQ(tab.last<notice::PeoplePage>()->rows[0].at.at, At::aisle);
  EXPECT_EQ(tab.last<notice::PeoplePage>()->rows[0].at.value, 1U);
}

TEST(PeoplePages, filtered_by_the_beginning_of_any_word) {
  HallWorld world;
  Tab& tab = world.come_at(PersonId{21}, 6, 3);
  world.come_at(PersonId{22}, 29, 24);
  const auto count = [&](const std::string& filter) {
    world.ask(tab, command::PeoplePage{0, 50, filter, false});
    world.pass(1000);
    return tab.last<notice::PeoplePage>()->total;
  };
  EXPECT_EQ(count("pers"), 2U);
  EXPECT_EQ(count("inst"), 1U);  // "Odd Institute"
  EXPECT_EQ(count("ODD per"), 1U);
  EXPECT_EQ(count("22"), 1U);
  EXPECT_EQ(count("stitute"), 0U);
}

TEST(PeoplePages, nearest_first) {
  HallWorld world;
  Tab& tab = world.come_at(PersonId{21}, 6, 10);
  world.come_at(PersonId{22}, 90, 10);
  world.come_at(PersonId{23}, 10, 10);
  world.ask(tab, command::PeoplePage{0, 50, "", true});
  const auto rows = tab.last<notice::PeoplePage>()->rows;
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].person.id, PersonId{21});
  EXPECT_EQ(rows[1].person.id, PersonId{23});
  EXPECT_EQ(rows[2].person.id, PersonId{22});
}

TEST(PeoplePages, who_does_not_want_to_be_located_has_no_place) {
  HallWorld world;
  Tab& hidden = world.come_at(PersonId{21}, 6, 3);
  Tab& tab = world.come_at(PersonId{22}, 29, 24);
  world.ask(hidden, command::SetStatus{"thinking", true, false});
  world.ask(tab, command::PeoplePage{0, 50, "", true});
  const auto rows = tab.last<notice::PeoplePage>()->rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].person.status, "thinking");
  EXPECT_EQ(rows[1].at.at, At::hidden);
  EXPECT_FALSE(rows[1].visitor);
}

TEST(Profiles, are_kept_then_shown_to_who_sees_them) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  Tab& near = world.come_at(kHost, 22, 30);
  world.pass(200);
  const auto seq = world.ask(tab, command::SetLook{{1, 2, 3, 4, 5}, "Att"});
  EXPECT_TRUE(tab.acked(seq));
  ASSERT_EQ(world.store.profiles.size(), 1U);
  world.pass(120);
  EXPECT_EQ(near.last<notice::ProfilesChanged>()->persons, std::vector<PersonId>{kAttendee});
  world.ask(near, command::WhoRequest{{tab.visitor.value}});
  EXPECT_EQ(near.last<notice::Who>()->visitors[0].second.short_name, "Att");
}

TEST(Profiles, saved_posters_follow_to_the_other_tabs) {
  HallWorld world;
  Tab& one = world.come(kAttendee);
  Tab& two = world.come(kAttendee);
  EXPECT_TRUE(one.acked(world.ask(one, command::SavePoster{kPosterB, true})));
  ASSERT_TRUE(two.last<notice::SavedPosters>());
  EXPECT_EQ(two.last<notice::SavedPosters>()->saved, std::vector<PosterKey>{kPosterB});
  EXPECT_EQ(one.reject_of(world.ask(one, command::SavePoster{PosterKey{99}, true}))->code, RejectCode::not_found);
  world.ask(one, command::ReadPoster{kPosterA});
  EXPECT_EQ(world.store.reads, std::vector<PosterKey>{kPosterA});
}

TEST(Report, has_the_whole_hall_once_a_second) {
  HallWorld world;
  world.come_at(kAuthor, 8, 2);
  world.pass(2100);
  ASSERT_TRUE(world.reports[0]);
  EXPECT_EQ(world.reports[0]->connections, 1U);
  ASSERT_EQ(world.reports[0]->people.size(), 1U);
  EXPECT_EQ(world.reports[0]->people[0].person, PersonId{2});
  EXPECT_EQ(world.reports[0]->facts.people_here, 1U);
}

TEST(Report, who_has_just_hidden_is_hidden_before_the_list_of_people_knows) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  world.pass(2100);
  ASSERT_EQ(world.reports[0]->people.size(), 1U);
  EXPECT_FALSE(world.reports[0]->people[0].hidden);
  world.ask(tab, command::SetStatus{"thinking", true, false});
  world.pass(1100);
  ASSERT_EQ(world.reports[0]->people.size(), 1U);
  EXPECT_TRUE(world.reports[0]->people[0].hidden);
}

}  // namespace
}  // namespace posterhall::tests
