// Bodies of the HTTP interface about figures (proto/posterhall/v1/api_attend.proto). As wire/api.hpp: protobuf JSON.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <span>
#include <string>

#include "domain/catalogue.hpp"
#include "domain/figures.hpp"

namespace posterhall::wire {

[[nodiscard]] std::string figures_json(const domain::PosterFigures& figures);
/// Posters without any figures count as zero.
[[nodiscard]] std::string all_figures_json(const domain::Catalogue& catalogue,
                                           std::span<const domain::PosterFigures> all);

}  // namespace posterhall::wire
