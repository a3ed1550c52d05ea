// Measures, reports and blocks from a browser: what is no command.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "posterhall/v1/client.pb.h"
#include "wire/decode.hpp"

namespace posterhall::wire {
namespace {

DecodeOutcome decoded(const std::function<void(v1::ClientMessage&)>& fill) {
  v1::ClientMessage message;
  message.set_seq(7);
  fill(message);
  const std::string bytes = message.SerializeAsString();
  return decode_client_message({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::optional<hall::RejectCode> refusal(const std::function<void(v1::ClientMessage&)>& fill) {
  const auto outcome = decoded(fill);
  const auto* undecodable = std::get_if<Undecodable>(&outcome);
  return undecodable == nullptr ? std::nullopt : std::optional(undecodable->code);
}

v1::Measure* measure(v1::ClientMessage& message) {
  auto* out = message.mutable_measure();
  out->set_client_id(std::string(16, 'a'));
  out->set_person(3);
  out->set_kind(v1::MEASURE_KIND_MUTE);
  return out;
}

v1::Report* report(v1::ClientMessage& message) {
  auto* out = message.mutable_report();
  out->set_client_id(std::string(16, 'a'));
  out->set_person(3);
  return out;
}

void add_line(v1::Report& report, const std::string& text, double at) {
  auto& line = *report.add_lines();
  line.set_person(3);
  line.set_text(text);
  line.set_at_ms(at);
  line.set_client_id(std::string(16, 'b'));
}

TEST(DecodeOrder, a_measure_has_a_person_a_kind_an_id_and_at_most_a_year) {
  using hall::RejectCode;
  EXPECT_EQ(refusal([](auto& m) { measure(m); }), std::nullopt);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_person(0); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_client_id("short"); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_kind(v1::MEASURE_KIND_UNSPECIFIED); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_kind(static_cast<v1::MeasureKind>(9)); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_minutes(525'600); }), std::nullopt);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_minutes(525'601); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_reason(std::string(500, 'x')); }), std::nullopt);
  EXPECT_EQ(refusal([](auto& m) { measure(m)->set_reason(std::string(501, 'x')); }), RejectCode::text_too_long);
}

TEST(DecodeOrder, reasons_are_cleaned) {
  const auto outcome = decoded([](auto& m) {
    measure(m)->set_reason(
        " a\xE2\x80\xAE"
        "b\x01\x1F\x1E c ");
  });
  const auto* ok = std::get_if<Decoded>(&outcome);
  ASSERT_NE(ok, nullptr);
  const auto& reason = std::get<hall::command::Measure>(ok->command).reason;
  EXPECT_EQ(reason.find_first_of("\x01\x1E\x1F"), std::string::npos);
  EXPECT_EQ(reason.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(DecodeOrder, a_report_has_at_most_twenty_lines_of_a_real_time_and_a_message_has_a_number) {
  using hall::RejectCode;
  const auto with_lines = [](int count, double at = 1) {
    return [count, at](v1::ClientMessage& m) {
      auto* out = report(m);
      for (int i = 0; i < count; ++i) add_line(*out, std::string(500, 'x'), at);
    };
  };
  EXPECT_EQ(refusal(with_lines(20)), std::nullopt);  // longer than messages without words may be
  EXPECT_EQ(refusal(with_lines(21)), RejectCode::malformed);
  EXPECT_EQ(refusal(with_lines(1, std::numeric_limits<double>::quiet_NaN())), RejectCode::malformed);
  EXPECT_EQ(refusal(with_lines(1, std::numeric_limits<double>::infinity())), RejectCode::malformed);
  EXPECT_EQ(refusal(with_lines(1, -1)), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { add_line(*report(m), std::string(501, 'x'), 1); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { report(m)->set_channel("hall"); }), RejectCode::malformed);
  for (const char* channel : {"order", "blocks", "people", "catalogue", "rubbish"}) {
    const auto named = [channel](v1::ClientMessage& m) {
      report(m)->set_channel(channel);
      report(m)->set_number(1);
    };
    EXPECT_EQ(refusal(named), RejectCode::malformed) << channel;
  }
}

TEST(DecodeOrder, a_report_of_many_empty_lines_is_refused_before_they_are_made) {
  std::string bytes = "\xa2\x02";  // field 34
  std::string body;
  for (int i = 0; i < 300; ++i) body += std::string("\x32\x00", 2);
  bytes += static_cast<char>(0x80 | (body.size() & 0x7f));
  bytes += static_cast<char>(body.size() >> 7);
  bytes += body;
  const auto outcome = decode_client_message({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  const auto* undecodable = std::get_if<Undecodable>(&outcome);
  ASSERT_NE(undecodable, nullptr);
  EXPECT_EQ(undecodable->seq, 0U);  // not even read
}

TEST(DecodeOrder, the_others_name_somebody_or_something) {
  using hall::RejectCode;
  EXPECT_EQ(refusal([](auto& m) { m.mutable_block(); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { m.mutable_unblock(); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { m.mutable_lift()->set_measure(1); }), RejectCode::malformed);  // without an id
  EXPECT_EQ(refusal([](auto& m) { m.mutable_report_settle()->set_report(1); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { m.mutable_measure_seen(); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { m.mutable_order_queue()->set_limit(21); }), RejectCode::malformed);
  EXPECT_EQ(refusal([](auto& m) { m.mutable_order_queue(); }), std::nullopt);
}

}  // namespace
}  // namespace posterhall::wire
