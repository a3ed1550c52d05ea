// People and roles.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.hpp"

namespace posterhall::domain {

/// Rising rights; a person has one invited role. Author follows from being on a poster, whatever the invitation says.
enum class Role : std::uint8_t { attendee = 1, author, host, moderator, organiser };

/// The word of a role in files, commands and the log of order.
inline constexpr std::array<std::pair<std::string_view, Role>, 5> kRoleWords{{
    {"attendee", Role::attendee},
    {"author", Role::author},
    {"host", Role::host},
    {"moderator", Role::moderator},
    {"organiser", Role::organiser},
}};

/// Empty for what is no role (a damaged row).
[[nodiscard]] constexpr std::string_view word_of(Role role) {
  for (const auto& [word, known] : kRoleWords) {
    if (known == role) return word;
  }
  return {};
}

/// 5 bytes: see client-web/src/model/avatar_look.ts for the layout. All zero = not chosen: drawn from the id.
using Look = std::array<std::uint8_t, 5>;

struct Person {
  PersonId id;
  std::string name;            ///< <= 64 code points, cleaned
  std::string short_name;      ///< <= 16 code points or empty
  std::string affiliation;     ///< <= 64 code points
  std::string email;           ///< lower case; never leaves the server
  Role role = Role::attendee;  ///< effective: at least author when on a poster
  std::vector<PosterKey> presents;
  Look look{};
  std::string status;
  bool do_not_locate = false;
  bool entered = false;  ///< has been in the hall at least once
};

}  // namespace posterhall::domain
