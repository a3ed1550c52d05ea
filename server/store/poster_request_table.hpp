// Files that wait for an organiser's word, what was said, and the freeze time, in SQL. Private to store/; runs inside
// the caller's transaction, errors stay on the connection. Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <optional>
#include <vector>

#include "hall/ports/poster_requests.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

std::uint32_t ask(Connection& db, const hall::PutUp& wanted, UnixMs now);
hall::PutUpAnswer settle(Connection& db, const hall::Settlement& settlement, UnixMs now);
/// Open ones, oldest first.
std::vector<hall::PosterRequest> read_requests(Connection& db, std::optional<PosterKey> of);
/// Open ones, and settled ones whose author has not seen the answer, oldest first.
std::vector<hall::RequestState> read_request_states(Connection& db);
/// False: it was not theirs, not settled, or seen already.
bool see_answer(Connection& db, std::uint32_t request, PersonId by, UnixMs now);

UnixMs read_freeze(Connection& db);
bool write_freeze(Connection& db, UnixMs at, PersonId by, UnixMs now);

}  // namespace posterhall::store
