// The subcommands with posters' files: needs the programs that convert them.
#pragma once

#include <string>

#include "media/converter.hpp"
#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {

/// A PDF of one empty page of that size.
inline std::string pdf(int width, int height) {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 " +
         std::to_string(width) + " " + std::to_string(height) + "]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

class CliPictures : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    ASSERT_EQ(media::missing_packages(), "") << "has to be installed";
  }
  domain::Poster poster(const std::string& id) {
    for (const auto& one : state().catalogue.posters) {
      if (one.id == id) return one;
    }
    return {};
  }
};

}  // namespace posterhall::tools
