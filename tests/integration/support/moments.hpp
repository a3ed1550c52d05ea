// Moments of the wall clock as event.toml and the API write them.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <chrono>
#include <string>

namespace posterhall::integration {

/// "2021-04-21T10:00:00Z"
[[nodiscard]] std::string toml_time(std::chrono::system_clock::time_point at);
/// Milliseconds since 1970.
[[nodiscard]] std::string ms(std::chrono::system_clock::time_point at);

}  // namespace posterhall::integration
