// Any bytes to the reader of WebSocket frames, with text and without, at once and in pieces: the same messages either
// way, none over the limit, no text that is not UTF-8, and no more kept than was given.
#include <string>
#include <vector>

#include "fuzz/fuzz_input.hpp"
#include "net/ws_reader.hpp"
#include "text/text.hpp"

using namespace posterhall;
using namespace posterhall::net;
using posterhall::tests::must;

namespace {

constexpr std::size_t kMaxMessage = 4 * 1024;

class Keeper final : public WsReader::Sink {
 public:
  bool on_message(std::span<const std::uint8_t> message) override {
    must(message.size() <= kMaxMessage, "no message is over the limit");
    return keep('m', std::string(message.begin(), message.end()));
  }
  bool on_text(std::string_view message) override {
    must(message.size() <= kMaxMessage, "no text is over the limit");
    must(text::is_utf8(message), "text is UTF-8");
    return keep('t', std::string(message));
  }
  bool on_ping(std::string_view payload) override {
    must(payload.size() <= 125, "a ping is short");
    return keep('i', std::string(payload));
  }
  bool on_pong() override { return keep('o', {}); }
  bool on_close(std::uint16_t code) override {
    must(code == 0 || code >= 1000, "a close code that may be sent");
    keep('c', std::to_string(code));
    closed = true;
    return false;
  }

  std::vector<std::string> heard;
  bool closed = false;

 private:
  bool keep(char kind, std::string what) {
    must(!closed, "nothing is read after a close");
    heard.push_back(kind + std::move(what));
    return true;
  }
};

struct Outcome {
  std::vector<std::string> heard;
  std::optional<WsClose> code;
};

Outcome read_in(std::size_t step, WsReader::Text text, const std::uint8_t* data, std::size_t size) {
  WsReader reader(kMaxMessage, text);
  Keeper keeper;
  Outcome outcome;
  for (std::size_t at = 0; at < size && !outcome.code; at += step) {
    std::vector<std::uint8_t> piece(data + at, data + std::min(size, at + step));  // its own block: ASan sees the ends
    outcome.code = reader.feed(piece, keeper);
    must(reader.kept() <= size, "no more is kept than was given");
  }
  outcome.heard = std::move(keeper.heard);
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t step = data[0] % 32U + 1U;
  const auto text = (data[0] & 0x80U) != 0 ? WsReader::Text::taken : WsReader::Text::refused;
  const auto whole = read_in(size, text, data + 1, size - 1);
  const auto pieces = read_in(step, text, data + 1, size - 1);
  must(whole.heard == pieces.heard, "pieces make no difference");
  must(whole.code == pieces.code, "pieces end alike");
  return 0;
}
