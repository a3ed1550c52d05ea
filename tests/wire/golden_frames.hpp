// The frames both languages must agree on: one of every message, with values that show the edges of their types.
// Runs on: the test's thread. Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "hall/notice.hpp"

namespace posterhall::golden {

struct NamedNotice {
  std::string name;
  hall::Notice notice;
};
/// At least one of every kind.
[[nodiscard]] std::vector<NamedNotice> server_notices();

struct NamedMessage {
  std::string name;
  std::string json;  ///< a ClientMessage as protobuf JSON
};
/// At least one of every kind.
[[nodiscard]] std::vector<NamedMessage> client_messages();

}  // namespace posterhall::golden
