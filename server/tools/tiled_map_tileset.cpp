#include "tools/tiled_map_tileset.hpp"

#include <algorithm>
#include <array>
#include <boost/crc.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

namespace posterhall::tools {
namespace {

constexpr int kWidth = kTilesetColumns * kTilesetTile;
constexpr int kHeight = kTilesetTiles / kTilesetColumns * kTilesetTile;

/// The colours of the hall, light theme (client-web's tokens).
constexpr std::uint32_t kTopicFloor[8] = {0xC9DBF3, 0xC8E1CC, 0xE7D1E7, 0xF1D0D1,
                                          0xBDE1E5, 0xEFD3C3, 0xD8D5F1, 0xDFDABE};
constexpr std::uint32_t kTopicRug[8] = {0xDFEBFA, 0xDFEEE1, 0xF2E4F3, 0xF9E3E4, 0xD8EFF1, 0xF8E5DC, 0xE9E7F9, 0xEDEAD8};
constexpr std::uint32_t kTopicStrong[8] = {0x2B4E7A, 0x255A33, 0x643C66, 0x74383E,
                                           0x005A63, 0x713E1E, 0x4D4478, 0x584E05};
constexpr std::uint32_t kStone = 0xE4E1DA;
constexpr std::uint32_t kStoneShade = 0xDBD7CE;
constexpr std::uint32_t kSeam = 0xCFCABF;
constexpr std::uint32_t kWall = 0xF8F7F3;
constexpr std::uint32_t kWallCap = 0xC9C3B6;
constexpr std::uint32_t kWallSide = 0xA9A294;
constexpr std::uint32_t kBoard = 0xFFFFFF;
constexpr std::uint32_t kFrame = 0x57544D;
constexpr std::uint32_t kWood = 0xA9805A;
constexpr std::uint32_t kWoodShade = 0x86623F;
constexpr std::uint32_t kLeaf = 0x4E8A56;
constexpr std::uint32_t kPot = 0xB8694A;
constexpr std::uint32_t kBrand = 0x0E4A57;

/// A tenth darker.
constexpr std::uint32_t shaded(std::uint32_t rgb) {
  const auto dim = [](std::uint32_t part) { return part * 93 / 100; };
  return dim(rgb >> 16U & 0xFFU) << 16U | dim(rgb >> 8U & 0xFFU) << 8U | dim(rgb & 0xFFU);
}

/// Pixels with a palette; colour 0 is clear.
class Picture {
 public:
  void fill(int tile, int x, int y, int w, int h, std::uint32_t rgb) {
    const std::uint8_t colour = index_of(rgb);
    for (int row = y; row < y + h; ++row) {
      const int left = tile % kTilesetColumns * kTilesetTile + x;
      const int top = tile / kTilesetColumns * kTilesetTile + row;
      std::fill_n(pixels_.begin() + static_cast<std::ptrdiff_t>(top) * kWidth + left, w, colour);
    }
  }
  void fill(int tile, std::uint32_t rgb) { fill(tile, 0, 0, kTilesetTile, kTilesetTile, rgb); }

  [[nodiscard]] const std::vector<std::uint8_t>& pixels() const { return pixels_; }
  [[nodiscard]] const std::vector<std::uint32_t>& palette() const { return palette_; }

 private:
  std::uint8_t index_of(std::uint32_t rgb) {
    const auto found = std::find(palette_.begin() + 1, palette_.end(), rgb);
    const auto index = found - palette_.begin();
    if (found == palette_.end()) palette_.push_back(rgb);
    return static_cast<std::uint8_t>(index);
  }

  std::vector<std::uint8_t> pixels_ = std::vector<std::uint8_t>(static_cast<std::size_t>(kWidth) * kHeight, 0);
  std::vector<std::uint32_t> palette_{0};
};

void draw_floors(Picture& picture) {
  picture.fill(tile_id(TileId::stone), kStone);
  picture.fill(tile_id(TileId::stone_shade), kStoneShade);
  for (std::uint32_t topic = 0; topic < 8; ++topic) {
    picture.fill(tile_id(TileId::floor_a, topic), kTopicFloor[topic]);
    picture.fill(tile_id(TileId::floor_shade_a, topic), shaded(kTopicFloor[topic]));
    picture.fill(tile_id(TileId::rug_a, topic), kTopicRug[topic]);
    picture.fill(tile_id(TileId::sign_a, topic), 0, 2, kTilesetTile, 28, kTopicStrong[topic]);
  }
  picture.fill(tile_id(TileId::audience), kSeam);
  picture.fill(tile_id(TileId::zone), kStoneShade);
  picture.fill(tile_id(TileId::start), 10, 10, 12, 12, kBrand);
}

void draw_walls_and_furniture(Picture& picture) {
  picture.fill(tile_id(TileId::wall), kWall);
  picture.fill(tile_id(TileId::wall_cap), kWall);
  picture.fill(tile_id(TileId::wall_cap), 0, 0, kTilesetTile, 6, kWallCap);
  picture.fill(tile_id(TileId::board), kWall);
  picture.fill(tile_id(TileId::board), 0, 0, kTilesetTile, 28, kFrame);
  picture.fill(tile_id(TileId::board), 0, 2, kTilesetTile, 24, kBoard);
  picture.fill(tile_id(TileId::bench), 0, 8, kTilesetTile, 14, kWood);
  picture.fill(tile_id(TileId::bench), 0, 19, kTilesetTile, 5, kWoodShade);
  picture.fill(tile_id(TileId::table), 0, 4, kTilesetTile, 22, kWood);
  picture.fill(tile_id(TileId::table), 0, 26, kTilesetTile, 4, kWoodShade);
  picture.fill(tile_id(TileId::plant), 6, 2, 20, 18, kLeaf);
  picture.fill(tile_id(TileId::plant), 8, 20, 16, 10, kPot);
  picture.fill(tile_id(TileId::help_desk), kBrand);
  picture.fill(tile_id(TileId::help_desk), 0, 0, kTilesetTile, 6, kWood);
  picture.fill(tile_id(TileId::door), kWallSide);
  picture.fill(tile_id(TileId::door), 2, 2, 28, 28, kWoodShade);
  picture.fill(tile_id(TileId::stage), kWood);
  picture.fill(tile_id(TileId::stage), 0, 30, kTilesetTile, 2, kWoodShade);
}

void put_u32(std::string& out, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift & 0xFFU);
}

/// A PNG chunk: length, type, data, CRC-32 over type and data (PNG specification, 5.3).
void put_chunk(std::string& out, std::string_view type, const std::string& data) {
  put_u32(out, static_cast<std::uint32_t>(data.size()));
  boost::crc_32_type crc;
  crc.process_bytes(type.data(), type.size());
  crc.process_bytes(data.data(), data.size());
  out += type;
  out += data;
  put_u32(out, crc.checksum());
}

/// A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4): no compression, and no library for 57 kB.
std::string stored_zlib(const std::string& data) {
  std::string out{"\x78\x01"};
  constexpr std::size_t kBlock = 65535;
  for (std::size_t at = 0; at < data.size(); at += kBlock) {
    const std::size_t size = std::min(kBlock, data.size() - at);
    out += static_cast<char>(at + size == data.size() ? 1 : 0);
    for (const std::size_t length : {size, ~size}) {
      out += static_cast<char>(length & 0xFFU);
      out += static_cast<char>(length >> 8U & 0xFFU);
    }
    out.append(data, at, size);
  }
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const char c : data) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  put_u32(out, b << 16U | a);
  return out;
}

}  // namespace

std::string tileset_png() {
  Picture picture;
  draw_floors(picture);
  draw_walls_and_furniture(picture);

  std::string header;
  put_u32(header, kWidth);
  put_u32(header, kHeight);
  header += std::string{8, 3, 0, 0, 0};  // 8 bits, palette, deflate, adaptive filters, not interlaced
  std::string palette;
  for (const std::uint32_t rgb : picture.palette())
    for (const unsigned shift : {16U, 8U, 0U}) palette += static_cast<char>(rgb >> shift & 0xFFU);
  std::string rows;
  for (int row = 0; row < kHeight; ++row) {
    rows += '\0';  // no filter
    const auto first = picture.pixels().begin() + static_cast<std::ptrdiff_t>(row) * kWidth;
    rows.append(first, first + kWidth);
  }
  std::string png{"\x89PNG\r\n\x1a\n"};
  put_chunk(png, "IHDR", header);
  put_chunk(png, "PLTE", palette);
  put_chunk(png, "tRNS", std::string(1, '\0'));  // colour 0 is clear
  put_chunk(png, "IDAT", stored_zlib(rows));
  put_chunk(png, "IEND", {});
  return png;
}

}  // namespace posterhall::tools
