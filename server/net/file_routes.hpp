// /files: posters by content hash, the catalogue and the floor plan; immutable, with entity tags and ranges.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

/// Any path under /files/.
[[nodiscard]] Task<HttpAnswer> answer_files(FrontServices& services, const HttpRequest& request, Peer& peer);

/// What a file is, by its first bytes; "application/octet-stream" for anything we do not keep.
[[nodiscard]] std::string_view type_by_content(std::string_view first_bytes);

struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t size = 0;
};
enum class RangeAsked : std::uint8_t { whole, part, impossible };
/// One range of RFC 9110, 14.1.2; several, other units and nonsense mean the whole file.
[[nodiscard]] RangeAsked parse_range(std::string_view header, std::uint64_t file_size, ByteRange& out);

}  // namespace posterhall::net
