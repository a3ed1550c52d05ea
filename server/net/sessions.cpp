#include "net/sessions.hpp"

#include "crypto/crypto.hpp"
#include "net/ask.hpp"

namespace posterhall::net {

hall::TokenHash hash_token(std::string_view token) { return crypto::sha256(token); }

std::string_view cookie_name(const FrontSettings& settings) {
  return settings.secure_cookie ? "__Host-posterhall" : "posterhall-local";
}

namespace {

std::string cookie(const FrontSettings& settings, std::string_view value, std::int64_t seconds) {
  std::string out{cookie_name(settings)};
  out += "=";
  out += value;
  out += "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds);
  if (settings.secure_cookie) out += "; Secure";
  return out;
}

}  // namespace

std::string set_cookie(const FrontSettings& settings, std::string_view token) {
  return cookie(settings, token, kSessionMs / 1000);
}

std::string clear_cookie(const FrontSettings& settings) { return cookie(settings, {}, 0); }

Task<Result<std::optional<Asker>>> find_asker(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const auto token = request.cookie(cookie_name(services.settings));
  if (token.empty() || token.size() > 256) co_return std::optional<Asker>{};
  const auto hash = hash_token(token);
  auto found = co_await ask<std::optional<hall::Session>>(
      services.executor, [&](auto reply) { services.identity.find_session(hash, services.now(), std::move(reply)); });
  if (!found) co_return found.error();
  peer.signed_in = found->has_value();
  if (!*found) co_return std::optional<Asker>{};
  co_return std::optional<Asker>{Asker{**found, hash}};
}

Task<const domain::Person*> find_person(FrontServices& services, PersonId id) {
  // A look that was already under way may have begun too early for them; the second was not.
  for (int looks = 0; looks < 2; ++looks) {
    if (const auto* person = services.view.person(id)) co_return person;
    co_await services.look_again();
  }
  co_return services.view.person(id);
}

}  // namespace posterhall::net
