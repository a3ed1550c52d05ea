// The conversions of a running server: what its upload desk lets be done, on one data directory.
// Runs on: made on the main thread; the work on the conversion queue's threads. Owns: a connection to the store.
#pragma once

#include <filesystem>
#include <functional>

#include "base/bytes.hpp"
#include "media/conversion_queue.hpp"

namespace posterhall::tools {

/// Previews and tiles of uploads, and slides; in idle times tiles for posters that were imported without, and, once an
/// hour, the removal of files that nothing needs any more. Throws OpenFailed.
[[nodiscard]] media::ConversionWork make_poster_work(const std::filesystem::path& dir, std::function<UnixMs()> now,
                                                     const std::string& database = {});

/// Removes files and leftovers of conversions that no version, no open request and nothing of the last 24 hours needs;
/// answers how many.
std::size_t remove_unneeded(const std::filesystem::path& dir, const std::vector<std::string>& needed, UnixMs now);

}  // namespace posterhall::tools
