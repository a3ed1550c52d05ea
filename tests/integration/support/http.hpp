// HTTP as bytes: what is sent is written by hand, what comes back is read until its end.
// Runs on: the test's thread. Owns: its socket.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace posterhall::integration {

class RawSocket {
 public:
  /// `receive_buffer` bytes in the kernel; 0 = as the system likes.
  explicit RawSocket(std::uint16_t port, int receive_buffer = 0);
  ~RawSocket();
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;
  RawSocket(RawSocket&& other) noexcept;
  RawSocket& operator=(RawSocket&&) = delete;

  /// False when the other side is gone.
  bool send(std::string_view bytes) const;
  /// Waits for more and appends it; false at the end (or a reset). Throws when nothing comes for too long.
  bool receive(std::string& into) const;
  /// Is there something to read within so many milliseconds?
  [[nodiscard]] bool readable(int milliseconds) const;
  void close();

 private:
  int fd_ = -1;
};

struct Answer {
  int status = 0;                              ///< 0: the connection ended without an answer
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  [[nodiscard]] std::string header(const std::string& name) const;
};

/// Reads one answer, leaving what comes behind it in `rest`. `head_only`: the answer to a HEAD.
Answer read_answer(RawSocket& socket, std::string& rest, bool head_only = false);
/// One request on a connection of its own.
Answer fetch(std::uint16_t port, const std::string& request);
Answer get(std::uint16_t port, const std::string& path, const std::string& headers = "");
Answer post(std::uint16_t port, const std::string& path, const std::string& json, const std::string& headers);
/// The text of "key":"…" in a small JSON answer.
[[nodiscard]] std::string json_text(const std::string& json, const std::string& key);

}  // namespace posterhall::integration
