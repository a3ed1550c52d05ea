#include "net/page_policy.hpp"

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "net/peer.hpp"

namespace posterhall::net {
namespace {

// Trusted Types: only Svelte's own templates become HTML. Nothing inline, nothing evaluated, nobody frames the hall.
constexpr std::string_view kBeginning =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; ";
constexpr std::string_view kEnd =
    "; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html posterhall";

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; }

/// scheme://host or scheme://host:port of which nothing can be read as anything else in a policy.
bool is_plain_origin(std::string_view origin) {
  std::string_view rest = origin.substr(origin.find("://") + 3);
  const auto colon = rest.find(':');
  const std::string_view host = rest.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
  return !host.empty() && std::ranges::all_of(host, is_plain) &&
         std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_playlist(std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  constexpr std::string_view kEnding = ".m3u8";
  return path.size() > kEnding.size() && ascii_lower(std::string{path.substr(path.size() - kEnding.size())}) == kEnding;
}

std::vector<std::string> stream_origins(const domain::Catalogue& catalogue, Streams which) {
  std::set<std::string> origins;
  for (const auto& session : catalogue.sessions) {
    if (which == Streams::open_to_everybody && !session.stream_public) continue;
    for (const std::string* address : {&session.stream, &session.recording}) {
      if (!is_playlist(*address) || origins.size() == kMostStreamOrigins) continue;
      if (auto origin = origin_of(*address); origin && is_plain_origin(*origin)) origins.insert(std::move(*origin));
    }
  }
  return {origins.begin(), origins.end()};
}

std::string page_policy(const domain::Catalogue* catalogue, Streams which) {
  const auto origins = catalogue == nullptr ? std::vector<std::string>{} : stream_origins(*catalogue, which);
  std::string list;
  for (const auto& origin : origins) list += " " + origin;
  // A playlist and its pieces are fetched by script and played from a blob; where the browser plays HLS itself, by it.
  const std::string media = origins.empty() ? std::string{} : "; media-src blob:" + list;
  return std::string{kBeginning} + "connect-src 'self'" + list + media + std::string{kEnd};
}

bool is_public_stream(const domain::Session& session) {
  return session.stream_public && (!session.stream.empty() || !session.recording.empty());
}

const domain::Session* find_public_stream(const domain::Catalogue& catalogue, std::string_view id) {
  const auto found = std::ranges::find_if(
      catalogue.sessions, [&](const domain::Session& one) { return one.id == id && is_public_stream(one); });
  return found == catalogue.sessions.end() ? nullptr : &*found;
}

}  // namespace posterhall::net
