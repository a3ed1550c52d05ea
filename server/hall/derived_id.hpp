// Ids of events the hall itself makes: random, or derived from what the event is, so that the same proposal of several
// replicas counts once.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <functional>

#include "domain/event.hpp"

namespace posterhall::hall {

[[nodiscard]] inline domain::ClientEventId id_of(std::uint64_t high, std::uint64_t low) {
  domain::ClientEventId id{};
  for (std::size_t i = 0; i < 8; ++i) {
    id[i] = static_cast<std::uint8_t>(high >> (56 - 8 * i));
    id[8 + i] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
  }
  return id;
}

[[nodiscard]] inline domain::ClientEventId random_event_id(const std::function<std::uint64_t()>& random) {
  const std::uint64_t high = random();
  const std::uint64_t low = random();
  return id_of(high, low);
}

/// From the room, the kind, when it is due (or the number it answers) and one thing more that tells it apart.
[[nodiscard]] inline domain::ClientEventId derived_event_id(RoomId room, domain::EventKind kind, std::int64_t due,
                                                            std::uint32_t which) {
  const std::uint64_t high = std::uint64_t{0x7068} << 48 | std::uint64_t{static_cast<std::uint8_t>(kind)} << 40 |
                             std::uint64_t{room.value & 0xffU} << 32 | which;
  return id_of(high, static_cast<std::uint64_t>(due));
}

}  // namespace posterhall::hall
