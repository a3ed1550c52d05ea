// Bodies of the HTTP interface about proposals for breakouts (proto/posterhall/v1/api_proposals.proto). As
// wire/api.hpp: protobuf JSON. Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/proposals.hpp"

namespace posterhall::wire {

/// Who reads, and whom an id names (null: nobody any more).
struct ProposalReader {
  PersonId you;
  std::function<const domain::Person*(PersonId)> person;
};

[[nodiscard]] std::string proposals_json(const domain::Catalogue& catalogue,
                                         const std::vector<domain::Proposal>& proposals, const ProposalReader& reader);
[[nodiscard]] std::string proposal_json(const domain::Catalogue& catalogue, const domain::Proposal& proposal,
                                        const ProposalReader& reader);

struct ProposalRequest {
  domain::Proposal proposal;  ///< what its proposer says of it, cleaned
  std::uint32_t after = 0;
};
struct ProposalStepRequest {
  std::uint32_t after = 0;
  std::string word;
};
struct PlaceRequest {
  std::uint32_t after = 0;
  RoomId room;
  UnixMs slot = 0;
};
/// nullopt for anything that is not the message, or breaks its limits.
[[nodiscard]] std::optional<ProposalRequest> parse_proposal_request(std::string_view json);
[[nodiscard]] std::optional<ProposalStepRequest> parse_proposal_step(std::string_view json);
[[nodiscard]] std::optional<PlaceRequest> parse_place_request(std::string_view json);

}  // namespace posterhall::wire
