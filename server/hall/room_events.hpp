// What should happen in a breakout, proposed as a stored event of its channel.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <functional>

#include "hall/channels.hpp"

namespace posterhall::hall {

/// Stores the event in the room's channel and shows it here; `then` is called either way (it may be empty).
void propose_room_event(Core& core, Channels& channels, RoomId room, domain::NewEvent event,
                        std::function<void(const Result<Appended>&)> then);

}  // namespace posterhall::hall
