// Cookies and tokens of the HTTP interface: who is asking, signing in and out.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

inline constexpr UnixMs kSessionMs = UnixMs{30} * 24 * 3600 * 1000;
inline constexpr UnixMs kTicketMs = 30'000;

[[nodiscard]] hall::TokenHash hash_token(std::string_view token);
[[nodiscard]] std::string_view cookie_name(const FrontSettings& settings);
[[nodiscard]] std::string set_cookie(const FrontSettings& settings, std::string_view token);
[[nodiscard]] std::string clear_cookie(const FrontSettings& settings);

struct Asker {
  hall::Session session;
  hall::TokenHash cookie;
};
/// Whose cookie this is; nothing for none, unknown and ended ones. An error when the store cannot say.
[[nodiscard]] Task<Result<std::optional<Asker>>> find_asker(FrontServices& services, const HttpRequest& request,
                                                            Peer& peer);

/// Who that is. Somebody invited this second is in the store and not in the view yet: then it is brought up to date.
/// Null: nobody, or the store does not answer. The pointer holds until the next wait.
[[nodiscard]] Task<const domain::Person*> find_person(FrontServices& services, PersonId id);

}  // namespace posterhall::net
