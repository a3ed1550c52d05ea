// What entries of a channel say now: edits and removals are entries of their own, and may lie far behind the one they
// change. What was removed has no text any more, nor have its edits; what was edited has the newest text, in the entry
// and in each of its edits, so that whoever holds only a part of them shows the right words. A question that is hidden,
// its answers and their edits keep their words and say so.
// Runs on: any thread (values). Owns: nothing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/event.hpp"

namespace posterhall::domain {

/// Is it an entry that changes another one?
[[nodiscard]] constexpr bool changes_words(EventKind kind) {
  return kind == EventKind::edit || kind == EventKind::remove;
}
/// The entry whose words these are: an edit's and a removal's is the one they name.
[[nodiscard]] constexpr std::uint32_t words_of(const Event& event) {
  return changes_words(event.kind) ? event.ref : event.number;
}

/// `changes`: edits, removals, hidings and what shows again, of the same channel, rising numbers; before them, answers
/// that are not among `events` and whose edits are. Others in it are ignored.
void settle_words(std::span<Event> events, std::span<const Event> changes);

}  // namespace posterhall::domain
