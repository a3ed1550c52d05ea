// The catalogue as JSON text, as it is kept: an import is read whole, replaced whole and taken back whole.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "store/database.hpp"

namespace posterhall::store {

struct PosterDocument {
  std::vector<domain::Poster> posters;
  std::vector<domain::Topic> topics;
};

/// Without booth and picture: those are the layout's and the versions'.
[[nodiscard]] std::string to_document(const std::vector<domain::Poster>& posters,
                                      const std::vector<domain::Topic>& topics);
[[nodiscard]] std::optional<PosterDocument> parse_poster_document(const std::string& text);

[[nodiscard]] std::string to_document(const EventSetting& setting);
[[nodiscard]] std::optional<EventSetting> parse_setting_document(const std::string& text);

/// One session, and the event's times, as an organiser changed them while the event runs.
[[nodiscard]] std::string to_document(const domain::Session& session);
[[nodiscard]] std::optional<domain::Session> parse_session_document(const std::string& text);
[[nodiscard]] std::string to_document(const domain::EventTimes& times);
[[nodiscard]] std::optional<domain::EventTimes> parse_times_document(const std::string& text);

}  // namespace posterhall::store
