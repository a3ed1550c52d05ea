#include "wire/decode_announce.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "posterhall/v1/announce.pb.h"
#include "text/text.hpp"

namespace posterhall::wire {
namespace {

using hall::RejectCode;

constexpr std::size_t kMostText = 500;         // code points
constexpr double kMostMs = 8'640'000'000'000;  // far beyond any event, and exact

template <std::size_t N>
bool take_id(const std::string& bytes, std::array<std::uint8_t, N>& out) {
  if (bytes.size() != N) return false;
  std::ranges::copy(bytes, out.begin());
  return true;
}

}  // namespace

std::variant<hall::Command, RejectCode> read_plan_announcement(const v1::PlanAnnouncement& in) {
  hall::command::PlanAnnouncement out;
  if (!take_id(in.client_id(), out.client_id)) return RejectCode::malformed;
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
  if (!take_id(in.client_id(), out.client_id) || in.number() == 0) return RejectCode::malformed;
  out.number = in.number();
  return hall::Command{std::move(out)};
}

}  // namespace posterhall::wire
