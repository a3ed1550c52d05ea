#include "tools/data_folder.hpp"

#include <algorithm>
#include <chrono>

#include "domain/programme.hpp"
#include "store/catalogue_document.hpp"
#include "text/text.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

/// An imported session's place is a breakout room if one has that name and is free then.
void add_in_its_room(store::EventSetting& setting, domain::Session session) {
  for (const auto& room : setting.rooms) {
    if (session.room || session.place.empty() || text::fold(room.name) != text::fold(session.place)) continue;
    const auto taken = [&](const domain::Session& other) {
      return other.room == room.id && domain::overlap(other, session);
    };
    if (std::any_of(setting.sessions.begin(), setting.sessions.end(), taken)) continue;
    session.room = room.id;
    session.place.clear();
  }
  setting.sessions.push_back(std::move(session));
}

std::string fault_line(const EventFault& fault, const fs::path& path, const std::string& kind) {
  std::string line = path.string();
  if (fault.line > 0) line += ":" + std::to_string(fault.line);
  line += ": ";
  if (!fault.key.empty()) line += fault.key + ": ";
  return line + kind + fault.message + "\n";
}

}  // namespace

UnixMs system_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

fs::path event_file_of(const fs::path& dir) { return dir / "event.toml"; }

std::string database_of(const fs::path& dir, const std::string& given) {
  return database_in(event_file_of(dir), given);
}

std::string database_in(const fs::path& event_file, const std::string& given) {
  if (!given.empty()) return given;
  for (const auto& [name, value] : read_event_file(event_file).server) {
    if (name == "database") return value;
  }
  return {};
}

std::unique_ptr<store::Database> open_or_make(const fs::path& dir, const std::string& database) {
  std::error_code error;
  fs::create_directories(dir, error);
  if (error) throw ToolFailed(dir.string() + ": cannot be made: " + error.message());
  return store::open_database(dir, database_of(dir, database));
}

std::unique_ptr<store::Database> open_if_there(const fs::path& dir, const std::string& database) {
  const auto place = database_of(dir, database);
  return store::is_made(dir, place) ? store::open_database(dir, place) : nullptr;
}

std::unique_ptr<store::Database> open_existing(const fs::path& dir, const std::string& database) {
  auto opened = open_if_there(dir, database);
  if (!opened) {
    throw ToolFailed(dir.string() + ": no event is there yet; begin with: posterhall import FILE --data " +
                     dir.string());
  }
  return opened;
}

store::EventSetting parse_imported_event(const std::string& text) {
  if (text.empty()) return {};
  return store::parse_setting_document(text).value_or(store::EventSetting{});
}

store::EventSetting merged_setting(const EventFile& file, const store::EventSetting& imported) {
  store::EventSetting setting;
  setting.event = file.event;
  const auto fill = [](auto& field, const auto& fallback) {
    if (field.empty()) field = fallback;
  };
  fill(setting.event.name, imported.event.name);
  fill(setting.event.edition, imported.event.edition);
  fill(setting.event.time_zone, imported.event.time_zone);
  fill(setting.event.days, imported.event.days);
  fill(setting.event.contact, imported.event.contact);
  fill(setting.event.code_of_conduct, imported.event.code_of_conduct);
  fill(setting.event.privacy, imported.event.privacy);
  setting.slots = file.slots;
  setting.rooms = file.rooms.empty() ? imported.rooms : file.rooms;
  if (!file.sessions.empty()) {
    setting.sessions = file.sessions;
    return setting;
  }
  for (const auto& session : imported.sessions) add_in_its_room(setting, session);
  return setting;
}

EventFile refresh_setting(store::Database& database, const fs::path& dir, UnixMs now) {
  const auto state = need(database.catalogue().load(), dir.string() + ": the event cannot be read");
  const auto imported = parse_imported_event(state.imported_event);
  auto file = read_event_file(event_file_of(dir), imported.event.time_zone);
  if (!file.faults.empty()) return file;
  const auto setting = merged_setting(file, imported);
  // Compared as they are kept; sessions come back ordered, so order both the same way.
  auto before = state.setting;
  auto after = setting;
  const auto by_id = [](const domain::Session& x, const domain::Session& y) { return x.id < y.id; };
  std::stable_sort(before.sessions.begin(), before.sessions.end(), by_id);
  std::stable_sort(after.sessions.begin(), after.sessions.end(), by_id);
  if (store::to_document(before) != store::to_document(after)) {
    (void)need(database.catalogue().change_setting(setting, "event.toml was edited", now),
               dir.string() + ": the event cannot be stored");
  }
  return file;
}

std::string faults_text(const EventFile& file, const fs::path& path) {
  std::string text;
  for (const auto& fault : file.faults) text += fault_line(fault, path, "");
  for (const auto& warning : file.warnings) text += fault_line(warning, path, "warning: ");
  return text;
}

}  // namespace posterhall::tools
