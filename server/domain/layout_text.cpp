// The text form of a layout:
//   posterhall-layout 1
//   hall <rules> <columns> <aisles above> <foyer grown 0|1>
//   topic <name>                          in order
//   place <number> <topic> <poster> <former, 0 unless retired> <retired 0|1>    ordered by number, whole aisles
#include <charconv>
#include <string_view>
#include <unordered_set>

#include "domain/hall_geometry.hpp"
#include "domain/layout.hpp"

namespace posterhall::domain {
namespace {

constexpr std::string_view kHeading = "posterhall-layout 1";
constexpr std::uint32_t kKnownRules = 1;

std::string escaped(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c == '\\')
      out += "\\\\";
    else if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    if (text[i] == '\\')
      out += '\\';
    else if (text[i] == 'n')
      out += '\n';
    else
      return std::nullopt;
  }
  return out;
}

/// Takes one line off the front; false at the end or when the last line has no end.
bool take_line(std::string_view& rest, std::string_view& line) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return false;
  line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return true;
}

/// Exactly `count` numbers separated by single blanks.
bool read_numbers(std::string_view text, std::uint32_t* out, std::size_t count) {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && (at == end || *at++ != ' ')) return false;
    const auto [next, error] = std::from_chars(at, end, out[i]);
    if (error != std::errc{}) return false;
    at = next;
  }
  return at == end;
}

bool strip(std::string_view& line, std::string_view word) {
  if (line.substr(0, word.size()) != word) return false;
  line.remove_prefix(word.size());
  return true;
}

bool parse_hall(std::string_view line, Layout& layout) {
  std::uint32_t n[4];
  if (!strip(line, "hall ") || !read_numbers(line, n, 4) || n[3] > 1 || n[0] != kKnownRules) return false;
  if (n[1] == 0 || n[1] > kMaxColumns || n[1] % kBlockColumns != 0 || n[2] > kMaxHallTiles) return false;
  layout.rules = n[0];
  layout.columns = n[1];
  layout.aisles_above = n[2];
  layout.small_foyer_grown = n[3] == 1;
  return true;
}

bool parse_place(std::string_view line, Layout& layout, std::unordered_set<std::uint32_t>& posters) {
  std::uint32_t n[5];
  if (!strip(line, "place ") || !read_numbers(line, n, 5) || n[4] > 1) return false;
  const auto index = static_cast<std::uint32_t>(layout.places.size());
  Place place;
  place.aisle = index / layout.columns + 1;
  place.column = index % layout.columns;
  place.number = BoothNumber{n[0]};
  place.topic = n[1];
  place.poster = PosterKey{n[2]};
  place.former = PosterKey{n[3]};
  place.retired = n[4] == 1;
  if (n[0] != place.aisle * 100 + place.column + 1) return false;
  if (place.topic >= std::max<std::size_t>(layout.topic_names.size(), 1)) return false;
  if (place.retired ? bool{place.poster} : bool{place.former}) return false;
  if (place.poster && !posters.insert(n[2]).second) return false;
  layout.places.push_back(place);
  return true;
}

bool sound(const Layout& layout) {
  if (layout.places.empty() || layout.places.size() % layout.columns != 0) return false;
  const HallGeometry hall = geometry_of(layout);
  return hall.aisles <= hall.max_aisles() && hall.aisles_above >= 1 && hall.aisles_above <= hall.aisles;
}

}  // namespace

std::string to_text(const Layout& layout) {
  const auto number = [](std::uint32_t value) { return std::to_string(value); };
  std::string text{kHeading};
  text += "\nhall " + number(layout.rules) + ' ' + number(layout.columns) + ' ' + number(layout.aisles_above) +
          (layout.small_foyer_grown ? " 1\n" : " 0\n");
  for (const std::string& name : layout.topic_names) text += "topic " + escaped(name) + '\n';
  for (const Place& place : layout.places) {
    text += "place " + number(place.number.value) + ' ' + number(place.topic) + ' ' + number(place.poster.value) + ' ' +
            number(place.former.value) + (place.retired ? " 1\n" : " 0\n");
  }
  return text;
}

std::optional<Layout> parse_layout(const std::string& text) {
  std::string_view rest = text;
  std::string_view line;
  Layout layout;
  if (!take_line(rest, line) || line != kHeading) return std::nullopt;
  if (!take_line(rest, line) || !parse_hall(line, layout)) return std::nullopt;
  std::unordered_set<std::uint32_t> posters;
  while (take_line(rest, line)) {
    if (layout.places.empty() && strip(line, "topic ")) {
      auto name = unescaped(line);
      if (!name || layout.topic_names.size() == kMaxTopics) return std::nullopt;
      layout.topic_names.push_back(std::move(*name));
    } else if (!parse_place(line, layout, posters)) {
      return std::nullopt;
    }
  }
  if (!rest.empty() || !sound(layout)) return std::nullopt;
  return layout;
}

}  // namespace posterhall::domain
