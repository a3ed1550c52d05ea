#include "media/tiler.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "media/limited_process.hpp"
#include "media/workbench.hpp"

namespace posterhall::media {
namespace {

namespace fs = std::filesystem;

// A page is drawn with 200 dots an inch, but not smaller than the picture shown first, nor larger than 8,192 pixels
// (A0: 175 dots an inch, 47 megapixels).
constexpr double kDotsAnInch = 200;
constexpr double kPointsAnInch = 72;
constexpr double kLeastSide = 3400;
constexpr double kMostSide = 8192;
constexpr std::uint64_t kMostPacked = std::uint64_t{1} << 30;

class Story {
 public:
  Story(const fs::path& file, const fs::path& folder, ChildTerms terms) : bench_(file, folder, terms) {}

  Tiling run() {
    if (bench_.begin() && find_source() && know_size() && cut() && pack()) return std::move(result_);
    Tiling none;
    none.refused = bench_.refusal().words;
    none.try_again = bench_.refusal().try_again;
    return none;
  }

 private:
  /// What is cut: the page, or the picture set upright as its camera held it.
  bool find_source() {
    switch (bench_.format().kind) {
      case PosterKind::pdf: {
        const auto facts = bench_.page_facts();
        const double longest = facts ? std::max(facts->width_pt, facts->height_pt) : 0;
        const auto side = std::clamp(longest / kPointsAnInch * kDotsAnInch, kLeastSide, kMostSide);
        source_ = "page.tif";
        return bench_.draw_page("page", static_cast<int>(std::lround(side)));
      }
      case PosterKind::png:
      case PosterKind::webp: source_ = bench_.input() + "[fail_on=error]"; return true;
      case PosterKind::jpeg: return set_upright();
    }
    return false;
  }

  bool set_upright() {
    source_ = bench_.input() + "[fail_on=error]";
    const auto orientation =
        bench_.ask({find_program("vipsheader"), "-f", "orientation", bench_.input()}, std::size_t{64});
    if (!orientation || orientation->starts_with("1\n")) return true;
    const auto made = bench_.run({find_program("vips"), "autorot", source_, "upright.tif"}, "upright.tif");
    source_ = "upright.tif";
    return made;
  }

  bool know_size() {
    const auto name = source_.substr(0, source_.find('['));
    const auto read = [&](const char* field) -> std::uint32_t {
      const auto said = bench_.ask({find_program("vipsheader"), "-f", field, name}, std::size_t{64});
      return said ? static_cast<std::uint32_t>(std::strtoul(said->c_str(), nullptr, 10)) : 0;
    };
    const auto pyramid = domain::make_pyramid(read("width"), read("height"));
    if (!pyramid) return bench_.refuse("is too long and narrow to be cut; save it smaller");
    result_.pyramid = *pyramid;
    return true;
  }

  bool cut() {
    return bench_.run(
        {find_program("vips"), "dzsave", source_, "tiles", "--layout", "dz", "--depth", "onetile", "--overlap", "0",
         "--tile-size", std::to_string(result_.pyramid.tile_size), "--suffix", ".webp[Q=85,effort=1,strip]"},
        "tiles_files");
  }

  /// Head, index, tiles. The index is written last: a file without it is no tile file.
  bool pack() {
    result_.file = bench_.folder() / "tiles";
    std::ofstream out(result_.file, std::ios::binary);
    const auto& pyramid = result_.pyramid;
    const auto first = domain::kTileHead + domain::kTileEntry * domain::tile_count(pyramid);
    out.seekp(static_cast<std::streamoff>(first));
    std::string index;
    std::uint64_t at = first;
    for (std::uint32_t level = 0; level < pyramid.levels; ++level) {
      const auto grid = domain::grid_of(pyramid, level);
      for (std::uint32_t row = 0; row < grid.rows; ++row) {
        for (std::uint32_t column = 0; column < grid.columns; ++column) {
          const auto bytes = read_tile(level, column, row);
          if (bytes.empty() || at + bytes.size() > kMostPacked) return bench_.refuse("could not be cut into tiles");
          out << bytes;
          index += domain::write_tile_entry({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(bytes.size())});
          at += bytes.size();
        }
      }
    }
    out.seekp(0);
    out << domain::write_tile_head(pyramid) << index;
    out.close();
    return out.good() || bench_.refuse("could not be cut into tiles: no space", true);
  }

  /// Empty unless it is a WebP, as everything that is shown.
  std::string read_tile(std::uint32_t level, std::uint32_t column, std::uint32_t row) {
    const auto name = std::to_string(column) + "_" + std::to_string(row) + ".webp";
    auto bytes = read_front(bench_.folder() / "tiles_files" / std::to_string(level) / name, kMostTile);
    return inspect_poster(bytes).format.kind == PosterKind::webp && bytes.size() < kMostTile ? bytes : std::string();
  }
  static constexpr std::size_t kMostTile = std::size_t{4} << 20;

  Workbench bench_;
  std::string source_;
  Tiling result_;
};

}  // namespace

Tiling make_tiles(const std::filesystem::path& file, const std::filesystem::path& folder, ChildTerms terms) {
  return Story(file, folder, terms).run();
}

}  // namespace posterhall::media
