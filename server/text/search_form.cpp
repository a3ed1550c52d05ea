// fold and words: the form in which search compares.
#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "base/ascii.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace posterhall::text {
namespace {

bool between(char32_t point, char32_t low, char32_t high) { return point >= low && point <= high; }

/// Marks that only decorate: accents, Hebrew points, Arabic vowel signs and tatweel. Other scripts' marks are letters.
bool is_accent(char32_t point) {
  return between(point, 0x0300, 0x036F) || between(point, 0x1AB0, 0x1AFF) || between(point, 0x1DC0, 0x1DFF) ||
         between(point, 0x20D0, 0x20FF) || between(point, 0xFE00, 0xFE0F) || between(point, 0xFE20, 0xFE2F) ||
         between(point, 0x0591, 0x05BD) || point == 0x05BF || between(point, 0x05C1, 0x05C2) ||
         between(point, 0x05C4, 0x05C5) || point == 0x05C7 || between(point, 0x064B, 0x065F) || point == 0x0670 ||
         point == 0x0640;
}

/// Letters that no decomposition takes apart; after case folding, so lower case only.
std::u32string_view plain_letters(char32_t point) {
  switch (point) {
    case U'ø': return U"o";
    case U'ł': return U"l";
    case U'đ':
    case U'ð':
    case U'ɖ': return U"d";
    case U'ħ': return U"h";
    case U'ŧ': return U"t";
    case U'ı': return U"i";
    case U'ȷ': return U"j";
    case U'ŋ': return U"n";
    case U'ĸ': return U"k";
    case U'ƒ': return U"f";
    case U'ɓ':
    case U'ƀ': return U"b";
    case U'ɗ': return U"d";
    case U'ƙ': return U"k";
    case U'ə': return U"e";
    case U'ß': return U"ss";
    case U'æ': return U"ae";
    case U'œ': return U"oe";
    case U'þ': return U"th";
    case U'ς': return U"σ";
    default: return {};
  }
}

std::string mapped(const std::string& text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &out, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (size < 0) return text;  // only memory can fail here, the input is UTF-8
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

/// Written without spaces between words.
bool is_unspaced(char32_t point) {
  return between(point, 0x0E00, 0x0EFF) || between(point, 0x1000, 0x109F) || between(point, 0x1780, 0x17FF) ||
         between(point, 0x3005, 0x3007) || between(point, 0x3021, 0x3029) || between(point, 0x3041, 0x30FF) ||
         between(point, 0x3105, 0x312F) || between(point, 0x31F0, 0x31FF) || between(point, 0x3400, 0x4DBF) ||
         between(point, 0x4E00, 0x9FFF) || between(point, 0xF900, 0xFAFF) || between(point, 0x1B000, 0x1B16F) ||
         between(point, 0x20000, 0x3FFFF);
}

enum class WordPart { none, letter, mark, unspaced };

WordPart part_of(char32_t point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return WordPart::mark;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return is_unspaced(point) ? WordPart::unspaced : WordPart::letter;
    default: return WordPart::none;
  }
}

/// "c++" and "c#": signs directly behind a letter, with no letter after them.
std::size_t signs_at(std::u32string_view points, std::size_t at) {
  std::size_t count = 0;
  while (at + count < points.size() && count < 2 && (points[at + count] == '+' || points[at + count] == '#')) ++count;
  const bool word_goes_on = at + count < points.size() && part_of(points[at + count]) != WordPart::none;
  return word_goes_on ? 0 : count;
}

}  // namespace

std::string fold(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
  if (ascii) return ascii_lower(text);
  const std::string sound = is_utf8(text) ? std::string(text) : from_code_points(to_code_points(text));
  const std::string apart =
      mapped(sound, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::u32string plain;
  for (const char32_t point : to_code_points(apart)) {
    if (is_accent(point)) continue;
    const std::u32string_view letters = plain_letters(point);
    if (letters.empty()) {
      plain.push_back(point);
    } else {
      plain.append(letters);
    }
  }
  return mapped(from_code_points(plain), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::vector<std::string> words(std::string_view text) {
  const std::u32string points = to_code_points(fold(text));
  std::vector<std::string> found;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) found.push_back(std::move(word));
    word.clear();
  };
  bool last_unspaced = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const WordPart part = part_of(points[i]);
    if (part == WordPart::unspaced || (part == WordPart::letter && last_unspaced)) end_word();
    if (part == WordPart::none) {
      const std::size_t signs = word.empty() || last_unspaced ? 0 : signs_at(points, i);
      for (std::size_t k = 0; k < signs; ++k) append(word, points[i + k]);
      i += signs > 0 ? signs - 1 : 0;
      end_word();
    } else if (part != WordPart::mark || !word.empty()) {
      append(word, points[i]);
    }
    if (part != WordPart::mark) last_unspaced = part == WordPart::unspaced;
  }
  end_word();
  return found;
}

}  // namespace posterhall::text
