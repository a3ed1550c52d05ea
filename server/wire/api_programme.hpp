// Bodies of the HTTP interface about changing the programme (proto/posterhall/v1/api_programme.proto). As wire/api.hpp:
// protobuf JSON. Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/catalogue.hpp"

namespace posterhall::wire {

struct TimesRequest {
  domain::EventTimes times;
  std::uint32_t after = 0;
  bool back = false;
};
/// nullopt for anything that is not the message.
[[nodiscard]] std::optional<TimesRequest> parse_times_request(std::string_view json);

struct SessionRequest {
  domain::Session session;  ///< texts cleaned; without hosts
  std::uint32_t after = 0;
  bool removed = false;
  bool back = false;
};
[[nodiscard]] std::optional<SessionRequest> parse_session_request(std::string_view json);

[[nodiscard]] std::string programme_json(const std::string& session, std::uint32_t change);

}  // namespace posterhall::wire
