// Bodies of the HTTP interface about slides, and the file that lists their pages (proto/posterhall/v1/api_decks.proto).
// As wire/api.hpp: protobuf JSON. Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/deck.hpp"

namespace posterhall::wire {

struct DeckPage {
  std::string picture;  ///< hash
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string text;
};

[[nodiscard]] std::string deck_pages_json(const std::vector<DeckPage>& pages);
/// `by`: the name of who put them up.
[[nodiscard]] std::string session_deck_json(const domain::Deck& deck, const std::string& by);
[[nodiscard]] std::string deck_sessions_json(const std::vector<std::string>& sessions);
/// The session whose slides are taken away; nullopt for anything else.
[[nodiscard]] std::optional<std::string> parse_deck_removal(std::string_view json);

}  // namespace posterhall::wire
