// What the page may load (Content-Security-Policy), and which sessions people without an invitation may watch. Streams
// come from other hosts: of those, exactly the origins of the event's own HLS playlists are let in.
// Runs on: the front thread (pure functions). Owns: nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"

namespace posterhall::net {

enum class Streams : std::uint8_t { all, open_to_everybody };

/// Origins in the header: an event has one or two, and a header must stay a header.
inline constexpr std::size_t kMostStreamOrigins = 32;

/// Does the page play this itself (an HLS playlist, by its path)? Anything else is a link.
[[nodiscard]] bool is_playlist(std::string_view address);

/// Of HLS streams and recordings, each once, ordered. An address whose host is not letters, digits, dots and hyphens
/// has none: in a policy, `*`, `;` and `,` are words.
[[nodiscard]] std::vector<std::string> stream_origins(const domain::Catalogue& catalogue, Streams which);

/// The page's policy; `catalogue` may be null.
[[nodiscard]] std::string page_policy(const domain::Catalogue* catalogue, Streams which);

/// May be watched without an invitation: its stream or recording is said to be open to everybody.
[[nodiscard]] bool is_public_stream(const domain::Session& session);
[[nodiscard]] const domain::Session* find_public_stream(const domain::Catalogue& catalogue, std::string_view id);

}  // namespace posterhall::net
