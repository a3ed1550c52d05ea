#include "wire/decode_questions.hpp"

#include <string>
#include <utility>

#include "posterhall/v1/questions.pb.h"
#include "text/text.hpp"
#include "wire/decode.hpp"
#include "wire/decode_text.hpp"

namespace posterhall::wire {
namespace {

namespace command = hall::command;
using hall::RejectCode;

}  // namespace

QuestionRead read_want_answer(const v1::WantAnswer& in) {
  if (in.poster() == 0 || in.question() == 0) return RejectCode::malformed;
  return command::WantAnswer{PosterKey{in.poster()}, in.question(), in.on()};
}

QuestionRead read_hide_question(const v1::HideQuestion& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  if (!id || in.poster() == 0 || in.question() == 0) return RejectCode::malformed;
  auto reason = text::clean_text(in.reason(), kMaxReason);
  if (!reason) return RejectCode::text_too_long;
  if (reason->empty()) return RejectCode::text_empty;
  return command::HideQuestion{*id, PosterKey{in.poster()}, in.question(), std::move(*reason)};
}

QuestionRead read_show_question(const v1::ShowQuestion& in) {
  const auto id = exactly_bytes<16>(in.client_id());
  if (!id || in.poster() == 0 || in.question() == 0) return RejectCode::malformed;
  return command::ShowQuestion{*id, PosterKey{in.poster()}, in.question()};
}

}  // namespace posterhall::wire
