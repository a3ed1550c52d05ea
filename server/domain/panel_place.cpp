#include "domain/panel_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace posterhall::domain {
namespace {

struct Written {
  std::array<double, 4> parts{};
  std::size_t count = 0;
};

std::string_view without_blanks_in_front(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

/// Two or four numbers from 0 to 1 with commas between; else nothing.
std::optional<Written> read(std::string_view text) {
  Written written;
  while (true) {
    text = without_blanks_in_front(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || !(value >= 0 && value <= 1) || written.count == written.parts.size()) return {};
    written.parts[written.count++] = value;
    text = without_blanks_in_front(text.substr(static_cast<std::size_t>(end - text.data())));
    if (text.empty()) break;
    if (!text.starts_with(',')) return {};
    text.remove_prefix(1);
  }
  if (written.count != 2 && written.count != 4) return {};
  return written;
}

}  // namespace

void take_place_of_heading(TextPanel& panel) {
  if (panel.w > 0 || panel.h > 0) return;
  const auto at = panel.heading.rfind('@');
  if (at == std::string::npos || at == 0 || panel.heading[at - 1] != ' ') return;
  const auto written = read(std::string_view(panel.heading).substr(at + 1));
  if (!written) return;
  const auto& [x, y, w, h] = written->parts;
  const bool sized = written->count == 4;
  panel.x = x;
  panel.y = y;
  panel.w = std::min(sized ? w : kPlaceWithoutSize, 1 - x);
  panel.h = std::min(sized ? h : kPlaceWithoutSize, 1 - y);
  panel.heading.erase(panel.heading.find_last_not_of(' ', at - 1) + 1);
}

}  // namespace posterhall::domain
