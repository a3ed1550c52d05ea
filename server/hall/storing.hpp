// What is to be written down, by a tab or by the hall itself: stored, answered, and then shown to who watches.
// Runs on: the shard's thread. Owns: nothing.
#pragma once

#include <functional>

#include "hall/channels.hpp"

namespace posterhall::hall {

/// Ack with number and time, or Reject STORE_UNAVAILABLE; the tab may be gone by then, the event is kept all the same.
void store_and_show(Core& core, Channels& channels, ConnectionId tab, std::uint32_t seq, domain::NewEvent event);

/// The hall's own: `then` is called either way (it may be empty).
void store_and_show(Core& core, Channels& channels, domain::NewEvent event,
                    std::function<void(const Result<Appended>&)> then);

}  // namespace posterhall::hall
