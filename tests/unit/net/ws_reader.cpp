#include "net/ws_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace posterhall::net {
namespace {

/// Writes down what was read.
class Notes final : public WsReader::Sink {
 public:
  std::vector<std::string> seen;
  std::size_t stop_after = 1'000'000;
  bool on_message(std::span<const std::uint8_t> message) override {
    return note("message:" + std::string(message.begin(), message.end()));
  }
  bool on_text(std::string_view message) override { return note("text:" + std::string{message}); }
  bool on_ping(std::string_view payload) override { return note("ping:" + std::string{payload}); }
  bool on_pong() override { return note("pong"); }
  bool on_close(std::uint16_t code) override { return note("close:" + std::to_string(code)); }

 private:
  bool note(std::string what) {
    seen.push_back(std::move(what));
    return seen.size() < stop_after;
  }
};

/// A masked frame as a browser sends it. `first` = FIN, RSV and opcode.
std::string frame(std::uint8_t first, const std::string& payload, bool masked = true) {
  std::string out(1, static_cast<char>(first));
  const std::uint8_t bit = masked ? 0x80 : 0;
  if (payload.size() < 126) {
    out.push_back(static_cast<char>(bit | payload.size()));
  } else if (payload.size() < 65536) {
    out.push_back(static_cast<char>(bit | 126));
    out.push_back(static_cast<char>(payload.size() >> 8));
    out.push_back(static_cast<char>(payload.size()));
  } else {
    out.push_back(static_cast<char>(bit | 127));
    for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>(payload.size() >> shift));
  }
  if (!masked) return out + payload;
  const std::string mask("\x11\xa2\x33\xc4", 4);
  out += mask;
  for (std::size_t i = 0; i < payload.size(); ++i) out.push_back(static_cast<char>(payload[i] ^ mask[i % 4]));
  return out;
}

constexpr std::uint8_t kFinal = 0x80, kBinary = 2, kText = 1, kMore = 0, kClose = 8, kPing = 9, kPong = 10;

struct Outcome {
  std::vector<std::string> seen;
  std::optional<WsClose> wrong;
};

/// Feeds `bytes` in pieces of `piece` bytes.
Outcome read(std::string bytes, std::size_t piece, std::size_t max = 1024) {
  WsReader reader(max);
  Notes notes;
  Outcome outcome;
  for (std::size_t at = 0; at < bytes.size() && !outcome.wrong; at += piece) {
    auto part = bytes.substr(at, piece);
    outcome.wrong = reader.feed({reinterpret_cast<std::uint8_t*>(part.data()), part.size()}, notes);
  }
  outcome.seen = notes.seen;
  return outcome;
}

void expect_same_however_cut(const std::string& bytes, const std::vector<std::string>& seen,
                             std::optional<WsClose> wrong = {}, std::size_t max = 1024) {
  for (const std::size_t piece : {bytes.size(), std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}}) {
    const auto outcome = read(bytes, piece, max);
    EXPECT_EQ(outcome.seen, seen) << "pieces of " << piece;
    EXPECT_EQ(outcome.wrong, wrong) << "pieces of " << piece;
  }
}

TEST(WsReader, reads_messages_however_they_are_cut) {
  const std::string long_one(300, 'x');
  expect_same_however_cut(
      frame(kFinal | kBinary, "one") + frame(kFinal | kBinary, "") + frame(kFinal | kBinary, long_one),
      {"message:one", "message:", "message:" + long_one});
}

TEST(WsReader, every_single_cut_gives_the_same) {
  const auto bytes =
      frame(kBinary, "ab") + frame(kFinal | kPing, "p") + frame(kFinal | kMore, "cd") + frame(kFinal | kBinary, "next");
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    WsReader reader(1024);
    Notes notes;
    for (auto part : {bytes.substr(0, cut), bytes.substr(cut)}) {
      EXPECT_EQ(reader.feed({reinterpret_cast<std::uint8_t*>(part.data()), part.size()}, notes), std::nullopt);
    }
    EXPECT_EQ(notes.seen, (std::vector<std::string>{"ping:p", "message:abcd", "message:next"})) << "cut at " << cut;
    EXPECT_EQ(reader.kept(), 0U);
  }
}

TEST(WsReader, puts_fragments_together_and_reads_control_frames_in_between) {
  expect_same_however_cut(frame(kBinary, "a") + frame(kMore, "") + frame(kFinal | kPong, "x") + frame(kMore, "b") +
                              frame(kFinal | kMore, "c"),
                          {"pong", "message:abc"});
}

TEST(WsReader, refuses_what_the_protocol_forbids) {
  using enum WsClose;
  expect_same_however_cut(frame(kFinal | kBinary, "x", false), {}, protocol_error);  // not masked
  expect_same_however_cut(frame(0xC0 | kBinary, "x"), {}, protocol_error);           // a reserved bit
  expect_same_however_cut(frame(kFinal | 3, "x"), {}, protocol_error);               // a reserved opcode
  expect_same_however_cut(frame(kFinal | 11, "x"), {}, protocol_error);              // a reserved control
  expect_same_however_cut(frame(kFinal | kMore, "x"), {}, protocol_error);           // continues nothing
  expect_same_however_cut(frame(kBinary, "x") + frame(kFinal | kBinary, "y"), {}, protocol_error);
  expect_same_however_cut(frame(kPing, "x"), {}, protocol_error);                             // a fragmented ping
  expect_same_however_cut(frame(kFinal | kPing, std::string(126, 'p')), {}, protocol_error);  // too long
  expect_same_however_cut(frame(kFinal | kText, "hello"), {}, unsupported_data);
  expect_same_however_cut(std::string("\x82\xfe\x00\x05", 4), {}, protocol_error);  // a length longer than needed
  expect_same_however_cut(std::string("\x82\xff\x80\0\0\0\0\0\0\0", 10), {}, protocol_error);
}

TEST(WsReader, refuses_too_much_by_the_header_alone) {
  expect_same_however_cut(frame(kFinal | kBinary, std::string(65, 'x')).substr(0, 2), {}, WsClose::too_big, 64);
  expect_same_however_cut(frame(kBinary, std::string(40, 'x')) + frame(kMore, std::string(25, 'y')).substr(0, 2), {},
                          WsClose::too_big, 64);
  expect_same_however_cut(frame(kFinal | kBinary, std::string(64, 'x')), {"message:" + std::string(64, 'x')}, {}, 64);
  expect_same_however_cut(std::string("\x82\xff\0\0\0\x10\0\0\0\0", 10), {}, WsClose::too_big, 64);
}

TEST(WsReader, close_frames_are_judged) {
  expect_same_however_cut(frame(kFinal | kClose, ""), {"close:0"});
  expect_same_however_cut(frame(kFinal | kClose, "\x03\xe8"), {"close:1000"});
  expect_same_however_cut(frame(kFinal | kClose, "\x0f\xa7gr\xc3\xbc\xc3\x9f"), {"close:4007"});
  expect_same_however_cut(frame(kFinal | kClose, "\x03"), {}, WsClose::protocol_error);
  for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535}) {
    const std::string payload = {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
    expect_same_however_cut(frame(kFinal | kClose, payload), {}, WsClose::protocol_error);
  }
  expect_same_however_cut(frame(kFinal | kClose, "\x03\xe8\xff"), {}, WsClose::invalid_payload);
  expect_same_however_cut(frame(kFinal | kClose, "\x03\xe8") + frame(kFinal | kBinary, "late"), {"close:1000"});
}

TEST(WsReader, takes_text_where_it_is_told_to_and_stops_at_the_byte_that_makes_it_none) {
  const auto read_text = [](std::string bytes, std::size_t piece) {
    WsReader reader(1024, WsReader::Text::taken);
    Notes notes;
    Outcome outcome;
    for (std::size_t at = 0; at < bytes.size() && !outcome.wrong; at += piece) {
      auto part = bytes.substr(at, piece);
      outcome.wrong = reader.feed({reinterpret_cast<std::uint8_t*>(part.data()), part.size()}, notes);
    }
    outcome.seen = notes.seen;
    return outcome;
  };
  const auto good = frame(kText, "gr\xc3") + frame(kFinal | kPing, "\xff") + frame(kFinal | kMore, "\xbc\xc3\x9f") +
                    frame(kFinal | kBinary, "\xff");
  const auto bad = frame(kFinal | kText, "a\xf4\x90" + std::string(100, 'x'));
  for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{1'000}}) {
    const auto fine = read_text(good, piece);
    EXPECT_EQ(fine.wrong, std::nullopt);
    EXPECT_EQ(fine.seen, (std::vector<std::string>{"ping:\xff", "text:gr\xc3\xbc\xc3\x9f", "message:\xff"}));
    EXPECT_EQ(read_text(bad.substr(0, 9), piece).wrong, WsClose::invalid_payload);
    EXPECT_EQ(read_text(bad.substr(0, 8), piece).wrong, std::nullopt);
    EXPECT_EQ(read_text(frame(kFinal | kText, "\xc3"), piece).wrong, WsClose::invalid_payload);
  }
}

TEST(WsReader, stops_when_its_reader_says_so) {
  WsReader reader(64);
  Notes notes;
  notes.stop_after = 1;
  auto bytes = frame(kFinal | kBinary, "a") + frame(kFinal | kBinary, "b");
  EXPECT_EQ(reader.feed({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}, notes), std::nullopt);
  EXPECT_EQ(notes.seen, std::vector<std::string>{"message:a"});
  EXPECT_EQ(reader.kept(), 0U);
}

TEST(WsReader, a_longer_limit_counts_from_the_next_frame_on) {
  WsReader reader(4);
  Notes notes;
  auto first = frame(kFinal | kBinary, "abcd");
  auto second = frame(kFinal | kBinary, "abcdefgh");
  EXPECT_EQ(reader.feed({reinterpret_cast<std::uint8_t*>(first.data()), first.size()}, notes), std::nullopt);
  reader.set_max_message(8);
  EXPECT_EQ(reader.feed({reinterpret_cast<std::uint8_t*>(second.data()), second.size()}, notes), std::nullopt);
  EXPECT_EQ(notes.seen.size(), 2U);
}

}  // namespace
}  // namespace posterhall::net
