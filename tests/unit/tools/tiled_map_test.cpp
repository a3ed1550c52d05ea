#include "tools/tiled_map.hpp"

#include <gtest/gtest.h>

#include <boost/crc.hpp>
#include <boost/json.hpp>
#include <map>
#include <set>

namespace posterhall::tools {
namespace {

namespace json = boost::json;

struct Hall {
  domain::Catalogue catalogue;
  domain::FloorPlan plan;
};

Hall hall_of(std::uint32_t posters) {
  Hall hall;
  hall.catalogue.event.name = "Open \"ML\" Day";
  hall.catalogue.topics = {{"Vision", {}}, {"Größe · 日本", {}}};
  hall.catalogue.rooms = {{RoomId{1}, "Breakout 1", 60}, {RoomId{2}, "Quiet room", 12}};
  std::vector<domain::PosterTopic> topics;
  for (std::uint32_t i = 1; i <= posters; ++i) {
    domain::Poster poster;
    poster.key = PosterKey{i};
    poster.id = "p-" + std::to_string(i);
    poster.title = "A <title> with \"quotes\" and \\ " + std::to_string(i);
    hall.catalogue.posters.push_back(poster);
    topics.push_back({poster.key, i % 2});
  }
  hall.plan = domain::build_floor_plan(domain::make_layout({"Vision", "Größe · 日本"}, topics), {RoomId{1}, RoomId{2}});
  return hall;
}

class TiledMapFile : public testing::Test {
 protected:
  Hall hall = hall_of(71);
  TiledMap written = make_tiled_map(hall.plan, hall.catalogue, "hall-tiles.png");
  json::object map = json::parse(written.json).as_object();

  const json::object& layer(const char* name) {
    for (const json::value& layer : map.at("layers").as_array())
      if (layer.at("name") == name) return layer.as_object();
    throw std::out_of_range(name);
  }
  std::vector<const json::object*> with_property(const char* name) {
    std::vector<const json::object*> found;
    for (const json::value& layer : map.at("layers").as_array()) {
      if (layer.at("type") != "objectgroup") continue;
      for (const json::value& object : layer.at("objects").as_array())
        for (const json::value& property : object.at("properties").as_array())
          if (property.at("name") == name) found.push_back(&object.as_object());
    }
    return found;
  }
  static const json::value& value(const json::object& object, const char* name) {
    for (const json::value& property : object.at("properties").as_array())
      if (property.at("name") == name) return property.at("value");
    throw std::out_of_range(name);
  }
};

TEST_F(TiledMapFile, is_an_orthogonal_map_of_32_pixels_with_one_embedded_tileset) {
  EXPECT_EQ(map.at("type"), "map");
  EXPECT_EQ(map.at("orientation"), "orthogonal");
  EXPECT_EQ(map.at("infinite"), false);
  EXPECT_EQ(map.at("width"), hall.plan.width);
  EXPECT_EQ(map.at("height"), hall.plan.height);
  EXPECT_EQ(map.at("tilewidth"), 32);
  EXPECT_EQ(map.at("tileheight"), 32);
  ASSERT_EQ(map.at("tilesets").as_array().size(), 1U);
  const json::object& tileset = map.at("tilesets").as_array()[0].as_object();
  EXPECT_EQ(tileset.at("firstgid"), 1);
  EXPECT_EQ(tileset.at("image"), "hall-tiles.png");
  EXPECT_EQ(tileset.at("imagewidth").as_int64(), tileset.at("columns").as_int64() * 32);
  EXPECT_EQ(tileset.at("imageheight").as_int64() * tileset.at("columns").as_int64(),
            tileset.at("tilecount").as_int64() * 32);
}

TEST_F(TiledMapFile, has_unique_ids_and_only_tiles_of_its_tileset) {
  std::set<std::int64_t> layers;
  std::set<std::int64_t> objects;
  const auto tiles = map.at("tilesets").as_array()[0].at("tilecount").as_int64();
  for (const json::value& one : map.at("layers").as_array()) {
    EXPECT_TRUE(layers.insert(one.at("id").as_int64()).second);
    EXPECT_LT(one.at("id").as_int64(), map.at("nextlayerid").as_int64());
    if (one.at("type") == "objectgroup") {
      for (const json::value& object : one.at("objects").as_array()) {
        EXPECT_TRUE(objects.insert(object.at("id").as_int64()).second);
        EXPECT_LT(object.at("id").as_int64(), map.at("nextobjectid").as_int64());
      }
      continue;
    }
    ASSERT_EQ(one.at("data").as_array().size(), hall.plan.blocked.size());
    for (const json::value& gid : one.at("data").as_array()) {
      EXPECT_GE(gid.as_int64(), 0);
      EXPECT_LE(gid.as_int64(), tiles);
    }
  }
}

/// Who reads the map by its properties walks exactly where the hall lets them.
TEST_F(TiledMapFile, collides_exactly_where_nobody_can_walk) {
  std::set<std::int64_t> colliding;
  for (const json::value& tile : map.at("tilesets").as_array()[0].at("tiles").as_array())
    if (value(tile.as_object(), "collides") == true) colliding.insert(tile.at("id").as_int64() + 1);
  std::vector<std::uint8_t> blocked(hall.plan.blocked.size(), 0);
  for (const char* name : {"floor", "start", "walls", "signs"}) {
    const json::array& data = layer(name).at("data").as_array();
    for (std::size_t i = 0; i < data.size(); ++i)
      if (colliding.count(data[i].as_int64()) != 0) blocked[i] = 1;
  }
  EXPECT_EQ(blocked, hall.plan.blocked);
}

TEST_F(TiledMapFile, starts_people_on_the_spawns) {
  const json::array& start = layer("start").at("data").as_array();
  std::size_t marks = 0;
  for (const json::value& gid : start) marks += gid.as_int64() != 0 ? 1U : 0U;
  EXPECT_EQ(marks, hall.plan.spawns.size());
  for (const domain::Tile& spawn : hall.plan.spawns)
    EXPECT_NE(start[static_cast<std::size_t>(spawn.y * hall.plan.width + spawn.x)], 0);
  const auto points = with_property("ph.spawn");
  ASSERT_EQ(points.size(), hall.plan.spawns.size());
  EXPECT_EQ(points[0]->at("point"), true);
  EXPECT_EQ(points[0]->at("x"), hall.plan.spawns[0].x * 32 + 16);
}

TEST_F(TiledMapFile, names_booths_rooms_and_the_stage) {
  const auto booths = with_property("ph.booth");
  ASSERT_EQ(booths.size(), hall.plan.booths.size());
  EXPECT_EQ(with_property("ph.poster").size(), 71U);
  for (std::size_t i = 0; i < booths.size(); ++i) {
    const domain::Booth& booth = hall.plan.booths[i];
    EXPECT_EQ(booths[i]->at("type"), "area");
    EXPECT_EQ(value(*booths[i], "ph.booth"), booth.number.value);
    EXPECT_EQ(booths[i]->at("x"), booth.rug.x * 32);
    EXPECT_EQ(booths[i]->at("height"), booth.rug.h * 32);
    std::string name = std::to_string(booth.number.value);
    if (booth.poster) name += ' ' + hall.catalogue.posters[booth.poster.value - 1].title;
    EXPECT_EQ(booths[i]->at("name").as_string(), name);
  }
  const auto rooms = with_property("ph.room");
  ASSERT_EQ(rooms.size(), 2U);
  EXPECT_EQ(rooms[1]->at("name"), "Quiet room");
  EXPECT_EQ(value(*rooms[1], "ph.capacity"), 12);
  const auto stage = with_property("ph.stage");
  ASSERT_EQ(stage.size(), 1U);
  EXPECT_EQ(stage[0]->at("width"), 15 * 32);
  EXPECT_EQ(layer("floorLayer").at("type"), "objectgroup");
}

TEST_F(TiledMapFile, writes_the_topics_names_on_the_signs) {
  std::set<std::string> words;
  for (const json::value& object : layer("names").at("objects").as_array())
    words.emplace(object.at("text").at("text").as_string());
  EXPECT_EQ(words.count("A  Vision"), 1U);
  EXPECT_EQ(words.count("B  Größe · 日本"), 1U);
  EXPECT_EQ(words.count("AISLE 8"), 1U);
}

TEST_F(TiledMapFile, is_the_same_every_time) {
  const TiledMap again = make_tiled_map(hall.plan, hall.catalogue, "hall-tiles.png");
  EXPECT_EQ(again.json, written.json);
  EXPECT_EQ(again.tileset_png, written.tileset_png);
}

TEST_F(TiledMapFile, names_doors_and_posters_the_catalogue_does_not_know_by_number) {
  const TiledMap bare = make_tiled_map(hall.plan, {}, "t.png");
  map = json::parse(bare.json).as_object();
  EXPECT_EQ(with_property("ph.room")[0]->at("name"), "Breakout 1");
  EXPECT_TRUE(with_property("ph.poster").empty());
  EXPECT_EQ(with_property("ph.booth")[0]->at("name"), "101");
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

/// Reads the picture as the PNG specification says and checks every checksum on the way.
TEST_F(TiledMapFile, comes_with_a_sound_png_of_the_size_it_names) {
  const std::string& png = written.tileset_png;
  ASSERT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  std::map<std::string, std::string> chunks;
  std::vector<std::string> order;
  for (std::size_t at = 8; at < png.size();) {
    const std::size_t size = big_endian(png, at);
    ASSERT_LE(at + 12 + size, png.size());
    boost::crc_32_type crc;
    crc.process_bytes(png.data() + at + 4, size + 4);
    EXPECT_EQ(big_endian(png, at + 8 + size), crc.checksum());
    order.push_back(png.substr(at + 4, 4));
    chunks[order.back()] = png.substr(at + 8, size);
    at += 12 + size;
  }
  EXPECT_EQ(order, (std::vector<std::string>{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}));
  const std::uint32_t width = big_endian(chunks["IHDR"], 0);
  const std::uint32_t height = big_endian(chunks["IHDR"], 4);
  EXPECT_EQ(width, 256U);
  EXPECT_EQ(map.at("tilesets").as_array()[0].at("imageheight"), height);

  const std::string& stream = chunks["IDAT"];
  EXPECT_EQ((static_cast<unsigned char>(stream[0]) * 256 + static_cast<unsigned char>(stream[1])) % 31, 0);
  std::string rows;
  std::size_t at = 2;
  for (bool last = false; !last;) {
    last = stream.at(at) == 1;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(stream.at(i)); };
    const std::size_t size = byte(at + 1) + 256U * byte(at + 2);
    EXPECT_EQ(size ^ 0xFFFFU, byte(at + 3) + 256U * byte(at + 4));
    rows += stream.substr(at + 5, size);
    at += 5 + size;
  }
  EXPECT_EQ(at + 4, stream.size());
  std::uint64_t a = 1;
  std::uint64_t b = 0;
  for (const char c : rows) b = (b + (a = (a + static_cast<unsigned char>(c)) % 65521)) % 65521;
  EXPECT_EQ(big_endian(stream, at), b * 65536 + a);
  ASSERT_EQ(rows.size(), height * (width + 1));
  const std::size_t colours = chunks["PLTE"].size() / 3;
  for (std::size_t row = 0; row < height; ++row)
    for (std::size_t x = 0; x < width; ++x)
      EXPECT_LT(static_cast<unsigned char>(rows[row * (width + 1) + 1 + x]), colours);
}

}  // namespace
}  // namespace posterhall::tools
