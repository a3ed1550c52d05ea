#include "tools/shift_names.hpp"

#include <algorithm>
#include <optional>

#include "text/text.hpp"
#include "tools/import/moment.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {
namespace {

using domain::Session;
using domain::TimeSpan;

constexpr std::size_t kMostIdsSaid = 12;

bool has_word(const Session& session, const std::string& folded) {
  for (const auto& part : {session.title, session.audience}) {
    const auto words = text::words(part);
    if (std::find(words.begin(), words.end(), folded) != words.end()) return true;
  }
  return false;
}

std::vector<std::string> sessions_named(const std::string& name, const std::vector<Session>& sessions) {
  std::vector<std::string> ids;
  const auto folded = text::fold(name);
  for (const auto& session : sessions) {
    if (session.id == name || text::fold(session.title) == folded) ids.push_back(session.id);
  }
  if (!ids.empty()) return ids;
  for (const auto& session : sessions) {
    if (session.kind != domain::SessionKind::exhibition) continue;
    if (folded == "both" || folded == "all" || has_word(session, folded)) ids.push_back(session.id);
  }
  return ids;
}

/// "the sessions are a, b and c": what one may write instead.
std::string known_ids(const std::vector<Session>& sessions) {
  if (sessions.empty()) return "the programme has no sessions yet: write them into event.toml, or leave the shift out";
  std::string out = "write one of ";
  for (std::size_t i = 0; i < sessions.size() && i < kMostIdsSaid; ++i) {
    out += (i == 0 ? "" : ", ") + printable(sessions[i].id);
  }
  if (sessions.size() > kMostIdsSaid) out += " and " + std::to_string(sessions.size() - kMostIdsSaid) + " more";
  return out + ", or hours such as 2026-05-14T09:30/2026-05-14T12:00";
}

template <class T>
void add_once(std::vector<T>& list, T item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

class ShiftSettler {
 public:
  ShiftSettler(ImportFile& file, const std::vector<Session>& sessions, const std::string& zone)
      : file_(file), sessions_(sessions) {
    if (!zone.empty()) zone_ = TimeZone::load(zone);
  }

  void settle(ImportedPoster& imported) {
    std::vector<std::string> ids;
    for (const auto& name : imported.poster.shift_ids) {
      if (name.find('/') != std::string::npos) {
        if (const auto hours = hours_of(name, imported.line)) add_once(imported.poster.own_hours, *hours);
        continue;
      }
      auto found = sessions_named(name, sessions_);
      if (found.empty()) {
        fault(imported.line, in_quotes(name) + " is no session of the programme", known_ids(sessions_));
      }
      for (auto& id : found) add_once(ids, std::move(id));
    }
    for (const auto& slot : imported.slots) settle_slot(imported.poster, ids, slot);
    imported.poster.shift_ids = std::move(ids);
  }

 private:
  /// The programme's own session; where event.toml has another programme, its exhibition sessions at that time, else
  /// the hours as they are.
  void settle_slot(domain::Poster& poster, std::vector<std::string>& ids, const ImportedSlot& slot) const {
    const auto same = [&](const Session& session) { return session.id == slot.session; };
    if (std::any_of(sessions_.begin(), sessions_.end(), same)) return add_once(ids, slot.session);
    if (slot.span.end == 0) return;
    bool found = false;
    for (const auto& session : sessions_) {
      if (session.kind != domain::SessionKind::exhibition) continue;
      if (session.span.start >= slot.span.end || slot.span.start >= session.span.end) continue;
      add_once(ids, session.id);
      found = true;
    }
    if (!found) add_once(poster.own_hours, slot.span);
  }

  std::optional<TimeSpan> hours_of(const std::string& name, std::uint32_t line) {
    const auto slash = name.find('/');
    const auto start = moment_of(text::trim(std::string_view(name).substr(0, slash)));
    const auto end = moment_of(text::trim(std::string_view(name).substr(slash + 1)));
    if (!start || !end) {
      fault(line, in_quotes(name) + " is not hours", "write them as 2026-05-14T09:30/2026-05-14T12:00");
      return std::nullopt;
    }
    if (!zone_ && (!start->at || !end->at)) {
      fault(line, in_quotes(name) + " names no time zone and the event has none", "write time_zone into event.toml");
      return std::nullopt;
    }
    const TimeSpan hours{unix_of(*start), unix_of(*end)};
    if (hours.start < hours.end) return hours;
    fault(line, in_quotes(name) + " ends before it begins", "write the earlier time first");
    return std::nullopt;
  }

  [[nodiscard]] UnixMs unix_of(const Moment& moment) const {
    return moment.at ? *moment.at : zone_->to_unix(moment.local);
  }

  void fault(std::uint32_t line, std::string what, std::string mend) {
    if (file_.errors.size() < max_faults) file_.errors.push_back({line, "shifts", std::move(what), std::move(mend)});
  }

  ImportFile& file_;
  const std::vector<Session>& sessions_;
  std::optional<TimeZone> zone_;
};

}  // namespace

void settle_shifts(ImportFile& file, const std::vector<Session>& sessions, const std::string& zone) {
  ShiftSettler settler(file, sessions, zone);
  for (auto& imported : file.posters) settler.settle(imported);
  std::stable_sort(file.errors.begin(), file.errors.end(),
                   [](const Fault& a, const Fault& b) { return a.line < b.line; });
}

}  // namespace posterhall::tools
