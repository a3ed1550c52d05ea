#include "domain/settled_words.hpp"

#include <unordered_map>

namespace posterhall::domain {

void settle_words(std::span<Event> events, std::span<const Event> changes) {
  struct Now {
    const Event* edit = nullptr;
    bool removed = false;
  };
  std::unordered_map<std::uint32_t, Now> words;
  for (const Event& change : changes) {
    if (change.kind == EventKind::remove) words[change.ref].removed = true;
    if (change.kind == EventKind::edit) words[change.ref].edit = &change;
  }
  if (words.empty()) return;
  for (Event& event : events) {
    const auto now = words.find(words_of(event));
    if (now == words.end() || event.kind == EventKind::remove) continue;
    if (now->second.removed) {
      event.text.clear();
    } else if (now->second.edit != &event) {
      event.text = now->second.edit->text;
    }
  }
}

}  // namespace posterhall::domain
