// The history of a run and its judge: what was acked, what each sampled client was shown, what the store holds.
// Pure and offline: it can be run again over the same history, and broken on purpose to show that it can fail.
// Runs on: any thread (values). Owns: the history.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace posterhall::load {

/// One event as somebody saw it: its number in its channel and its client id (16 bytes as text).
struct Seen {
  std::uint32_t number = 0;
  std::string client_id;
};

/// What one member of a channel was shown, in the order of arrival.
struct Member {
  std::uint32_t first = 0;  ///< the first number it had to see (its head when it began to watch, plus one)
  std::vector<Seen> seen;
};

struct ChannelHistory {
  std::vector<Seen> acked;      ///< the sender was told it is stored
  std::vector<Member> members;  ///< sampled clients that watched to the end
  std::vector<Seen> stored;     ///< the store's own list afterwards, if it was read
};

using History = std::map<std::string, ChannelHistory>;

struct Verdict {
  std::uint64_t lost = 0;             ///< acked or numbered, but missing at a member or in the store
  std::uint64_t duplicated = 0;       ///< the same number or client id shown or stored twice
  std::uint64_t reordered = 0;        ///< a number not one above the one before it, though nothing is missing
  std::vector<std::string> findings;  ///< the first 20, in words
  [[nodiscard]] bool good() const { return lost == 0 && duplicated == 0 && reordered == 0; }
};

[[nodiscard]] Verdict check(const History& history);

enum class Break : std::uint8_t { none, drop, twice, swap };
/// Spoils what one member saw, so that check() has something to find. False: nobody saw enough events to spoil.
bool spoil(History& history, Break how);

}  // namespace posterhall::load
