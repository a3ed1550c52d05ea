// People and roles.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.hpp"

namespace posterhall::domain {

/// Rising rights; a person has one invited role. Author follows from being on a poster, whatever the invitation says.
enum class Role : std::uint8_t { attendee = 1, author, host, moderator, organiser };

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
