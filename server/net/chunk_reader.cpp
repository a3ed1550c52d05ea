#include "net/chunk_reader.hpp"

#include <algorithm>

#include "net/http_guard.hpp"

namespace posterhall::net {
namespace {

constexpr std::uint8_t kMaxDigits = 16;
constexpr unsigned kBad = 400, kTooLarge = 413;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

ChunkReader::Progress ChunkReader::put(std::string_view bytes) {
  std::size_t used = 0;
  while (used < bytes.size() && at_ != At::done) {
    if (at_ == At::data) {
      const auto some = std::min(left_, bytes.size() - used);
      body_.append(bytes.substr(used, some));
      used += some;
      left_ -= some;
      if (left_ == 0) at_ = At::data_return;
    } else if (const unsigned refused = step(bytes[used++])) {
      return {used, false, refused};
    }
  }
  return {used, at_ == At::done, 0};
}

unsigned ChunkReader::step(char c) {
  switch (at_) {
    case At::size: return size_byte(c);
    case At::extension: return extension_byte(c);
    case At::size_end:
      if (c != '\n') return kBad;
      extra_ = 0;
      at_ = left_ == 0 ? At::trailer : At::data;
      return 0;
    case At::data_return: at_ = At::data_end; return c == '\r' ? 0 : kBad;
    case At::data_end:
      at_ = At::size;
      digits_ = 0;
      return c == '\n' ? 0 : kBad;
    case At::trailer: return trailer_byte(c);
    case At::data:
    case At::done: break;  // put() does not ask
  }
  return kBad;
}

unsigned ChunkReader::size_byte(char c) {
  if (const int digit = hex_value(c); digit >= 0) {
    if (++digits_ > kMaxDigits) return kBad;
    // More than may be is enough to know.
    left_ = std::min(left_ * 16 + static_cast<std::size_t>(digit), max_body_ + 1);
    return 0;
  }
  if (digits_ == 0 || (c != '\r' && c != ';')) return kBad;
  if (body_.size() + left_ > max_body_) return kTooLarge;
  at_ = c == ';' ? At::extension : At::size_end;
  return 0;
}

unsigned ChunkReader::extension_byte(char c) {
  if (c == '\r') {
    at_ = At::size_end;
    return 0;
  }
  return ++extra_ > kMaxExtra || is_control(c) ? kBad : 0;
}

unsigned ChunkReader::trailer_byte(char c) {
  if (++extra_ > kMaxExtra) return kBad;
  if (c != '\n') {
    if ((is_control(c) && c != '\r') || line_.ends_with('\r')) return kBad;
    line_.push_back(c);
    return 0;
  }
  if (!line_.ends_with('\r')) return kBad;
  line_.pop_back();
  if (line_.empty()) {
    at_ = At::done;
  } else if (!is_trailer(line_)) {
    return kBad;
  }
  line_.clear();
  return 0;
}

}  // namespace posterhall::net
