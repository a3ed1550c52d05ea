// UTF-8 and code points.
#include "text/utf8.hpp"

#include <utf8proc.h>

#include "text/text.hpp"

namespace posterhall::text {
namespace {

// See crypto.cpp: categories are never deleted.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
class Category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "text"; }
  std::string message(int value) const override {
    switch (static_cast<Error>(value)) {
      case Error::invalid_utf8: return "not UTF-8";
      case Error::too_long: return "too long";
    }
    return "unknown";
  }
};
#pragma GCC diagnostic pop

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

bool is_white(char32_t point) {
  return (point >= 9 && point <= 13) || point == 0x85 || point == 0x2028 || point == 0x2029 ||
         utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_ZS;
}

}  // namespace

ErrorCode make_error_code(Error error) {
  static const Category category;
  return {static_cast<int>(error), category};
}

// The well-formed sequences of the Unicode Standard, table 3-7.
std::size_t decode(std::string_view bytes, std::size_t at, char32_t& point) {
  const std::uint8_t first = byte_at(bytes, at);
  if (first < 0x80) {
    point = first;
    return 1;
  }
  std::size_t size = 0;
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    size = 2;
    point = first & 0x1FU;
  } else if (first >= 0xE0 && first <= 0xEF) {
    size = 3;
    point = first & 0x0FU;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    size = 4;
    point = first & 0x07U;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (bytes.size() - at < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    const std::uint8_t next = byte_at(bytes, at + i);
    if (next < low || next > high) return 0;
    low = 0x80;
    high = 0xBF;
    point = point << 6U | (next & 0x3FU);
  }
  return size;
}

void append(std::string& out, char32_t point) {
  utf8proc_uint8_t buffer[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), buffer);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
}

std::optional<std::size_t> first_utf8_fault(std::string_view bytes) {
  char32_t point = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = decode(bytes, at, point);
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = 0;
    const std::size_t size = decode(text, at, point);
    points.push_back(size == 0 ? U'\uFFFD' : point);
    at += size == 0 ? 1 : size;
  }
  return points;
}

std::string from_code_points(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t point : text) {
    const bool sound = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    append(out, sound ? point : U'\uFFFD');
  }
  return out;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool started = false;
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = 0;
    const std::size_t size = decode(text, at, point);
    const std::size_t next = at + std::max<std::size_t>(size, 1);
    if (size == 0 || !is_white(point)) {
      if (!started) begin = at;
      started = true;
      end = next;
    }
    at = next;
  }
  return started ? text.substr(begin, end - begin) : std::string_view{};
}

std::string shorten(std::string_view text, std::size_t max_code_points) {
  std::size_t count = 0;
  std::size_t safe = 0;
  utf8proc_int32_t state = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = 0;
    const std::size_t size = std::max<std::size_t>(decode(text, at, point), 1);
    const bool boundary = at == 0 || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                                                      static_cast<utf8proc_int32_t>(point), &state);
    if (boundary) safe = at;
    if (++count > max_code_points) return std::string(text.substr(0, safe));
    before = point;
    at += size;
  }
  return std::string(text);
}

}  // namespace posterhall::text
