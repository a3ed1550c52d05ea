#include "wire/decode_text.hpp"

#include "text/text.hpp"
#include "wire/decode.hpp"

namespace posterhall::wire {

std::optional<std::string> read_line(std::string_view text, std::size_t max_code_points) {
  auto cleaned = text::clean_line(text, max_code_points);
  if (!cleaned) return std::nullopt;
  return std::move(*cleaned);
}

std::variant<std::string, hall::RejectCode> read_message(std::string_view text) {
  auto cleaned = text::clean_text(text, kMaxText);
  if (!cleaned) {
    return cleaned.error() == text::make_error_code(text::Error::too_long) ? hall::RejectCode::text_too_long
                                                                           : hall::RejectCode::malformed;
  }
  if (cleaned->empty()) return hall::RejectCode::text_empty;
  return std::move(*cleaned);
}

std::optional<domain::Channel> read_channel(const std::string& text) {
  const auto channel = domain::parse_channel(text);
  if (!channel || domain::is_internal(channel->kind)) return std::nullopt;
  return channel;
}

}  // namespace posterhall::wire
