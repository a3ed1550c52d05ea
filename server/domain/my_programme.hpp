// What of an event's day is a person's own: sessions they chose, breakouts they host, shifts at posters they present.
// Pure. Runs on: any thread (values). Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/person.hpp"

namespace posterhall::domain {

/// Sessions a person may choose.
inline constexpr std::size_t kMostChosen = 200;

struct PosterShift {
  PosterKey poster;
  TimeSpan span;
  friend bool operator==(const PosterShift&, const PosterShift&) = default;
};

struct PersonalProgramme {
  std::vector<std::string> sessions;  ///< ids, chosen and hosted, in the programme's order
  std::vector<std::string> hosting;   ///< of those, the ones they host
  std::vector<PosterShift> shifts;    ///< in order of time
};

/// `chosen` may name sessions that are gone: they are left out.
[[nodiscard]] PersonalProgramme programme_of(const Catalogue& catalogue, const Person& person,
                                             const std::vector<std::string>& chosen);

}  // namespace posterhall::domain
