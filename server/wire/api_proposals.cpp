#include "wire/api_proposals.hpp"

#include <algorithm>

#include "posterhall/v1/api_proposals.pb.h"
#include "text/text.hpp"
#include "wire/api_json.hpp"
#include "wire/decode_text.hpp"

namespace posterhall::wire {
namespace {

using domain::ProposalClash;

void fill_clashes(v1::Proposal& out, const domain::Catalogue& catalogue, const domain::Proposal& proposal,
                  const domain::Person& proposer) {
  for (const auto& slot : catalogue.slots) {
    for (const auto& clash : domain::clashes_of(proposal, proposer, RoomId{}, slot.span, catalogue)) {
      auto& to = *out.add_clashes();
      to.set_slot_ms(static_cast<double>(slot.span.start));
      to.set_kind(static_cast<v1::ProposalClash::Kind>(clash.kind));
      to.set_poster(clash.poster.value);
      to.set_session(clash.session);
      to.mutable_span()->set_start_ms(static_cast<double>(clash.span.start));
      to.mutable_span()->set_end_ms(static_cast<double>(clash.span.end));
    }
  }
}

void fill(v1::Proposal& out, const domain::Catalogue& catalogue, const domain::Proposal& proposal,
          const ProposalReader& reader) {
  out.set_id(proposal.id);
  out.set_poster(proposal.poster.value);
  out.set_person(proposal.person.value);
  out.set_kind(static_cast<v1::ProposalKind>(proposal.kind));
  out.set_title(proposal.title);
  out.set_summary(proposal.summary);
  for (const UnixMs start : proposal.wanted) out.add_wanted_ms(static_cast<double>(start));
  out.set_state(static_cast<v1::ProposalState>(proposal.state));
  out.set_session(proposal.session);
  out.set_room(proposal.room.value);
  out.set_start_ms(static_cast<double>(proposal.span.start));
  out.set_end_ms(static_cast<double>(proposal.span.end));
  out.set_word(proposal.word);
  out.set_change(proposal.change);
  out.set_at_ms(static_cast<double>(proposal.at));
  out.set_mine(proposal.person == reader.you);
  const auto* proposer = reader.person(proposal.person);
  if (proposer == nullptr) return;
  out.set_name(proposer->name);
  if (proposal.state != domain::ProposalState::withdrawn) fill_clashes(out, catalogue, proposal, *proposer);
}

}  // namespace

std::string proposals_json(const domain::Catalogue& catalogue, const std::vector<domain::Proposal>& proposals,
                           const ProposalReader& reader) {
  v1::Proposals out;
  for (const auto& slot : catalogue.slots) {
    auto& to = *out.add_slots();
    to.set_start_ms(static_cast<double>(slot.span.start));
    to.set_end_ms(static_cast<double>(slot.span.end));
    to.set_day(slot.day);
  }
  for (const auto& proposal : proposals) fill(*out.add_proposals(), catalogue, proposal, reader);
  return to_json(out);
}

std::string proposal_json(const domain::Catalogue& catalogue, const domain::Proposal& proposal,
                          const ProposalReader& reader) {
  v1::Proposal out;
  fill(out, catalogue, proposal, reader);
  return to_json(out);
}

std::optional<ProposalRequest> parse_proposal_request(std::string_view json) {
  v1::ProposalRequest in;
  if (!from_json(json, in)) return std::nullopt;
  if (in.kind() < v1::PROPOSAL_KIND_TALK || in.kind() > v1::PROPOSAL_KIND_DISCUSSION) return std::nullopt;
  if (in.wanted_ms_size() > static_cast<int>(domain::kMostWantedSlots)) return std::nullopt;
  auto title = read_line(in.title(), domain::kMostProposalTitle);
  auto summary = text::clean_text(in.summary(), domain::kMostProposalSummary);
  if (!title || !summary) return std::nullopt;
  ProposalRequest out;
  out.after = in.after();
  out.proposal.poster = PosterKey{in.poster()};
  out.proposal.kind = static_cast<domain::ProposalKind>(in.kind());
  out.proposal.title = std::move(*title);
  out.proposal.summary = std::move(*summary);
  for (const double start : in.wanted_ms()) {
    if (!is_time(start)) return std::nullopt;
    const auto at = static_cast<UnixMs>(start);
    if (std::ranges::find(out.proposal.wanted, at) == out.proposal.wanted.end()) out.proposal.wanted.push_back(at);
  }
  std::ranges::sort(out.proposal.wanted);
  return out;
}

std::optional<ProposalStepRequest> parse_proposal_step(std::string_view json) {
  v1::ProposalStepRequest in;
  if (!from_json(json, in)) return std::nullopt;
  auto word = read_line(in.word(), domain::kMostProposalWord);
  if (!word) return std::nullopt;
  return ProposalStepRequest{in.after(), std::move(*word)};
}

std::optional<PlaceRequest> parse_place_request(std::string_view json) {
  v1::PlaceRequest in;
  if (!from_json(json, in) || !is_time(in.slot_ms())) return std::nullopt;
  return PlaceRequest{in.after(), RoomId{in.room()}, static_cast<UnixMs>(in.slot_ms())};
}

}  // namespace posterhall::wire
