// Halls to test with: posters spread over topics in several ways, and what the tests ask of a layout.
// Runs on: the test's thread. Owns: nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "domain/layout.hpp"

namespace posterhall::domain::halls {

enum class Spread { even, skewed, interleaved };

struct HallCase {
  std::uint32_t posters = 0;
  std::uint32_t topics = 1;
  Spread spread = Spread::even;
  friend std::ostream& operator<<(std::ostream& out, const HallCase& c) {
    const char* spread = c.spread == Spread::even ? "even" : c.spread == Spread::skewed ? "skewed" : "interleaved";
    return out << c.posters << " posters, " << c.topics << " topics, " << spread;
  }
};

inline std::vector<HallCase> cases() {
  std::vector<HallCase> all;
  for (const std::uint32_t posters : {1U, 2U, 7U, 13U, 24U, 30U, 71U, 150U, 500U, 1500U})
    for (const std::uint32_t topics : {1U, 3U, 8U})
      for (const Spread spread : {Spread::even, Spread::skewed, Spread::interleaved})
        all.push_back({posters, topics, spread});
  return all;
}

inline std::uint32_t topic_of(const HallCase& c, std::uint32_t index) {
  switch (c.spread) {
    case Spread::even: return index * c.topics / c.posters;
    case Spread::skewed: {  // the first topic has half of the posters, the next a quarter ...
      std::uint32_t topic = 0;
      for (std::uint32_t half = c.posters / 2; index < half && topic + 1 < c.topics; half /= 2) ++topic;
      return topic;
    }
    case Spread::interleaved: return index * 7 % c.topics;
  }
  return 0;
}

inline std::vector<std::string> topic_names(std::uint32_t count) {
  std::vector<std::string> names;
  for (std::uint32_t t = 0; t < count; ++t) names.push_back("Topic " + std::string(1, static_cast<char>('A' + t)));
  return names;
}

inline std::vector<PosterTopic> posters(const HallCase& c) {
  std::vector<PosterTopic> all;
  for (std::uint32_t i = 0; i < c.posters; ++i) all.push_back({PosterKey{i + 1}, topic_of(c, i)});
  return all;
}

inline Layout layout(const HallCase& c) { return make_layout(topic_names(c.topics), posters(c)); }

inline bool touch(const Place& a, const Place& b) {
  const int aisles = static_cast<int>(a.aisle) - static_cast<int>(b.aisle);
  const int columns = static_cast<int>(a.column) - static_cast<int>(b.column);
  return aisles * aisles + columns * columns == 1;
}

/// How many pieces a topic's floor is in; places touch along an aisle, over a cross-aisle, over the foyer.
inline std::size_t patches(const Layout& layout, std::uint32_t topic) {
  std::vector<const Place*> open;
  for (const Place& place : layout.places)
    if (place.topic == topic) open.push_back(&place);
  std::size_t count = 0;
  while (!open.empty()) {
    ++count;
    std::vector<const Place*> todo{open.back()};
    open.pop_back();
    while (!todo.empty()) {
      const Place* at = todo.back();
      todo.pop_back();
      const auto near = std::partition(open.begin(), open.end(), [&](const Place* p) { return !touch(*at, *p); });
      todo.insert(todo.end(), near, open.end());
      open.erase(near, open.end());
    }
  }
  return count;
}

/// Where each poster stands.
inline std::map<PosterKey, BoothNumber> standing(const Layout& layout) {
  std::map<PosterKey, BoothNumber> at;
  for (const Place& place : layout.places)
    if (place.poster) at.emplace(place.poster, place.number);
  return at;
}

}  // namespace posterhall::domain::halls
