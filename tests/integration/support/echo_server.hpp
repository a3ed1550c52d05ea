// One server with its echo for all tests of a suite.
// Owns: the server and its data, until the suite ends.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "integration/support/server.hpp"

namespace posterhall::integration {

class EchoServerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    data_ = std::make_unique<DataFolder>();
    server_ = std::make_unique<Server>(*data_, std::vector<std::string>{"--test-echo"});
  }
  static void TearDownTestSuite() {
    server_.reset();
    data_.reset();
  }
  static std::uint16_t port() { return server_->port(); }

 private:
  static inline std::unique_ptr<DataFolder> data_;
  static inline std::unique_ptr<Server> server_;
};

}  // namespace posterhall::integration
