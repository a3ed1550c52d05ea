// The content lines of an iCalendar file (RFC 5545, 3.1): unfolded, taken apart, each with the line it begins on.
// Runs on: any thread. Owns: its place in the bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "tools/import/fault.hpp"
#include "tools/import/moment.hpp"

namespace posterhall::tools {

/// Longest content line that is read, octets.
inline constexpr std::size_t max_content_line = 1U << 20U;

struct ContentLine {
  std::uint32_t line = 0;
  std::string name;                                             ///< upper case
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names in upper case
  std::string value;                                            ///< as written

  /// The parameter's value, or "".
  [[nodiscard]] std::string_view parameter(std::string_view wanted) const;
};

class ContentLines {
 public:
  ContentLines(std::string_view bytes, Faults& errors) : rest_(bytes), errors_(errors) {}
  /// Nothing at the end. What is no content line is an error, and passed over.
  [[nodiscard]] std::optional<ContentLine> next();
  /// Of the last physical line that was read.
  [[nodiscard]] std::uint32_t line() const { return line_; }

 private:
  [[nodiscard]] std::string_view take_physical();
  [[nodiscard]] std::optional<ContentLine> taken_apart(const std::string& whole, std::uint32_t line);

  std::string_view rest_;
  Faults& errors_;
  std::uint32_t line_ = 0;
};

/// A TEXT value (3.3.11) as people read it.
[[nodiscard]] std::string unescaped_text(std::string_view value);

/// "20210421T080000" with or without "Z", or "20210421" alone.
struct CalendarTime {
  Moment moment;  ///< `at` only with "Z"
  bool day_only = false;
};
[[nodiscard]] std::optional<CalendarTime> calendar_time(std::string_view value);

/// "PT45M", "P1DT2H", "P1W"; forwards and less than a hundred days.
[[nodiscard]] std::optional<UnixMs> calendar_length(std::string_view value);

}  // namespace posterhall::tools
