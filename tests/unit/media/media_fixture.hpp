// What tests of posters' files need: the tools that must be here, a folder of their own, the shared files when there
// are any. Owns: its folder, taken away with the test.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "media/converter.hpp"

namespace posterhall::media {

namespace fs = std::filesystem;

inline fs::path shared_data() {
  const char* given = std::getenv("POSTERHALL_SHARED_DATA");
  return given != nullptr ? fs::path(given) : fs::path(POSTERHALL_SOURCE_DIR) / ".." / "shared" / "data";
}

class MediaTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(missing_packages(), "") << "has to be installed";
    std::string name = (fs::temp_directory_path() / "posterhall-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  /// An empty folder for one piece of work.
  [[nodiscard]] fs::path work() const {
    const auto work = folder_ / "work";
    fs::remove_all(work);
    fs::create_directory(work);
    return work;
  }
  static std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  fs::path folder_;
};

}  // namespace posterhall::media
