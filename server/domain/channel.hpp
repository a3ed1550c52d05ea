// Channels: where stored events are numbered. Text names are the wire's and the store's: "hall", "announce", "room/2"
// (a breakout's state), "talk/2" (its talk), "poster/17" (questions), "dm/3-9" (lower id first), "help/17" (that person
// and the organisers), "catalogue" (imports), "people" (roles, invitations, revocations), "order" (measures and
// reports), "blocks" (who does not want to hear whom), "planned" (announcements to come); these last five are never on
// the wire.
// Runs on: any thread (values). Owns: nothing.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace posterhall::domain {

/// Values are stored: never renumbered.
enum class ChannelKind : std::uint8_t {
  hall,
  announce,
  room,
  talk,
  poster,
  direct,
  catalogue,
  people,
  order,
  blocks,
  help,
  planned
};

struct Channel {
  ChannelKind kind = ChannelKind::hall;
  std::uint32_t a = 0;  ///< room, poster key, who asks for help, or the lower person
  std::uint32_t b = 0;  ///< the higher person
  friend auto operator<=>(const Channel&, const Channel&) = default;

  static Channel hall() { return {ChannelKind::hall, 0, 0}; }
  static Channel announce() { return {ChannelKind::announce, 0, 0}; }
  static Channel room(RoomId r) { return {ChannelKind::room, r.value, 0}; }
  static Channel talk(RoomId r) { return {ChannelKind::talk, r.value, 0}; }
  static Channel poster(PosterKey p) { return {ChannelKind::poster, p.value, 0}; }
  static Channel catalogue() { return {ChannelKind::catalogue, 0, 0}; }
  static Channel people() { return {ChannelKind::people, 0, 0}; }
  static Channel order() { return {ChannelKind::order, 0, 0}; }
  static Channel blocks() { return {ChannelKind::blocks, 0, 0}; }
  static Channel planned() { return {ChannelKind::planned, 0, 0}; }
  static Channel help(PersonId asker) { return {ChannelKind::help, asker.value, 0}; }
  static Channel direct(PersonId x, PersonId y) {
    return x < y ? Channel{ChannelKind::direct, x.value, y.value} : Channel{ChannelKind::direct, y.value, x.value};
  }
};

/// Only the server's own: no browser reads, writes or names it.
[[nodiscard]] constexpr bool is_internal(ChannelKind kind) {
  return (kind >= ChannelKind::catalogue && kind <= ChannelKind::blocks) || kind == ChannelKind::planned;
}

[[nodiscard]] std::string to_text(const Channel& channel);
/// nullopt for anything that is not exactly a channel's name (leading zeros, a >= b in dm, … included).
[[nodiscard]] std::optional<Channel> parse_channel(std::string_view text);

struct ChannelHash {
  std::size_t operator()(const Channel& c) const noexcept {
    const std::uint64_t ab = (std::uint64_t{c.a} << 32) | c.b;
    return std::hash<std::uint64_t>{}(ab * 16 + static_cast<std::uint64_t>(c.kind));
  }
};

}  // namespace posterhall::domain
