#include "tools/findings.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "store/poster_files.hpp"
#include "tools/import/fault.hpp"
#include "tools/invitation_lists.hpp"

namespace posterhall::tools {
namespace {

using domain::Poster;

constexpr std::size_t kMostNamed = 8;

std::string name_of(const Poster& poster) { return std::to_string(poster.booth.value) + " (" + poster.id + ")"; }

/// "3 posters have no summary: 101 (a), 102 (b), 103 (c)".
std::string several(const std::vector<const Poster*>& posters, const char* one, const char* many) {
  auto text = counted(posters.size(), "poster", "posters") + (posters.size() == 1 ? one : many) + ": ";
  for (std::size_t i = 0; i < std::min(posters.size(), kMostNamed); ++i) {
    text += (i == 0 ? "" : ", ") + name_of(*posters[i]);
  }
  if (posters.size() > kMostNamed) text += " and " + grouped(posters.size() - kMostNamed) + " more";
  return text;
}

template <class Lacks>
std::vector<const Poster*> lacking(const std::vector<Poster>& posters, const Lacks& lacks) {
  std::vector<const Poster*> found;
  for (const auto& poster : posters) {
    if (lacks(poster)) found.push_back(&poster);
  }
  return found;
}

/// The tiles one can walk to from the spawns.
class Walk {
 public:
  explicit Walk(const domain::FloorPlan& plan) : plan_(plan), seen_(plan.blocked.size(), false) {
    if (!plan.spawns.empty()) flood(plan.spawns.front());
  }
  [[nodiscard]] bool reaches(domain::Tile tile) const { return plan_.walkable(tile) && seen_[index(tile)]; }
  [[nodiscard]] bool reaches_any(const domain::TileRect& rect) const {
    for (auto y = rect.y; y < rect.y + rect.h; ++y) {
      for (auto x = rect.x; x < rect.x + rect.w; ++x) {
        if (reaches({x, y})) return true;
      }
    }
    return false;
  }

 private:
  [[nodiscard]] std::size_t index(domain::Tile tile) const {
    return static_cast<std::size_t>(tile.y) * static_cast<std::size_t>(plan_.width) + static_cast<std::size_t>(tile.x);
  }
  void visit(domain::Tile tile, std::vector<domain::Tile>& open) {
    if (!plan_.walkable(tile) || seen_[index(tile)]) return;
    seen_[index(tile)] = true;
    open.push_back(tile);
  }
  void flood(domain::Tile start) {
    std::vector<domain::Tile> open;
    visit(start, open);
    while (!open.empty()) {
      const auto at = open.back();
      open.pop_back();
      visit({at.x + 1, at.y}, open);
      visit({at.x - 1, at.y}, open);
      visit({at.x, at.y + 1}, open);
      visit({at.x, at.y - 1}, open);
    }
  }

  const domain::FloorPlan& plan_;
  std::vector<bool> seen_;
};

void check_places(const domain::Catalogue& catalogue, const domain::Layout& layout, Findings& findings) {
  std::unordered_map<PosterKey, int> stands;
  for (const auto& place : layout.places) {
    if (place.poster) ++stands[place.poster];
  }
  for (const auto& poster : catalogue.posters) {
    const auto count = stands[poster.key];
    if (count == 1) continue;
    findings.unsound.push_back({"hall", "poster " + poster.id + (count == 0 ? " has no booth" : " has two booths"),
                                "import again with --relayout"});
  }
}

}  // namespace

void check_files(const std::filesystem::path& dir, const std::vector<std::string>& hashes, Findings& findings) {
  for (const auto& hash : hashes) {
    const auto file = store::file_path(dir, hash);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
      findings.unsound.push_back({"files", file.string() + " is missing", "import again; the picture is made anew"});
      continue;
    }
    const auto found = store::hash_file(file);
    if (!found || *found != hash) {
      findings.unsound.push_back(
          {"files", file.string() + " has another content than its name says", "delete it and import again"});
    }
  }
}

void check_event(const domain::Catalogue& catalogue, const EventFile& file, Findings& findings) {
  for (const auto& fault : file.faults) {
    const auto where = fault.line == 0 ? std::string("event.toml") : "event.toml:" + std::to_string(fault.line);
    findings.unsound.push_back(
        {"event", where + (fault.key.empty() ? " " : ": " + fault.key + " ") + fault.message, ""});
  }
  for (const auto& warning : file.warnings) {
    const auto where = "event.toml:" + std::to_string(warning.line) + ": ";
    findings.missing.push_back({"event", where + warning.key + " " + warning.message, ""});
  }
  const auto& event = catalogue.event;
  const auto need_word = [&](const std::string& value, const char* what, const char* mend) {
    if (value.empty()) findings.missing.push_back({"event", what, mend});
  };
  need_word(event.name, "the event has no name", "write name in event.toml");
  need_word(event.time_zone, "the event has no time zone, so hours cannot be shown to everybody in their own",
            "write time_zone in event.toml, as \"Europe/Berlin\"");
  if (event.days.empty()) {
    findings.missing.push_back({"event", "the event has no days", "write days in event.toml, as [2026-04-21]"});
  }
  need_word(event.contact, "nobody is named as contact", "write contact in event.toml");
  need_word(event.code_of_conduct, "there is no code of conduct", "write code_of_conduct in event.toml");
  need_word(event.privacy, "nothing is said about privacy", "write privacy in event.toml");
  need_word(event.public_url, "links are for this machine only", "write public_url in event.toml");
}

void check_posters(const domain::Catalogue& catalogue, const std::vector<store::ListedPerson>& people,
                   Findings& findings) {
  const auto& posters = catalogue.posters;
  if (posters.empty()) {
    findings.missing.push_back({"posters", "there are no posters", "posterhall import FILE"});
    return;
  }
  const auto report = [&](const std::vector<const Poster*>& found, const char* about, const char* one, const char* many,
                          const char* mend) {
    if (!found.empty()) findings.missing.push_back({about, several(found, one, many), mend});
  };
  report(lacking(posters, [](const Poster& p) { return p.file_hash.empty(); }), "posters", " has no picture",
         " have no picture", "put posters/ID.pdf (or png, jpg, webp) beside the list and import again");
  report(lacking(posters, [](const Poster& p) { return p.summary.empty(); }), "posters", " has no summary",
         " have no summary", "add it to the list and import again");
  report(lacking(posters, [](const Poster& p) { return p.authors.empty(); }), "posters", " names no authors",
         " name no authors", "add them to the list and import again");
  report(lacking(posters, [](const Poster& p) { return p.category.empty(); }), "posters", " has no category",
         " have no category", "add it to the list and import again; it stands among \"Other\"");
  report(uninvited(people, posters), "people", " has no invited author", " have no invited author",
         "posterhall invite --poster ID; --missing lists them all");
}

void check_programme(const domain::Catalogue& catalogue, const std::vector<store::ListedPerson>& people,
                     Findings& findings) {
  std::unordered_map<std::string, const store::ListedPerson*> by_email;
  for (const auto& one : people) by_email.emplace(one.person.email, &one);
  if (catalogue.sessions.empty()) {
    findings.missing.push_back({"programme", "there is no programme", "write [[session]] in event.toml"});
  }
  for (const auto& session : catalogue.sessions) {
    const auto name = in_quotes(session.title);
    const auto missing = [&](const std::string& what, const char* mend) {
      findings.missing.push_back({"programme", name + " " + what, mend});
    };
    if (session.span.end == 0) missing("has no hours", "write start and end");
    if (session.kind != domain::SessionKind::breakout) continue;
    if (!session.room) missing("is a breakout without a room", "write room = \"…\"");
    if (session.host_emails.empty()) missing("has no host who can open the room", "write hosts = [\"EMAIL\"]");
    for (const auto& email : session.host_emails) {
      const auto found = by_email.find(email);
      if (found == by_email.end() || !found->second->can_enter) {
        missing("has a host who is not invited: " + email, "posterhall invite --role host --poster ID");
      } else if (found->second->person.presents.empty()) {
        missing("has a host who is on no poster: " + email, "a breakout's host must be on an accepted poster");
      }
    }
  }
}

void check_hall(const domain::Catalogue& catalogue, const domain::Layout& layout, Findings& findings) {
  if (layout.places.empty()) return;
  check_places(catalogue, layout, findings);
  std::vector<RoomId> rooms;
  for (const auto& room : catalogue.rooms) rooms.push_back(room.id);
  const auto plan = domain::build_floor_plan(layout, rooms);
  const Walk walk(plan);
  const auto unreachable = [&](const std::string& what) {
    findings.unsound.push_back({"hall", what + " cannot be walked to", "import again with --relayout"});
  };
  for (const auto& booth : plan.booths) {
    if (!walk.reaches_any(booth.rug)) unreachable("booth " + std::to_string(booth.number.value));
  }
  for (const auto& table : plan.tables) {
    if (!walk.reaches_any(table.zone)) unreachable("a table in the foyer");
  }
  if (!walk.reaches_any(plan.audience)) unreachable("the floor before the stage");
  std::unordered_set<RoomId> with_door;
  for (const auto& door : plan.doors) {
    with_door.insert(door.room);
    if (!walk.reaches(door.front)) unreachable("the door of room " + std::to_string(door.room.value));
  }
  for (const auto& room : catalogue.rooms) {
    if (with_door.contains(room.id)) continue;
    findings.missing.push_back({"hall", room.name + " has no door: the hall is too small for so many rooms",
                                "people still come in by list and search; or leave rooms out"});
  }
}

}  // namespace posterhall::tools
