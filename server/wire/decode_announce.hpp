// Announcements from a browser, checked for shape (proto/posterhall/v1/announce.proto).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <variant>

#include "hall/notice.hpp"

namespace posterhall::v1 {
class PlanAnnouncement;
class WithdrawAnnouncement;
}  // namespace posterhall::v1

namespace posterhall::wire {

[[nodiscard]] std::variant<hall::Command, hall::RejectCode> read_plan_announcement(const v1::PlanAnnouncement& in);
[[nodiscard]] std::variant<hall::Command, hall::RejectCode> read_withdraw_announcement(
    const v1::WithdrawAnnouncement& in);

}  // namespace posterhall::wire
