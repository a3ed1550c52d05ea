#include "tools/tiled_map.hpp"

#include <boost/json.hpp>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tools/tiled_map_tileset.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;
using domain::FloorPlan;
using domain::Tile;
using domain::TileRect;

/// Tile ids of one layer; kNone is nothing there.
class Tiles {
 public:
  explicit Tiles(const FloorPlan& plan)
      : width_(plan.width), ids_(static_cast<std::size_t>(plan.width) * static_cast<std::size_t>(plan.height), kNone) {}

  void set(Tile at, int id) { ids_[index(at)] = id; }
  void fill(const TileRect& rect, int id) {
    for (int y = rect.y; y < rect.y + rect.h; ++y)
      for (int x = rect.x; x < rect.x + rect.w; ++x) set({x, y}, id);
  }

  /// As Tiled counts: 0 is nothing, the tileset's first tile is 1.
  [[nodiscard]] json::array gids() const {
    json::array all;
    all.reserve(ids_.size());
    for (const int id : ids_) all.push_back(id + 1);
    return all;
  }

 private:
  static constexpr int kNone = -1;
  [[nodiscard]] std::size_t index(Tile at) const {
    return static_cast<std::size_t>(at.y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(at.x);
  }
  int width_;
  std::vector<int> ids_;
};

json::object property(const char* name, const char* type, json::value value) {
  return {{"name", name}, {"type", type}, {"value", std::move(value)}};
}

/// Collects layers and objects and numbers them, as Tiled wants ids unique within a map.
class MapWriter {
 public:
  explicit MapWriter(const FloorPlan& plan) : plan_(plan) {}

  void add_tiles(const char* name, const Tiles& tiles) {
    layers_.push_back(json::object{{"id", next_layer_++},
                                   {"name", name},
                                   {"type", "tilelayer"},
                                   {"x", 0},
                                   {"y", 0},
                                   {"width", plan_.width},
                                   {"height", plan_.height},
                                   {"opacity", 1},
                                   {"visible", true},
                                   {"data", tiles.gids()}});
  }

  void add_objects(const char* name, json::array objects) {
    layers_.push_back(json::object{{"id", next_layer_++},
                                   {"name", name},
                                   {"type", "objectgroup"},
                                   {"x", 0},
                                   {"y", 0},
                                   {"opacity", 1},
                                   {"visible", true},
                                   {"draworder", "topdown"},
                                   {"objects", std::move(objects)}});
  }

  json::object area(const std::string& name, const TileRect& rect, json::array properties) {
    return {{"id", next_object_++},
            {"name", name},
            {"type", "area"},
            {"x", rect.x * kTilesetTile},
            {"y", rect.y * kTilesetTile},
            {"width", rect.w * kTilesetTile},
            {"height", rect.h * kTilesetTile},
            {"rotation", 0},
            {"visible", true},
            {"properties", std::move(properties)}};
  }

  /// A point in the middle of a tile.
  json::object point(const std::string& name, Tile at, json::array properties) {
    json::object object = area(name, {at.x, at.y, 0, 0}, std::move(properties));
    object["x"] = at.x * kTilesetTile + kTilesetTile / 2;
    object["y"] = at.y * kTilesetTile + kTilesetTile / 2;
    object["type"] = "";
    object["point"] = true;
    return object;
  }

  [[nodiscard]] std::string write(json::object tileset, json::array properties) {
    const json::object map{{"type", "map"},
                           {"version", "1.10"},
                           {"tiledversion", "1.10.2"},
                           {"orientation", "orthogonal"},
                           {"renderorder", "right-down"},
                           {"infinite", false},
                           {"compressionlevel", -1},
                           {"width", plan_.width},
                           {"height", plan_.height},
                           {"tilewidth", kTilesetTile},
                           {"tileheight", kTilesetTile},
                           {"nextlayerid", next_layer_},
                           {"nextobjectid", next_object_},
                           {"properties", std::move(properties)},
                           {"tilesets", json::array{std::move(tileset)}},
                           {"layers", std::move(layers_)}};
    return json::serialize(map) + '\n';
  }

 private:
  const FloorPlan& plan_;
  json::array layers_;
  int next_layer_ = 1;
  int next_object_ = 1;
};

json::object tileset(const std::string& image) {
  json::array tiles;
  for (int id = 0; id < kTilesetTiles; ++id)
    if (collides(id)) tiles.push_back(json::object{{"id", id}, {"properties", {property("collides", "bool", true)}}});
  return {{"firstgid", 1},
          {"name", "posterhall"},
          {"image", image},
          {"imagewidth", kTilesetColumns * kTilesetTile},
          {"imageheight", kTilesetTiles / kTilesetColumns * kTilesetTile},
          {"tilewidth", kTilesetTile},
          {"tileheight", kTilesetTile},
          {"tilecount", kTilesetTiles},
          {"columns", kTilesetColumns},
          {"margin", 0},
          {"spacing", 0},
          {"tiles", std::move(tiles)}};
}

Tiles floor_tiles(const FloorPlan& plan) {
  Tiles tiles{plan};
  for (int y = 0; y < plan.height; ++y) {
    for (int x = 0; x < plan.width; ++x) {
      const std::uint32_t floor = plan.floor[static_cast<std::size_t>(y * plan.width + x)];
      const bool shade = (x + y) % 2 != 0;
      if (floor == 0)
        tiles.set({x, y}, tile_id(shade ? TileId::stone_shade : TileId::stone));
      else
        tiles.set({x, y}, tile_id(shade ? TileId::floor_shade_a : TileId::floor_a, floor - 1));
    }
  }
  for (const domain::Booth& booth : plan.booths) tiles.fill(booth.rug, tile_id(TileId::rug_a, booth.topic));
  for (const domain::Table& table : plan.tables) tiles.fill(table.zone, tile_id(TileId::zone));
  tiles.fill(plan.audience, tile_id(TileId::audience));
  return tiles;
}

Tiles wall_tiles(const FloorPlan& plan) {
  Tiles tiles{plan};
  for (const domain::Booth& booth : plan.booths) {
    const TileRect& all = booth.all;
    tiles.fill({all.x, all.y, all.w, 1}, tile_id(TileId::wall_cap));
    tiles.fill({all.x, booth.rug.y - 1, all.w, 1}, tile_id(TileId::wall));
    if (booth.poster) tiles.fill({all.x + 1, booth.rug.y - 1, all.w - 2, 1}, tile_id(TileId::board));
  }
  tiles.fill(plan.stage, tile_id(TileId::stage));
  for (const domain::Door& door : plan.doors) tiles.fill(door.rect, tile_id(TileId::door));
  for (const domain::Furniture& piece : plan.furniture) {
    switch (piece.kind) {
      case domain::FurnitureKind::bench: tiles.fill(piece.rect, tile_id(TileId::bench)); break;
      case domain::FurnitureKind::table: tiles.fill(piece.rect, tile_id(TileId::table)); break;
      case domain::FurnitureKind::plant: tiles.fill(piece.rect, tile_id(TileId::plant)); break;
      case domain::FurnitureKind::help_desk: tiles.fill(piece.rect, tile_id(TileId::help_desk)); break;
    }
  }
  return tiles;
}

json::array booth_objects(MapWriter& map, const FloorPlan& plan, const domain::Catalogue& catalogue) {
  std::unordered_map<PosterKey, const domain::Poster*> posters;
  for (const domain::Poster& poster : catalogue.posters) posters.emplace(poster.key, &poster);
  json::array objects;
  for (const domain::Booth& booth : plan.booths) {
    json::array properties{property("ph.booth", "int", booth.number.value)};
    std::string name = std::to_string(booth.number.value);
    const auto found = posters.find(booth.poster);
    if (booth.poster && found != posters.end()) {
      name += ' ' + found->second->title;
      properties.push_back(property("ph.poster", "string", json::value(found->second->id)));
    }
    objects.push_back(map.area(name, booth.rug, std::move(properties)));
  }
  return objects;
}

json::array foyer_objects(MapWriter& map, const FloorPlan& plan, const domain::Catalogue& catalogue) {
  json::array objects;
  objects.push_back(map.area("Stage", plan.stage, {property("ph.stage", "bool", true)}));
  objects.push_back(map.area("Before the stage", plan.audience, {}));
  for (std::size_t i = 0; i < plan.tables.size(); ++i)
    objects.push_back(map.area("Table " + std::to_string(i + 1), plan.tables[i].zone, {}));
  for (const domain::Door& door : plan.doors) {
    std::string name = "Breakout " + std::to_string(door.room.value);
    json::array properties{property("ph.room", "int", door.room.value)};
    for (const domain::RoomDef& room : catalogue.rooms) {
      if (room.id != door.room) continue;
      name = room.name;
      properties.push_back(property("ph.capacity", "int", room.capacity));
    }
    objects.push_back(map.area(name, {door.front.x, door.front.y, 1, 1}, std::move(properties)));
  }
  for (const Tile& spawn : plan.spawns) objects.push_back(map.point("", spawn, {property("ph.spawn", "bool", true)}));
  return objects;
}

/// Names on the floor: neighbourhoods' signs and aisles' numbers, as Tiled text objects. People walk below them.
json::array text_objects(MapWriter& map, const FloorPlan& plan, const domain::Catalogue& catalogue) {
  json::array objects;
  const auto write = [&](const std::string& words, const TileRect& rect, const char* colour) {
    json::object object = map.area(words, rect, {});
    object["type"] = "";
    object["text"] = json::object{{"text", words}, {"color", colour},    {"pixelsize", 16},
                                  {"wrap", true},  {"halign", "center"}, {"valign", "center"}};
    objects.push_back(std::move(object));
  };
  for (const domain::Sign& sign : plan.signs) {
    const std::string letter(1, static_cast<char>('A' + sign.topic));
    const bool named = sign.topic < catalogue.topics.size();
    write(named ? letter + "  " + catalogue.topics[sign.topic].name : letter,
          {sign.at.x, sign.at.y, domain::kSignWidth, 1}, "#ffffff");
  }
  for (const domain::AisleNumber& number : plan.aisle_numbers)
    write("AISLE " + std::to_string(number.aisle), {number.at.x, number.at.y, 3, 2}, "#172126");
  return objects;
}

}  // namespace

TiledMap make_tiled_map(const FloorPlan& plan, const domain::Catalogue& catalogue, const std::string& image) {
  Tiles start{plan};
  for (const Tile& spawn : plan.spawns) start.set(spawn, tile_id(TileId::start));
  Tiles signs{plan};
  for (const domain::Sign& sign : plan.signs)
    signs.fill({sign.at.x, sign.at.y, domain::kSignWidth, 1}, tile_id(TileId::sign_a, sign.topic));

  MapWriter map{plan};
  map.add_tiles("floor", floor_tiles(plan));
  map.add_tiles("start", start);
  map.add_tiles("walls", wall_tiles(plan));
  map.add_objects("booths", booth_objects(map, plan, catalogue));
  map.add_objects("foyer", foyer_objects(map, plan, catalogue));
  map.add_objects("floorLayer", {});  // what comes after it is drawn over people
  map.add_tiles("signs", signs);
  map.add_objects("names", text_objects(map, plan, catalogue));
  json::array properties;
  if (!catalogue.event.name.empty())
    properties.push_back(property("mapName", "string", json::value(catalogue.event.name)));
  return {map.write(tileset(image), std::move(properties)), tileset_png()};
}

}  // namespace posterhall::tools
