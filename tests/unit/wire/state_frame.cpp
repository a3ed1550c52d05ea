#include "wire/state_frame.hpp"

#include <gtest/gtest.h>

#include <random>

#include "posterhall/v1/server.pb.h"
#include "wire/frame_header.hpp"

namespace posterhall::wire {
namespace {

/// The same block by libprotobuf, framed.
std::string by_libprotobuf(const hall::StateBlock& block) {
  v1::ServerMessage message;
  auto& state = *message.mutable_state();
  state.set_step(block.step);
  state.set_centre_cell(block.centre_cell);
  state.set_snapshot(block.snapshot);
  for (const auto word : block.records) state.add_records(word);
  for (const auto word : block.gone) state.add_gone(word);
  const std::string payload = message.SerializeAsString();
  std::string out;
  append_frame_header(out, Opcode::binary, payload.size());
  return out + payload;
}

std::string written(const hall::StateBlock& block) {
  std::string bytes = "what was there";
  write_state_frame(block, bytes);
  return bytes;
}

TEST(StateFrame, is_what_libprotobuf_writes_for_every_size) {
  std::mt19937 random(7);
  for (const std::size_t records : {0U, 2U, 4U, 14U, 30U, 32U, 126U, 4000U, 20'000U}) {
    for (const std::size_t gone : {0U, 1U, 31U, 33U}) {
      std::vector<std::uint32_t> words(records);
      for (auto& word : words) word = static_cast<std::uint32_t>(random());
      std::vector<std::uint32_t> left(gone);
      for (auto& id : left) id = static_cast<std::uint32_t>(random()) & 0xffffff;
      const hall::StateBlock block{static_cast<std::uint32_t>(random()), static_cast<std::uint32_t>(random()),
                                   gone % 2 == 1, words, left};
      EXPECT_EQ(written(block), by_libprotobuf(block)) << records << " words, " << gone << " gone";
    }
  }
}

TEST(StateFrame, leaves_defaults_out_as_proto3_does) {
  const hall::StateBlock empty;
  EXPECT_EQ(written(empty), by_libprotobuf(empty));
  const hall::StateBlock edge{127, 128, true, {}, {}};
  EXPECT_EQ(written(edge), by_libprotobuf(edge));
  const hall::StateBlock most{0xffffffff, 0xffffffff, false, {}, {}};
  EXPECT_EQ(written(most), by_libprotobuf(most));
}

/// The same conversation by libprotobuf, framed.
std::string by_libprotobuf(const hall::notice::ConversationState& state) {
  v1::ServerMessage message;
  auto& conversation = *message.mutable_conversation();
  conversation.set_conversation(state.conversation);
  conversation.set_centre(state.centre);
  for (const auto& member : state.members) {
    auto& to = *conversation.add_members();
    to.set_visitor(member.visitor.value);
    to.set_person(member.person.value);
    to.set_presents(member.presents);
    to.set_away(member.away);
    to.set_list_mode(member.list_mode);
  }
  const std::string payload = message.SerializeAsString();
  std::string out;
  append_frame_header(out, Opcode::binary, payload.size());
  return out + payload;
}

std::string written(const hall::notice::ConversationState& state) {
  std::string bytes = "what was there";
  write_conversation_frame(state, bytes);
  return bytes;
}

TEST(ConversationFrame, is_what_libprotobuf_writes_for_every_size) {
  std::mt19937 random(7);
  const auto any = [&random] { return static_cast<std::uint32_t>(random()) >> (random() % 32); };
  for (const std::size_t members : {0U, 1U, 5U, 6U, 7U, 8U, 9U, 60U, 130U, 5000U}) {
    hall::notice::ConversationState state;
    state.conversation = any();
    state.centre = members % 2 == 0 ? any() : 0;
    for (std::size_t i = 0; i < members; ++i) {
      state.members.push_back(
          {VisitorId{any()}, PersonId{any()}, random() % 2 == 0, random() % 2 == 0, random() % 2 == 0});
    }
    EXPECT_EQ(written(state), by_libprotobuf(state)) << members << " members";
  }
}

TEST(ConversationFrame, holds_the_largest_and_the_smallest_of_everything) {
  EXPECT_EQ(written(hall::notice::ConversationState{}), by_libprotobuf(hall::notice::ConversationState{}));
  const hall::notice::Member largest{VisitorId{0xffffffff}, PersonId{0xffffffff}, true, true, true};
  for (std::size_t members = 1; members < 12; ++members) {
    const hall::notice::ConversationState all{0xffffffff, std::vector(members, largest), 0xffffffff};
    EXPECT_EQ(written(all), by_libprotobuf(all));
    const hall::notice::ConversationState none{0, std::vector(members, hall::notice::Member{}), 0};
    EXPECT_EQ(written(none), by_libprotobuf(none));
  }
}

TEST(FrameHeader, has_the_shortest_form_of_each_size) {
  const auto header = [](std::size_t size) {
    std::string out;
    append_frame_header(out, Opcode::binary, size);
    return out;
  };
  EXPECT_EQ(header(0), std::string("\x82\x00", 2));
  EXPECT_EQ(header(125), std::string("\x82\x7d", 2));
  EXPECT_EQ(header(126), std::string("\x82\x7e\x00\x7e", 4));
  EXPECT_EQ(header(65535), std::string("\x82\x7e\xff\xff", 4));
  EXPECT_EQ(header(65536), std::string("\x82\x7f\0\0\0\0\0\x01\0\0", 10));
}

}  // namespace
}  // namespace posterhall::wire
