// What people at one booth send (proto/posterhall/v1/booth.proto), read.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <variant>

#include "hall/command.hpp"
#include "hall/notice.hpp"

namespace posterhall::v1 {
class GiveFloor;
class Point;
class RaiseHand;
class ShowView;
}  // namespace posterhall::v1

namespace posterhall::wire {

/// A command, or why not.
using BoothRead = std::variant<hall::Command, hall::RejectCode>;

[[nodiscard]] BoothRead read_point(const v1::Point& in);
[[nodiscard]] BoothRead read_show_view(const v1::ShowView& in);
[[nodiscard]] BoothRead read_raise_hand(const v1::RaiseHand& in);
[[nodiscard]] BoothRead read_give_floor(const v1::GiveFloor& in);

}  // namespace posterhall::wire
