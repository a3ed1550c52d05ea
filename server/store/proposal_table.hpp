// Proposals for breakouts in SQL. Private to store/; runs inside the caller's transaction, errors stay on the
// connection. Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "hall/ports/proposal_store.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// With none everybody's; oldest first.
std::vector<domain::Proposal> read_proposals(Connection& db, PersonId of);
std::vector<hall::ProposalNews> read_proposal_news(Connection& db);
hall::ProposalStored write_proposal(Connection& db, const domain::Proposal& proposal, UnixMs now);
hall::ProposalStored write_proposal_step(Connection& db, const hall::ProposalStepTaken& step, UnixMs now);
bool see_proposal(Connection& db, std::uint32_t id, PersonId by, UnixMs now);

/// A session of the programme was changed otherwise; null: taken out. A proposal placed there follows.
void follow_session(Connection& db, const std::string& id, const domain::Session* session, PersonId by, UnixMs now);

}  // namespace posterhall::store
