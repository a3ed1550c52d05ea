// Announcements as bytes: to whom, when, which words; what does not fit together is refused.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "posterhall/v1/client.pb.h"
#include "wire/decode.hpp"

namespace posterhall::wire {
namespace {

using hall::RejectCode;
using hall::command::PlanAnnouncement;

v1::ClientMessage plan(v1::Audience to, std::uint32_t room, double due_ms, const std::string& text) {
  v1::ClientMessage message;
  message.set_seq(7);
  auto& out = *message.mutable_plan_announcement();
  out.set_client_id(std::string(16, 'x'));
  out.set_to(to);
  out.set_room(room);
  out.set_due_ms(due_ms);
  out.set_text(text);
  return message;
}

DecodeOutcome decoded(const v1::ClientMessage& message) {
  const std::string bytes = message.SerializeAsString();
  return decode_client_message({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

RejectCode refused(const v1::ClientMessage& message) {
  const auto outcome = decoded(message);
  const auto* bad = std::get_if<Undecodable>(&outcome);
  return bad == nullptr ? RejectCode::declined : bad->code;
}

TEST(DecodeAnnounce, a_whole_one) {
  const auto outcome = decoded(plan(v1::AUDIENCE_ROOM, 2, 1'776'758'400'123.0, "  Five\u200b minutes  "));
  const auto* fine = std::get_if<Decoded>(&outcome);
  ASSERT_NE(fine, nullptr);
  const auto& what = std::get<PlanAnnouncement>(fine->command).what;
  EXPECT_EQ(what.to, domain::Audience::room);
  EXPECT_EQ(what.room, RoomId{2});
  EXPECT_EQ(what.due, 1'776'758'400'123);
  EXPECT_EQ(what.text, "Five minutes");
}

TEST(DecodeAnnounce, what_does_not_fit_together) {
  EXPECT_EQ(refused(plan(v1::AUDIENCE_UNSPECIFIED, 0, 0, "x")), RejectCode::malformed);
  EXPECT_EQ(refused(plan(static_cast<v1::Audience>(4), 0, 0, "x")), RejectCode::malformed);
  EXPECT_EQ(refused(plan(v1::AUDIENCE_ROOM, 0, 0, "x")), RejectCode::malformed);
  EXPECT_EQ(refused(plan(v1::AUDIENCE_EVERYBODY, 2, 0, "x")), RejectCode::malformed);
  for (const double due : {-1.0, 1e300, std::numeric_limits<double>::infinity(), std::nan("")}) {
    EXPECT_EQ(refused(plan(v1::AUDIENCE_EVERYBODY, 0, due, "x")), RejectCode::malformed) << due;
  }
  EXPECT_EQ(refused(plan(v1::AUDIENCE_EVERYBODY, 0, 0, " \n ")), RejectCode::text_empty);
  EXPECT_EQ(refused(plan(v1::AUDIENCE_EVERYBODY, 0, 0, std::string(501, 'x'))), RejectCode::text_too_long);
  auto other = plan(v1::AUDIENCE_EVERYBODY, 0, 0, "x");
  other.mutable_plan_announcement()->set_client_id("short");
  EXPECT_EQ(refused(other), RejectCode::malformed);
}

TEST(DecodeAnnounce, withdrawing_says_which) {
  v1::ClientMessage message;
  message.set_seq(7);
  message.mutable_withdraw_announcement()->set_client_id(std::string(16, 'x'));
  EXPECT_EQ(refused(message), RejectCode::malformed);
  message.mutable_withdraw_announcement()->set_number(3);
  EXPECT_EQ(refused(message), RejectCode::declined);
}

}  // namespace
}  // namespace posterhall::wire
