#include "wire/decode_order.hpp"

#include <optional>
#include <string>
#include <utility>

#include "posterhall/v1/client.pb.h"
#include "text/text.hpp"
#include "wire/decode.hpp"
#include "wire/decode_text.hpp"

namespace posterhall::wire {
namespace {

namespace command = hall::command;
using hall::RejectCode;

constexpr double kMaxTime = 1e15;  // Unix milliseconds, far beyond every event

/// Several lines that may be empty: reasons.
std::optional<std::string> read_reason(const std::string& text) {
  auto cleaned = text::clean_text(text, kMaxReason);
  if (!cleaned) return std::nullopt;
  return std::move(*cleaned);
}

std::optional<command::ReportLine> read_line_of(const v1::ReportLine& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  const bool real_time = in.at_ms() >= 0 && in.at_ms() < kMaxTime;
  if (!id || in.person() == 0 || !real_time) return std::nullopt;
  auto words = text::clean_text(in.text(), kMaxReason);
  if (!words) return std::nullopt;
  return command::ReportLine{PersonId{in.person()}, static_cast<UnixMs>(in.at_ms()), *id, std::move(*words)};
}

std::optional<domain::MeasureKind> measure_of(v1::MeasureKind kind) {
  switch (kind) {
    case v1::MEASURE_KIND_WARN: return domain::MeasureKind::warn;
    case v1::MEASURE_KIND_MUTE: return domain::MeasureKind::mute;
    case v1::MEASURE_KIND_REMOVE: return domain::MeasureKind::remove;
    case v1::MEASURE_KIND_BAN: return domain::MeasureKind::ban;
    default: return std::nullopt;
  }
}

}  // namespace

OrderRead read_block(const v1::Block& in) {
  if (in.person() == 0) return RejectCode::malformed;
  return command::Block{PersonId{in.person()}, true};
}

OrderRead read_unblock(const v1::Unblock& in) {
  if (in.person() == 0) return RejectCode::malformed;
  return command::Block{PersonId{in.person()}, false};
}

OrderRead read_report(const v1::Report& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  const bool about = in.person() != 0 || !in.channel().empty();  // nobody: of a message without a name
  if (!id || !about || in.lines_size() > kMaxReportLines) return RejectCode::malformed;
  command::Report out;
  out.client_id = *id;
  out.person = PersonId{in.person()};
  if (!in.channel().empty()) {
    out.channel = read_channel(in.channel());
    if (!out.channel || in.number() == 0) return RejectCode::malformed;
    out.number = in.number();
  }
  out.conversation = in.conversation();
  for (const auto& line : in.lines()) {
    auto read = read_line_of(line);
    if (!read) return RejectCode::malformed;
    out.lines.push_back(std::move(*read));
  }
  auto reason = read_reason(in.reason());
  if (!reason) return RejectCode::text_too_long;
  out.reason = std::move(*reason);
  return out;
}

OrderRead read_measure(const v1::Measure& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  const auto kind = measure_of(in.kind());
  if (!id || !kind || in.person() == 0 || in.minutes() > domain::kMostMinutes) return RejectCode::malformed;
  auto reason = read_reason(in.reason());
  if (!reason) return RejectCode::text_too_long;
  return command::Measure{*id, PersonId{in.person()}, *kind, in.minutes(), std::move(*reason), in.report()};
}

OrderRead read_lift(const v1::Lift& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  if (!id || in.measure() == 0) return RejectCode::malformed;
  auto reason = read_reason(in.reason());
  if (!reason) return RejectCode::text_too_long;
  return command::Lift{*id, in.measure(), std::move(*reason)};
}

OrderRead read_report_settle(const v1::ReportSettle& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  if (!id || in.report() == 0) return RejectCode::malformed;
  auto done = read_reason(in.done());
  if (!done) return RejectCode::text_too_long;
  return command::ReportSettle{*id, in.report(), std::move(*done)};
}

OrderRead read_order_queue(const v1::OrderQueue& in) {
  if (!v1::OrderQueueOf_IsValid(in.of()) || in.limit() > kMaxQueuePage) return RejectCode::malformed;
  return command::OrderQueue{in.of() == v1::ORDER_QUEUE_OF_MEASURES, in.offset(),
                             in.limit() == 0 ? kMaxQueuePage : in.limit()};
}

OrderRead read_measure_seen(const v1::MeasureSeen& in) {
  if (in.measure() == 0) return RejectCode::malformed;
  return command::MeasureSeen{in.measure()};
}

}  // namespace posterhall::wire
