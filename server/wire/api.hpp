// Bodies of the HTTP interface (proto/posterhall/v1/api.proto) as protobuf JSON: defaults printed, no 64-bit numbers.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/person.hpp"
#include "hall/notice.hpp"

namespace posterhall::wire {

/// The event as the interface shows it now. Pointers live as long as the call.
struct ApiView {
  const domain::Catalogue* catalogue = nullptr;
  const hall::notice::HallFacts* facts = nullptr;  ///< may be null: nobody here yet
  UnixMs now = 0;
  std::string_view client_build;
  std::uint32_t authors_here = 0;
};

/// `invited`: else streams and recordings are left out, but for those that are public.
[[nodiscard]] std::string event_json(const ApiView& view, bool invited);
/// The sessions `shown` says yes to, as people without an invitation may know them; of the event its name and its zone.
[[nodiscard]] std::string streams_json(const ApiView& view, bool (*shown)(const domain::Session&));
/// One poster by its key, wherever it stands; without posters_public and a session only the event is shown instead.
[[nodiscard]] std::string poster_json(const ApiView& view, const domain::Poster& poster);
[[nodiscard]] std::string posters_json(const ApiView& view);
[[nodiscard]] std::string counts_json(const ApiView& view);

/// What a link's owner sees before Enter. `person` as invited, `presents` looked up in the catalogue.
[[nodiscard]] std::string invitation_json(const ApiView& view, const domain::Person& person, bool on_another_device);
[[nodiscard]] std::string enter_json(PersonId person, bool ask_take_over);
/// `process`: whose answer this is.
[[nodiscard]] std::string ticket_json(std::string_view ticket, std::string_view process);
[[nodiscard]] std::string session_json(const domain::Person& person);
/// `message` is words for people.
[[nodiscard]] std::string error_json(std::string_view code, std::string_view message);

/// Why somebody is not let in: the measure itself comes with the words.
[[nodiscard]] std::string banned_json(std::string_view message, const hall::notice::MyMeasure& measure);

struct EnterRequest {
  std::string token;
  std::string short_name;
  domain::Look look{};
  std::string time_zone;
  bool take_over = false;
};

/// nullopt for anything that is not the message; unknown fields are let through (an older server, a newer page).
[[nodiscard]] std::optional<std::string> parse_invitation_request(std::string_view json);
[[nodiscard]] std::optional<EnterRequest> parse_enter_request(std::string_view json);

/// `GET /api/v1/posters/NAME`: the hall's number, the file's id or the file's booth ("312", "pted-2021-D4", "D4").
/// A hall number wins over a file's booth of the same digits.
[[nodiscard]] const domain::Poster* find_poster(const domain::Catalogue& catalogue, std::string_view name);

}  // namespace posterhall::wire
