// The audit log in SQL: who did what to whom, in the order in which it was stored. Each row's hash is SHA-256 over the
// hash before it and the row's own bytes, so that a row that was changed, taken out or put in later is found. Written
// in the transaction of the event it is about, hence before that takes effect. Private to store/.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include "domain/event.hpp"
#include "store/connection.hpp"
#include "store/database.hpp"

namespace posterhall::store {

/// Whether audit_event() may write a row for it; no: nothing of it has to wait for the log.
[[nodiscard]] bool may_be_audited(const domain::NewEvent& event);

/// Writes a row for what keeps order (measures, reports, words taken down by another, questions
/// hidden and shown again), for who may come in as what
/// (invited, changed, renewed, revoked), and for posters' files (put up, an author's request settled); nothing for the
/// rest.
void audit_event(Connection& db, const domain::NewEvent& event, std::uint32_t number, UnixMs now);

/// Follows the chain, and holds the rows against the events they were written with.
[[nodiscard]] AuditCheck check_audit(Connection& db);

}  // namespace posterhall::store
