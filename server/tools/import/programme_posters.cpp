// Entries that are posters, the exhibition sessions they make together, and the rooms of breakouts.
#include <algorithm>
#include <tuple>

#include "text/text.hpp"
#include "tools/import/programme_builder.hpp"

namespace posterhall::tools {
namespace {

constexpr std::size_t max_rooms = 24;
constexpr std::size_t max_room_name = 40;
constexpr std::uint32_t usual_capacity = 60;
constexpr std::uint32_t most_capacity = 1500;

bool covers(const domain::TimeSpan& whole, const domain::TimeSpan& part) {
  return whole.start <= part.start && part.end <= whole.end;
}

}  // namespace

void ProgrammeBuilder::add_poster(const RawEntry& entry, bool ours) {
  const auto hours = hours_of(entry, ours);
  std::string id(text::trim(entry.id.text));
  if (id.empty()) id = text::trim(entry.guid.text);
  const auto [known, is_new] = poster_of_id_.emplace(id, posters_.size());
  if (is_new || id.empty()) {
    RawPoster raw;
    raw.line = entry.line;
    raw.id = {id, entry.id.text.empty() ? entry.guid.line : entry.id.line};
    raw.title = entry.title;
    raw.summary = {summary_of(entry, true), entry.abstract.line};
    if (!names_posters(entry.track.text)) raw.category = entry.track;
    if (!entry.links.empty()) raw.link = entry.links.front().address;
    if (!entry.attachments.empty()) raw.image_url = entry.attachments.front().address;
    raw.authors = entry.people;
    posters_.push_back(std::move(raw));
    slots_.emplace_back();
  } else if (text::trim(posters_[known->second].title.text) != text::trim(entry.title.text)) {
    errors_.add(
        entry.line, "id",
        in_quotes(id) + " is already the id of the poster in line " + std::to_string(posters_[known->second].line),
        "give this one another");
  }
  if (!hours) return;
  auto& slots = is_new || id.empty() ? slots_.back() : slots_[known->second];
  slots.push_back({place_of(entry), *hours, {}});
}

void ProgrammeBuilder::finish_posters() {
  if (posters_.empty()) return;
  const auto speaks_of = [this](PosterField field, auto has) {
    if (std::any_of(posters_.begin(), posters_.end(), has)) file_.fields.set(static_cast<std::size_t>(field));
  };
  for (const auto field : {PosterField::title, PosterField::authors, PosterField::summary, PosterField::shifts}) {
    file_.fields.set(static_cast<std::size_t>(field));
  }
  speaks_of(PosterField::category, [](const RawPoster& raw) { return !raw.category.text.empty(); });
  speaks_of(PosterField::link, [](const RawPoster& raw) { return !raw.link.text.empty(); });
  speaks_of(PosterField::image_url, [](const RawPoster& raw) { return !raw.image_url.text.empty(); });
  for (const RawPoster& raw : posters_) collector_.add(raw);
  file_.posters = collector_.take();
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    for (const PosterSlot& slot : slots_[i]) file_.posters[i].slots.push_back({slot.session, slot.hours.span});
  }
}

/// One session for each stretch of time without a gap in which posters are tended in one room.
void ProgrammeBuilder::make_exhibitions() {
  std::map<std::string, std::vector<PosterSlot*>> by_place;
  for (auto& slots : slots_) {
    for (auto& slot : slots) by_place[text::fold(slot.place)].push_back(&slot);
  }
  for (auto& [place, slots] : by_place) {
    std::stable_sort(slots.begin(), slots.end(), [](const PosterSlot* a, const PosterSlot* b) {
      return std::tie(a->hours.day, a->hours.span.start) < std::tie(b->hours.day, b->hours.span.start);
    });
    for (std::size_t begin = 0; begin < slots.size();) {
      Hours stretch = slots[begin]->hours;
      const bool by_day = stretch.span.end == 0;
      std::size_t end = begin + 1;
      for (; end < slots.size(); ++end) {
        const Hours& next = slots[end]->hours;
        const bool joins = by_day ? next.span.end == 0 && next.day == stretch.day
                                  : next.span.end != 0 && next.span.start <= stretch.span.end;
        if (!joins) break;
        stretch.span.end = std::max(stretch.span.end, next.span.end);
      }
      const auto id = exhibition_of(slots[begin]->place, stretch);
      for (; begin < end; ++begin) slots[begin]->session = id;
    }
  }
}

/// A session the file has itself for these hours there, else a new one. Its id stays when its hours are moved.
std::string ProgrammeBuilder::exhibition_of(const std::string& place, const Hours& hours) {
  for (const auto& session : file_.sessions) {
    if (session.kind == domain::SessionKind::exhibition && text::fold(session.place) == text::fold(place) &&
        session.day == hours.day && covers(session.span, hours.span)) {
      return session.id;
    }
  }
  domain::Session session;
  session.title = "Poster exhibition";
  session.kind = domain::SessionKind::exhibition;
  session.place = place;
  session.day = hours.day;
  session.span = hours.span;
  std::string id = "posters";
  for (const auto& word : text::words(place)) id += "-" + word;
  id = text::shorten(id, 48) + "-" + hours.day;
  session.id = id;
  for (unsigned n = 2; !id_lines_.emplace(session.id, 0).second; ++n) session.id = id + "-" + std::to_string(n);
  file_.sessions.push_back(session);
  session_lines_.push_back(0);
  return session.id;
}

/// Where breakouts take place, in the file's order of rooms: what the doors of the hall are if event.toml names none.
void ProgrammeBuilder::take_rooms(const std::vector<RawRoom>& rooms) {
  std::vector<RawRoom> ordered = rooms;
  for (const auto& session : file_.sessions) ordered.push_back({session.place, 0});
  std::set<std::string> seen;
  for (const auto& raw : ordered) {
    auto name = text::clean_line(raw.name, max_room_name);
    if (!name || name->empty() || file_.rooms.size() == max_rooms) continue;
    const auto folded = text::fold(*name);
    const bool has_breakout = std::any_of(file_.sessions.begin(), file_.sessions.end(), [&](const auto& session) {
      return session.kind == domain::SessionKind::breakout && text::fold(session.place) == folded;
    });
    if (!has_breakout || !seen.insert(folded).second) continue;
    const auto capacity = raw.capacity == 0 ? usual_capacity : std::min(raw.capacity, most_capacity);
    file_.rooms.push_back({RoomId{static_cast<std::uint32_t>(file_.rooms.size() + 1)}, std::move(*name), capacity});
  }
  if (!seen.empty()) warn_of_overlaps();
}

/// Two breakouts cannot be in one room at once: the later entry of the file does without.
void ProgrammeBuilder::warn_of_overlaps() {
  const auto& sessions = file_.sessions;
  for (std::size_t i = 0; i < std::min(sessions.size(), max_sessions); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const auto& a = sessions[j];
      const auto& b = sessions[i];
      if (b.kind != domain::SessionKind::breakout || b.place.empty() || text::fold(a.place) != text::fold(b.place))
        continue;
      if (a.span.start >= b.span.end || b.span.start >= a.span.end) continue;
      warnings_.add(session_lines_[i], "room",
                    in_quotes(b.title) + " is in " + in_quotes(b.place) + " at the same time as " + in_quotes(a.title),
                    "move one of them; until then this one has no room");
      break;
    }
  }
}

}  // namespace posterhall::tools
