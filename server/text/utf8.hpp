// One code point in, one out: what the files of this module share.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace posterhall::text {

/// Decodes the code point that begins at `at` (inside `bytes`); returns its size in bytes, 0 if it is not UTF-8.
std::size_t decode(std::string_view bytes, std::size_t at, char32_t& point);

/// Appends a code point (no surrogate, <= 0x10FFFF) as UTF-8.
void append(std::string& out, char32_t point);

}  // namespace posterhall::text
