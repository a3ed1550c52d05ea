// The one file a backup is: a tar archive (`tar tvf` shows it) with a seal as its last entry, the SHA-256 of every byte
// before it. A byte that was flipped, added or cut off anywhere is found before anything is taken out.
// Runs on: a tool's thread. Owns: its file descriptor and libarchive's state.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace posterhall::tools {

/// Writes FILE beside its name and moves it into place when it is sealed and on the disk; gone if it never is.
class BackupWriter {
 public:
  /// Throws ToolFailed: a file is there already, or none can be made.
  explicit BackupWriter(const std::filesystem::path& file);
  ~BackupWriter();
  BackupWriter(const BackupWriter&) = delete;
  BackupWriter& operator=(const BackupWriter&) = delete;

  /// Throw ToolFailed.
  void add_text(const std::string& name, std::string_view text);
  void add_file(const std::string& name, const std::filesystem::path& file);
  /// Answers the size of the whole.
  std::uint64_t seal();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What the first entry says.
struct BackupHead {
  std::string made;  ///< "2026-04-21 09:00:00 UTC"
};

struct Unpacked {
  BackupHead head;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};

/// The seal first, then everything into the folder `into`, which is there and empty. Throws ToolFailed with a sentence;
/// what was taken out until then is the caller's to remove.
[[nodiscard]] Unpacked unpack_backup(const std::filesystem::path& file, const std::filesystem::path& into);

/// A name a backup may hold: event.toml, posterhall.sqlite, files/ab/abcd…, posters/NAME.
[[nodiscard]] bool is_backup_name(std::string_view name);

}  // namespace posterhall::tools
