// clean_line and clean_text: one pass that drops, joins and collapses, then NFC.
#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace posterhall::text {
namespace {

constexpr int max_rounds = 8;
constexpr char32_t joiner = 0x200D;
constexpr char32_t non_joiner = 0x200C;
constexpr char32_t black_flag = 0x1F3F4;

bool between(char32_t point, char32_t low, char32_t high) { return point >= low && point <= high; }

const utf8proc_property_t& property(char32_t point) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
}

bool is_pictograph(char32_t point) { return property(point).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC; }
bool is_skin_tone(char32_t point) { return between(point, 0x1F3FB, 0x1F3FF); }
bool is_variation_selector(char32_t point) {
  return between(point, 0xFE00, 0xFE0F) || between(point, 0xE0100, 0xE01EF) || between(point, 0x180B, 0x180D);
}
bool is_tag(char32_t point) { return between(point, 0xE0020, 0xE007F); }

/// Scripts in which a joiner or non-joiner changes the letters' shape, so that it belongs to the spelling:
/// Arabic, Syriac, the Indic scripts to Sinhala, Burmese, Khmer, Mongolian, and Arabic's presentation forms.
bool is_joining_script(char32_t point) {
  return between(point, 0x0600, 0x08FF) || between(point, 0x0900, 0x0DFF) || between(point, 0x1000, 0x109F) ||
         between(point, 0x1780, 0x17FF) || between(point, 0x1800, 0x18AF) || between(point, 0xFB50, 0xFDFF) ||
         between(point, 0xFE70, 0xFEFC);
}

/// Letters and symbols that show nothing, with which a name or message could look empty.
bool looks_blank(char32_t point) {
  return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x034F ||
         between(point, 0x17B4, 0x17B5);
}

/// Format characters that are visible signs of their script.
bool is_visible_format(char32_t point) {
  return between(point, 0x0600, 0x0605) || point == 0x06DD || point == 0x070F || between(point, 0x0890, 0x0891) ||
         point == 0x08E2 || point == 0x110BD || point == 0x110CD;
}

bool is_noncharacter(char32_t point) { return between(point, 0xFDD0, 0xFDEF) || (point & 0xFFFEU) == 0xFFFEU; }

bool is_mark(char32_t point) {
  const auto& p = property(point);
  return p.category == UTF8PROC_CATEGORY_MN || p.category == UTF8PROC_CATEGORY_ME || p.combining_class != 0;
}

enum class Kind { drop, space, line_end, mark, other };

Kind kind_of(char32_t point) {
  if (point == '\n' || point == '\r' || point == 0x0B || point == 0x0C || point == 0x85 || point == 0x2028 ||
      point == 0x2029) {
    return Kind::line_end;
  }
  if (point == '\t' || point == 0x2800) return Kind::space;  // the empty braille cell is a blank
  if (looks_blank(point) || is_noncharacter(point)) return Kind::drop;
  if (is_mark(point)) return Kind::mark;
  switch (property(point).category) {
    case UTF8PROC_CATEGORY_ZS: return Kind::space;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS: return Kind::drop;
    case UTF8PROC_CATEGORY_CF: return is_visible_format(point) ? Kind::other : Kind::drop;
    default: return Kind::other;
  }
}

/// Collects what stays.
class Cleaner {
 public:
  explicit Cleaner(bool keep_lines) : keep_lines_(keep_lines) {}

  void run(std::u32string_view points) {
    out_.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      const char32_t next = i + 1 < points.size() ? points[i + 1] : 0;
      if (points[i] == '\r' && next == '\n') continue;
      take(points[i], next);
    }
  }

  [[nodiscard]] const std::u32string& out() const { return out_; }

 private:
  void take(char32_t point, char32_t next) {
    if (point > 0x20 && point < 0x7F) return put_base(point, false);  // most of all text
    if (point == joiner || point == non_joiner) return take_joiner(point, next);
    if (is_variation_selector(point)) return take_selector(point);
    if (is_tag(point)) return take_tag(point);
    switch (kind_of(point)) {
      case Kind::drop: return;
      case Kind::space: gap_ = true; return;
      case Kind::line_end:
        gap_ = true;
        ++line_ends_;
        return;
      case Kind::mark:
        // With nothing to stand on it would sit on whatever the page shows before this text.
        if (gap_ || out_.empty()) return;
        if (marks_ < max_marks) put_mark(point);
        return;
      case Kind::other: break;
    }
    put_base(point, is_pictograph(point));
  }

  void put_base(char32_t point, bool pictograph) {
    close_gap();
    out_.push_back(point);
    marks_ = 0;
    if (!is_skin_tone(point)) pictograph_ = pictograph;
    flag_ = point == black_flag;
  }

  void put_mark(char32_t point) {
    out_.push_back(point);
    ++marks_;
  }

  void take_joiner(char32_t point, char32_t next) {
    if (gap_ || out_.empty() || out_.back() == joiner || out_.back() == non_joiner) return;
    const bool emoji = point == joiner && pictograph_ && is_pictograph(next);
    const bool spelling = is_joining_script(out_.back()) && is_joining_script(next);
    if (emoji || spelling) out_.push_back(point);
  }

  void take_selector(char32_t point) {
    if (gap_ || out_.empty() || is_variation_selector(out_.back()) || marks_ >= max_marks) return;
    put_mark(point);
  }

  // Flags of regions (England, Scotland, Wales) are a black flag followed by letters in tags.
  void take_tag(char32_t point) {
    if (flag_ && !gap_ && marks_ < max_marks) put_mark(point);
  }

  void close_gap() {
    if (gap_ && !out_.empty()) {
      if (keep_lines_ && line_ends_ > 0) {
        out_.append(std::min<std::size_t>(line_ends_, 2), U'\n');
      } else {
        out_.push_back(U' ');
      }
    }
    gap_ = false;
    line_ends_ = 0;
  }

  bool keep_lines_;
  std::u32string out_;
  bool gap_ = false;           ///< white space was seen since the last character kept
  std::size_t line_ends_ = 0;  ///< in that white space
  std::size_t marks_ = 0;      ///< since the last base character
  bool pictograph_ = false;    ///< the last base character is an emoji (its skin tone apart)
  bool flag_ = false;
};

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

std::string nfc(const std::string& text) {
  if (is_plain_ascii(text)) return text;
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return text;  // only memory can fail here, the input is UTF-8
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

std::string clean_once(std::string_view text, bool keep_lines) {
  Cleaner cleaner(keep_lines);
  cleaner.run(to_code_points(text));
  return nfc(from_code_points(cleaner.out()));
}

Result<std::string> clean(std::string_view text, std::size_t max_code_points, bool keep_lines) {
  if (!is_utf8(text)) return Error::invalid_utf8;
  // Some characters come apart in NFC (marks are counted again), and a joiner left without a neighbour goes (the marks
  // around it may swap): again until nothing changes, which is nearly always the second time.
  std::string cleaned = clean_once(text, keep_lines);
  bool settled = cleaned == text;
  for (int round = 0; round < max_rounds && !settled && !is_plain_ascii(cleaned); ++round) {
    std::string again = clean_once(cleaned, keep_lines);
    settled = again == cleaned;
    cleaned = std::move(again);
  }
  if (code_points(cleaned) > max_code_points) return Error::too_long;
  return cleaned;
}

}  // namespace

Result<std::string> clean_line(std::string_view text, std::size_t max_code_points) {
  return clean(text, max_code_points, false);
}

Result<std::string> clean_text(std::string_view text, std::size_t max_code_points) {
  return clean(text, max_code_points, true);
}

}  // namespace posterhall::text
