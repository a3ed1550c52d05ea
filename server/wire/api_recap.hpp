// The recap of a breakout as JSON (proto/posterhall/v1/api_recap.proto).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/deck.hpp"
#include "domain/recap.hpp"

namespace posterhall::wire {

struct RecapTalk {
  std::vector<domain::Event> lines;  ///< oldest first
  bool more = false;
};

/// `name_of`: of a person; empty for one who is not known any more.
[[nodiscard]] std::string recap_json(const std::string& session, const domain::Recap& recap, const RecapTalk& talk,
                                     const std::function<std::string(PersonId)>& name_of,
                                     const std::vector<domain::Deck>& decks);

}  // namespace posterhall::wire
