#include "net/poster_call.hpp"

#include <algorithm>
#include <charconv>

#include "net/api_routes.hpp"

namespace posterhall::net {

HttpAnswer poster_unavailable() {
  return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
}
HttpAnswer poster_malformed() { return api_error(400, "malformed", "The request is malformed."); }
HttpAnswer poster_not_found() { return api_error(404, "not_found", "There is nothing at this address."); }
HttpAnswer poster_not_allowed() {
  return api_error(403, "not_allowed", "Only the authors of this poster and organisers may do that.");
}

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool PosterCall::may(domain::Act act, PosterKey poster) const {
  const bool own = std::ranges::find(person.presents, poster) != person.presents.end();
  return domain::may(person.role, act, own ? domain::Whose::own : domain::Whose::other);
}

bool PosterCall::may_put_up(PosterKey poster) const {
  const auto freeze = services.view.setting().catalogue->event.posters_freeze;
  const bool frozen = asks_after_freeze() && freeze != 0 && services.now() >= freeze;
  return may(domain::Act::put_poster, poster) && !frozen;
}

const domain::Poster* PosterCall::poster(std::string_view name) const {
  return wire::find_poster(*services.view.setting().catalogue, name);
}

wire::PosterNames PosterCall::names() const {
  return {[this](PersonId id) {
            const auto* one = services.view.person(id);
            return one == nullptr ? std::string() : one->name;
          },
          [this](PosterKey key) {
            const auto& posters = services.view.setting().catalogue->posters;
            const auto found = std::ranges::find(posters, key, &domain::Poster::key);
            return found == posters.end() ? std::string() : found->id;
          }};
}

}  // namespace posterhall::net
