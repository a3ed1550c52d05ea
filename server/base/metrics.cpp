#include "base/metrics.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

namespace posterhall {

Counter& Metrics::counter(std::string_view name, std::string_view help, std::string_view labels) {
  const std::scoped_lock lock(mutex_);
  auto& entry = entries_.emplace_back();
  entry.name = name;
  entry.help = help;
  entry.labels = labels;
  return entry.counter;
}

void Metrics::gauge(std::string_view name, std::string_view help, std::string_view labels,
                    std::function<double()> read) {
  const std::scoped_lock lock(mutex_);
  auto& entry = entries_.emplace_back();
  entry.name = name;
  entry.help = help;
  entry.labels = labels;
  entry.is_counter = false;
  entry.read = std::move(read);
}

std::string Metrics::text() const {
  const std::scoped_lock lock(mutex_);
  std::vector<const Entry*> sorted;
  for (const auto& entry : entries_) sorted.push_back(&entry);
  std::ranges::stable_sort(sorted, {}, [](const Entry* entry) -> const std::string& { return entry->name; });
  std::ostringstream out;
  std::string_view last;
  for (const auto* entry : sorted) {
    if (entry->name != last) {
      out << "# HELP " << entry->name << ' ' << entry->help << "\n# TYPE " << entry->name
          << (entry->is_counter ? " counter\n" : " gauge\n");
      last = entry->name;
    }
    out << entry->name;
    if (!entry->labels.empty()) out << '{' << entry->labels << '}';
    out << ' ';
    if (entry->is_counter) {
      out << entry->counter.value();
    } else {
      out << entry->read();
    }
    out << '\n';
  }
  return std::move(out).str();
}

}  // namespace posterhall
