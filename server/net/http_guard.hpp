// What must be true of a request's head before anybody parses it: the guards against smuggling and waiting that Beast
// 1.81 does not have (docs/reliability.md, fact 2). RFC 9112 and 9110; nothing is repaired, all doubt is refused.
// Runs on: the front thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace posterhall::net {

inline constexpr std::size_t kMaxHead = 8 * 1024;    ///< bytes, request line and headers
inline constexpr std::size_t kMaxTarget = 4 * 1024;  ///< bytes
inline constexpr std::size_t kMaxHeaders = 100;

struct HeadVerdict {
  enum class State : std::uint8_t { need_more, complete, refused };
  State state = State::need_more;
  std::size_t size = 0;      ///< complete: bytes of the head, blank line included
  unsigned status = 0;       ///< refused: what to answer before closing
  std::string_view because;  ///< refused: words for people
  bool has_body = false;     ///< complete: Content-Length over 0, or chunked
  bool expects_continue = false;
};

/// Looks at what has come so far. A fault is found as soon as its line is complete, whatever is still to come.
[[nodiscard]] HeadVerdict inspect_head(std::string_view bytes);

/// A byte that stands in no line: below blank, but for the tab, and DEL.
[[nodiscard]] bool is_control(char c);
/// A header line behind a chunked body, without its end: well-formed, and none that says where a message ends.
[[nodiscard]] bool is_trailer(std::string_view line);

}  // namespace posterhall::net
