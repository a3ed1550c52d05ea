// `posterhall invite`: personal links. A link is shown once, when it is made: the store keeps its hash only.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace posterhall::tools {

struct InviteOptions {
  std::string data;
  // one person
  std::optional<std::string> name, email, short_name, affiliation, role;
  std::vector<std::string> posters;
  // or one of these
  std::string from;
  std::string renew;
  std::string revoke;
  bool missing = false;
  bool list = false;
  std::uint32_t bots = 0;

  std::string public_url;
  std::uint32_t port = 8080;  ///< of localhost links
  std::uint32_t days = 400;   ///< a link works so long
  bool json = false;
  std::string database{};  ///< beside the directory: data_folder.hpp
};

/// 0 done, 1 faults (nobody was invited), 2 wrong use.
[[nodiscard]] int run_invite(const InviteOptions& options, std::ostream& out, std::ostream& err);

}  // namespace posterhall::tools
