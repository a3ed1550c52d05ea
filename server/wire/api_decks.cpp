#include "wire/api_decks.hpp"

#include "posterhall/v1/api_decks.pb.h"
#include "wire/api_json.hpp"

namespace posterhall::wire {

std::string deck_pages_json(const std::vector<DeckPage>& pages) {
  v1::DeckPages out;
  for (const auto& page : pages) {
    auto& to = *out.add_pages();
    to.set_picture(page.picture);
    to.set_width(page.width);
    to.set_height(page.height);
    to.set_text(page.text);
  }
  return to_json(out);
}

std::string session_deck_json(const domain::Deck& deck, const std::string& by) {
  v1::SessionDeck out;
  out.set_deck(deck.id);
  out.set_session(deck.session);
  out.set_name(deck.name);
  out.set_pages(deck.pages);
  out.set_list(deck.list);
  out.set_by(by);
  out.set_at_ms(static_cast<double>(deck.at));
  return to_json(out);
}

std::string deck_sessions_json(const std::vector<std::string>& sessions) {
  v1::DeckSessions out;
  for (const auto& session : sessions) out.add_sessions(session);
  return to_json(out);
}

std::optional<std::string> parse_deck_removal(std::string_view json) {
  constexpr std::size_t kMostSession = 256;  // bytes
  v1::DeckRemoval request;
  if (!from_json(json, request) || request.session().empty() || request.session().size() > kMostSession) return {};
  return request.session();
}

}  // namespace posterhall::wire
