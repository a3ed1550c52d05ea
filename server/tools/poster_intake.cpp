#include "tools/poster_intake.hpp"

#include <algorithm>
#include <cmath>

#include "crypto/crypto.hpp"
#include "media/converter.hpp"
#include "media/tiler.hpp"
#include "store/poster_files.hpp"
#include "text/text.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

std::string not_kept(const ErrorCode& error) {
  return "could not be kept in the data directory (" + error.message() + "); try again";
}

std::string sound(const std::string& text) {
  return text::is_utf8(text) ? text : text::from_code_points(text::to_code_points(text));
}

double part(double value) { return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0; }

}  // namespace

WorkFolder::WorkFolder(const fs::path& parent) : path_(parent / (".work-" + crypto::new_token())) {
  std::error_code error;
  fs::create_directories(path_, error);
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Intake take_in_poster(const fs::path& dir, const fs::path& file, const std::string& hash, media::ChildTerms terms) {
  const WorkFolder folder(dir / "files");
  auto made = media::convert_poster(file, folder.path(), terms);
  Intake intake;
  auto& result = intake.converted;
  result.converter = media::kConverterVersion;
  result.file.file_hash = hash;
  result.refused = made.refused;
  intake.remember = !made.try_again;
  if (!made.poster) return intake;
  const auto original = store::take_in_file(dir, file);
  const auto picture = store::take_in_file(dir, made.poster->picture);
  const auto thumbnail = store::take_in_file(dir, made.poster->thumbnail);
  for (const auto* kept : {&original, &picture, &thumbnail}) {
    if (*kept) continue;
    result.refused = not_kept(kept->error());
    intake.remember = false;
    return intake;
  }
  if (*original != hash) {
    result.refused = "changed while it was read; try again";
    intake.remember = false;
    return intake;
  }
  auto& out = result.file;
  out.file_type = made.poster->file_type;
  out.picture_hash = *picture;
  out.thumbnail_hash = *thumbnail;
  out.width = made.poster->width;
  out.height = made.poster->height;
  out.pages = made.poster->pages;
  out.bytes = made.poster->bytes;
  result.panels = sound_panels(made.poster->panels);
  out.has_text = !result.panels.empty();
  if (out.has_text) out.smallest_type_pt = made.poster->smallest_type_pt;
  return intake;
}

std::string add_tiles(const fs::path& dir, domain::PosterFile& file, media::ChildTerms terms) {
  const WorkFolder folder(dir / "files");
  const auto made = media::make_tiles(store::file_path(dir, file.file_hash), folder.path(), terms);
  if (made.file.empty()) return made.refused;
  const auto kept = store::take_in_file(dir, made.file);
  if (!kept) return not_kept(kept.error());
  file.tiles_hash = *kept;
  file.tile_size = made.pyramid.tile_size;
  file.levels = made.pyramid.levels;
  file.full_width = made.pyramid.width;
  file.full_height = made.pyramid.height;
  return {};
}

bool is_current(const fs::path& dir, const hall::ConvertedFile& known) {
  if (known.converter != media::kConverterVersion) return false;
  if (!known.refused.empty()) return true;
  const auto there = [&](const std::string& hash) {
    std::error_code error;
    return fs::exists(store::file_path(dir, hash), error);
  };
  return there(known.file.file_hash) && there(known.file.thumbnail_hash) && there(known.file.picture_hash) &&
         (known.file.tiles_hash.empty() || there(known.file.tiles_hash));
}

std::vector<domain::TextPanel> sound_panels(const std::vector<domain::TextPanel>& panels) {
  std::vector<domain::TextPanel> out;
  std::size_t bytes = 0;
  for (const auto& panel : panels) {
    if (out.size() == domain::kMostPanels) break;
    const auto heading = text::clean_line(sound(panel.heading), domain::kMostPanelBytes);
    const auto text = text::clean_text(sound(panel.text), domain::kMostPanelBytes);
    if (!heading || !text || (heading->empty() && text->empty())) continue;
    auto short_heading = text::shorten(*heading, domain::kMostHeading);
    bytes += short_heading.size() + text->size();
    if (bytes > domain::kMostPanelBytes) break;
    out.push_back({std::move(short_heading), *text, part(panel.x), part(panel.y), part(panel.w), part(panel.h)});
  }
  return out;
}

}  // namespace posterhall::tools
