// What the load bots need of a data directory: invitations of their own, marked as bots, and the stored events
// to judge by. Works beside a running server.
// Runs on: a command-line tool's thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.hpp"

namespace posterhall::tools {

/// Tokens of `count` fresh links; the people are named "Bot 1" …, e-mails bot-N@bots.invalid, reused over runs.
/// Throws std::runtime_error with a sentence when the data directory cannot be used.
[[nodiscard]] std::vector<std::string> mint_bot_links(const std::filesystem::path& data, std::uint32_t count,
                                                      std::uint32_t seed, const std::string& place = {});

/// The first `most` posters' keys, in number order.
[[nodiscard]] std::vector<PosterKey> some_poster_keys(const std::filesystem::path& data, std::uint32_t most);

/// Number and client id (16 bytes) of every event of a channel, in number order.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::string>> read_stored_events(const std::filesystem::path& data,
                                                                                    const std::string& channel);

}  // namespace posterhall::tools
