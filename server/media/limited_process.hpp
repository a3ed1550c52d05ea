// A child process that may not harm us: no shell, an empty environment, no network, limits on processor time, memory,
// file size and wall time (prlimit(1) and timeout(1) around it), killed with its group when it takes too long.
// Runs on: any thread; blocks until the child is gone. Owns: nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "media/process_stop.hpp"

namespace posterhall::media {

struct ProcessLimits {
  std::uint32_t seconds = 60;  ///< processor time
  std::uint32_t patience = 1;  ///< so many times that of wall time: more for who stands behind others
  std::uint64_t memory = std::uint64_t{2} << 30;
  std::uint64_t file_size = std::uint64_t{512} << 20;
  ChildTerms terms;
  std::string output;  ///< a name in the folder that gets what it prints; empty: thrown away
};

enum class ProcessEnd : std::uint8_t { succeeded, failed, timed_out, not_started };

/// Runs `command` (a full path and its arguments) in `folder`.
[[nodiscard]] ProcessEnd run_limited(const std::vector<std::string>& command, const std::filesystem::path& folder,
                                     const ProcessLimits& limits);

/// Where a program of that name is (/usr/local/bin, /usr/bin, /bin), or empty.
[[nodiscard]] std::string find_program(const std::string& name);

}  // namespace posterhall::media
