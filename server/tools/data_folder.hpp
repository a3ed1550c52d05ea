// A data directory as the command-line tools meet it: where things are in it, whether it holds an event, and the event
// that event.toml and the imports together make.
// Runs on: a tool's thread (refresh_setting also in `serve`, before anything else runs). Owns: nothing.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "base/bytes.hpp"
#include "store/database.hpp"
#include "tools/event_file.hpp"

namespace posterhall::tools {

/// What a person is told when a tool cannot go on: one sentence, said once at the outermost place, exit code 1.
class ToolFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[nodiscard]] UnixMs system_now();

/// Throws ToolFailed with `what` and the store's reason.
template <class T>
[[nodiscard]] T need(Result<T> result, const std::string& what) {
  if (!result) throw ToolFailed(what + ": " + result.error().message());
  return std::move(*result);
}

[[nodiscard]] std::filesystem::path event_file_of(const std::filesystem::path& dir);

/// Where the event's store is: as given (--database, POSTERHALL_DATABASE), else as DIR/event.toml's [server] says;
/// empty: the file in the directory. A running server finds it the same way.
[[nodiscard]] std::string database_of(const std::filesystem::path& dir, const std::string& given = {});
/// The same, where another file is about to become DIR/event.toml.
[[nodiscard]] std::string database_in(const std::filesystem::path& event_file, const std::string& given);

/// The event's store, made if need be. Throws ToolFailed or store::OpenFailed.
[[nodiscard]] std::unique_ptr<store::Database> open_or_make(const std::filesystem::path& dir,
                                                            const std::string& database = {});
/// Null if there is no event in it yet.
[[nodiscard]] std::unique_ptr<store::Database> open_if_there(const std::filesystem::path& dir,
                                                             const std::string& database = {});
/// Throws ToolFailed if there is no event in it yet.
[[nodiscard]] std::unique_ptr<store::Database> open_existing(const std::filesystem::path& dir,
                                                             const std::string& database = {});

/// The file's word where it has one, the import's elsewhere. Rooms are the file's alone.
[[nodiscard]] store::EventSetting merged_setting(const EventFile& file, const store::EventSetting& imported);
/// What an import said of the event, kept as text; unreadable or empty: nothing.
[[nodiscard]] store::EventSetting parse_imported_event(const std::string& text);

/// Reads DIR/event.toml again and, if it says something new, stores it, so that a running server shows it. Answers the
/// file: with faults in it nothing was changed.
EventFile refresh_setting(store::Database& database, const std::filesystem::path& dir, UnixMs now);

/// "DIR/event.toml:12: session[2].start: …" for each fault, then each warning.
[[nodiscard]] std::string faults_text(const EventFile& file, const std::filesystem::path& path);

}  // namespace posterhall::tools
