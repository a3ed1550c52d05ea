// Measures and reports as the text of their events: fields between unit separators, lines between record separators
// (which cleaned words never hold).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/order.hpp"

namespace posterhall::domain {

[[nodiscard]] std::string to_text(const NewMeasure& measure);
[[nodiscard]] std::string to_text(const NewReport& report);
/// nullopt for a text that is none.
[[nodiscard]] std::optional<NewMeasure> parse_measure(std::string_view text);
[[nodiscard]] std::optional<NewReport> parse_report(std::string_view text);

}  // namespace posterhall::domain
