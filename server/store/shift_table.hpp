// Authors' shifts in SQL. Private to store/; runs inside the caller's transaction, errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "domain/catalogue.hpp"
#include "hall/ports/shift_store.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// Fills in each poster's plans (what its authors chose, else what the list says) and the hours that follow.
void settle_shifts(Connection& db, domain::Catalogue& catalogue);
hall::ShiftPlanStored write_plan(Connection& db, const hall::NewShiftPlan& plan, UnixMs now);

}  // namespace posterhall::store
