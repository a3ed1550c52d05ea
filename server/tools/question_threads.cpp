#include "tools/question_threads.hpp"

#include <map>

namespace posterhall::tools {

std::vector<ThreadEntry> settle_thread(const std::vector<domain::Event>& events) {
  std::map<std::uint32_t, ThreadEntry> entries;
  for (const auto& event : events) {
    const auto found = entries.find(event.ref);
    // Whether somebody may was decided before it was stored.
    if (event.kind == domain::EventKind::edit && found != entries.end()) found->second.text = event.text;
    if (event.kind == domain::EventKind::remove && found != entries.end()) entries.erase(found);
    if (event.kind == domain::EventKind::question || event.kind == domain::EventKind::answer) {
      const auto about = event.kind == domain::EventKind::answer ? event.ref : 0;
      entries.emplace(event.number, ThreadEntry{event.number, about, event.author, event.at, event.text});
    }
  }
  std::vector<ThreadEntry> thread;
  for (auto& [number, entry] : entries) thread.push_back(std::move(entry));
  return thread;
}

}  // namespace posterhall::tools
