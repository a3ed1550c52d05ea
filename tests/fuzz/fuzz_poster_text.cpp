// Any bytes as what poppler says of a stranger's page: few panels of bounded size, places within the page.
#include "fuzz/fuzz_input.hpp"
#include "media/poster_text.hpp"

using namespace posterhall;
using posterhall::tests::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = tests::text_of(data, size);
  const auto panels = media::read_panels(text);
  must(panels.size() <= domain::kMostPanels, "not too many panels");
  for (const auto& panel : panels) {
    for (const double part : {panel.x, panel.y, panel.w, panel.h}) must(part >= 0 && part <= 1, "within the page");
  }
  must(media::read_smallest_type(text, 3) >= 0, "type has a size");
  const auto facts = media::read_page_facts(text);
  must(!facts || (facts->pages > 0 && facts->width_pt > 0 && facts->height_pt > 0), "a page has a size");
  return 0;
}
