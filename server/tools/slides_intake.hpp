// Slides' way in: judged and converted (server/media), each page's picture and the list of pages kept under their
// hashes (server/store). The PDF itself is not kept. Runs on: any thread, several at once; blocks for seconds to
// minutes. Owns: nothing.
#pragma once

#include <filesystem>

#include "hall/ports/poster_store.hpp"
#include "media/process_stop.hpp"

namespace posterhall::tools {

/// `refused` says why not.
[[nodiscard]] hall::ConvertedFile take_in_slides(const std::filesystem::path& dir, const std::filesystem::path& file,
                                                 media::ChildTerms terms = {});

}  // namespace posterhall::tools
