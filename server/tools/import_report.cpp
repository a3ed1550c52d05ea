#include "tools/import_report.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <unordered_map>

#include "tools/data_folder.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;

void add_fault(json::value& list, const std::string& file, std::uint32_t line, const std::string& column,
               const std::string& message) {
  list.as_array().push_back(json::object{{"file", file}, {"line", line}, {"column", column}, {"message", message}});
}

/// A new picture is a change of its poster, alone or beside others.
void add_pictures(json::value& changed, const ImportReport& report) {
  std::unordered_map<std::string_view, std::size_t> place_of;
  auto& list = changed.as_array();
  for (std::size_t i = 0; i < list.size(); ++i) place_of.emplace(list[i].at("id").as_string(), i);
  const auto& added = report.change.diff.added;
  for (const auto& id : report.pictures) {
    if (std::find(added.begin(), added.end(), id) != added.end()) continue;
    const auto found = place_of.find(id);
    if (found != place_of.end()) {
      list[found->second].at("fields").as_array().emplace_back("picture");
    } else {
      list.push_back(json::object{{"id", id}, {"fields", json::array{"picture"}}});
    }
  }
}

std::string kept_text(const ImportReport& report) {
  std::unordered_map<std::string_view, const domain::Poster*> by_id;
  for (const auto& poster : report.before) by_id.emplace(poster.id, &poster);
  std::string text;
  for (const auto& kept : report.change.kept) {
    if (kept.reason.empty()) continue;
    const auto& poster = *by_id.at(kept.id);
    text += "    Kept     " + std::to_string(poster.booth.value) + "  " + poster.title + "  [" + kept.id + "]\n";
    text += "      Missing from the file; kept, because " + kept.reason + ". --remove-used takes it out too\n";
  }
  return text;
}

}  // namespace

std::string report_json(const ImportReport& report) {
  auto root = json::parse(diff_json(report.change.diff, report.file)).as_object();
  add_pictures(root["changed"], report);
  json::array missing;
  for (const auto& kept : report.change.kept) {
    missing.emplace_back(kept.id);
    add_fault(root["warnings"], report.file.name, 0, "id",
              kept.id + " is in the hall but not in this file; it stays, " +
                  (kept.reason.empty() ? "--remove takes it out"
                                       : "because " + kept.reason + "; --remove-used takes it out too"));
  }
  root["missing"] = std::move(missing);
  root["sessions"] = programme_json(report.programme);
  for (const auto& note : report.change.notes) add_fault(root["warnings"], report.file.name, 0, "category", note);
  for (const auto& words : report.picture_warnings) add_fault(root["warnings"], report.file.name, 0, "picture", words);
  for (const auto& fault : report.event.warnings) {
    add_fault(root["warnings"], report.event_path, fault.line, fault.key, fault.message);
  }
  for (const auto& fault : report.event.faults) {
    add_fault(root["errors"], report.event_path, fault.line, fault.key, fault.message);
  }
  return json::serialize(root);
}

std::string report_text(const ImportReport& report) {
  auto shown = report.change.diff;
  if (!report.removing) {
    // Without --remove nothing goes: what is missing is listed as kept.
    for (const auto& kept : report.change.kept) shown.removed.push_back(kept.id);
  }
  DiffView view;
  view.mood = report.mood;
  view.removing = report.removing;
  view.programme = report.programme.anything();
  auto text = diff_text(shown, report.file, report.before, report.change.posters, view);
  if (report.removing) text += kept_text(report);
  const bool live = report.mood == DiffMood::live;
  if (!report.pictures.empty()) {
    text += counted(report.pictures.size(), "new picture", "new pictures") + (live ? " taken in.\n" : " to take in.\n");
  }
  text += programme_text(report.programme, live);
  if (report.event_changed) {
    text +=
        live ? "The event's name, days or programme changed.\n" : "The event's name, days or programme would change.\n";
  }
  return text;
}

std::string report_faults(const ImportReport& report) {
  auto text = faults_text(report.file);
  text += faults_text(report.event, report.event_path);
  if (!report.sound()) return text;
  for (const auto& note : report.change.notes) text += report.file.name + ": category: warning: " + note + "\n";
  for (const auto& words : report.picture_warnings) text += "picture: warning: " + words + "\n";
  return text;
}

}  // namespace posterhall::tools
