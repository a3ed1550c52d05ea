// What a tab asks to be written down: stored, answered with its number or why not, and then shown to who watches.
// Runs on: the shard's thread. Owns: nothing.
#pragma once

#include "hall/channels.hpp"

namespace posterhall::hall {

/// Ack with number and time, or Reject STORE_UNAVAILABLE; the tab may be gone by then, the event is kept all the same.
void store_and_show(Core& core, Channels& channels, ConnectionId tab, std::uint32_t seq, domain::NewEvent event);

}  // namespace posterhall::hall
