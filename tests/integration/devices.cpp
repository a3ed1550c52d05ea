// One person, two devices: who comes back with an old session watches until it says "use this one".
#include <gtest/gtest.h>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

TEST(Devices, one_that_has_not_agreed_watches_until_it_claims) {
  const DataFolder data;
  const auto links = data.links(1);
  const Server server(data, {"--shards", "2"});
  Browser phone(server.port(), server.origin());
  ASSERT_EQ(phone.enter(links[0]).status, 200);
  {
    Tab before(phone);  // it was here, and left its session behind
    EXPECT_TRUE(before.enter().in_control());
    before.drop();
  }
  Browser laptop(server.port(), server.origin());
  ASSERT_EQ(laptop.enter(links[0], true).status, 200);
  Tab controls(laptop);
  EXPECT_TRUE(controls.enter().in_control());
  Tab watches(phone);
  EXPECT_FALSE(watches.enter().in_control());
  const auto is_control = [](const auto& heard) { return heard.has_control(); };
  EXPECT_TRUE(watches.hear(is_control).control().other_device());
  v1::ClientMessage claim;
  claim.mutable_claim_control();
  watches.say(claim);
  EXPECT_TRUE(watches.hear([](const auto& heard) { return heard.has_control() && heard.control().in_control(); })
                  .has_control());
  const auto told = controls.hear(is_control).control();
  EXPECT_FALSE(told.in_control());
  EXPECT_TRUE(told.other_device());
}

}  // namespace
}  // namespace posterhall::integration
