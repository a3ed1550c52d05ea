// What is told of a breakout (proto/posterhall/v1/rooms.proto, RoomState), written.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include "hall/notice.hpp"

namespace posterhall::v1 {
class RoomQuestions;
class RoomState;
}  // namespace posterhall::v1

namespace posterhall::wire {

/// All but the people inside.
void fill_room(v1::RoomState& out, const hall::notice::RoomState& room);
void fill_room_questions(v1::RoomQuestions& out, const hall::notice::RoomQuestions& questions);

}  // namespace posterhall::wire
