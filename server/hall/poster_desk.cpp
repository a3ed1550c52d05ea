#include "hall/poster_desk.hpp"

#include <algorithm>

namespace posterhall::hall {

notice::PosterDesk PosterDesk::of(PersonId person, const std::vector<RequestState>& requests) const {
  notice::PosterDesk desk;
  if (gate_.may(person, domain::Act::settle_poster, domain::Whose::own)) {
    const auto open = std::ranges::count(requests, 0, &RequestState::settled);
    desk.open_requests = static_cast<std::uint32_t>(open);
  }
  for (const RequestState& request : requests) {
    if (request.by == person && request.settled != 0) desk.answers.push_back(request);
  }
  return desk;
}

void PosterDesk::welcome(ConnectionSlot connection) {
  const PersonId person = core_.connections[connection].person;
  if (!core_.setting.requests || !gate_.may(person, domain::Act::put_poster, domain::Whose::own)) return;
  core_.connections.send_now(connection, of(person, *core_.setting.requests));
}

void PosterDesk::changed(const std::vector<RequestState>& before) {
  if (!core_.setting.requests || *core_.setting.requests == before) return;
  core_.guests.for_each([&](GuestSlot slot, const Guest& guest) {
    auto desk = of(guest.person, *core_.setting.requests);
    if (desk == of(guest.person, before)) return;
    core_.tell_now(slot, core_.connections.encode(desk));
  });
}

}  // namespace posterhall::hall
