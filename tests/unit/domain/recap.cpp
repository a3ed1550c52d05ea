// What stays of a breakout, from its stored events.
#include "domain/recap.hpp"

#include <gtest/gtest.h>

namespace posterhall::domain {
namespace {

constexpr PersonId kHost{1}, kBo{2};

struct Stored {
  std::uint32_t number = 0;
  std::vector<Event> events;
  std::uint32_t put(EventKind kind, PersonId author, std::uint32_t ref = 0, std::string text = {}) {
    events.push_back({Channel::room(RoomId{1}), ++number, {}, number * 1000, author, kind, ref, std::move(text)});
    return number;
  }
  std::uint32_t act(RoomDeed deed, PersonId who, std::uint32_t ref = 0, std::string_view words = {}) {
    return put(EventKind::room_act, who, ref, to_text(deed, words));
  }
  [[nodiscard]] Recap recap(std::string session) const {
    Recap out(std::move(session));
    for (const Event& event : events) out.take(event);
    return out;
  }
};

TEST(Recap, keeps_what_all_could_read_of_its_session_alone) {
  Stored stored;
  stored.put(EventKind::room_opened, kHost, opening_ref(5), "before");
  stored.put(EventKind::room_joined, PersonId{7});
  stored.act(RoomDeed::ask, PersonId{7}, 0, "Another session's?");
  stored.put(EventKind::room_closed, kHost);
  const auto opened = stored.put(EventKind::room_opened, kHost, opening_ref(5), "b1");
  stored.put(EventKind::room_joined, kHost, 1);
  stored.put(EventKind::room_joined, kBo);
  const auto deep = stored.act(RoomDeed::ask, kBo, 0, "How deep?");
  stored.act(RoomDeed::ask, kBo, 0, "Never approved?");
  stored.act(RoomDeed::answered, kHost, deep, "Twelve metres.");
  stored.act(RoomDeed::set_link, kHost, 0, "https://one.example.org/");
  stored.act(RoomDeed::set_link, kHost, 0, "https://two.example.org/");
  stored.act(RoomDeed::set_link, kHost, 0, "https://one.example.org/");
  stored.act(RoomDeed::show, kHost, 17, "1");
  stored.act(RoomDeed::show, kHost, 17, "2");
  for (const char* page : {"1", "2"}) stored.act(RoomDeed::show_deck, kHost, 5, page);
  stored.act(RoomDeed::show_deck, kHost, 4, "1");
  const auto closed = stored.put(EventKind::room_closed, kHost);
  stored.put(EventKind::room_opened, kHost, opening_ref(5), "after");
  stored.act(RoomDeed::show, kHost, 18, "1");
  const Recap recap = stored.recap("b1");
  EXPECT_TRUE(recap.opened());
  EXPECT_EQ(recap.from(), opened * 1000);
  EXPECT_EQ(recap.until(), closed * 1000);
  EXPECT_EQ(recap.people(), 2U);
  ASSERT_EQ(recap.questions().size(), 1U);
  EXPECT_EQ(recap.questions()[0].answer, "Twelve metres.");
  EXPECT_EQ(recap.links(), (std::vector<std::string>{"https://one.example.org/", "https://two.example.org/"}));
  EXPECT_EQ(recap.decks(), (std::vector<std::uint32_t>{5, 4}));
  EXPECT_EQ(recap.posters(), std::vector<PosterKey>{PosterKey{17}});
}

TEST(Recap, of_one_that_is_open_or_never_was) {
  Stored stored;
  EXPECT_FALSE(stored.recap("b1").opened());
  stored.put(EventKind::room_opened, kHost, opening_ref(5), "b1");
  EXPECT_EQ(stored.recap("b1").until(), 0);
  // Closed by mistake and opened again: one recap.
  stored.put(EventKind::room_closed, kHost);
  stored.put(EventKind::room_opened, kHost, opening_ref(5), "b1");
  EXPECT_EQ(stored.recap("b1").from(), 1000);
  EXPECT_EQ(stored.recap("b1").until(), 0);
}

}  // namespace
}  // namespace posterhall::domain
