#include "tools/slides_intake.hpp"

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "media/slides.hpp"
#include "store/poster_files.hpp"
#include "text/text.hpp"
#include "tools/poster_intake.hpp"
#include "wire/api_decks.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

/// A page's words made safe to show: valid, cleaned, not too long.
std::string sound_text(const std::string& text) {
  const auto points = text::to_code_points(text);
  const auto cut = text::from_code_points(std::u32string_view(points).substr(0, 2 * domain::kMostSlideText));
  auto clean = text::clean_text(cut, 2 * domain::kMostSlideText);
  return clean ? text::shorten(*clean, domain::kMostSlideText) : std::string();
}

}  // namespace

hall::ConvertedFile take_in_slides(const fs::path& dir, const fs::path& file, media::ChildTerms terms) {
  const WorkFolder folder(dir / "files");
  const auto made = media::convert_slides(file, folder.path(), terms);
  hall::ConvertedFile result;
  result.refused = made.refused;
  if (!result.refused.empty()) return result;
  std::vector<wire::DeckPage> pages;
  domain::DeckFiles deck;
  const auto keep = [&](const fs::path& product) {
    auto kept = store::take_in_file(dir, product);
    if (!kept) result.refused = "could not be kept in the data directory (" + kept.error().message() + "); try again";
    return kept ? std::move(*kept) : std::string();
  };
  for (const auto& slide : made.slides) {
    pages.push_back({keep(slide.picture), slide.width, slide.height, sound_text(slide.text)});
    if (!result.refused.empty()) return result;
    deck.pictures.push_back(pages.back().picture);
  }
  const auto list = folder.path() / "list.json";
  std::ofstream(list, std::ios::binary) << wire::deck_pages_json(pages);
  deck.list = keep(list);
  if (result.refused.empty()) result.deck = std::move(deck);
  return result;
}

}  // namespace posterhall::tools
