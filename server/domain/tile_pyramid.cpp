#include "domain/tile_pyramid.hpp"

#include <algorithm>
#include <charconv>

namespace posterhall::domain {
namespace {

constexpr std::string_view kMagic("PHTILES\x01", 8);

std::uint32_t half(std::uint32_t side) { return side / 2 + side % 2; }

std::uint32_t tiles_along(std::uint32_t side, std::uint32_t tile) { return (side + tile - 1) / tile; }

void put(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

std::uint32_t get(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

/// Takes digits from the front.
std::optional<std::uint32_t> number(std::string_view& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto size = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || (size > 1 && text.front() == '0')) return std::nullopt;
  text.remove_prefix(size);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<TilePyramid> make_pyramid(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > kMostTileSide || height > kMostTileSide) return std::nullopt;
  TilePyramid pyramid{width, height, kTileSize, 1};
  for (auto side = std::max(width, height); side > kTileSize; side = half(side)) ++pyramid.levels;
  return pyramid;
}

TileGrid grid_of(const TilePyramid& pyramid, std::uint32_t level) {
  TileGrid grid{pyramid.width, pyramid.height, 0, 0};
  for (auto above = pyramid.levels; above > level + 1; --above) {
    grid.width = half(grid.width);
    grid.height = half(grid.height);
  }
  grid.columns = tiles_along(grid.width, pyramid.tile_size);
  grid.rows = tiles_along(grid.height, pyramid.tile_size);
  return grid;
}

std::uint32_t tile_count(const TilePyramid& pyramid) {
  std::uint32_t count = 0;
  for (std::uint32_t level = 0; level < pyramid.levels; ++level) {
    const auto grid = grid_of(pyramid, level);
    count += grid.columns * grid.rows;
  }
  return count;
}

std::optional<std::uint64_t> entry_position(const TilePyramid& pyramid, TileAddress address) {
  if (address.level >= pyramid.levels) return std::nullopt;
  std::uint64_t before = 0;
  for (std::uint32_t level = 0; level < address.level; ++level) {
    const auto grid = grid_of(pyramid, level);
    before += grid.columns * grid.rows;
  }
  const auto grid = grid_of(pyramid, address.level);
  if (address.column >= grid.columns || address.row >= grid.rows) return std::nullopt;
  return kTileHead + kTileEntry * (before + std::uint64_t{address.row} * grid.columns + address.column);
}

std::string write_tile_head(const TilePyramid& pyramid) {
  std::string out(kMagic);
  put(out, pyramid.width);
  put(out, pyramid.height);
  put(out, pyramid.tile_size);
  put(out, pyramid.levels);
  out.resize(kTileHead, '\0');
  return out;
}

std::optional<TilePyramid> read_tile_head(std::string_view bytes) {
  if (bytes.size() < kTileHead || !bytes.starts_with(kMagic)) return std::nullopt;
  const TilePyramid said{get(bytes, 8), get(bytes, 12), get(bytes, 16), get(bytes, 20)};
  const auto made = make_pyramid(said.width, said.height);
  return made == said ? made : std::nullopt;
}

std::string write_tile_entry(TileSpan span) {
  std::string out;
  put(out, span.offset);
  put(out, span.size);
  return out;
}

std::optional<TileSpan> read_tile_entry(std::string_view bytes) {
  if (bytes.size() < kTileEntry) return std::nullopt;
  return TileSpan{get(bytes, 0), get(bytes, 4)};
}

std::optional<TileAddress> parse_tile_address(std::string_view text) {
  const auto level = number(text);
  if (!level || !take(text, '/')) return std::nullopt;
  const auto column = number(text);
  if (!column || !take(text, '_')) return std::nullopt;
  const auto row = number(text);
  if (!row || !text.empty()) return std::nullopt;
  return TileAddress{*level, *column, *row};
}

}  // namespace posterhall::domain
