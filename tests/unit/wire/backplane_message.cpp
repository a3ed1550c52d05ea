// What processes say to each other is checked like a browser's words: everything out of its range is refused whole.
#include "wire/backplane_message.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "domain/channel.hpp"
#include "posterhall/v1/backplane.pb.h"

namespace posterhall::wire {
namespace {

constexpr std::uint32_t kShard = 5;
constexpr std::uint32_t kVisitor = kShard << 14 | 9;

std::string bytes_of(std::uint64_t process, const std::vector<hall::RelayBatch>& batches) {
  std::vector<std::shared_ptr<const hall::RelayBatch>> shared;
  for (const auto& batch : batches) shared.push_back(std::make_shared<const hall::RelayBatch>(batch));
  std::string bytes = "what was there";
  encode_backplane(process, 1, {}, shared, bytes);
  return bytes;
}

/// Everything there is, once.
v1::BackplaneMessage sound() {
  v1::BackplaneMessage message;
  message.set_version(kBackplaneVersion);
  message.set_process(0x1234);
  message.set_number(7);
  message.add_asks(0x99);
  auto& shard = *message.add_shards();
  shard.set_shard(kShard);
  shard.set_step(3);
  for (const std::uint32_t word : {kVisitor << 8 | 1, 2U, 7U, 3U, 1U << 28 | 312, 0U, 1U}) shard.add_visitors(word);
  shard.add_departed(kShard << 14 | 10);
  shard.add_moves((kShard << 14 | 11) << 8 | 3);
  shard.add_moves(77);
  auto& talk = *shard.add_talk();
  talk.set_visitor(kVisitor);
  talk.set_person(7);
  talk.set_client_id(std::string(16, 'c'));
  talk.set_text("hello");
  auto& signal = *shard.add_signals();
  signal.set_kind(1);
  signal.set_visitor(kVisitor);
  signal.set_person(7);
  signal.set_channel("room/1");
  auto& event = *shard.add_events();
  event.set_channel("poster/2");
  event.set_number(1);
  event.set_client_id(std::string(16, 'c'));
  event.set_kind(1);
  event.set_text("stored");
  auto& room = *shard.add_rooms();
  room.set_room(1);
  return message;
}

TEST(BackplaneMessage, what_is_sound_is_read) {
  const auto message = decode_backplane(sound().SerializeAsString());
  ASSERT_TRUE(message);
  EXPECT_EQ(message->process, 0x1234U);
  EXPECT_EQ(message->number, 7U);
  EXPECT_EQ(message->asks, std::vector<std::uint64_t>{0x99});
  ASSERT_EQ(message->batches.size(), 1U);
  const auto& batch = *message->batches[0];
  ASSERT_EQ(batch.records.size(), 1U);
  EXPECT_EQ(batch.records[0].id, VisitorId{kVisitor});
  EXPECT_EQ(batch.records[0].record0, kVisitor << 8 | 1);
  EXPECT_EQ(batch.records[0].record1, 2U);
  EXPECT_EQ(batch.records[0].person, PersonId{7});
  EXPECT_EQ(batch.records[0].epoch, Epoch{3});
  EXPECT_EQ(batch.records[0].conversation, 1U << 28 | 312);
  EXPECT_EQ(batch.records[0].room, RoomId{});
  EXPECT_TRUE(batch.records[0].chosen_booth);
  ASSERT_EQ(batch.moves.size(), 1U);
  EXPECT_EQ(batch.moves[0].record0, (kShard << 14 | 11) << 8 | 3);
  EXPECT_EQ(batch.moves[0].record1, 77U);
  EXPECT_FALSE(batch.heartbeat_only);
}

TEST(BackplaneMessage, visitors_come_as_they_were_said) {
  hall::RelayBatch batch;
  batch.from = kShard;
  for (std::uint32_t i = 1; i <= 300; ++i) {
    const std::uint32_t at = i % 2 == 0 ? 1U << 28 | i : 0;
    batch.records.push_back({VisitorId{kShard << 14 | i}, PersonId{1000 + i}, Epoch{i}, (kShard << 14 | i) << 8, 7 + i,
                             at, RoomId{i % 3}, i % 5 == 0});
  }
  const auto message = decode_backplane(bytes_of(1, {batch}));
  ASSERT_TRUE(message);
  const auto& read = message->batches.at(0)->records;
  ASSERT_EQ(read.size(), 300U);
  for (std::uint32_t i = 0; i < 300; ++i) {
    const hall::RelayedVisitor& one = batch.records[i];
    EXPECT_EQ(read[i].id, one.id);
    EXPECT_EQ(read[i].person, one.person);
    EXPECT_EQ(read[i].epoch, one.epoch);
    EXPECT_EQ(read[i].record0, one.record0);
    EXPECT_EQ(read[i].record1, one.record1);
    EXPECT_EQ(read[i].conversation, one.conversation);
    EXPECT_EQ(read[i].room, one.room);
    EXPECT_EQ(read[i].chosen_booth, one.chosen_booth);
  }
}

TEST(BackplaneMessage, a_batch_in_the_room_of_an_earlier_one_is_as_a_new_one) {
  hall::RelayBatch full;
  full.from = kShard;
  full.complete = true;
  full.records.push_back({VisitorId{kVisitor}, PersonId{7}, Epoch{1}, kVisitor << 8, 2, 0, RoomId{}, false});
  full.moves = {{(kShard << 14 | 11) << 8, 1}, {(kShard << 14 | 12) << 8, 2}};
  full.departed = {VisitorId{kShard << 14 | 10}};
  full.rooms = {{RoomId{1}, 2, 3}};
  ASSERT_TRUE(decode_backplane(bytes_of(1, {full})));
  hall::RelayBatch empty;
  empty.from = kShard + 1;
  const auto message = decode_backplane(bytes_of(1, {empty}));
  ASSERT_TRUE(message);
  const auto& batch = *message->batches.at(0);
  EXPECT_EQ(batch.from, kShard + 1);
  EXPECT_TRUE(batch.heartbeat_only);
  EXPECT_FALSE(batch.complete);
  EXPECT_TRUE(batch.records.empty() && batch.moves.empty() && batch.departed.empty() && batch.rooms.empty());
}

TEST(BackplaneMessage, moves_alone_are_no_heartbeat_and_come_as_they_were_said) {
  hall::RelayBatch batch;
  batch.from = kShard;
  for (std::uint32_t i = 1; i <= 300; ++i) batch.moves.push_back({(kShard << 14 | i) << 8 | (i & 0xff), 1000 + i});
  const auto message = decode_backplane(bytes_of(1, {batch}));
  ASSERT_TRUE(message);
  const auto& read = *message->batches.at(0);
  EXPECT_FALSE(read.heartbeat_only);
  ASSERT_EQ(read.moves.size(), 300U);
  EXPECT_EQ(read.moves[299].record0, batch.moves[299].record0);
  EXPECT_EQ(read.moves[299].record1, 1300U);
}

TEST(BackplaneMessage, one_wrong_thing_and_nothing_is_read) {
  using Spoil = std::function<void(v1::BackplaneMessage&)>;
  const auto shard = [](v1::BackplaneMessage& m) -> v1::BackplaneShard& { return *m.mutable_shards(0); };
  const std::vector<std::pair<const char*, Spoil>> spoils = {
      {"version", [](auto& m) { m.set_version(kBackplaneVersion + 1); }},
      {"no version", [](auto& m) { m.clear_version(); }},
      {"no process", [](auto& m) { m.clear_process(); }},
      {"shard", [&](auto& m) { shard(m).set_shard(1024); }},
      {"visitor of another shard", [&](auto& m) { shard(m).set_visitors(0, ((kShard + 1) << 14 | 9) << 8); }},
      {"visitor 0 of the shard", [&](auto& m) { shard(m).set_visitors(0, (kShard << 14) << 8); }},
      {"nobody", [&](auto& m) { shard(m).set_visitors(2, 0); }},
      {"half a visitor", [&](auto& m) { shard(m).add_visitors(kVisitor << 8); }},
      {"conversation", [&](auto& m) { shard(m).set_visitors(4, 0xf0000001); }},
      {"a mark there is not", [&](auto& m) { shard(m).set_visitors(6, 2); }},
      {"half a move", [&](auto& m) { shard(m).add_moves((kShard << 14 | 11) << 8); }},
      {"a move of another", [&](auto& m) { shard(m).set_moves(0, ((kShard + 1) << 14 | 9) << 8); }},
      {"a move of nobody", [&](auto& m) { shard(m).set_moves(0, (kShard << 14) << 8); }},
      {"departed of another", [&](auto& m) { shard(m).set_departed(0, 10); }},
      {"talk of another", [&](auto& m) { shard(m).mutable_talk(0)->set_visitor(9); }},
      {"talk of nobody", [&](auto& m) { shard(m).mutable_talk(0)->set_person(0); }},
      {"talk's id", [&](auto& m) { shard(m).mutable_talk(0)->set_client_id("short"); }},
      {"talk's length", [&](auto& m) { shard(m).mutable_talk(0)->set_text(std::string(16'001, 'x')); }},
      {"talk's time", [&](auto& m) { shard(m).mutable_talk(0)->set_at_ms(-1); }},
      {"talk's late time", [&](auto& m) { shard(m).mutable_talk(0)->set_at_ms(std::int64_t{1} << 53); }},
      {"signal's kind", [&](auto& m) { shard(m).mutable_signals(0)->set_kind(13); }},
      {"signal's channel", [&](auto& m) { shard(m).mutable_signals(0)->set_channel("poster/0x"); }},
      {"signal's conversation", [&](auto& m) { shard(m).mutable_signals(0)->set_conversation(0xf0000001); }},
      {"signal of another", [&](auto& m) { shard(m).mutable_signals(0)->set_visitor(9); }},
      {"signal of nobody", [&](auto& m) { shard(m).mutable_signals(0)->set_person(0); }},
      {"an emote there is not", [&](auto& m) { shard(m).mutable_signals(0)->set_kind(0); }},
      {"an invitation there is not", [&](auto& m) { shard(m).mutable_signals(0)->set_kind(2); }},
      {"a point at no booth", [&](auto& m) { shard(m).mutable_signals(0)->set_kind(7); }},
      {"a hand at no booth", [&](auto& m) { shard(m).mutable_signals(0)->set_kind(10); }},
      {"event's channel", [&](auto& m) { shard(m).mutable_events(0)->set_channel("nowhere"); }},
      {"event's number", [&](auto& m) { shard(m).mutable_events(0)->set_number(0); }},
      {"event's id", [&](auto& m) { shard(m).mutable_events(0)->set_client_id(""); }},
      {"event's kind", [&](auto& m) { shard(m).mutable_events(0)->set_kind(12); }},
      {"event's length", [&](auto& m) { shard(m).mutable_events(0)->set_text(std::string(65'537, 'x')); }}};
  for (const auto& [what, spoil] : spoils) {
    auto message = sound();
    spoil(message);
    EXPECT_FALSE(decode_backplane(message.SerializeAsString())) << what;
  }
}

TEST(BackplaneMessage, bytes_that_are_none_are_refused) {
  const std::string bytes = sound().SerializeAsString();
  EXPECT_FALSE(decode_backplane(""));
  EXPECT_FALSE(decode_backplane("hello"));
  EXPECT_FALSE(decode_backplane(bytes.substr(0, bytes.size() - 1)));
  EXPECT_FALSE(decode_backplane(bytes + std::string(kMostBackplaneBytes, '\0')));
  auto text = sound();
  text.mutable_shards(0)->mutable_talk(0)->set_text("\xff\xfe");
  EXPECT_FALSE(decode_backplane(text.SerializeAsString()));
}

TEST(BackplaneMessage, many_empty_parts_are_counted_before_they_are_made) {
  auto message = sound();
  auto& rooms = *message.mutable_shards(0)->mutable_rooms();
  const int before = static_cast<int>(kMostBackplaneParts) - 5;  // its shard, talk, signal, event and room
  for (int i = 0; i < before; ++i) rooms.Add();
  EXPECT_TRUE(decode_backplane(message.SerializeAsString()));
  rooms.Add();
  EXPECT_FALSE(decode_backplane(message.SerializeAsString()));
  for (int i = 0; i < 300'000; ++i) rooms.Add();
  const std::string bytes = message.SerializeAsString();
  ASSERT_LE(bytes.size(), kMostBackplaneBytes);
  EXPECT_FALSE(decode_backplane(bytes));
}

TEST(BackplaneMessage, every_kind_of_event_and_signal_that_is_said_is_read) {
  for (const auto kind : {domain::EventKind::message, domain::EventKind::room_act, domain::EventKind::unblocked,
                          domain::EventKind::announcement_given}) {
    hall::RelayBatch batch;
    batch.from = kShard;
    batch.events.push_back({{domain::ChannelKind::hall, 0}, 1, {}, 5, PersonId{7}, kind, 0, "x", false});
    EXPECT_TRUE(decode_backplane(bytes_of(1, {batch}))) << static_cast<int>(kind);
  }
}

TEST(BackplaneMessage, ones_own_are_known_by_their_beginning) {
  const std::string bytes = bytes_of(0xfedcba9876543210U, {});
  EXPECT_TRUE(bytes.starts_with(backplane_beginning(0xfedcba9876543210U)));
  EXPECT_FALSE(bytes.starts_with(backplane_beginning(0xfedcba9876543211U)));
  EXPECT_EQ(backplane_version(bytes), kBackplaneVersion);
}

TEST(BackplaneMessage, a_full_shard_told_whole_fits) {
  std::vector<hall::RelayBatch> batches(1);
  batches[0].from = 1023;
  batches[0].complete = true;
  for (std::uint32_t i = 1; i < (1U << 14); ++i) {
    const std::uint32_t id = 1023U << 14 | i;
    batches[0].records.push_back(
        {VisitorId{id}, PersonId{4'000'000 + i}, Epoch{1'000'000}, id << 8, ~0U, 5U << 28 | i, RoomId{200}, true});
  }
  const std::string bytes = bytes_of(1, batches);
  EXPECT_LE(bytes.size(), kMostBackplaneBytes);
  const auto message = decode_backplane(bytes);
  ASSERT_TRUE(message);
  EXPECT_EQ(message->batches[0]->records.size(), batches[0].records.size());
}

}  // namespace
}  // namespace posterhall::wire
