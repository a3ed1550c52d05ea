// Words that carry grammar and no subject, in English, German, French and Spanish: two texts are not alike by them.
// Runs on: any thread (pure). Owns: nothing.
#pragma once

#include <string_view>

namespace posterhall::text {

/// `word`: as text::words() gives it. A single Latin letter is one too.
[[nodiscard]] bool is_stop_word(std::string_view word);

}  // namespace posterhall::text
