#include "hall/poster_desk.hpp"

#include <algorithm>

namespace posterhall::hall {

const std::vector<ProposalNews>& PosterDesk::proposals() const {
  static const std::vector<ProposalNews> kNothing;
  return core_.setting.proposals ? *core_.setting.proposals : kNothing;
}

notice::PosterDesk PosterDesk::of(PersonId person, const std::vector<RequestState>& requests,
                                  const std::vector<ProposalNews>& proposals) const {
  notice::PosterDesk desk;
  if (gate_.may(person, domain::Act::settle_poster, domain::Whose::own)) {
    const auto open = std::ranges::count(requests, 0, &RequestState::settled);
    desk.open_requests = static_cast<std::uint32_t>(open);
  }
  for (const RequestState& request : requests) {
    if (request.by == person && request.settled != 0) desk.answers.push_back(request);
  }
  const bool places = gate_.may(person, domain::Act::place_proposals, domain::Whose::own);
  for (const ProposalNews& proposal : proposals) {
    const bool own = proposal.person == person;
    if (!own && !places) continue;
    desk.proposals_mark = std::max(desk.proposals_mark, proposal.mark);
    if (places && proposal.state == domain::ProposalState::proposed) ++desk.open_proposals;
    if (own && !proposal.seen) desk.decisions.push_back(proposal);
  }
  return desk;
}

void PosterDesk::welcome(ConnectionSlot connection) {
  const PersonId person = core_.connections[connection].person;
  if (!core_.setting.requests || !gate_.may(person, domain::Act::put_poster, domain::Whose::own)) return;
  core_.connections.send_now(connection, of(person, *core_.setting.requests, proposals()));
}

void PosterDesk::changed(const std::vector<RequestState>& requests, const std::vector<ProposalNews>& before) {
  if (!core_.setting.requests) return;
  if (*core_.setting.requests == requests && proposals() == before) return;
  core_.guests.for_each([&](GuestSlot slot, const Guest& guest) {
    auto desk = of(guest.person, *core_.setting.requests, proposals());
    if (desk == of(guest.person, requests, before)) return;
    core_.tell_now(slot, core_.connections.encode(desk));
  });
}

}  // namespace posterhall::hall
