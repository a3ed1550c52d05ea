#include "tools/export_command.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <ostream>
#include <unordered_map>

#include "tools/data_folder.hpp"
#include "tools/frab_writer.hpp"
#include "tools/icalendar.hpp"
#include "tools/import/csv_writer.hpp"
#include "tools/import/people_csv.hpp"
#include "tools/invitation_lists.hpp"
#include "tools/output_file.hpp"
#include "tools/question_threads.hpp"
#include "tools/session_words.hpp"
#include "tools/time_zone.hpp"
#include "tools/toml_reader.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& item : list) text += (text.empty() ? "" : "; ") + item;
  return text;
}

json::array as_array(const std::vector<std::string>& list) {
  json::array array;
  for (const auto& item : list) array.emplace_back(item);
  return array;
}

/// Times with the event's own offset: "2026-04-21T09:00:00+02:00".
class TimeWriter {
 public:
  explicit TimeWriter(const std::string& zone) : zone_(TimeZone::load(zone.empty() ? "UTC" : zone)) {}
  [[nodiscard]] std::string operator()(UnixMs at) const {
    if (at == 0) return {};
    const auto offset = zone_ ? zone_->offset_at(at) : 0;
    const auto local = at / 1000 + offset;
    const auto day = local / 86'400;
    const auto second = local % 86'400;
    const auto minutes = (offset < 0 ? -offset : offset) / 60;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%sT%02d:%02d:%02d%c%02d:%02d", day_text(day).c_str(),
                  static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60), static_cast<int>(second % 60),
                  offset < 0 ? '-' : '+', static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
    return text.data();
  }

 private:
  std::optional<TimeZone> zone_;
};

class Export {
 public:
  Export(const ExportOptions& options)
      : options_(options),
        database_(open_existing(options.data, options.database)),
        state_(need(database_->catalogue().load(), options.data + ": the event cannot be read")),
        people_(need(database_->people().list(), options.data + ": the people cannot be read")),
        time_(state_.catalogue.event.time_zone) {}

  std::string write() {
    const bool csv = options_.format == "csv";
    if (options_.what == "posters") return csv ? posters_csv() : posters_json();
    if (options_.what == "people") return csv ? people_csv() : people_json(people_, state_.catalogue.posters) + "\n";
    if (options_.what == "figures") return csv ? figures_csv() : figures_json();
    if (options_.what == "programme") {
      if (options_.format == "ics") return programme_calendar(state_.catalogue, zone(), state_.at);
      if (options_.format == "frab") return programme_frab_xml(state_.catalogue, zone());
      if (options_.format == "frab-json") return programme_frab_json(state_.catalogue, zone());
      return csv ? programme_csv() : programme_json();
    }
    return csv ? questions_csv() : questions_json();
  }

 private:
  /// The columns of an import, and the hall's number.
  std::string posters_csv() {
    CsvWriter csv(
        {"id", "title", "authors", "summary", "category", "link", "booth", "image_url", "keywords", "shifts", "number"},
        true);
    for (const auto& poster : state_.catalogue.posters) {
      csv.row({poster.id, poster.title, joined(poster.authors), poster.summary, poster.category, poster.link,
               poster.file_booth, poster.image_url, joined(poster.keywords), joined(shifts_of(poster)),
               std::to_string(poster.booth.value)});
    }
    return csv.take();
  }

  /// As an import reads them: sessions by id, then hours of their own.
  std::vector<std::string> shifts_of(const domain::Poster& poster) const {
    auto shifts = poster.shift_ids;
    for (const auto& span : poster.own_hours) shifts.push_back(time_(span.start) + "/" + time_(span.end));
    return shifts;
  }

  /// As an import reads it.
  std::string posters_json() {
    const auto& event = state_.catalogue.event;
    json::array posters;
    for (const auto& poster : state_.catalogue.posters) {
      posters.push_back(json::object{{"id", poster.id},
                                     {"title", poster.title},
                                     {"authors", as_array(poster.authors)},
                                     {"summary", poster.summary},
                                     {"category", poster.category},
                                     {"link", poster.link},
                                     {"image_url", poster.image_url},
                                     {"booth", poster.file_booth},
                                     {"keywords", as_array(poster.keywords)},
                                     {"shifts", as_array(shifts_of(poster))},
                                     {"number", poster.booth.value}});
    }
    json::object root{{"event", json::object{{"name", event.name},
                                             {"edition", event.edition},
                                             {"timezone", event.time_zone},
                                             {"dates", as_array(event.days)},
                                             {"schedule", schedule()}}},
                      {"posters", std::move(posters)}};
    return json::serialize(root) + "\n";
  }

  json::array schedule() {
    json::array list;
    for (const auto& session : state_.catalogue.sessions) {
      json::object entry{{"id", session.id},
                         {"title", session.title},
                         {"kind", word_of(session.kind)},
                         {"audience", session.audience},
                         {"place", session.place},
                         {"people", as_array(session.people)},
                         {"summary", session.summary},
                         {"sponsor", session.sponsor},
                         {"stream", session.stream},
                         {"stream_public", session.stream_public},
                         {"recording", session.recording}};
      if (session.span.end == 0) {
        entry["date"] = session.day;
      } else {
        entry["start"] = time_(session.span.start);
        entry["end"] = time_(session.span.end);
      }
      list.push_back(std::move(entry));
    }
    return list;
  }

  std::string people_csv() {
    CsvWriter csv({"name", "email", "short_name", "affiliation", "role", "posters", "state"}, true);
    const auto now = system_now();
    for (const auto& one : people_) {
      if (one.marked) continue;
      std::string posters;
      for (const auto& id : poster_ids_json(one.person, state_.catalogue.posters)) {
        posters += (posters.empty() ? "" : ";") + std::string(id.as_string());
      }
      csv.row({one.person.name, one.person.email, one.person.short_name, one.person.affiliation,
               std::string(word_of(one.person.role)), posters, state_words(one, now)});
    }
    return csv.take();
  }

  [[nodiscard]] std::string room_name(RoomId id) const {
    for (const auto& room : state_.catalogue.rooms) {
      if (room.id == id) return room.name;
    }
    return {};
  }

  std::string programme_csv() {
    CsvWriter csv({"id", "title", "kind", "audience", "place", "room", "day", "start", "end", "people", "summary",
                   "sponsor", "stream", "stream_public", "recording"},
                  true);
    for (const auto& s : state_.catalogue.sessions) {
      csv.row({s.id, s.title, std::string(word_of(s.kind)), s.audience, s.place, room_name(s.room), s.day,
               time_(s.span.start), time_(s.span.end), joined(s.people), s.summary, s.sponsor, s.stream,
               s.stream.empty() ? "" : (s.stream_public ? "yes" : "no"), s.recording});
    }
    return csv.take();
  }

  [[nodiscard]] std::optional<TimeZone> zone() const {
    const auto& name = state_.catalogue.event.time_zone;
    return name.empty() ? std::nullopt : TimeZone::load(name);
  }

  std::string programme_json() {
    json::array sessions = schedule();
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      sessions[i].as_object()["room"] = room_name(state_.catalogue.sessions[i].room);
      sessions[i].as_object()["day"] = state_.catalogue.sessions[i].day;
    }
    return json::serialize(json::object{{"sessions", std::move(sessions)}}) + "\n";
  }

  std::vector<ThreadEntry> thread_of(const domain::Poster& poster) {
    return settle_thread(need(database_->read_channel(domain::Channel::poster(poster.key)),
                              options_.data + ": the questions cannot be read"),
                         [&](PersonId id) { return presents(id, poster.key); });
  }

  [[nodiscard]] bool presents(PersonId id, PosterKey poster) const {
    for (const auto& one : people_) {
      if (one.person.id == id) return std::ranges::find(one.person.presents, poster) != one.person.presents.end();
    }
    return false;
  }

  [[nodiscard]] std::string author_name(PersonId id) const {
    if (!id) return "without name";
    for (const auto& one : people_) {
      if (one.person.id == id) return one.person.name;
    }
    return "removed participant";
  }

  /// Every poster; without figures it has zeros.
  std::vector<std::pair<const domain::Poster*, domain::PosterFigures>> figures() {
    std::unordered_map<PosterKey, domain::PosterFigures> found;
    for (auto& one : need(database_->figures(), options_.data + ": the figures cannot be read")) {
      found.emplace(one.poster, std::move(one));
    }
    std::vector<std::pair<const domain::Poster*, domain::PosterFigures>> list;
    for (const auto& poster : state_.catalogue.posters) list.emplace_back(&poster, found[poster.key]);
    return list;
  }

  std::string figures_csv() {
    CsvWriter csv({"number", "poster", "title", "visits", "people", "median_stay_s", "reads", "questions"}, true);
    for (const auto& [poster, of] : figures()) {
      csv.row({std::to_string(poster->booth.value), poster->id, poster->title, std::to_string(of.visits),
               std::to_string(of.people), std::to_string(of.median_stay_s), std::to_string(of.reads),
               std::to_string(of.questions)});
    }
    return csv.take();
  }

  std::string figures_json() {
    json::array posters;
    std::vector<std::uint32_t> visits;
    for (const auto& [poster, of] : figures()) {
      visits.push_back(of.visits);
      posters.push_back(json::object{{"number", poster->booth.value},
                                     {"id", poster->id},
                                     {"title", poster->title},
                                     {"visits", of.visits},
                                     {"people", of.people},
                                     {"median_stay_s", of.median_stay_s},
                                     {"reads", of.reads},
                                     {"questions", of.questions}});
    }
    json::object root{{"gini", domain::gini(std::move(visits))}, {"posters", std::move(posters)}};
    return json::serialize(root) + "\n";
  }

  std::string questions_csv() {
    CsvWriter csv({"number", "poster", "title", "entry", "answers", "at", "name", "text", "wants", "state", "reason"},
                  true);
    for (const auto& poster : state_.catalogue.posters) {
      for (const auto& entry : thread_of(poster)) {
        csv.row({std::to_string(poster.booth.value), poster.id, poster.title, std::to_string(entry.number),
                 entry.about == 0 ? "" : std::to_string(entry.about), time_(entry.at), author_name(entry.author),
                 entry.text, entry.about == 0 ? std::to_string(entry.wants) : "", std::string(state_of(entry)),
                 entry.reason});
      }
    }
    return csv.take();
  }

  std::string questions_json() {
    json::array posters;
    for (const auto& poster : state_.catalogue.posters) {
      json::array entries;
      for (const auto& entry : thread_of(poster)) {
        entries.push_back(json::object{{"entry", entry.number},
                                       {"answers", entry.about},
                                       {"at", time_(entry.at)},
                                       {"name", author_name(entry.author)},
                                       {"text", entry.text},
                                       {"state", state_of(entry)}});
        if (entry.about != 0) continue;
        auto& question = entries.back().as_object();
        question["wants"] = entry.wants;
        question["reason"] = entry.reason;
      }
      if (entries.empty()) continue;
      posters.push_back(json::object{{"id", poster.id},
                                     {"number", poster.booth.value},
                                     {"title", poster.title},
                                     {"questions", std::move(entries)}});
    }
    return json::serialize(json::object{{"posters", std::move(posters)}}) + "\n";
  }

  const ExportOptions& options_;
  std::unique_ptr<store::Database> database_;
  store::CatalogueState state_;
  std::vector<store::ListedPerson> people_;
  TimeWriter time_;
};

}  // namespace

int run_export(const ExportOptions& options, std::ostream& out, std::ostream& err) {
  if (options.format != "csv" && options.format != "json" && options.what != "programme") {
    err << "Only the programme is written as " << options.format << "; for " << options.what << " take csv or json.\n";
    return 1;
  }
  const auto text = Export(options).write();
  if (options.out.empty() || options.out == "-") {
    out << text;
  } else {
    write_file(options.out, text);
    out << options.out << ": written.\n";
  }
  return 0;
}

}  // namespace posterhall::tools
