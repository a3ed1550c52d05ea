#include "hall/room_events.hpp"

#include <utility>

#include "hall/storing.hpp"

namespace posterhall::hall {

void propose_room_event(Core& core, Channels& channels, RoomId room, domain::NewEvent event,
                        std::function<void(const Result<Appended>&)> then) {
  event.channel = domain::Channel::room(room);
  store_and_show(core, channels, std::move(event), std::move(then));
}

}  // namespace posterhall::hall
