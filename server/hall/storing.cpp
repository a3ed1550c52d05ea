#include "hall/storing.hpp"

#include <utility>

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kRetryStoreMs = 2000;

}  // namespace

void store_and_show(Core& core, Channels& channels, ConnectionId tab, std::uint32_t seq, domain::NewEvent event) {
  auto stored = core.reply<Appended>([&core, &channels, tab, seq, event](Result<Appended> appended) {
    const ConnectionSlot slot = core.connections.find(tab);
    if (!appended) {
      if (slot != kNone) core.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
      return;
    }
    if (slot != kNone) core.connections.ack(slot, seq, appended->number, appended->at);
    // What was there before may have other words than were sent now: the heads will bring it if it is not shown yet.
    if (appended->already_there) return;
    channels.stored({event.channel, appended->number, event.client_id, appended->at, event.author, event.kind,
                     event.ref, event.text});
  });
  core.ports.events.append(std::move(event), std::move(stored));
}

void store_and_show(Core& core, Channels& channels, domain::NewEvent event,
                    std::function<void(const Result<Appended>&)> then) {
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
