// Port: proposals for breakouts, and what organisers say to them. A placed one is a session of the programme, written
// in the same step; each change moves the "catalogue" head, so that every running server sees it within two seconds.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/proposals.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

/// What running servers know of a proposal, to tell its proposer and organisers.
struct ProposalNews {
  std::uint32_t id = 0;
  PersonId person;
  domain::ProposalState state = domain::ProposalState::proposed;
  std::string title;
  std::string word;
  RoomId room;
  domain::TimeSpan span;
  UnixMs settled = 0;      ///< when an organiser last said something; 0 = never
  bool seen = true;        ///< its proposer has read that
  std::uint32_t mark = 0;  ///< rises over all proposals with each change of one
  friend bool operator==(const ProposalNews&, const ProposalNews&) = default;
};

/// One step of who proposed it or of an organiser.
struct ProposalStepTaken {
  domain::ProposalStep step = domain::ProposalStep::withdraw;
  std::uint32_t id = 0;
  std::uint32_t after = 0;  ///< Proposal::change as seen: another one by now is not overwritten
  PersonId by;
  std::string word{};           ///< decline
  domain::Proposal wanted{};    ///< change: kind, poster, title, summary, wanted
  domain::Person proposer{};    ///< place
  RoomId room{};                ///< place
  domain::BreakoutSlot slot{};  ///< place
};

/// With any fault but none nothing was stored.
struct ProposalStored {
  domain::Proposal proposal;
  domain::ProposalFault fault = domain::ProposalFault::none;
};

class ProposalStore {
 public:
  virtual ~ProposalStore() = default;
  virtual void propose(domain::Proposal proposal, Reply<ProposalStored> reply) = 0;
  virtual void take_step(ProposalStepTaken step, Reply<ProposalStored> reply) = 0;
  /// Its proposer has read what was said; false: nothing to read.
  virtual void seen(std::uint32_t id, PersonId by, Reply<bool> reply) = 0;
  /// One person's, or with none everybody's; oldest first.
  virtual void proposals(PersonId of, Reply<std::vector<domain::Proposal>> reply) = 0;
};

}  // namespace posterhall::hall
