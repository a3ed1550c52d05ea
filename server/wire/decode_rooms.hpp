// Reads what is done in a breakout.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <variant>

#include "hall/command.hpp"
#include "hall/notice.hpp"

namespace posterhall::v1 {
class RoomDo;
}  // namespace posterhall::v1

namespace posterhall::wire {

[[nodiscard]] std::variant<hall::Command, hall::RejectCode> read_room_do(const v1::RoomDo& in);

}  // namespace posterhall::wire
