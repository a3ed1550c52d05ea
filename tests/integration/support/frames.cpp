#include "integration/support/frames.hpp"

#include <stdexcept>

namespace posterhall::integration {
namespace {

std::uint64_t big_endian(const std::string& bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

std::string frame(std::uint8_t first, const std::string& payload, const std::string& mask) {
  std::string out(1, static_cast<char>(first));
  const std::size_t size = payload.size();
  const int bytes = size < 126 ? 0 : size < 65'536 ? 2 : 8;
  out.push_back(static_cast<char>(0x80 | (bytes == 0 ? size : bytes == 2 ? 126 : 127)));
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>(size >> shift));
  out += mask;
  const std::size_t at = out.size();
  out += payload;
  for (std::size_t i = 0; i < size; ++i) out[at + i] = static_cast<char>(out[at + i] ^ mask[i % 4]);
  return out;
}

std::string close_payload(unsigned code, const std::string& reason) {
  return std::string{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)} + reason;
}

std::string in_words(const std::vector<Frame>& frames) {
  std::string out;
  for (const auto& one : frames) {
    out += "[" + std::to_string(one.opcode) + ": ";
    if (one.opcode == kClose && one.payload.size() >= 2) {
      out += std::to_string(big_endian(one.payload, 0, 2));
    } else {
      out += one.payload.size() > 60 ? std::to_string(one.payload.size()) + " bytes" : one.payload;
    }
    out += "] ";
  }
  return out;
}

WsPeer::WsPeer(std::uint16_t port, const std::string& path) : socket_(port) {
  (void)socket_.send("GET " + path +
                     " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  const auto answer = read_answer(socket_, unread_);
  if (answer.status != 101) throw std::runtime_error("the upgrade was answered " + std::to_string(answer.status));
  if (answer.header("sec-websocket-accept") != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") throw std::runtime_error("wrong accept");
}

void WsPeer::send(std::string bytes, std::size_t piece) {
  if (piece == 0) piece = bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    if (!socket_.send(std::string_view{bytes}.substr(at, piece)))
      return;  // what it said before it closed is read later
  }
}

std::optional<Frame> WsPeer::next() {
  const auto have = [this](std::size_t size) {
    while (unread_.size() < size) {
      if (!socket_.receive(unread_)) return false;
    }
    return true;
  };
  if (!have(2)) {
    if (!unread_.empty()) throw std::runtime_error("it ended inside a frame");
    return std::nullopt;
  }
  const auto first = static_cast<unsigned char>(unread_[0]);
  const auto second = static_cast<unsigned char>(unread_[1]);
  if ((first & 0x70) != 0 || (first & 0x80) == 0) throw std::runtime_error("a frame with reserved bits, or not whole");
  if ((second & 0x80) != 0) throw std::runtime_error("the server masks");
  const std::size_t extra = second == 126 ? 2U : second == 127 ? 8U : 0U;
  if (!have(2 + extra)) throw std::runtime_error("it ended inside a frame");
  const auto size = extra == 0 ? second : static_cast<std::size_t>(big_endian(unread_, 2, extra));
  if ((extra == 2 && size < 126) || (extra == 8 && size < 65'536)) throw std::runtime_error("a length too long");
  if ((first & 0x0f) >= 8 && size > 125) throw std::runtime_error("a control frame too long");
  if (!have(2 + extra + size)) throw std::runtime_error("it ended inside a frame");
  Frame out{static_cast<std::uint8_t>(first & 0x0f), unread_.substr(2 + extra, size)};
  unread_.erase(0, 2 + extra + size);
  return out;
}

std::vector<Frame> WsPeer::until_end() {
  std::vector<Frame> all;
  while (auto one = next()) {
    if (one->opcode == kClose && !said_close_) {
      said_close_ = true;
      send(frame(kFinal | kClose, one->payload.substr(0, 2)));
    }
    all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace posterhall::integration
