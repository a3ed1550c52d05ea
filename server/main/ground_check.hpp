// What the processes of one hall must have in common, looked at before one opens its doors: the folder of poster files,
// the version of what they say to each other, and the time, within what tickets allow.
// Runs on: the front's loop. Owns: a file in the folder, by which others know it.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "hall/ports/shard_leases.hpp"

namespace posterhall {

/// A ticket counts for 30 s by the clock of whoever gives it, and is taken by another's.
inline constexpr std::chrono::seconds kClocksApart{10};

/// This process's ground; its mark stands in the folder when this returns. Throws a sentence when it cannot be written.
[[nodiscard]] hall::CommonGround make_ground(const std::filesystem::path& data,
                                             const std::function<std::uint64_t()>& random);

/// Why this process cannot run beside those that run, as a sentence; nothing when it can. Marks that nobody needs any
/// more are gone afterwards.
[[nodiscard]] std::optional<std::string> ground_fault(const hall::LeasedShards& leased, const hall::CommonGround& ours,
                                                      const std::filesystem::path& data, UnixMs now);

}  // namespace posterhall
