#include "domain/layout.hpp"

#include <gtest/gtest.h>

#include "domain/hall_geometry.hpp"
#include "layout_halls.hpp"

namespace posterhall::domain {
namespace {

using halls::HallCase;

class EveryHall : public testing::TestWithParam<HallCase> {};
INSTANTIATE_TEST_SUITE_P(Halls, EveryHall, testing::ValuesIn(halls::cases()));

TEST_P(EveryHall, gives_each_poster_one_place_in_its_topic) {
  const Layout layout = halls::layout(GetParam());
  std::map<PosterKey, std::uint32_t> topic;
  for (const Place& place : layout.places)
    if (place.poster) {
      EXPECT_TRUE(topic.emplace(place.poster, place.topic).second) << place.number.value;
    }
  ASSERT_EQ(topic.size(), GetParam().posters);
  for (const PosterTopic& poster : halls::posters(GetParam())) EXPECT_EQ(topic.at(poster.poster), poster.topic);
  EXPECT_TRUE(posters_without_place(layout, halls::posters(GetParam())).empty());
}

TEST_P(EveryHall, numbers_whole_aisles_from_the_north_west) {
  const Layout layout = halls::layout(GetParam());
  ASSERT_EQ(layout.places.size() % layout.columns, 0U);
  for (std::size_t i = 0; i < layout.places.size(); ++i) {
    const Place& place = layout.places[i];
    EXPECT_EQ(place.aisle, i / layout.columns + 1);
    EXPECT_EQ(place.column, i % layout.columns);
    EXPECT_EQ(place.number.value, place.aisle * 100 + place.column + 1);
    EXPECT_FALSE(place.retired);
  }
}

TEST_P(EveryHall, keeps_a_tenth_of_each_topic_free_and_no_more_aisles_than_needed) {
  const Layout layout = halls::layout(GetParam());
  std::map<std::uint32_t, std::size_t> places;
  std::map<std::uint32_t, std::size_t> taken;
  for (const Place& place : layout.places) {
    ++places[place.topic];
    if (place.poster) ++taken[place.topic];
  }
  std::size_t needed = 0;
  for (const auto& [topic, count] : taken) {
    EXPECT_GE((places[topic] - count) * 10, places[topic]) << "topic " << topic;
    needed += count + (count + 8) / 9;
  }
  EXPECT_LT(layout.places.size(), needed + layout.columns);
}

TEST_P(EveryHall, lays_each_topic_as_one_patch_and_neighbours_in_order_side_by_side) {
  const Layout layout = halls::layout(GetParam());
  std::set<std::uint32_t> topics;
  for (const Place& place : layout.places) topics.insert(place.topic);
  std::optional<std::uint32_t> before;
  for (const std::uint32_t topic : topics) {
    EXPECT_EQ(halls::patches(layout, topic), 1U) << "topic " << topic;
    if (before) {
      const bool meet = std::any_of(layout.places.begin(), layout.places.end(), [&](const Place& a) {
        return a.topic == topic && std::any_of(layout.places.begin(), layout.places.end(), [&](const Place& b) {
                 return b.topic == *before && halls::touch(a, b);
               });
      });
      EXPECT_TRUE(meet) << "topics " << *before << " and " << topic;
    }
    before = topic;
  }
}

TEST_P(EveryHall, puts_the_foyer_in_the_middle_and_stays_in_bounds) {
  const Layout layout = halls::layout(GetParam());
  const HallGeometry hall = geometry_of(layout);
  EXPECT_GE(hall.aisles_above, 1);
  EXPECT_LE(std::abs(2 * hall.aisles_above - hall.aisles), 1);
  EXPECT_LE(hall.width(), kMaxHallTiles);
  EXPECT_LE(hall.height(), kMaxHallTiles);
}

TEST_P(EveryHall, is_the_same_every_time_and_survives_as_text) {
  const Layout layout = halls::layout(GetParam());
  EXPECT_EQ(layout, halls::layout(GetParam()));
  const auto back = parse_layout(to_text(layout));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, layout);
}

TEST(Layout, has_columns_by_the_square_root_rule) {
  const auto columns = [](std::uint32_t posters) { return halls::layout({posters, 1}).columns; };
  EXPECT_EQ(columns(1), 5U);
  EXPECT_EQ(columns(24), 5U);
  EXPECT_EQ(columns(40), 5U);   // sqrt(56) = 7.48
  EXPECT_EQ(columns(41), 10U);  // sqrt(57.4) = 7.58
  EXPECT_EQ(columns(71), 10U);
  EXPECT_EQ(columns(150), 15U);  // sqrt(210) = 14.5
  EXPECT_EQ(columns(300), 20U);
  EXPECT_EQ(columns(500), 25U);
  EXPECT_EQ(columns(1500), 25U);
}

TEST(Layout, grows_the_foyer_of_a_hall_of_one_block) {
  EXPECT_EQ(geometry_of(halls::layout({24, 3})).foyer_rows, 18);
  EXPECT_EQ(geometry_of(halls::layout({71, 3})).foyer_rows, 12);
}

TEST(Layout, of_700_posters_has_the_size_of_the_design) {
  const HallGeometry hall = geometry_of(halls::layout({700, 8}));
  EXPECT_EQ(hall.width(), 143);
  EXPECT_EQ(hall.aisles, 32);  // 28 full ones and the free tenth
  EXPECT_EQ(hall.height(), 32 * 7 + 12);
}

TEST(Layout, of_nothing_is_one_empty_aisle) {
  const Layout layout = make_layout({}, {});
  EXPECT_EQ(layout.places.size(), 5U);
  EXPECT_EQ(parse_layout(to_text(layout)), layout);
}

TEST(Layout, counts_a_poster_given_twice_once_and_bounds_its_topic) {
  const Layout layout = make_layout({"A"}, {{PosterKey{4}, 9}, {PosterKey{4}, 0}});
  EXPECT_EQ(halls::standing(layout).size(), 1U);
  EXPECT_EQ(layout.places[0].topic, 0U);
}

TEST(Layout, lets_a_topic_begin_at_the_foyer_where_places_allow) {
  // 45 + 5 places each: the walk's middle is where the second topic begins.
  const Layout layout = halls::layout({90, 2});
  for (const Place& place : layout.places) EXPECT_EQ(place.topic, place.aisle <= layout.aisles_above ? 0U : 1U);
}

TEST(Layout, at_its_limit_gives_up_free_places_then_says_who_has_none) {
  const HallCase fits{1775, 8};
  const Layout full = halls::layout(fits);
  EXPECT_EQ(halls::standing(full).size(), 1775U);
  EXPECT_TRUE(posters_without_place(full, halls::posters(fits)).empty());
  const HallCase over{1800, 8};
  const Layout crowded = halls::layout(over);
  EXPECT_LE(geometry_of(crowded).height(), kMaxHallTiles);
  EXPECT_EQ(posters_without_place(crowded, halls::posters(over)).size(), 25U);
}

TEST(LayoutText, keeps_retired_places_and_odd_names) {
  Layout layout =
      make_layout({"Line\nbreak \\ and back-slash", "Größe · 日本"}, {{PosterKey{1}, 0}, {PosterKey{2}, 1}});
  layout = update_layout(layout, layout.topic_names, {{PosterKey{2}, 1}});
  EXPECT_EQ(parse_layout(to_text(layout)), layout);
}

TEST(LayoutText, refuses_what_is_malformed) {
  const std::string good = to_text(halls::layout({7, 2}));
  ASSERT_TRUE(parse_layout(good));
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  EXPECT_FALSE(parse_layout(""));
  EXPECT_FALSE(parse_layout("posterhall-layout 1\n"));
  EXPECT_FALSE(parse_layout(with("posterhall-layout 1", "posterhall-layout 2")));
  EXPECT_FALSE(parse_layout(with("hall 1 5", "hall 2 5")));  // rules this binary does not know
  EXPECT_FALSE(parse_layout(with("hall 1 5", "hall 1 7")));  // not a multiple of five
  EXPECT_FALSE(parse_layout(with("hall 1 5", "hall 1 0")));
  EXPECT_FALSE(parse_layout(with("hall 1 5 1", "hall 1 5 9")));                // a foyer south of the hall
  EXPECT_FALSE(parse_layout(with("place 103", "place 104")));                  // out of order
  EXPECT_FALSE(parse_layout(with("place 101 0 1", "place 101 7 1")));          // no such topic
  EXPECT_FALSE(parse_layout(with("place 101 0 1", "place 101 0 2")));          // one poster twice
  EXPECT_FALSE(parse_layout(with("place 101 0 1 0 0", "place 101 0 1 0 1")));  // retired and taken
  EXPECT_FALSE(parse_layout(with("place 101 0 1 0 0", "place 101 0 1 0 2")));
  EXPECT_FALSE(parse_layout(with("place 101 0 1 0 0", "place 101 0 1 0")));
  EXPECT_FALSE(parse_layout(with("place 101 0 1 0 0", "place 101 0 -1 0 0")));
  EXPECT_FALSE(parse_layout(with("place 101 0 1 0 0", "place 101 0 4294967296 0 0")));
  EXPECT_FALSE(parse_layout(with("topic Topic A", "topic Topic \\A")));
  EXPECT_FALSE(parse_layout(good + "more\n"));
  EXPECT_FALSE(parse_layout(good.substr(0, good.size() - 1)));
  for (std::size_t cut = 0; cut + 1 < good.size(); ++cut) {
    const auto part = parse_layout(good.substr(0, cut));
    if (part) {
      EXPECT_EQ(part->places.size() % part->columns, 0U) << cut;  // only whole aisles are a hall
    }
  }
}

}  // namespace
}  // namespace posterhall::domain
