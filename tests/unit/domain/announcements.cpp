// Announcements by the rules alone: planned, withdrawn, given; the first word counts; what is stored is read back.
#include "domain/announcements.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace posterhall::domain {
namespace {

constexpr PersonId kOrganiser{7};

struct World {
  Announcements list;
  std::uint32_t number = 0;
  UnixMs now = 1000;

  bool event(EventKind kind, std::uint32_t ref, std::string text) {
    return list.apply({Channel::planned(), ++number, {}, now, kOrganiser, kind, ref, std::move(text)});
  }
  bool plan(const NewAnnouncement& what) { return event(EventKind::announcement_planned, 0, to_text(what)); }
};

TEST(Announcements, are_read_back_as_they_were_written) {
  for (const NewAnnouncement& what :
       {NewAnnouncement{Audience::everybody, {}, 0, "Lunch is on the house"},
        NewAnnouncement{Audience::room, RoomId{2}, 1'700'000'000'000, "Five\nminutes \x1f and a field's end"},
        NewAnnouncement{Audience::unattended_authors, {}, 5, "Your booth is empty"}}) {
    EXPECT_EQ(parse_announcement(to_text(what)), what);
  }
}

TEST(Announcements, what_is_none_is_nothing) {
  const std::string f = "\x1f";
  for (const std::string& text :
       {std::string(), std::string("1"), "1" + f + "0" + f + "0", "1" + f + "0" + f + "0" + f,
        "0" + f + "0" + f + "0" + f + "x", "4" + f + "0" + f + "0" + f + "x", "1" + f + "0" + f + "-5" + f + "x",
        "2" + f + "0" + f + "0" + f + "x", "1" + f + "3" + f + "0" + f + "x", "1" + f + "0" + f + "soon" + f + "x"}) {
    EXPECT_FALSE(parse_announcement(text)) << text;
    World world;
    EXPECT_FALSE(world.event(EventKind::announcement_planned, 0, text));
    EXPECT_TRUE(world.list.all().empty());
  }
}

TEST(Announcements, are_due_from_their_time_until_they_are_given_or_withdrawn) {
  World world;
  EXPECT_TRUE(world.plan({Audience::everybody, {}, 5000, "later"}));
  EXPECT_TRUE(world.plan({Audience::everybody, {}, 0, "at once"}));
  EXPECT_TRUE(world.plan({Audience::everybody, {}, 6000, "never"}));
  EXPECT_EQ(world.list.due(4999), std::vector<std::uint32_t>{2});
  EXPECT_EQ(world.list.due(5000), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(world.list.waiting(), 3U);
  world.now = 5500;
  EXPECT_TRUE(world.event(EventKind::announcement_given, 1, "0"));
  EXPECT_TRUE(world.event(EventKind::announcement_withdrawn, 3, ""));
  EXPECT_EQ(world.list.due(9000), std::vector<std::uint32_t>{2});
  EXPECT_EQ(world.list.waiting(), 1U);
  EXPECT_EQ(world.list.find(1)->settled_at, 5500);
}

TEST(Announcements, the_first_word_counts) {
  World world;
  world.plan({Audience::unattended_authors, {}, 0, "Your booth is empty"});
  EXPECT_TRUE(world.event(EventKind::announcement_given, 1, "12"));
  EXPECT_FALSE(world.event(EventKind::announcement_withdrawn, 1, ""));
  EXPECT_FALSE(world.event(EventKind::announcement_given, 1, "3"));
  EXPECT_EQ(world.list.find(1)->state, Announcement::State::given);
  EXPECT_EQ(world.list.find(1)->reached, 12U);
  EXPECT_FALSE(world.event(EventKind::announcement_withdrawn, 9, ""));
  EXPECT_FALSE(world.event(EventKind::message, 1, "hello"));
}

TEST(Announcements, forget_what_is_settled_longest_ago_and_never_what_waits) {
  World world;
  world.plan({Audience::everybody, {}, 5000, "waits"});
  for (std::size_t i = 0; i < kMostKeptAnnouncements + 20; ++i) {
    world.plan({Audience::everybody, {}, 0, "at once"});
    world.event(EventKind::announcement_given, world.number, "0");
  }
  EXPECT_LE(world.list.all().size(), kMostKeptAnnouncements);
  EXPECT_EQ(world.list.all().front().number, 1U);
}

}  // namespace
}  // namespace posterhall::domain
