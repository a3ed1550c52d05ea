// `posterhall backup` and `posterhall restore`: a data directory into one file beside a running server, and back.
// Runs on: a tool's thread. Owns: nothing.
#pragma once

#include <iosfwd>
#include <string>

namespace posterhall::tools {

struct BackupOptions {
  std::string data, out, database{};
};
/// 0, or ToolFailed / store::OpenFailed with a sentence; then nothing is left behind.
int run_backup(const BackupOptions& options, std::ostream& out, std::ostream& err);

struct RestoreOptions {
  std::string file, data;
};
int run_restore(const RestoreOptions& options, std::ostream& out, std::ostream& err);

}  // namespace posterhall::tools
