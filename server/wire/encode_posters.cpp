#include "wire/encode_posters.hpp"

#include "posterhall/v1/server.pb.h"

namespace posterhall::wire {

void fill(v1::ServerMessage& message, const hall::notice::PosterDesk& desk) {
  auto& out = *message.mutable_poster_desk();
  out.set_open_requests(desk.open_requests);
  for (const auto& answer : desk.answers) {
    auto& to = *out.add_answers();
    to.set_request(answer.number);
    to.set_poster(answer.poster.value);
    to.set_put_up(answer.put_up);
    to.set_words(answer.words);
    to.set_at_ms(static_cast<double>(answer.settled));
  }
  out.set_open_proposals(desk.open_proposals);
  out.set_proposals_mark(desk.proposals_mark);
  for (const auto& decision : desk.decisions) {
    auto& to = *out.add_decisions();
    to.set_proposal(decision.id);
    to.set_state(static_cast<v1::ProposalState>(decision.state));
    to.set_title(decision.title);
    to.set_word(decision.word);
    to.set_room(decision.room.value);
    to.set_start_ms(static_cast<double>(decision.span.start));
    to.set_at_ms(static_cast<double>(decision.settled));
  }
}

}  // namespace posterhall::wire
