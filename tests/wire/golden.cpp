// Writes or checks tests/wire/golden/{server,client}.json: [{"name", "frame" or "message" in hex, "json"}].
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "golden_frames.hpp"
#include "posterhall/v1/client.pb.h"
#include "posterhall/v1/server.pb.h"
#include "wire/decode.hpp"
#include "wire/encode.hpp"

namespace posterhall::golden {
namespace {

std::string hex(const std::string& bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    out.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    out.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  return out;
}

std::string to_json(const google::protobuf::Message& message) {
  std::string out;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &out).ok());
  return out;
}

/// A server frame without its WebSocket header.
std::string payload_of(const std::string& frame) {
  const auto size = static_cast<unsigned char>(frame[1]);
  return frame.substr(size < 126 ? 2 : size == 126 ? 4 : 10);
}

std::string line(const std::string& name, const std::string& kind, const std::string& bytes, const std::string& json) {
  return "  {\"name\": \"" + name + "\", \"" + kind + "\": \"" + hex(bytes) + "\", \"json\": " + json + "}";
}

/// Compares with the committed file, or writes it when asked to.
void expect_committed(const std::string& file, const std::vector<std::string>& lines) {
  std::string whole = "[\n";
  for (std::size_t i = 0; i < lines.size(); ++i) whole += lines[i] + (i + 1 < lines.size() ? ",\n" : "\n");
  whole += "]\n";
  const std::string path = std::string{POSTERHALL_SOURCE_DIR} + "/tests/wire/golden/" + file;
  if (std::getenv("POSTERHALL_WRITE_GOLDEN") != nullptr) std::ofstream(path) << whole;
  std::ifstream in(path);
  const std::string committed{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(committed, whole)
      << "what goes over the wire has changed; if that is meant, and old clients can still read "
         "it, write the files again with POSTERHALL_WRITE_GOLDEN=1";
}

TEST(Golden, server_frames) {
  wire::FrameEncoder encoder;
  std::vector<std::string> lines;
  const auto add = [&lines](const std::string& name, const std::string& frame) {
    v1::ServerMessage message;
    ASSERT_TRUE(message.ParseFromString(payload_of(frame))) << name;
    lines.push_back(line(name, "frame", frame, to_json(message)));
  };
  std::set<std::size_t> kinds;
  for (const auto& one : server_notices()) {
    kinds.insert(one.notice.index());
    add(one.name, *encoder.notice(one.notice));
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<hall::Notice>) << "a notice has no golden frame";
  // Visitor 0x123456, sequence 0xab, at pixel (16383, 1), facing right, away and in list mode.
  const std::vector<std::uint32_t> records = {0x123456ab, (16383U << 18) | (1U << 4) | (3U << 2) | 3U, 0x00000100, 0};
  const std::vector<std::uint32_t> gone = {1, 0xffffff};
  add("state", *encoder.state({123'456, 3 * 65'536 + 2, false, records, gone}));
  add("state_snapshot_empty", *encoder.state({0, 0, true, {}, {}}));
  add("state_only_gone", *encoder.state({1, 0, false, {}, gone}));
  expect_committed("server.json", lines);
}

TEST(Golden, client_messages_are_commands) {
  std::vector<std::string> lines;
  std::set<std::size_t> kinds;
  for (const auto& one : client_messages()) {
    v1::ClientMessage message;
    ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(one.json, &message).ok()) << one.name;
    const std::string bytes = message.SerializeAsString();
    const auto outcome =
        wire::decode_client_message({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    const auto* decoded = std::get_if<wire::Decoded>(&outcome);
    ASSERT_NE(decoded, nullptr) << one.name << " is refused";
    EXPECT_EQ(decoded->seq, message.seq()) << one.name;
    kinds.insert(decoded->command.index());
    lines.push_back(line(one.name, "message", bytes, to_json(message)));
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<hall::Command>) << "a command has no golden message";
  expect_committed("client.json", lines);
}

}  // namespace
}  // namespace posterhall::golden
