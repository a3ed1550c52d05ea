#include "tools/question_threads.hpp"

#include <map>
#include <span>

namespace posterhall::tools {
namespace {

using Entries = std::map<std::uint32_t, ThreadEntry>;

Entries entries_of(const std::vector<domain::Event>& events) {
  Entries entries;
  for (const auto& event : events) {
    const auto found = entries.find(event.ref);
    // Whether somebody may was decided before it was stored.
    if (event.kind == domain::EventKind::edit && found != entries.end()) found->second.text = event.text;
    if (event.kind == domain::EventKind::remove && found != entries.end()) entries.erase(found);
    if (!domain::is_question(event.kind) && !domain::is_answer(event.kind)) continue;
    const auto about = domain::is_answer(event.kind) ? event.ref : 0;
    const auto author = domain::seen_by(event, PersonId{}).author;
    entries.emplace(event.number, ThreadEntry{event.number, about, author, event.at, event.text});
  }
  return entries;
}

}  // namespace

std::vector<ThreadEntry> settle_thread(const std::vector<domain::Event>& events,
                                       const std::function<bool(PersonId)>& presents) {
  Entries entries = entries_of(events);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto found = entries.find(events[i].number);
    if (found == entries.end() || found->second.about != 0) continue;
    const auto state = domain::settle_question(std::span(events).subspan(i), PersonId{});
    if (!state) continue;
    found->second.wants = state->wants;
    found->second.hidden = state->hidden;
    found->second.reason = state->reason;
  }
  for (auto& [number, entry] : entries) {
    const auto question = entries.find(entry.about == 0 ? number : entry.about);
    const bool hidden = question != entries.end() && question->second.hidden != domain::HiddenBy::nobody;
    if (entry.about != 0 && question != entries.end() && presents(entry.author)) {
      entry.by_author = true;
      question->second.answered = true;
    }
    if (hidden) entry.text.clear();
  }
  std::vector<ThreadEntry> thread;
  for (auto& [number, entry] : entries) thread.push_back(std::move(entry));
  return thread;
}

std::string_view state_of(const ThreadEntry& entry) {
  if (entry.about != 0) return entry.by_author ? "by author" : "";
  switch (entry.hidden) {
    case domain::HiddenBy::author: return "hidden by author";
    case domain::HiddenBy::order: return "hidden by moderator";
    case domain::HiddenBy::nobody: break;
  }
  return entry.answered ? "answered by author" : "open";
}

}  // namespace posterhall::tools
