// A chunked body (RFC 9112, 7.1), read strictly: sizes are hexadecimal digits and nothing else, every line ends in CR
// LF, extensions and trailers are judged and left out. What two programs could read in two ways is refused at its byte.
// Runs on: the front thread. Owns: the body as far as it has come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace posterhall::net {

class ChunkReader {
 public:
  static constexpr std::size_t kMaxExtra = 8 * 1024;  ///< bytes of one extension, or of all trailers

  explicit ChunkReader(std::size_t max_body) : max_body_(max_body) {}

  struct Progress {
    std::size_t used = 0;  ///< all of it, but for what comes behind the body's end
    bool done = false;
    unsigned refused = 0;  ///< status to answer before closing, 0 = fine so far
  };
  [[nodiscard]] Progress put(std::string_view bytes);
  [[nodiscard]] std::string take() { return std::move(body_); }

 private:
  enum class At : std::uint8_t { size, extension, size_end, data, data_return, data_end, trailer, done };

  /// Takes one byte that is not data; a status when it may not stand there.
  [[nodiscard]] unsigned step(char c);
  [[nodiscard]] unsigned size_byte(char c);
  [[nodiscard]] unsigned extension_byte(char c);
  [[nodiscard]] unsigned trailer_byte(char c);

  std::size_t max_body_;
  std::string body_;
  std::string line_;       ///< of the trailers
  std::size_t left_ = 0;   ///< bytes of the chunk
  std::size_t extra_ = 0;  ///< bytes of this extension, or of all trailers
  std::uint8_t digits_ = 0;
  At at_ = At::size;
};

}  // namespace posterhall::net
