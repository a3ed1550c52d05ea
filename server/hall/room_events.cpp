#include "hall/room_events.hpp"

#include <utility>

namespace posterhall::hall {

void propose_room_event(Core& core, Channels& channels, RoomId room, domain::NewEvent event,
                        std::function<void(const Result<Appended>&)> then) {
  event.channel = domain::Channel::room(room);
  auto stored = core.reply<Appended>([&channels, event, then = std::move(then)](const Result<Appended>& appended) {
    if (appended && !appended->already_there) {
      channels.stored({event.channel, appended->number, event.client_id, appended->at, event.author, event.kind,
                       event.ref, event.text});
    }
    if (then) then(appended);
  });
  core.ports.events.append(std::move(event), std::move(stored));
}

}  // namespace posterhall::hall
