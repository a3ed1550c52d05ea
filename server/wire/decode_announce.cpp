#include "wire/decode_announce.hpp"

#include <cmath>
#include <string>
#include <utility>

#include "posterhall/v1/announce.pb.h"
#include "text/text.hpp"
#include "wire/decode_text.hpp"

namespace posterhall::wire {
namespace {

using hall::RejectCode;

constexpr std::size_t kMostText = 500;         // code points
constexpr double kMostMs = 8'640'000'000'000;  // far beyond any event, and exact

}  // namespace

std::variant<hall::Command, RejectCode> read_plan_announcement(const v1::PlanAnnouncement& in) {
  hall::command::PlanAnnouncement out;
  const auto id = exactly_bytes<16>(in.client_id());
  if (!id) return RejectCode::malformed;
  out.client_id = *id;
  if (in.to() < v1::AUDIENCE_EVERYBODY || in.to() > v1::AUDIENCE_UNATTENDED_AUTHORS) return RejectCode::malformed;
  if ((in.to() == v1::AUDIENCE_ROOM) != (in.room() != 0)) return RejectCode::malformed;
  if (!std::isfinite(in.due_ms()) || in.due_ms() < 0 || in.due_ms() > kMostMs) return RejectCode::malformed;
  auto text = text::clean_text(in.text(), kMostText);
  if (!text) return RejectCode::text_too_long;
  if (text->empty()) return RejectCode::text_empty;
  out.what = {static_cast<domain::Audience>(in.to()), RoomId{in.room()}, static_cast<UnixMs>(in.due_ms()),
              std::move(*text)};
  return hall::Command{std::move(out)};
}

std::variant<hall::Command, RejectCode> read_withdraw_announcement(const v1::WithdrawAnnouncement& in) {
  hall::command::WithdrawAnnouncement out;
  const auto id = exactly_bytes<16>(in.client_id());
  if (!id || in.number() == 0) return RejectCode::malformed;
  out.client_id = *id;
  out.number = in.number();
  return hall::Command{out};
}

}  // namespace posterhall::wire
