// The connections a store works with, made for whichever database there is. Private to store/.
// Runs on: whoever opens a store. Owns: nothing.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace posterhall::store {

struct Connections {
  std::unique_ptr<Connection> writer;
  std::vector<std::unique_ptr<Connection>> readers;
  std::unique_ptr<Connection> places;
  /// For a database with many writers: talk goes by a lane of its own (appender.hpp). Null: by the writer.
  std::unique_ptr<Connection> appender;
  std::filesystem::path reserve;  ///< space kept for order (reserve.hpp); empty: the disk is not ours to watch
};

/// `database` empty: DIR/posterhall.sqlite and DIR/places.sqlite, made if need be. Otherwise the address of a
/// PostgreSQL database. All in their newest version. Throws OpenFailed.
[[nodiscard]] Connections open_connections(const std::filesystem::path& dir, const std::string& database);
/// The same for a command-line tool: one connection, with more patience.
[[nodiscard]] std::unique_ptr<Connection> open_tool_connection(const std::filesystem::path& dir,
                                                               const std::string& database);

}  // namespace posterhall::store
