// RFC 6455 at the real server's echo, case by case in the order of the Autobahn suite: framing, pings, reserved bits,
// opcodes, fragments, UTF-8, closing, sizes, and the opening handshake.
#include <gtest/gtest.h>

#include "integration/support/echo_server.hpp"
#include "integration/support/frames.hpp"

namespace posterhall::integration {
namespace {

using Frames = std::vector<Frame>;

class WebSocketConformance : public EchoServerTest {};

/// Sends `bytes` and then a good close, however cut: the same frames come back, and the close is answered.
void expect_said(std::uint16_t port, const std::string& bytes, const Frames& expected, const std::string& what = "") {
  for (const std::size_t piece : {std::size_t{0}, std::size_t{1}, std::size_t{997}}) {
    if (piece == 1 && bytes.size() > 3'000) continue;
    WsPeer peer(port, "/echo");
    peer.send(bytes, piece);
    Frames heard;
    while (heard.size() < expected.size()) {
      auto one = peer.next();
      ASSERT_TRUE(one) << what << ", pieces of " << piece << ": ended after " << in_words(heard);
      heard.push_back(std::move(*one));
    }
    EXPECT_TRUE(heard == expected) << what << ", pieces of " << piece << ": " << in_words(heard);
    peer.send(frame(kFinal | kClose, close_payload(1000)));
    EXPECT_TRUE(peer.until_end() == (Frames{{kClose, close_payload(1000)}})) << what << ", pieces of " << piece;
  }
}

/// Sends `bytes`, and nothing more: `before` comes back, then a close frame with that code, then the end.
void expect_refused(std::uint16_t port, const std::string& bytes, unsigned code, Frames before = {},
                    const std::string& what = "") {
  before.push_back({kClose, close_payload(code)});
  for (const std::size_t piece : {std::size_t{0}, std::size_t{1}}) {
    if (piece == 1 && bytes.size() > 3'000) continue;
    WsPeer peer(port, "/");
    peer.send(bytes, piece);
    const auto heard = peer.until_end();
    EXPECT_TRUE(heard == before) << what << ", pieces of " << piece << ": " << in_words(heard);
  }
}

TEST_F(WebSocketConformance, messages_of_every_length_of_length_come_back) {
  for (const std::size_t size : {0, 1, 125, 126, 127, 128, 65'535, 65'536, 65'537}) {
    expect_said(port(), frame(kFinal | kText, std::string(size, '*')), {{kText, std::string(size, '*')}});
    expect_said(port(), frame(kFinal | kBinary, std::string(size, '\xfe')), {{kBinary, std::string(size, '\xfe')}});
  }
}

TEST_F(WebSocketConformance, whatever_the_mask) {
  for (const auto& mask :
       {std::string(4, '\0'), std::string(4, '\xff'), std::string("\x01\x80\x00\x7f", 4), std::string("abcd")}) {
    for (std::size_t size = 0; size < 20; ++size) {
      const std::string text = std::string("0123456789abcdefghij").substr(0, size);
      WsPeer peer(port(), "/echo");
      peer.send(frame(kFinal | kText, text, mask));
      EXPECT_EQ(peer.next(), (Frame{kText, text}));
    }
  }
  expect_refused(port(), std::string("\x81\x01x", 3), 1002, {}, "not masked");
  expect_refused(port(), std::string("\x89\x00", 2), 1002, {}, "a ping that is not masked");
}

TEST_F(WebSocketConformance, pings_are_answered_with_what_they_carry) {
  const std::string most(125, '\xfe');
  for (const std::string& payload : {std::string{}, std::string("Hello"), std::string("\x00\xff\xfe", 3), most}) {
    expect_said(port(), frame(kFinal | kPing, payload), {{kPong, payload}});
  }
  std::string ten;
  Frames pongs;
  for (int i = 0; i < 10; ++i) {
    ten += frame(kFinal | kPing, "payload-" + std::to_string(i));
    pongs.push_back({kPong, "payload-" + std::to_string(i)});
  }
  expect_said(port(), ten, pongs, "ten pings");
  expect_said(port(), frame(kFinal | kPong, "") + frame(kFinal | kPong, "unasked") + frame(kFinal | kPing, "asked"),
              {{kPong, "asked"}}, "pongs nobody asked for");
  expect_refused(port(), frame(kFinal | kPing, std::string(126, 'p')), 1002, {}, "a ping too long");
}

TEST_F(WebSocketConformance, reserved_bits_and_opcodes_end_it_behind_what_was_good) {
  const auto good = frame(kFinal | kText, "Hello");
  for (int bits = 1; bits < 8; ++bits) {
    for (const std::uint8_t opcode : {kText, kBinary, kPing, kPong, kClose}) {
      const auto first = static_cast<std::uint8_t>(kFinal | bits << 4 | opcode);
      expect_refused(port(), good + frame(first, "") + frame(kFinal | kPing, ""), 1002, {{kText, "Hello"}},
                     "bits " + std::to_string(bits));
    }
  }
  for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
    for (const char* payload : {"", "reserved"}) {
      expect_refused(port(),
                     good + frame(static_cast<std::uint8_t>(kFinal | opcode), payload) + frame(kFinal | kPing, ""),
                     1002, {{kText, "Hello"}}, "opcode " + std::to_string(opcode));
    }
  }
}

TEST_F(WebSocketConformance, fragments_become_one_message_with_control_frames_in_between) {
  const auto ping = frame(kFinal | kPing, "p"), pong = frame(kFinal | kPong, "q");
  expect_said(port(), frame(kText, "frag1") + frame(kFinal | kMore, "frag2"), {{kText, "frag1frag2"}});
  expect_said(port(), frame(kBinary, "") + frame(kMore, "") + frame(kFinal | kMore, ""), {{kBinary, ""}});
  expect_said(port(),
              frame(kText, "a") + ping + frame(kMore, "b") + pong + frame(kMore, "") + ping +
                  frame(kFinal | kMore, "c") + frame(kFinal | kText, "d"),
              {{kPong, "p"}, {kPong, "p"}, {kText, "abc"}, {kText, "d"}});
  expect_refused(port(), frame(kPing, "a") + frame(kFinal | kMore, "b"), 1002, {}, "a ping in fragments");
  expect_refused(port(), frame(kPong, "a") + frame(kFinal | kMore, "b"), 1002, {}, "a pong in fragments");
  for (const std::uint8_t first : {std::uint8_t{kFinal | kMore}, kMore}) {
    expect_refused(port(), frame(first, "x") + frame(kFinal | kText, "y"), 1002, {}, "it continues nothing");
    expect_refused(port(), frame(kFinal | kText, "y") + frame(first, "x"), 1002, {{kText, "y"}}, "nothing any more");
  }
  expect_refused(port(), frame(kText, "x") + frame(kFinal | kText, "y"), 1002, {}, "text inside a message");
  expect_refused(port(), frame(kBinary, "x") + frame(kBinary, "y"), 1002, {}, "binary inside a message");
}

const std::vector<std::string>& good_utf8() {
  static const std::vector<std::string> all = {
      "Hello-\xc2\xb5@\xc3\x9f\xc3\xb6\xc3\xa4\xc3\xbc\xc3\xa0\xc3\xa1-UTF-8!!",
      "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5",
      std::string(1, '\0'),
      "\x7f",
      "\xc2\x80",
      "\xdf\xbf",
      "\xe0\xa0\x80",
      "\xed\x9f\xbf",
      "\xee\x80\x80",
      "\xef\xbf\xbe",
      "\xef\xbf\xbf",
      "\xf0\x90\x80\x80",
      "\xf4\x8f\xbf\xbf"};
  return all;
}

const std::vector<std::string>& bad_utf8() {
  static const std::vector<std::string> all = {
      "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80"
      "edited",  // a surrogate
      "\x80",
      "\xbf",
      "\x80\xbf\x80",
      "\xc0\xaf",
      "\xc1\xbf",
      "\xe0\x80\xaf",
      "\xe0\x9f\xbf",
      "\xf0\x80\x80\xaf",
      "\xf0\x8f\xbf\xbf",
      "\xf4\x90\x80\x80",
      "\xf5\x80\x80\x80",
      "\xf8\x88\x80\x80\x80",
      "\xfc\x84\x80\x80\x80\x80",
      "\xfe",
      "\xff",
      "\xfe\xfe\xff\xff",
      "\xed\xaf\xbf",
      "\xed\xb0\x80",
      "\xed\xa0\x80\xed\xb0\x80",
      "\xc2 ",
      "\xe1\xbd ",
      "\xf0\x90\x80 "};
  return all;
}

TEST_F(WebSocketConformance, text_is_utf8_wherever_it_is_cut) {
  for (const auto& text : good_utf8()) {
    std::string pieces = frame(kText, "");
    for (const char c : text) pieces += frame(kMore, std::string(1, c));
    expect_said(port(), frame(kFinal | kText, text) + pieces + frame(kFinal | kMore, ""),
                {{kText, text}, {kText, text}});
    expect_said(port(), frame(kFinal | kBinary, "\xff" + text), {{kBinary, "\xff" + text}}, "binary may be anything");
  }
  for (const auto& text : bad_utf8()) {
    expect_refused(port(), frame(kFinal | kText, text), 1007);
    std::string pieces = frame(kText, "");
    for (const char c : text) pieces += frame(kMore, std::string(1, c));
    expect_refused(port(), pieces, 1007);
  }
  for (const std::string unfinished : {"\xce", "\xe1\xbd", "\xf0\x90\x80"}) {
    expect_refused(port(), frame(kFinal | kText, "x" + unfinished), 1007);
    expect_refused(port(), frame(kText, unfinished) + frame(kFinal | kMore, ""), 1007);
  }
}

/// Only the beginning is sent: what cannot become text any more is refused there, and nobody waits for its end.
TEST_F(WebSocketConformance, what_is_no_text_is_refused_before_its_end_has_come) {
  const std::string bad = "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xf4\x90";
  expect_refused(port(), frame(kText, bad), 1007, {}, "a fragment");
  expect_refused(port(), frame(kText, bad.substr(0, 12)) + frame(kMore, bad.substr(12)), 1007, {}, "two fragments");
  const auto whole = frame(kFinal | kText, bad + std::string(2'000, 'x'));
  expect_refused(port(), whole.substr(0, whole.size() - 1'900), 1007, {}, "in the middle of a frame");
  expect_refused(port(), whole.substr(0, 8 + bad.size()), 1007, {}, "at the very byte");
}

TEST_F(WebSocketConformance, a_close_is_answered_with_its_own_code_and_is_the_end) {
  const auto said = [&](const std::string& bytes) {
    WsPeer peer(port(), "/echo");
    peer.send(bytes);
    return peer.until_end();
  };
  EXPECT_EQ(in_words(said(frame(kFinal | kClose, ""))), in_words({{kClose, ""}}));
  for (const unsigned code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999}) {
    EXPECT_EQ(said(frame(kFinal | kClose, close_payload(code, "Goodbye \xe2\x99\xa5"))),
              (Frames{{kClose, close_payload(code)}}))
        << code;
  }
  EXPECT_EQ(said(frame(kFinal | kClose, close_payload(1000, std::string(123, '*')))),
            (Frames{{kClose, close_payload(1000)}}));
  const auto bye = frame(kFinal | kClose, close_payload(1000));
  for (const auto& late : {bye, frame(kFinal | kPing, "late"), frame(kFinal | kText, "late"), frame(0xF3, "rubbish")}) {
    EXPECT_EQ(said(bye + late), (Frames{{kClose, close_payload(1000)}}));
  }
  EXPECT_EQ(said(frame(kText, "begun") + bye + frame(kFinal | kMore, "late")), (Frames{{kClose, close_payload(1000)}}));
  for (const unsigned code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65'535}) {
    expect_refused(port(), frame(kFinal | kClose, close_payload(code)), 1002, {}, std::to_string(code));
  }
  expect_refused(port(), frame(kFinal | kClose, "\x03"), 1002, {}, "half a code");
  expect_refused(port(), frame(kFinal | kClose, close_payload(1000, std::string(124, '*'))), 1002, {}, "too long");
  expect_refused(port(), frame(kClose, close_payload(1000)), 1002, {}, "in fragments");
  expect_refused(port(), frame(kFinal | kClose, close_payload(1000, "\xce\xba\xed\xa0\x80")), 1007, {}, "no text");
}

TEST_F(WebSocketConformance, sixteen_mebibytes_are_the_most) {
  const std::string most(16 << 20, 'm');
  for (const std::uint8_t opcode : {kText, kBinary}) {
    WsPeer peer(port(), "/");
    peer.send(frame(static_cast<std::uint8_t>(kFinal | opcode), most));
    EXPECT_TRUE(peer.next() == (Frame{opcode, most}));
    std::string fragments = frame(opcode, "");
    for (std::size_t at = 0; at < (1U << 20); at += 256) fragments += frame(kMore, most.substr(at, 256));
    peer.send(fragments + frame(kFinal | kMore, ""));
    EXPECT_TRUE(peer.next() == (Frame{opcode, most.substr(0, 1 << 20)}));
  }
  // By the header alone: not a byte of it is waited for.
  const std::string one_too_many("\x82\xff\0\0\0\0\x01\0\0\x01", 10), the_rest("\x80\xff\0\0\0\0\x01\0\0\0", 10);
  expect_refused(port(), one_too_many, 1009);
  expect_refused(port(), frame(kBinary, std::string(100, 'x')) + the_rest, 1009);
}

TEST_F(WebSocketConformance, a_thousand_messages_keep_their_order) {
  WsPeer peer(port(), "/echo");
  std::string all;
  for (int i = 0; i < 1'000; ++i) all += frame(kFinal | kText, std::to_string(i) + std::string(i % 70, '.'));
  peer.send(all, 8'191);
  for (int i = 0; i < 1'000; ++i) ASSERT_EQ(peer.next(), (Frame{kText, std::to_string(i) + std::string(i % 70, '.')}));
}

TEST_F(WebSocketConformance, lengths_are_written_in_the_shortest_way) {
  expect_refused(port(), std::string("\x82\xfe\x00\x7d", 4), 1002, {}, "125 in two bytes");
  expect_refused(port(), std::string("\x82\xff\0\0\0\0\0\0\xff\xff", 10), 1002, {}, "65535 in eight");
  expect_refused(port(), std::string("\x82\xff\x80\0\0\0\0\0\0\x01", 10), 1002, {}, "the highest bit");
}

TEST_F(WebSocketConformance, handshakes_are_right_or_refused) {
  const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", version = "Sec-WebSocket-Version: 13\r\n";
  const std::string upgrade = "Upgrade: websocket\r\n", connection = "Connection: Upgrade\r\n";
  const auto status = [&](const std::string& line, const std::string& headers) {
    return fetch(port(), line + "\r\nHost: a\r\n" + headers + "\r\n").status;
  };
  const std::string get = "GET /echo HTTP/1.1";
  EXPECT_EQ(status(get, upgrade + connection + version + key), 101);
  EXPECT_EQ(status(get, "uPGRADE: WebSocket\r\nCONNECTION: keep-alive, uPGRADE\r\n" + version + key), 101);
  EXPECT_EQ(status(get, upgrade + "Connection: keep-alive\r\nConnection: Upgrade\r\n" + version + key), 101);
  EXPECT_EQ(status(get, upgrade + version + key), 426) << "no Connection";
  EXPECT_EQ(status("GET /echo HTTP/1.0", upgrade + connection + version + key), 426) << "1.0";
  EXPECT_EQ(status("POST /ws HTTP/1.1", upgrade + connection + version + key), 426) << "POST";
  EXPECT_EQ(status(get, upgrade + connection + key), 426) << "no version";
  EXPECT_EQ(status(get, upgrade + connection + "Sec-WebSocket-Version: 8\r\n" + key), 426) << "an old version";
  EXPECT_EQ(status(get, upgrade + connection + version), 400) << "no key";
  EXPECT_EQ(status(get, upgrade + connection + version + key + key), 400) << "two keys";
  EXPECT_EQ(status(get, upgrade + connection + version + "Sec-WebSocket-Key: c2hvcnQ=\r\n"), 400) << "a short key";
  const auto old = fetch(port(), get + "\r\nHost: a\r\n" + upgrade + connection + key + "\r\n");
  EXPECT_EQ(old.header("sec-websocket-version"), "13");
}

TEST(TestEcho, is_for_this_machine_alone_and_says_so) {
  const DataFolder data;
  const auto flags = [&](std::vector<std::string> more) {
    std::vector<std::string> all = {"serve", "--data", data.path().string(), "--test-echo", "--check-config"};
    all.insert(all.end(), more.begin(), more.end());
    return run_posterhall(all);
  };
  const auto fine = flags({});
  EXPECT_EQ(fine.status, 0);
  EXPECT_NE(fine.output.find("Warning: --test-echo"), std::string::npos) << fine.output;
  for (const std::vector<std::string>& elsewhere :
       {std::vector<std::string>{"--listen", "0.0.0.0:8080", "--insecure-http"},
        std::vector<std::string>{"--public-url", "https://hall.example.org"},
        std::vector<std::string>{"--trusted-proxy", "127.0.0.1"}}) {
    const auto refused = flags(elsewhere);
    EXPECT_EQ(refused.status, 2) << elsewhere.front();
    EXPECT_NE(refused.output.find("--test-echo answers anybody"), std::string::npos) << refused.output;
    EXPECT_EQ(refused.output.find('\n'), refused.output.size() - 1) << "one sentence: " << refused.output;
  }
  Server with(data, {"--test-echo"}), without(data);
  EXPECT_EQ(post(with.port(), "/echo", "x", "").body, "x");
  EXPECT_EQ(post(without.port(), "/echo", "x", "").status, 405);
  EXPECT_THROW(WsPeer(without.port(), "/echo"), std::runtime_error);
  EXPECT_THROW(WsPeer(without.port(), "/"), std::runtime_error);
  with.signal(SIGTERM);
  EXPECT_NE(with.wait().output.find("test_echo.open"), std::string::npos);
}

}  // namespace
}  // namespace posterhall::integration
