// A data directory of its own and the subcommands as people type them: words in, exit code and both outputs out.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace posterhall::tools {

namespace fs = std::filesystem;
namespace json = boost::json;

class CliTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "posterhall-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    data_ = (folder_ / "data").string();
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  /// Runs one command with --data; its outputs are in out_ and err_.
  int run(std::vector<std::string> words) {
    words.insert(words.end(), {"--data", data_});
    return run_bare(std::move(words));
  }
  int run_bare(const std::vector<std::string>& words);
  json::object run_json(std::vector<std::string> words, int expected = 0) {
    words.emplace_back("--json");
    EXPECT_EQ(run(std::move(words)), expected) << err_;
    return json::parse(out_).as_object();
  }

  std::string write(const std::string& name, const std::string& text) {
    const auto file = folder_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  static std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// id,title,authors,summary,category,link,booth and these rows.
  std::string posters(const std::string& rows, const std::string& name = "posters.csv") {
    return write(name, "id,title,authors,summary,category,link,booth\n" + rows);
  }
  std::string three_posters() {
    return posters(
        "p-1,One,Ada Bell,About one,Vision,,A1\np-2,Two,Cy Dunn,About two,Vision,,A2\n"
        "p-3,Three,Eve Lund,About three,Audio,,B1\n");
  }
  store::CatalogueState state() { return *store::open_database(data_)->catalogue().load(); }
  std::vector<std::string> ids() {
    std::vector<std::string> result;
    for (const auto& poster : state().catalogue.posters) result.push_back(poster.id);
    std::sort(result.begin(), result.end());
    return result;
  }
  static std::vector<std::string> texts(const json::value& list) {
    std::vector<std::string> result;
    for (const auto& value : list.as_array()) result.emplace_back(value.as_string());
    return result;
  }
  bool says(const std::string& words) const {
    return out_.find(words) != std::string::npos || err_.find(words) != std::string::npos;
  }

  fs::path folder_;
  std::string data_;
  std::string out_;
  std::string err_;
};

using Texts = std::vector<std::string>;

}  // namespace posterhall::tools
