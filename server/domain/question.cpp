#include "domain/question.hpp"

#include <set>

#include "domain/permission.hpp"

namespace posterhall::domain {
namespace {

bool is_unnamed(EventKind kind) { return kind == EventKind::question_unnamed || kind == EventKind::answer_unnamed; }
bool is_want(EventKind kind) { return kind == EventKind::wanted || kind == EventKind::unwanted; }

Whose whose_if(bool own) { return own ? Whose::own : Whose::other; }

}  // namespace

std::optional<QuestionState> settle_question(std::span<const Event> events, PersonId person) {
  if (events.empty() || !is_question(events.front().kind)) return std::nullopt;
  const Event& asked = events.front();
  QuestionState state;
  state.number = asked.number;
  state.asker = asked.author;
  state.unnamed = is_unnamed(asked.kind);
  std::set<PersonId> wanting;
  for (const Event& event : events.subspan(1)) {
    if (event.ref != asked.number) continue;
    if (event.kind == EventKind::remove) state.removed = true;
    if (is_want(event.kind)) {
      if (event.author == person) ++state.turns;
      if (event.kind == EventKind::wanted) {
        wanting.insert(event.author);
      } else {
        wanting.erase(event.author);
      }
    }
    if (changes_showing(event.kind)) {
      state.hidden = !hides(event.kind)                          ? HiddenBy::nobody
                     : event.kind == EventKind::hidden_by_author ? HiddenBy::author
                                                                 : HiddenBy::order;
      state.reason = hides(event.kind) ? event.text : std::string();
    }
  }
  state.wants = static_cast<std::uint32_t>(wanting.size());
  state.wanted = wanting.contains(person);
  return state;
}

Wish judge_want(const QuestionState& question, PersonId person, bool on) {
  if (question.removed) return Wish::not_found;
  if (question.asker == person || question.hidden != HiddenBy::nobody) return Wish::wrong_state;
  return question.wanted == on ? Wish::done_already : Wish::store;
}

Wish judge_hide(const QuestionState& question, Role role, bool presents) {
  if (question.removed) return Wish::not_found;
  if (!may(role, Act::hide_question, whose_if(presents))) return Wish::not_allowed;
  const bool stronger = !presents && question.hidden == HiddenBy::author;
  return question.hidden == HiddenBy::nobody || stronger ? Wish::store : Wish::done_already;
}

Wish judge_show(const QuestionState& question, Role role, bool presents) {
  if (question.removed) return Wish::not_found;
  const bool own = presents && question.hidden != HiddenBy::order;
  if (!may(role, Act::show_question, whose_if(own))) return Wish::not_allowed;
  return question.hidden == HiddenBy::nobody ? Wish::done_already : Wish::store;
}

bool is_concealed(const Event& event) {
  return event.channel.kind == ChannelKind::poster && (event.hidden || is_unnamed(event.kind) || is_want(event.kind));
}

Event seen_by(const Event& event, PersonId person) {
  Event seen = event;
  if (event.channel.kind != ChannelKind::poster || event.author == person) return seen;
  // Who edits or takes back is who asked, or a moderator: neither is told.
  const bool nobodys = is_unnamed(event.kind) || is_want(event.kind) || event.kind == EventKind::edit ||
                       event.kind == EventKind::remove || changes_showing(event.kind);
  if (nobodys) seen.author = PersonId{};
  if (is_want(event.kind)) seen.client_id = {};  // made of known numbers: it would say whose it is
  if (event.hidden) seen.text.clear();
  return seen;
}

}  // namespace posterhall::domain
