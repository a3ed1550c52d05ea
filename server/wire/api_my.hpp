// Bodies of the HTTP interface about a person's own things and similar posters (proto/posterhall/v1/my_things.proto).
// As wire/api.hpp: protobuf JSON. Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/my_programme.hpp"
#include "hall/ports/my_programme.hpp"
#include "hall/ports/my_things.hpp"
#include "hall/similar.hpp"

namespace posterhall::wire {

[[nodiscard]] std::string visited_json(const std::vector<PosterKey>& posters);
[[nodiscard]] std::string my_card_json(const hall::Card& card, const std::vector<hall::Card>& left);
[[nodiscard]] std::string card_json(const hall::Card& card);
[[nodiscard]] std::string cards_json(const std::vector<hall::Card>& cards);
[[nodiscard]] std::string similar_json(const std::vector<hall::SimilarPoster>& posters);

/// `chosen` as stored, `mine` what of it and beside it the programme has.
[[nodiscard]] std::string my_programme_json(const hall::ChosenSessions& chosen, const domain::PersonalProgramme& mine);
[[nodiscard]] std::string my_calendar_json(const std::string& path, UnixMs at);

struct ProgrammeRequest {
  std::string session;
  bool on = false;
};

struct CardRequest {
  std::string note;
  bool with_email = false;
};

/// nullopt for anything that is not the message, or breaks its limits.
[[nodiscard]] std::optional<PosterKey> parse_visited_request(std::string_view json);
[[nodiscard]] std::optional<CardRequest> parse_card_request(std::string_view json);
[[nodiscard]] std::optional<ProgrammeRequest> parse_programme_request(std::string_view json);
/// True: no calendar any more.
[[nodiscard]] std::optional<bool> parse_calendar_request(std::string_view json);

}  // namespace posterhall::wire
