// The judge must be able to find each fault, and must not find any in a sound history.
#include "history.hpp"

#include <gtest/gtest.h>

namespace posterhall::load {
namespace {

History sound() {
  History history;
  auto& hall = history["hall"];
  for (std::uint32_t n = 1; n <= 5; ++n) {
    const Seen event{n, "id" + std::to_string(n)};
    hall.acked.push_back(event);
    hall.stored.push_back(event);
  }
  hall.members.push_back({1, hall.acked});
  hall.members.push_back({4, {hall.acked[3], hall.acked[4]}});
  return history;
}

TEST(History, SoundIsGood) {
  const auto verdict = check(sound());
  EXPECT_TRUE(verdict.good()) << (verdict.findings.empty() ? "" : verdict.findings.front());
}

TEST(History, EachBreakIsFound) {
  auto dropped = sound();
  ASSERT_TRUE(spoil(dropped, Break::drop));
  EXPECT_EQ(check(dropped).lost, 1u);
  auto twice = sound();
  ASSERT_TRUE(spoil(twice, Break::twice));
  EXPECT_EQ(check(twice).duplicated, 1u);
  auto swapped = sound();
  ASSERT_TRUE(spoil(swapped, Break::swap));
  EXPECT_EQ(check(swapped).reordered, 1u);
  EXPECT_EQ(check(swapped).lost, 0u);
}

TEST(History, AckedButNotStoredIsLost) {
  auto history = sound();
  history["hall"].stored.pop_back();
  EXPECT_EQ(check(history).lost, 1u);
}

TEST(History, AGapInTheStoreIsLost) {
  auto history = sound();
  auto& hall = history["hall"];
  hall.stored.erase(hall.stored.begin() + 1);
  EXPECT_GE(check(history).lost, 2u);
}

TEST(History, TwoAcksForOneNumber) {
  auto history = sound();
  history["hall"].acked.push_back({5, "another"});
  EXPECT_GE(check(history).duplicated, 1u);
}

TEST(History, ATailNobodyShowedIsLost) {
  auto history = sound();
  history["hall"].members[0].seen.pop_back();
  EXPECT_EQ(check(history).lost, 1u);
}

TEST(History, NothingToSpoilSaysSo) {
  History empty;
  EXPECT_FALSE(spoil(empty, Break::drop));
}

}  // namespace
}  // namespace posterhall::load
