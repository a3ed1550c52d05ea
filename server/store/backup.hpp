// What a backup and a restore need of the database's file itself: a copy beside a running server, and the end of
// everything that was open when the copy was made.
// Runs on: a tool's thread. Owns: nothing.
#pragma once

#include <filesystem>

namespace posterhall::store {

/// Copies DIR/posterhall.sqlite as it is at one moment to `to`, a new file, by SQLite's online backup: a server may go
/// on reading and writing. The schema stays what it is. Throws OpenFailed, also when the copy is not sound.
void copy_main_file(const std::filesystem::path& dir, const std::filesystem::path& to);

/// Sessions and tickets in DIR end, and avatars' epochs and device numbers go on above all that were given out before
/// or after the copy was made: no connection, cookie or ticket of that time counts. Links, roles and bans hold.
/// Throws OpenFailed.
void begin_new_epoch(const std::filesystem::path& dir);

}  // namespace posterhall::store
