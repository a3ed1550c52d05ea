// The catalogue and the floor plan as browsers fetch them: GET /files/catalogue/HASH and /files/plan/HASH.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <string>

#include "domain/catalogue.hpp"
#include "domain/layout.hpp"

namespace posterhall::v1 {
class EventInfo;
class Session;
}  // namespace posterhall::v1

namespace posterhall::wire {

/// posterhall.v1.Catalogue; the same catalogue gives the same bytes. E-mail addresses of hosts stay here.
[[nodiscard]] std::string encode_catalogue(const domain::Catalogue& catalogue);
/// posterhall.v1.FloorPlan; the same plan gives the same bytes.
[[nodiscard]] std::string encode_plan(const domain::FloorPlan& plan);

void fill_event_info(v1::EventInfo& out, const domain::EventInfo& event);
void fill_session(v1::Session& out, const domain::Session& session);

}  // namespace posterhall::wire
