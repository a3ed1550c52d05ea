#include "tools/programme_diff.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <unordered_map>

#include "text/text.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;
constexpr std::size_t most_rows = 200;

std::vector<std::string_view> differing(const domain::Session& a, const domain::Session& b) {
  std::vector<std::string_view> fields;
  const auto add = [&](bool differs, std::string_view name) {
    if (differs) fields.push_back(name);
  };
  add(a.title != b.title, "title");
  add(a.kind != b.kind, "kind");
  add(a.audience != b.audience, "audience");
  add(a.place != b.place || a.room != b.room, "place");
  add(a.people != b.people, "people");
  add(a.host_emails != b.host_emails, "hosts");
  add(a.summary != b.summary, "summary");
  add(a.day != b.day || a.span != b.span, "times");
  add(a.sponsor != b.sponsor, "sponsor");
  add(a.stream != b.stream || a.stream_public != b.stream_public, "stream");
  add(a.recording != b.recording, "recording");
  return fields;
}

/// Days and hours as the event's zone has them.
class Times {
 public:
  explicit Times(const std::string& zone) : zone_(TimeZone::load(zone.empty() ? "UTC" : zone)) {}
  [[nodiscard]] SessionChange of(const domain::Session& session, std::vector<std::string_view> fields = {}) const {
    SessionChange change{session.id, session.title, session.day, std::move(fields)};
    if (session.span.end == 0 || !zone_) return change;
    const auto local = zone_->to_local(session.span.start);
    const auto minute = ((local % 86'400 + 86'400) % 86'400) / 60;
    change.when += " " + two_digits(minute / 60) + ":" + two_digits(minute % 60);
    return change;
  }

 private:
  static std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }
  std::optional<TimeZone> zone_;
};

std::string joined(const std::vector<std::string_view>& fields) {
  std::string text;
  for (const auto& field : fields) text += (text.empty() ? "" : ", ") + std::string(field);
  return text;
}

void write_rows(std::string& text, std::string_view sign, std::string_view word,
                const std::vector<SessionChange>& changes) {
  for (std::size_t i = 0; i < changes.size() && i < most_rows; ++i) {
    const auto& change = changes[i];
    text += "  " + std::string(sign) + " Session  " + change.when + "  " + text::shorten(change.title, 100) + "  [" +
            change.id + "]\n";
    if (!change.fields.empty()) text += "      " + joined(change.fields) + "\n";
  }
  if (changes.size() > most_rows) {
    text += "  … and " + grouped(changes.size() - most_rows) + " more sessions " + std::string(word) + "\n";
  }
}

json::array ids_of(const std::vector<SessionChange>& changes) {
  json::array ids;
  for (const auto& change : changes) ids.emplace_back(change.id);
  return ids;
}

template <class T>
void fill(T& field, const T& fallback) {
  if (field.empty()) field = fallback;
}

}  // namespace

std::string ProgrammeDiff::counts() const {
  return grouped(added.size()) + " added, " + grouped(changed.size()) + " changed, " + grouped(removed.size()) +
         " removed";
}

ProgrammeDiff diff_programme(const store::EventSetting& before, const store::EventSetting& after) {
  std::unordered_map<std::string_view, const domain::Session*> known;
  for (const auto& session : before.sessions) known.emplace(session.id, &session);
  const Times times(after.event.time_zone.empty() ? before.event.time_zone : after.event.time_zone);
  ProgrammeDiff diff;
  for (const auto& session : after.sessions) {
    const auto found = known.find(session.id);
    if (found == known.end()) {
      diff.added.push_back(times.of(session));
      continue;
    }
    auto fields = differing(*found->second, session);
    known.erase(found);
    if (!fields.empty()) diff.changed.push_back(times.of(session, std::move(fields)));
  }
  for (const auto& session : before.sessions) {
    if (known.contains(session.id)) diff.removed.push_back(times.of(session));
  }
  for (auto* list : {&diff.added, &diff.changed, &diff.removed})
    std::ranges::stable_sort(*list, {}, &SessionChange::when);
  return diff;
}

std::string programme_text(const ProgrammeDiff& diff, bool live) {
  if (!diff.anything()) return {};
  std::string text = std::string(live ? "Sessions: " : "Sessions that would change: ") + diff.counts() + ".\n";
  write_rows(text, "+", "added", diff.added);
  write_rows(text, "~", "changed", diff.changed);
  write_rows(text, "-", "removed", diff.removed);
  return text;
}

json::object programme_json(const ProgrammeDiff& diff) {
  json::array changed;
  for (const auto& change : diff.changed) {
    json::array fields;
    for (const auto& field : change.fields) fields.emplace_back(field);
    changed.push_back(json::object{{"id", change.id}, {"fields", std::move(fields)}});
  }
  return {{"added", ids_of(diff.added)}, {"changed", std::move(changed)}, {"removed", ids_of(diff.removed)}};
}

store::EventSetting programme_over(const store::EventSetting& before, const ImportFile& file) {
  store::EventSetting setting{file.event, file.sessions, file.rooms, {}};
  fill(setting.event.name, before.event.name);
  fill(setting.event.edition, before.event.edition);
  fill(setting.event.time_zone, before.event.time_zone);
  return setting;
}

void judge_programme(ImportFile& file, const EventFile& event) {
  if (!file.is_programme() || file.sessions.empty() || event.sessions.empty()) return;
  if (file.warnings.size() >= max_faults) return;
  file.warnings.push_back({0, "",
                           "event.toml has a programme of its own, which counts: the " +
                               counted(file.sessions.size(), "session", "sessions") + " of this file are not shown",
                           "take the [[session]] tables out of event.toml to use them"});
}

}  // namespace posterhall::tools
