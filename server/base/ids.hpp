// Strong ids: numbers that cannot be mistaken for one another.
// Runs on: any thread (values). Owns: nothing.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace posterhall {

template <class Tag, class Rep>
struct StrongId {
  Rep value{};
  constexpr StrongId() = default;
  constexpr explicit StrongId(Rep v) : value(v) {}
  constexpr explicit operator bool() const { return value != Rep{}; }
  friend constexpr auto operator<=>(StrongId, StrongId) = default;
};

/// A person invited to the event; given by the store, from 1. 0 is nobody (the system itself).
using PersonId = StrongId<struct PersonTag, std::uint32_t>;
/// A poster; given by the store at import and kept for the event, from 1. Not the file's id, not the booth's number.
using PosterKey = StrongId<struct PosterTag, std::uint32_t>;
/// A booth by its number in the hall: aisle * 100 + place (411 is aisle 4, place 11). 0 is none.
using BoothNumber = StrongId<struct BoothTag, std::uint32_t>;
/// A breakout room, from 1 in the order of event.toml.
using RoomId = StrongId<struct RoomTag, std::uint32_t>;
/// A visitor in the hall (an avatar): 24 bits = shard number (10, leased) | counter (14). 0 is none.
using VisitorId = StrongId<struct VisitorTag, std::uint32_t>;
/// One connection of one tab, unique in its process. 0 is none.
using ConnectionId = StrongId<struct ConnectionTag, std::uint64_t>;
/// Who controls an avatar: raised in the store at each claim; the lower loses.
using Epoch = StrongId<struct EpochTag, std::uint32_t>;

}  // namespace posterhall

template <class Tag, class Rep>
struct std::hash<posterhall::StrongId<Tag, Rep>> {
  std::size_t operator()(posterhall::StrongId<Tag, Rep> id) const noexcept { return std::hash<Rep>{}(id.value); }
};
