// Text from a browser, cleaned and measured.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "hall/notice.hpp"

namespace posterhall::wire {

/// One line, cleaned; nullopt when it has more than `max_code_points` or is not UTF-8. May be empty.
[[nodiscard]] std::optional<std::string> read_line(std::string_view text, std::size_t max_code_points);

/// A message's text, cleaned: text_empty when nothing is left, text_too_long over 4,000 code points.
[[nodiscard]] std::variant<std::string, hall::RejectCode> read_message(std::string_view text);

}  // namespace posterhall::wire
