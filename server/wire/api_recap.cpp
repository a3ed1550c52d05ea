#include "wire/api_recap.hpp"

#include "posterhall/v1/api_recap.pb.h"
#include "wire/api_json.hpp"

namespace posterhall::wire {

std::string recap_json(const std::string& session, const domain::Recap& recap, const RecapTalk& talk,
                       const std::function<std::string(PersonId)>& name_of, const std::vector<domain::Deck>& decks) {
  v1::Recap out;
  out.set_session(session);
  out.set_from_ms(static_cast<double>(recap.from()));
  out.set_until_ms(static_cast<double>(recap.until()));
  out.set_people(static_cast<std::uint32_t>(recap.people()));
  for (const domain::RoomQuestion& question : recap.questions()) {
    auto& to = *out.add_questions();
    if (!question.unnamed) to.set_name(name_of(question.person));
    to.set_text(question.text);
    to.set_answer(question.answer);
    to.set_state(static_cast<v1::RoomQuestionState>(question.state));
    to.set_wants(static_cast<std::uint32_t>(question.wants.size()));
  }
  for (const std::string& link : recap.links()) out.add_links(link);
  for (const PosterKey poster : recap.posters()) out.add_posters(poster.value);
  for (const std::uint32_t id : recap.decks()) {
    if (const domain::Deck* deck = domain::find_deck(decks, id)) out.add_slides(deck->name);
  }
  for (const domain::Event& line : talk.lines) {
    auto& to = *out.add_talk();
    to.set_name(name_of(line.author));
    to.set_text(line.text);
    to.set_at_ms(static_cast<double>(line.at));
  }
  out.set_more_talk(talk.more);
  return to_json(out);
}

}  // namespace posterhall::wire
