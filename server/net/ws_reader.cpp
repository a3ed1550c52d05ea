#include "net/ws_reader.hpp"

#include <cstring>

#include "text/text.hpp"

namespace posterhall::net {
namespace {

using wire::Opcode;

constexpr std::size_t kMaxControl = 125;

bool is_control(Opcode opcode) { return static_cast<std::uint8_t>(opcode) >= 8; }

std::optional<Opcode> opcode_of(std::uint8_t bits) {
  switch (bits) {
    case 0:
    case 1:
    case 2:
    case 8:
    case 9:
    case 10: return static_cast<Opcode>(bits);
    default:  // reserved
      return std::nullopt;
  }
}

void unmask(std::span<std::uint8_t> payload, const std::uint8_t (&mask)[4]) {
  std::uint8_t doubled[8];
  std::memcpy(doubled, mask, 4);
  std::memcpy(doubled + 4, mask, 4);
  std::uint64_t key = 0;
  std::memcpy(&key, doubled, 8);
  std::size_t at = 0;
  for (; at + 8 <= payload.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, payload.data() + at, 8);
    word ^= key;
    std::memcpy(payload.data() + at, &word, 8);
  }
  for (; at < payload.size(); ++at) payload[at] = static_cast<std::uint8_t>(payload[at] ^ mask[at % 4]);
}

/// Codes an endpoint may put into a close frame.
bool may_be_sent(std::uint16_t code) {
  if (code >= 3000 && code <= 4999) return true;
  return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
}

void drop(std::string& bytes) { std::string{}.swap(bytes); }

}  // namespace

std::optional<WsClose> WsReader::parse_header(std::span<const std::uint8_t> bytes, Header& out, Parse& how) const {
  how = Parse::need_more;
  if (bytes.empty()) return std::nullopt;
  const auto opcode = opcode_of(bytes[0] & 0x0f);
  if ((bytes[0] & 0x70) != 0 || !opcode) return WsClose::protocol_error;  // no extension was agreed on
  out.final = (bytes[0] & 0x80) != 0;
  out.opcode = *opcode;
  if (bytes.size() < 2) return std::nullopt;
  if ((bytes[1] & 0x80) == 0) return WsClose::protocol_error;  // a browser's frames are masked
  const std::uint8_t short_size = bytes[1] & 0x7f;
  if (is_control(out.opcode) && (!out.final || short_size > kMaxControl)) return WsClose::protocol_error;
  const std::size_t extra = short_size == 126 ? 2U : short_size == 127 ? 8U : 0U;
  if (bytes.size() < 2 + extra) return std::nullopt;
  out.payload_size = extra == 0 ? short_size : 0;
  for (std::size_t i = 0; i < extra; ++i) out.payload_size = out.payload_size << 8 | bytes[2 + i];
  const bool longer_than_needed =
      (extra == 2 && out.payload_size < 126) || (extra == 8 && out.payload_size < 65536) || out.payload_size >> 63 != 0;
  if (longer_than_needed) return WsClose::protocol_error;
  if (const auto wrong = check_order(out)) return wrong;
  out.header_size = 2 + extra + 4;
  if (bytes.size() < out.header_size) return std::nullopt;
  std::memcpy(out.mask, bytes.data() + 2 + extra, 4);
  if (bytes.size() - out.header_size >= out.payload_size) how = Parse::complete;
  return std::nullopt;
}

/// What can be said from the header alone: nobody waits for the rest of a frame that will be refused.
std::optional<WsClose> WsReader::check_order(const Header& header) const {
  if (is_control(header.opcode)) return std::nullopt;
  if ((header.opcode == Opcode::continuation) != in_message_) return WsClose::protocol_error;
  if (header.opcode == Opcode::text && text_ == Text::refused) return WsClose::unsupported_data;
  if (header.payload_size > max_message_ || fragments_.size() + header.payload_size > max_message_) {
    return WsClose::too_big;
  }
  return std::nullopt;
}

std::optional<WsClose> WsReader::deliver_close(std::span<const std::uint8_t> payload, Sink& sink) {
  stopped_ = true;
  if (payload.empty()) {
    (void)sink.on_close(0);
    return std::nullopt;
  }
  if (payload.size() == 1) return WsClose::protocol_error;
  const auto code = static_cast<std::uint16_t>(payload[0] << 8 | payload[1]);
  if (!may_be_sent(code)) return WsClose::protocol_error;
  if (!text::is_utf8({reinterpret_cast<const char*>(payload.data()) + 2, payload.size() - 2}))
    return WsClose::invalid_payload;
  (void)sink.on_close(code);
  return std::nullopt;
}

bool WsReader::is_text(const Header& header) const {
  return header.opcode == Opcode::text || (header.opcode == Opcode::continuation && in_text_);
}

bool WsReader::is_utf8_so_far(const Header& header, std::span<const std::uint8_t> payload, bool masked) {
  for (; utf8_checked_ < payload.size(); ++utf8_checked_) {
    const std::uint8_t byte = payload[utf8_checked_];
    if (!utf8_.take(masked ? static_cast<std::uint8_t>(byte ^ header.mask[utf8_checked_ % 4]) : byte)) return false;
  }
  return true;
}

bool WsReader::deliver_message(std::span<const std::uint8_t> message, bool text, Sink& sink) const {
  return text ? sink.on_text({reinterpret_cast<const char*>(message.data()), message.size()})
              : sink.on_message(message);
}

std::optional<WsClose> WsReader::deliver(const Header& header, std::span<std::uint8_t> payload, Sink& sink) {
  unmask(payload, header.mask);
  switch (header.opcode) {
    case Opcode::close: return deliver_close(payload, sink);
    case Opcode::ping:
      stopped_ = !sink.on_ping({reinterpret_cast<const char*>(payload.data()), payload.size()});
      return std::nullopt;
    case Opcode::pong: stopped_ = !sink.on_pong(); return std::nullopt;
    case Opcode::text:
    case Opcode::binary:
    case Opcode::continuation: break;
  }
  const bool text = is_text(header);
  if (text && (!is_utf8_so_far(header, payload, false) || (header.final && !utf8_.whole()))) {
    return WsClose::invalid_payload;
  }
  utf8_checked_ = 0;
  if (header.final && !in_message_) {
    stopped_ = !deliver_message(payload, text, sink);
    return std::nullopt;
  }
  fragments_.append(reinterpret_cast<const char*>(payload.data()), payload.size());
  in_message_ = !header.final;
  in_text_ = text && in_message_;
  if (!header.final) return std::nullopt;
  std::string whole;
  whole.swap(fragments_);
  stopped_ = !deliver_message({reinterpret_cast<const std::uint8_t*>(whole.data()), whole.size()}, text, sink);
  return std::nullopt;
}

std::optional<WsClose> WsReader::read_frames(std::span<std::uint8_t> bytes, Sink& sink, std::size_t& used) {
  used = 0;
  while (!stopped_) {
    Header header;
    Parse how{};
    const auto rest = bytes.subspan(used);
    if (const auto wrong = parse_header(rest, header, how)) return wrong;
    if (how == Parse::need_more) {
      const bool begun = header.header_size != 0 && rest.size() > header.header_size;
      if (!begun || !is_text(header) || is_utf8_so_far(header, rest.subspan(header.header_size), true))
        return std::nullopt;
      return WsClose::invalid_payload;
    }
    const auto payload = rest.subspan(header.header_size, static_cast<std::size_t>(header.payload_size));
    used += header.header_size + payload.size();
    if (const auto wrong = deliver(header, payload, sink)) return wrong;
  }
  return std::nullopt;
}

std::optional<WsClose> WsReader::feed(std::span<std::uint8_t> bytes, Sink& sink) {
  if (stopped_) return std::nullopt;
  std::size_t used = 0;
  std::optional<WsClose> wrong;
  if (cut_off_.empty()) {
    wrong = read_frames(bytes, sink, used);
    if (!wrong && !stopped_) cut_off_.assign(reinterpret_cast<const char*>(bytes.data()) + used, bytes.size() - used);
  } else {
    cut_off_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    wrong = read_frames({reinterpret_cast<std::uint8_t*>(cut_off_.data()), cut_off_.size()}, sink, used);
    cut_off_.erase(0, used);
  }
  if (wrong) stopped_ = true;
  if (stopped_) {
    drop(cut_off_);
    drop(fragments_);
  } else if (cut_off_.empty() && cut_off_.capacity() > 64) {
    drop(cut_off_);
  }
  return wrong;
}

}  // namespace posterhall::net
