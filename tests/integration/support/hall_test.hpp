// The real server on as many shards as the parameter says, people and an organiser invited before it starts, and what
// tests of a breakout say and hear. Runs on: the test's thread. Owns: the data directory, the server.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {

class HallTest : public testing::TestWithParam<int> {
 protected:
  explicit HallTest(std::uint32_t people) : links_(data_.links(people)) {}

  static std::vector<std::string> arguments() { return {"--shards", std::to_string(GetParam())}; }
  /// Signed in by that link.
  Browser browser(const std::string& link);
  std::string next_client_id() { return std::string(16, next_id_++); }

  /// What the first room is asked for; with words, or with a page.
  v1::ClientMessage deed(v1::RoomDeed what, std::uint32_t ref = 0);
  v1::ClientMessage deed(v1::RoomDeed what, std::uint32_t ref, const std::string& text);
  v1::ClientMessage deed(v1::RoomDeed what, std::uint32_t ref, std::uint32_t page);
  static v1::ClientMessage going_in();
  /// The organiser opens the first room, and the others have heard of it.
  static void open_for(Tab& organiser, std::initializer_list<Tab*> others);

  /// Says it and hears its ack or reject.
  static v1::ServerMessage answer(Tab& tab, const v1::ClientMessage& wish);
  /// The same, and it has to be an ack; its number.
  static std::uint32_t done(Tab& tab, const v1::ClientMessage& wish);
  static v1::RoomState state(Tab& tab, const std::function<bool(const v1::RoomState&)>& fits);

  DataFolder data_;
  std::vector<std::string> links_;
  std::string organiser_ = data_.organiser_link();
  std::optional<Server> server_{std::in_place, data_, arguments()};

 private:
  char next_id_ = 'a';
};

}  // namespace posterhall::integration
