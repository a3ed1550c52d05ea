// Bodies of the HTTP interface about being at posters (proto/posterhall/v1/api_attend.proto): shifts, coverage. As
// wire/api.hpp: protobuf JSON. Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/coverage.hpp"
#include "domain/person.hpp"
#include "hall/shard.hpp"

namespace posterhall::wire {

/// `newer`: a plan that was stored a moment ago, in place of the catalogue's. `you`: who reads it.
[[nodiscard]] std::string shifts_json(const domain::Catalogue& catalogue, const domain::Poster& poster,
                                      std::span<const domain::Person* const> authors, PersonId you,
                                      const domain::ShiftPlan* newer);

/// What the front knows of the hall when it is asked.
struct CoverageView {
  const domain::Catalogue* catalogue = nullptr;
  const hall::People* people = nullptr;
  const hall::HallReport* report = nullptr;  ///< null: none yet
  std::span<const hall::PersonHere> here;
  std::span<const domain::BoothNow> booths;
  const domain::AttendanceMemory* memory = nullptr;
  UnixMs now = 0;
};
[[nodiscard]] std::string coverage_json(const CoverageView& view, const std::string& session);

struct ShiftsRequest {
  std::string session;
  std::uint32_t number = 0;
  UnixMs length = 0;                       ///< of that session
  std::vector<domain::ShiftPiece> pieces;  ///< from its start
};
/// nullopt for anything that is not the message, or names no exhibition session with times.
[[nodiscard]] std::optional<ShiftsRequest> parse_shifts_request(std::string_view json,
                                                                const domain::Catalogue& catalogue);

}  // namespace posterhall::wire
