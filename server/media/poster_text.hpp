// What poppler says of a page, read: the text in panels with their headings and places (pdftotext -bbox-layout), the
// smallest type (pdftohtml -xml), the number of pages (pdfinfo). All three print what a stranger's file made them
// print: anything may be in it.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/poster_file.hpp"

namespace posterhall::media {

struct PageFacts {
  std::uint32_t pages = 0;
  double width_pt = 0;  ///< of the first page
  double height_pt = 0;
};
[[nodiscard]] std::optional<PageFacts> read_page_facts(std::string_view pdfinfo);

/// Panels in reading order, at most kMostPanels and kMostPanelBytes. Valid UTF-8 whatever comes in is the caller's.
[[nodiscard]] std::vector<domain::TextPanel> read_panels(std::string_view bbox_layout);

/// Points, 0 without text. Type that hardly occurs (a footnote mark, a stray dot) does not count.
/// `zoom` is the one pdftohtml was called with.
[[nodiscard]] double read_smallest_type(std::string_view pdftohtml_xml, double zoom);

}  // namespace posterhall::media
