// The swarm's figures as people and programs read them.
// Runs on: the swarm's one thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <string>

#include "crowd.hpp"

namespace posterhall::load {

struct Figures {
  std::uint32_t clients = 0;
  std::uint32_t sampled = 0;
  std::uint32_t unconverged = 0;  ///< people whose last place somebody still sees wrongly 2 s after the end
  double seconds = 0;
};

/// One JSON object on one line (the keys are the README's).
[[nodiscard]] std::string to_json(const Crowd& crowd, const Figures& figures, const Verdict& verdict);
/// The same in words.
[[nodiscard]] std::string to_text(const Crowd& crowd, const Figures& figures, const Verdict& verdict);

}  // namespace posterhall::load
