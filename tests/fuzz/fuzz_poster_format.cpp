// Any bytes as an uploaded poster: what is taken has a size a decoder can bear.
#include "fuzz/fuzz_input.hpp"
#include "media/poster_format.hpp"

using namespace posterhall;
using posterhall::tests::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto inspection = media::inspect_poster(tests::text_of(data, size));
  if (!inspection.refused.empty()) return 0;
  const auto& format = inspection.format;
  must(!media::mime_type(format.kind).empty(), "a known kind");
  must(std::uint64_t{format.width} * format.height <= media::kMostPixels, "not too many pixels");
  must(format.kind == media::PosterKind::pdf || (format.width != 0 && format.height != 0), "a picture has a size");
  return 0;
}
