#include "domain/settled_words.hpp"

#include <optional>
#include <unordered_map>

#include "domain/question.hpp"

namespace posterhall::domain {
namespace {

struct Now {
  const Event* edit = nullptr;
  bool removed = false;
  std::optional<bool> hidden;
};

using Questions = std::unordered_map<std::uint32_t, std::uint32_t>;

void learn(Questions& of_answers, std::span<const Event> events) {
  for (const Event& event : events) {
    if (is_answer(event.kind)) of_answers.insert_or_assign(event.number, event.ref);
  }
}

/// The question whose thread an entry with words is in.
std::uint32_t thread_of(const Event& event, const Questions& of_answers) {
  const std::uint32_t words = words_of(event);
  const auto answer = of_answers.find(words);
  return answer == of_answers.end() ? words : answer->second;
}

bool has_words(EventKind kind) { return is_question(kind) || is_answer(kind) || kind == EventKind::edit; }

}  // namespace

void settle_words(std::span<Event> events, std::span<const Event> changes) {
  std::unordered_map<std::uint32_t, Now> words;
  for (const Event& change : changes) {
    if (change.kind == EventKind::remove) words[change.ref].removed = true;
    if (change.kind == EventKind::edit) words[change.ref].edit = &change;
    if (changes_showing(change.kind)) words[change.ref].hidden = hides(change.kind);
  }
  if (words.empty()) return;
  Questions of_answers;
  learn(of_answers, changes);
  learn(of_answers, events);
  for (Event& event : events) {
    if (has_words(event.kind)) {
      const auto thread = words.find(thread_of(event, of_answers));
      if (thread != words.end() && thread->second.hidden) event.hidden = *thread->second.hidden;
    }
    const auto now = words.find(words_of(event));
    if (now == words.end() || !(is_words(event.kind) || event.kind == EventKind::edit)) continue;
    if (now->second.removed) {
      event.text.clear();
    } else if (now->second.edit != nullptr && now->second.edit != &event) {
      event.text = now->second.edit->text;
    }
  }
}

}  // namespace posterhall::domain
