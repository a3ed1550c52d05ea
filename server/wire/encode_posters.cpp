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
}

}  // namespace posterhall::wire
