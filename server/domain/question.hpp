// A question at a poster: what has become of it, who may want its answer, hide it and show it again, and what of a
// poster's channel anybody but its writer is shown.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "domain/event.hpp"
#include "domain/person.hpp"

namespace posterhall::domain {

[[nodiscard]] constexpr bool is_question(EventKind kind) {
  return kind == EventKind::question || kind == EventKind::question_unnamed;
}
[[nodiscard]] constexpr bool is_answer(EventKind kind) {
  return kind == EventKind::answer || kind == EventKind::answer_unnamed;
}
/// Has words of its own, which may be edited and taken back.
[[nodiscard]] constexpr bool is_words(EventKind kind) {
  return kind == EventKind::message || kind == EventKind::announcement || is_question(kind) || is_answer(kind);
}
[[nodiscard]] constexpr bool hides(EventKind kind) {
  return kind == EventKind::hidden_by_author || kind == EventKind::hidden_by_order;
}
/// Says of a question that it is hidden or shown again.
[[nodiscard]] constexpr bool changes_showing(EventKind kind) { return hides(kind) || kind == EventKind::shown_again; }

enum class HiddenBy : std::uint8_t { nobody, author, order };

struct QuestionState {
  std::uint32_t number = 0;
  PersonId asker;
  bool unnamed = false;
  bool removed = false;
  HiddenBy hidden = HiddenBy::nobody;
  std::string reason;       ///< of hiding
  std::uint32_t wants = 0;  ///< people who want it answered
  bool wanted = false;      ///< by the person it was settled for
  std::uint32_t turns = 0;  ///< how often that person said so or took it back
};

/// `events`: the question, then whatever names it, rising numbers; others are ignored. nullopt: it begins with none.
[[nodiscard]] std::optional<QuestionState> settle_question(std::span<const Event> events, PersonId person);

/// What is to be done with a wish about a question.
enum class Wish : std::uint8_t { store, done_already, not_found, not_allowed, wrong_state };

/// Once each, not for one's own: that one is wanted by asking it. What is hidden is not answered.
[[nodiscard]] Wish judge_want(const QuestionState& question, PersonId person, bool on);
/// `presents`: the person is an author of the poster; then it is as one. A moderator's hiding counts more.
[[nodiscard]] Wish judge_hide(const QuestionState& question, Role role, bool presents);
/// What an author hid, its authors and moderators show again; what a moderator hid, moderators only.
[[nodiscard]] Wish judge_show(const QuestionState& question, Role role, bool presents);

/// Is the writer shown more of it than others?
[[nodiscard]] bool is_concealed(const Event& event);
/// The event as this person is shown it: no name where none was given, nobody's for who wants, edits and takes back at
/// a poster, no words of what is hidden; one's own as it is.
[[nodiscard]] Event seen_by(const Event& event, PersonId person);

}  // namespace posterhall::domain
