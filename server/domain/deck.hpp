// Slides of a breakout's session, once they are converted: a picture and its text a page. Which page all see is a
// stored event of the room (domain/room_stage.hpp). Runs on: any thread (values). Owns: its texts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"

namespace posterhall::domain {

inline constexpr std::uint32_t kMostSlides = 100;    ///< pages of one deck
inline constexpr std::size_t kMostSlideText = 4000;  ///< code points of one page
inline constexpr std::size_t kDecksKept = 5;         ///< of a session: the newest counts, one before may be shown

/// The files of a deck: all hashes are SHA-256 (hex) and name files of the data directory.
struct DeckFiles {
  std::string list;                   ///< pages in order with their texts (proto/posterhall/v1/api_decks.proto)
  std::vector<std::string> pictures;  ///< one a page, in order
};

struct Deck {
  std::uint32_t id = 0;
  std::string session;
  std::string name;  ///< of the file, as it was called
  std::uint32_t pages = 0;
  std::string list;  ///< DeckFiles::list; empty: taken away
  PersonId by;
  UnixMs at = 0;
  friend bool operator==(const Deck&, const Deck&) = default;
};

[[nodiscard]] inline const Deck* find_deck(const std::vector<Deck>& decks, std::uint32_t id) {
  const auto found = std::ranges::find(decks, id, &Deck::id);
  return found == decks.end() ? nullptr : &*found;
}

/// The one that counts: the newest that is still there; null: none.
[[nodiscard]] inline const Deck* deck_of(const std::vector<Deck>& decks, const std::string& session) {
  const Deck* newest = nullptr;
  for (const Deck& deck : decks) {
    if (deck.session == session && !deck.list.empty() && (newest == nullptr || deck.id > newest->id)) newest = &deck;
  }
  return newest;
}

}  // namespace posterhall::domain
