// What the routes about posters' files share: the call of somebody who is signed in, and the answers that are no.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/permission.hpp"
#include "net/ask.hpp"
#include "net/front_services.hpp"
#include "net/http_message.hpp"
#include "wire/api_posters.hpp"

namespace posterhall::net {

[[nodiscard]] HttpAnswer poster_unavailable();
[[nodiscard]] HttpAnswer poster_malformed();
[[nodiscard]] HttpAnswer poster_not_found();
[[nodiscard]] HttpAnswer poster_not_allowed();
[[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view text);

/// Everything a route needs to know of who asks.
struct PosterCall {
  FrontServices& services;
  const HttpRequest& request;
  const domain::Person& person;

  [[nodiscard]] bool may(domain::Act act, PosterKey poster) const;
  [[nodiscard]] bool may(domain::Act act) const { return domain::may(person.role, act, domain::Whose::own); }
  /// Organisers put up at any time; authors until the freeze time.
  [[nodiscard]] bool asks_after_freeze() const { return person.role != domain::Role::organiser; }
  [[nodiscard]] bool may_put_up(PosterKey poster) const;
  [[nodiscard]] const domain::Poster* poster(std::string_view name) const;
  [[nodiscard]] wire::PosterNames names() const;
};

}  // namespace posterhall::net
