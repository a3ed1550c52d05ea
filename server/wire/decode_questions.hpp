// Reads what is said of questions at a poster: wanted, hidden, shown again.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <variant>

#include "hall/command.hpp"
#include "hall/notice.hpp"

namespace posterhall::v1 {
class HideQuestion;
class ShowQuestion;
class WantAnswer;
}  // namespace posterhall::v1

namespace posterhall::wire {

using QuestionRead = std::variant<hall::Command, hall::RejectCode>;

[[nodiscard]] QuestionRead read_want_answer(const v1::WantAnswer& in);
[[nodiscard]] QuestionRead read_hide_question(const v1::HideQuestion& in);
[[nodiscard]] QuestionRead read_show_question(const v1::ShowQuestion& in);

}  // namespace posterhall::wire
