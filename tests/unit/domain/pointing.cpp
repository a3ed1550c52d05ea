// Pointers and shared views of one booth: the last word counts, what is old is over, who presents comes first.
#include "domain/pointing.hpp"

#include <gtest/gtest.h>

namespace posterhall::tests {
namespace {

using domain::PointerBoard;
using domain::PosterView;

constexpr PersonId kIngrid{1}, kDavit{2}, kTomasz{3};

bool nobody(PersonId) { return false; }
bool everybody(PersonId) { return true; }

TEST(Pointing, the_last_word_counts_and_the_same_again_is_no_news) {
  PointerBoard board;
  EXPECT_TRUE(board.point(kTomasz, 7, 1000));
  EXPECT_FALSE(board.point(kTomasz, 7, 1500));
  EXPECT_TRUE(board.point(kTomasz, 8, 1600));
  const auto pointers = board.pointers(nobody);
  ASSERT_EQ(pointers.size(), 1U);
  EXPECT_EQ(pointers[0].place, 8U);
  EXPECT_TRUE(board.point_no_more(kTomasz));
  EXPECT_FALSE(board.point_no_more(kTomasz));
  EXPECT_TRUE(board.empty());
}

TEST(Pointing, a_pointer_is_over_six_seconds_after_the_last_word_of_it) {
  PointerBoard board;
  board.point(kTomasz, 7, 1000);
  board.point(kTomasz, 7, 2000);
  EXPECT_FALSE(board.expire(7999));
  EXPECT_TRUE(board.expire(8000));
  EXPECT_TRUE(board.empty());
}

TEST(Pointing, who_presents_is_first_and_then_who_moved_last) {
  PointerBoard board;
  board.point(kIngrid, 1, 1000);
  board.point(kDavit, 2, 1000);
  board.point(kTomasz, 3, 1000);
  board.point(kDavit, 4, 1010);
  const auto pointers = board.pointers([](PersonId person) { return person == kIngrid; });
  ASSERT_EQ(pointers.size(), 3U);
  EXPECT_EQ(pointers[0].person, kIngrid);
  EXPECT_TRUE(pointers[0].presents);
  EXPECT_EQ(pointers[1].person, kDavit);
  EXPECT_EQ(pointers[2].person, kTomasz);
}

TEST(Pointing, of_more_than_thirty_the_presenter_and_who_moved_last_are_shown) {
  PointerBoard board;
  board.point(kIngrid, 1, 1000);
  for (std::uint32_t i = 0; i < 40; ++i) board.point(PersonId{100 + i}, i, 1000);
  const auto pointers = board.pointers([](PersonId person) { return person == kIngrid; });
  ASSERT_EQ(pointers.size(), domain::kMostPointers);
  EXPECT_EQ(pointers.front().person, kIngrid);
  EXPECT_EQ(pointers[1].person, PersonId{139});
}

TEST(Pointing, views_are_of_who_presents_and_the_last_moved_is_first) {
  PointerBoard board;
  const PosterView whole{0x7fff7fff, 0xffffffff};
  const PosterView corner{0x10001000, 0x20002000};
  EXPECT_TRUE(board.show(kIngrid, whole, 1000));
  EXPECT_TRUE(board.show(kDavit, whole, 2000));
  EXPECT_TRUE(board.show(kTomasz, whole, 3000));
  EXPECT_FALSE(board.show(kIngrid, whole, 4000)) << "nothing moved";
  const auto presents = [](PersonId person) { return person != kTomasz; };
  ASSERT_EQ(board.views(presents).size(), 2U);
  EXPECT_EQ(board.views(presents)[0].person, kDavit);
  EXPECT_TRUE(board.show(kIngrid, corner, 5000));
  EXPECT_EQ(board.views(presents)[0].person, kIngrid);
  EXPECT_EQ(board.views(presents)[0].view, corner);
}

TEST(Pointing, a_view_holds_while_nothing_else_is_said_but_for_one_that_must_be_said_again) {
  PointerBoard board;
  board.show(kIngrid, {1, 0x10001}, 1000);
  board.show(kDavit, {1, 0x10001}, 1000, 16'000);
  EXPECT_FALSE(board.expire(15'999));
  EXPECT_TRUE(board.expire(16'000));
  EXPECT_EQ(board.views(everybody).size(), 1U);
  EXPECT_TRUE(board.show_no_more(kIngrid));
  EXPECT_TRUE(board.empty());
}

TEST(Pointing, who_does_not_stay_points_and_shows_no_more) {
  PointerBoard board;
  board.point(kTomasz, 7, 1000);
  board.show(kIngrid, {1, 0x10001}, 1000);
  EXPECT_FALSE(board.keep(everybody));
  EXPECT_TRUE(board.keep([](PersonId person) { return person == kIngrid; }));
  EXPECT_TRUE(board.pointers(nobody).empty());
  EXPECT_NE(board.view_of(kIngrid), nullptr);
}

}  // namespace
}  // namespace posterhall::tests
