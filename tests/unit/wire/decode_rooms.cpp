// What is done in a breakout, as bytes: whom or what it is about, words and their limits, for every deed.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "posterhall/v1/client.pb.h"
#include "wire/decode.hpp"
#include "wire/message_shape.hpp"

namespace posterhall::wire {
namespace {

using hall::RejectCode;
using hall::command::RoomDo;

v1::ClientMessage wish(v1::RoomDeed deed, std::uint32_t ref = 0, const std::string& text = {}) {
  v1::ClientMessage message;
  message.set_seq(7);
  auto& out = *message.mutable_room_do();
  out.set_room(2);
  out.set_client_id(std::string(16, 'x'));
  out.set_deed(deed);
  out.set_ref(ref);
  out.set_text(text);
  return message;
}

DecodeOutcome decoded(const v1::ClientMessage& message) {
  const std::string bytes = message.SerializeAsString();
  return decode_client_message({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::optional<RoomDo> read(const v1::ClientMessage& message) {
  const auto outcome = decoded(message);
  const auto* fine = std::get_if<Decoded>(&outcome);
  return fine == nullptr ? std::nullopt : std::optional(std::get<RoomDo>(fine->command));
}

RejectCode refused(const v1::ClientMessage& message) {
  const auto outcome = decoded(message);
  const auto* bad = std::get_if<Undecodable>(&outcome);
  return bad == nullptr ? RejectCode::declined : bad->code;
}

TEST(DecodeRooms, every_wish_is_its_deed) {
  for (int deed = v1::RoomDeed_MIN + 1; deed <= v1::RoomDeed_MAX; ++deed) {
    auto one = wish(static_cast<v1::RoomDeed>(deed), 9, "words");
    one.mutable_room_do()->set_page(3);
    auto without = wish(static_cast<v1::RoomDeed>(deed), 0, "https://a.example/");
    const auto found = read(one) ? read(one) : read(without);
    ASSERT_TRUE(found) << deed;
    EXPECT_EQ(static_cast<int>(found->deed), deed);
    EXPECT_EQ(found->room, RoomId{2});
  }
  EXPECT_EQ(v1::RoomDeed_MAX, domain::kLastRoomWish);
}

TEST(DecodeRooms, what_the_hall_alone_does_is_no_wish) {
  for (const int deed : {0, 24, 63, 64, 65, 68, 255, -1}) {
    EXPECT_EQ(refused(wish(static_cast<v1::RoomDeed>(deed), 0)), RejectCode::malformed) << deed;
  }
}

TEST(DecodeRooms, whom_it_is_about_is_said_where_it_has_to_be_and_only_there) {
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_PUT_OUT)), RejectCode::malformed);
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_APPROVE)), RejectCode::malformed);
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_RAISE_HAND, 4)), RejectCode::malformed);
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_ADD_SEATS, 101)), RejectCode::malformed);
  EXPECT_EQ(read(wish(v1::ROOM_DEED_ADD_SEATS, 100))->ref, 100U);
  EXPECT_EQ(read(wish(v1::ROOM_DEED_GIVE_FLOOR))->ref, 0U);
}

TEST(DecodeRooms, words_are_clean_and_within_their_limits) {
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_ASK, 0, "  ")), RejectCode::text_empty);
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_ASK, 0, std::string(501, 'a'))), RejectCode::text_too_long);
  EXPECT_EQ(read(wish(v1::ROOM_DEED_ASK, 0, " why\x01?"))->text, "why?");
  EXPECT_EQ(read(wish(v1::ROOM_DEED_ANSWERED, 3))->text, "");
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_ANSWERED, 3, std::string(1001, 'a'))), RejectCode::text_too_long);
  EXPECT_EQ(read(wish(v1::ROOM_DEED_MUTE, 3, "ignored"))->text, "");
}

TEST(DecodeRooms, a_link_is_an_address_and_a_page_a_number) {
  EXPECT_EQ(refused(wish(v1::ROOM_DEED_SET_LINK, 0, "javascript:alert(1)")), RejectCode::malformed);
  EXPECT_EQ(read(wish(v1::ROOM_DEED_SET_LINK, 0, "https://meet.example.org/a"))->text, "https://meet.example.org/a");
  EXPECT_EQ(read(wish(v1::ROOM_DEED_SET_LINK))->text, "");
  // A poster by the part, slides by the page: never without, and not beyond what there may be of them.
  for (const auto& [deed, most] : {std::pair{v1::ROOM_DEED_SHOW, 200U}, std::pair{v1::ROOM_DEED_SHOW_DECK, 100U}}) {
    auto shown = wish(deed, 17);
    EXPECT_EQ(refused(shown), RejectCode::malformed) << most;
    shown.mutable_room_do()->set_page(most);
    EXPECT_EQ(read(shown)->text, std::to_string(most));
    shown.mutable_room_do()->set_page(most + 1);
    EXPECT_EQ(refused(shown), RejectCode::malformed) << most;
  }
  EXPECT_EQ(read(wish(v1::ROOM_DEED_SHOW_DECK))->text, "");
}

TEST(MessageShape, a_list_that_claims_more_than_there_is_is_counted_all_the_same) {
  std::vector<std::uint8_t> message{0x42, 0xe4, 0x07, 0x0a, 0xff, 0x7f};  // who_request of 996 bytes, a block of 16,383
  message.insert(message.end(), 993, 1);
  EXPECT_FALSE(shape_fits(message));
  std::vector<std::uint8_t> few{0x42, 0x05, 0x0a, 0x7f, 1, 2, 3};
  EXPECT_TRUE(shape_fits(few));  // protobuf refuses it
}

TEST(DecodeRooms, an_id_of_another_length_is_none) {
  auto one = wish(v1::ROOM_DEED_RAISE_HAND);
  one.mutable_room_do()->set_client_id("short");
  EXPECT_EQ(refused(one), RejectCode::malformed);
  one = wish(v1::ROOM_DEED_RAISE_HAND);
  one.mutable_room_do()->set_room(0);
  EXPECT_EQ(refused(one), RejectCode::malformed);
}

}  // namespace
}  // namespace posterhall::wire
