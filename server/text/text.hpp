// Text from people and files, made safe to keep and to show: UTF-8 checked, NFC, nothing invisible that deceives.
// What stays and what goes, with reasons: docs/decisions/0002-text-and-crypto.md.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace posterhall::text {

enum class Error {
  invalid_utf8 = 1,  ///< bytes that are not UTF-8 (RFC 3629: also overlong forms and surrogates)
  too_long,          ///< more code points than allowed, counted after cleaning
};
[[nodiscard]] ErrorCode make_error_code(Error error);

/// Most combining marks kept on one base character.
inline constexpr std::size_t max_marks = 8;

/// Byte offset of the first fault, or nothing if all of it is UTF-8.
[[nodiscard]] std::optional<std::size_t> first_utf8_fault(std::string_view bytes);
[[nodiscard]] inline bool is_utf8(std::string_view bytes) { return !first_utf8_fault(bytes); }

/// Code points of valid UTF-8 (of other bytes: an upper bound).
[[nodiscard]] std::size_t code_points(std::string_view text);

/// The code points of valid UTF-8; a faulty byte becomes U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view text);
[[nodiscard]] std::string from_code_points(std::u32string_view text);

/// One line: names, titles, short fields. White space of every kind becomes single spaces and is trimmed; the result
/// may be empty. More than `max_code_points` afterwards is refused, not cut.
[[nodiscard]] Result<std::string> clean_line(std::string_view text, std::size_t max_code_points);
/// Several lines: messages, summaries. As clean_line, but line ends stay (as LF), at most two in a row.
[[nodiscard]] Result<std::string> clean_text(std::string_view text, std::size_t max_code_points);

/// Cut to at most that many code points, between grapheme clusters, never inside one. Valid UTF-8 in, valid UTF-8 out.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t max_code_points);

/// The form in which search compares: case, accents, width and ligatures gone (ø o, ß ss, ı i, ł l, æ ae); for scripts
/// whose marks are letters (Indic, Thai, kana) the marks stay. Anything that is not UTF-8 folds to U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

/// The words of a text, folded, in order. Letters and digits of one run are a word ("c++" and "c#" keep their signs);
/// of scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) each character with its marks is a word.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

/// The link, trimmed and otherwise unchanged, if it is http or https with a host and nothing in it deceives: no user
/// information, no control characters, spaces, quotes, angle brackets or backslashes; <= 2,000 bytes.
[[nodiscard]] std::optional<std::string> clean_link(std::string_view text);

/// The address, trimmed and in lower case, if it looks like one person's e-mail address; <= 254 bytes.
[[nodiscard]] std::optional<std::string> clean_email(std::string_view text);

/// The text without white space (of any script) at either end. Valid UTF-8.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace posterhall::text

template <>
struct boost::system::is_error_code_enum<posterhall::text::Error> : std::true_type {};
