// Posters' files at the real server: put up from the command line and over HTTP, in pieces, by those who may, seen by
// everybody.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"
#include "media/converter.hpp"

namespace posterhall::integration {
namespace {

namespace fs = std::filesystem;

/// One page with one word on it, as small as a PDF gets; `more` bytes of comment behind it.
std::string page_with(const std::string& word, std::size_t more = 0) {
  const std::string text = "BT /F 40 Tf 40 200 Td (" + word + ") Tj ET\n";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 400]/Contents 4 0 R/Resources<</Font<</F 5 0 "
         "R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         std::to_string(text.size()) + ">>stream\n" + text +
         "endstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n%" + std::string(more, 'x') +
         "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

/// The value behind "key": in a small JSON answer, without quotes.
std::string json_value(const std::string& json, const std::string& key) {
  const auto at = json.find("\"" + key + "\":");
  if (at == std::string::npos) return {};
  const auto from = at + key.size() + 3;
  const auto end = json.find_first_of(",}]", from);
  auto value = json.substr(from, end - from);
  std::erase(value, '"');
  return value;
}

class Posters : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(media::missing_packages(), "") << "has to be installed";
    organiser_link_ = data_.organiser_link();
    author_link_ = invite("amara@example.org", "one");
    other_link_ = invite("davit@example.org", "two");
    server_ = std::make_unique<Server>(data_);
  }
  std::string invite(const std::string& email, const std::string& poster) {
    const auto invited = run_posterhall({"invite", "--data", data_.path().string(), "--name", "Author " + poster,
                                         "--email", email, "--poster", poster});
    const auto from = invited.output.find("/join#") + 6;
    return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
  }
  Browser come_in(const std::string& link) {
    Browser browser{server_->port(), server_->origin()};
    EXPECT_EQ(browser.enter(link).status, 200);
    return browser;
  }
  std::string write_file(const std::string& name, const std::string& bytes) {
    data_.write(name, bytes);
    return (data_.path() / name).string();
  }
  Finished put(const std::string& id, const std::string& file) {
    return run_posterhall({"poster", "put", id, file, "--data", data_.path().string(), "--note", "larger type"});
  }
  /// Asks until the answer fits, within the test's patience.
  template <class Fits>
  static Answer until(Browser& browser, const std::string& path, Fits fits) {
    const auto end = give_up_at();
    auto answer = browser.get(path);
    while (!fits(answer) && std::chrono::steady_clock::now() < end) {
      std::this_thread::yield();
      answer = browser.get(path);
    }
    return answer;
  }
  static bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }
  static Answer begin(Browser& browser, const std::string& poster, std::size_t size, const std::string& sha = "") {
    return browser.post("/api/v1/uploads", "{\"poster\":\"" + poster + "\",\"name\":\"final.pdf\",\"size\":" +
                                               std::to_string(size) + ",\"sha256\":\"" + sha + "\"}");
  }
  static Answer send(Browser& browser, const std::string& id, std::size_t offset, const std::string& bytes) {
    return browser.post("/api/v1/uploads/" + id + "/bytes?offset=" + std::to_string(offset), bytes);
  }
  /// A whole file, until it may be put up.
  static std::string upload(Browser& browser, const std::string& poster, const std::string& bytes) {
    const auto id = json_value(begin(browser, poster, bytes.size()).body, "id");
    EXPECT_EQ(send(browser, id, 0, bytes).status, 200);
    const auto ready = until(browser, "/api/v1/uploads/" + id, [](const Answer& answer) {
      return has(answer, "UPLOAD_STATE_READY") || has(answer, "UPLOAD_STATE_REFUSED");
    });
    EXPECT_TRUE(has(ready, "UPLOAD_STATE_READY")) << ready.body;
    return id;
  }

  DataFolder data_;
  std::string organiser_link_, author_link_, other_link_;
  std::unique_ptr<Server> server_;
};

TEST_F(Posters, a_file_put_up_beside_the_server_is_seen_read_and_zoomed) {
  auto reader = come_in(other_link_);
  Tab tab(reader);
  (void)tab.enter();
  const auto begun = std::chrono::steady_clock::now();
  const auto put_up = put("one", write_file("first.pdf", page_with("Seiches")));
  ASSERT_EQ(put_up.status, 0) << put_up.output;
  EXPECT_NE(put_up.output.find("version 1 is live"), std::string::npos) << put_up.output;
  EXPECT_NE(put_up.output.find("Smallest type: 40 pt"), std::string::npos) << put_up.output;
  (void)tab.hear([](const v1::ServerMessage& message) { return message.has_catalogue_changed(); });
  EXPECT_LT(std::chrono::steady_clock::now() - begun, kPatience);
  const auto text = reader.get("/api/v1/posters/one/text");
  EXPECT_TRUE(has(text, "Seiches")) << text.body;
  EXPECT_TRUE(has(reader.get("/api/v1/search?q=seiches"), "\"matchedIn\":\"text\""));

  const auto catalogue = come_in(author_link_).get("/api/v1/posters/one/versions");
  ASSERT_EQ(catalogue.status, 200);
  EXPECT_EQ(json_value(catalogue.body, "note"), "larger type");
  const auto tiles = json_value(catalogue.body, "tiles");
  const auto tile = get(server_->port(), "/files/" + tiles + "/0/0_0");
  EXPECT_EQ(tile.status, 200);
  EXPECT_EQ(tile.header("content-type"), "image/webp");
  EXPECT_NE(tile.header("cache-control").find("immutable"), std::string::npos);
  EXPECT_NE(tile.header("content-security-policy").find("sandbox"), std::string::npos);
  EXPECT_EQ(tile.body.substr(8, 4), "WEBP");
  EXPECT_EQ(get(server_->port(), "/files/" + tiles + "/0/0_0", "If-None-Match: " + tile.header("etag") + "\r\n").status,
            304);
  for (const char* none : {"/0/1_0", "/99/0_0", "/0/0_0.webp", "/0", "/", "/00/0_0"}) {
    EXPECT_EQ(get(server_->port(), "/files/" + tiles + none).status, 404) << none;
  }
  EXPECT_EQ(get(server_->port(), "/files/" + json_value(catalogue.body, "picture") + "/0/0_0").status, 404);
}

TEST_F(Posters, what_is_no_poster_is_refused_with_its_reason) {
  const auto page = put("one", write_file("poster.png", "<html><script>1</script></html>"));
  EXPECT_EQ(page.status, 1);
  EXPECT_NE(page.output.find("is a web page"), std::string::npos) << page.output;
  const auto unknown = put("nobody", write_file("first.pdf", page_with("x")));
  EXPECT_EQ(unknown.status, 1);
  EXPECT_NE(unknown.output.find("no poster has the id"), std::string::npos);
}

TEST_F(Posters, the_hostile_files_are_refused_and_the_scripted_one_is_harmless) {
  const char* given = std::getenv("POSTERHALL_SHARED_DATA");
  const auto shared = given != nullptr ? fs::path(given) : fs::path(POSTERHALL_SOURCE_DIR) / ".." / "shared" / "data";
  const auto hostile = shared / "posters" / "hostile";
  if (!fs::exists(hostile)) GTEST_SKIP() << "skipped: no shared data";
  for (const auto& entry : fs::directory_iterator(hostile)) {
    const auto result = put("one", entry.path().string());
    const bool scripted = entry.path().filename() == "javascript-openaction.pdf";
    EXPECT_EQ(result.status, scripted ? 0 : 1) << entry.path() << result.output;
  }
  const auto history = come_in(author_link_).get("/api/v1/posters/one/versions");
  const auto file = get(server_->port(), "/files/" + json_value(history.body, "file\":{\"file"));
  EXPECT_NE(file.header("content-disposition").find("attachment"), std::string::npos);
  EXPECT_NE(file.header("content-security-policy").find("sandbox"), std::string::npos);
}

TEST_F(Posters, an_upload_in_pieces_goes_on_after_the_server_was_killed_and_goes_live) {
  auto author = come_in(author_link_);
  const auto bytes = page_with("Seiches", 300'000);
  const auto begun = begin(author, "one", bytes.size(), std::string(64, '0'));
  ASSERT_EQ(begun.status, 200) << begun.body;
  const auto id = json_value(begun.body, "id");
  ASSERT_EQ(send(author, id, 0, bytes.substr(0, 100'000)).status, 200);
  const auto wrong = send(author, id, 5, "x");
  EXPECT_EQ(wrong.status, 409);
  EXPECT_EQ(wrong.header("upload-offset"), "100000");
  server_->kill();
  server_ = std::make_unique<Server>(data_);
  author.move_to(server_->port(), server_->origin());
  const auto again = begin(author, "one", bytes.size(), std::string(64, '0'));
  EXPECT_EQ(json_value(again.body, "id"), id) << "the same file goes on";
  EXPECT_EQ(json_value(again.body, "offset"), "100000");
  (void)send(author, id, 100'000, bytes.substr(100'000, 200'000));
  (void)send(author, id, 300'000, bytes.substr(300'000));
  const auto damaged = author.get("/api/v1/uploads/" + id);
  EXPECT_TRUE(has(damaged, "was damaged on its way")) << "the hash given is not the file's: " << damaged.body;
  EXPECT_EQ(author.post("/api/v1/uploads/" + id + "/drop", "{}").status, 200);
  EXPECT_EQ(author.get("/api/v1/uploads/" + id).status, 404);

  const auto good = upload(author, "one", page_with("Seiches"));
  EXPECT_TRUE(has(author.get("/api/v1/posters"), "\"version\":0")) << "nobody sees it yet";
  const auto live = author.post("/api/v1/uploads/" + good + "/live", "{\"note\":\"first\"}");
  ASSERT_EQ(live.status, 200) << live.body;
  EXPECT_EQ(json_value(live.body, "version"), "1");
  const auto seen = until(author, "/api/v1/posters/one", [](const Answer& a) { return has(a, "\"version\":1"); });
  EXPECT_TRUE(has(seen, "\"version\":1"));
}

TEST_F(Posters, only_its_authors_and_organisers_put_a_poster_up) {
  auto author = come_in(author_link_);
  auto other = come_in(other_link_);
  EXPECT_EQ(begin(other, "one", 100).status, 403);
  EXPECT_EQ(other.get("/api/v1/posters/one/versions").status, 403);
  EXPECT_EQ(other.post("/api/v1/posters/one/text", "{\"panels\":[{\"text\":\"x\"}]}").status, 403);
  EXPECT_EQ(other.post("/api/v1/poster-freeze", "{\"atMs\":1}").status, 403);
  EXPECT_EQ(other.get("/api/v1/poster-requests").status, 403);
  const auto id = json_value(begin(author, "one", 100).body, "id");
  EXPECT_EQ(other.get("/api/v1/uploads/" + id).status, 404) << "nobody else's";
  EXPECT_EQ(send(other, id, 0, "x").status, 404);
  Browser nobody{server_->port(), server_->origin()};
  EXPECT_EQ(begin(nobody, "one", 100).status, 401);
  EXPECT_EQ(nobody.get("/api/v1/uploads").status, 401);
  const std::string evil = "Origin: http://evil.example\r\nCookie: " + author.cookie() + "\r\n";
  for (const char* path : {"/api/v1/uploads", "/api/v1/posters/one/text", "/api/v1/poster-freeze"}) {
    EXPECT_EQ(post(server_->port(), path, "{}", evil).status, 403) << path;
  }
  EXPECT_EQ(begin(author, "one", 60'000'000).status, 413);
  EXPECT_EQ(begin(author, "nobody", 100).status, 404);
  auto organiser = come_in(organiser_link_);
  EXPECT_EQ(begin(organiser, "two", 100).status, 200);
}

TEST_F(Posters, after_the_freeze_time_an_author_asks_and_an_organiser_puts_it_up) {
  auto author = come_in(author_link_);
  auto organiser = come_in(organiser_link_);
  ASSERT_EQ(organiser.post("/api/v1/poster-freeze", "{\"atMs\":1000}").status, 200);
  const auto id = upload(author, "one", page_with("Seiches"));
  const auto frozen = author.post("/api/v1/uploads/" + id + "/live", "{}");
  EXPECT_EQ(frozen.status, 409);
  EXPECT_EQ(json_value(frozen.body, "code"), "frozen");
  // Not before: while the file is converted nobody here answers the server's pings.
  Tab author_tab(author), organiser_tab(organiser);
  (void)author_tab.enter();
  (void)organiser_tab.enter();
  const auto asked = author.post("/api/v1/uploads/" + id + "/ask", "{\"note\":\"one typo\"}");
  ASSERT_EQ(asked.status, 200) << asked.body;
  const auto request = json_value(asked.body, "request");
  EXPECT_TRUE(has(organiser.get("/api/v1/poster-requests"), "one typo"));
  (void)organiser_tab.hear([](const v1::ServerMessage& message) {
    return message.has_poster_desk() && message.poster_desk().open_requests() == 1;
  });
  const std::string settle = "{\"putUp\":true,\"words\":\"Thank you.\"}";
  ASSERT_EQ(organiser.post("/api/v1/poster-requests/" + request, settle).status, 200);
  const auto told = author_tab.hear([](const v1::ServerMessage& message) {
    return message.has_poster_desk() && message.poster_desk().answers_size() == 1;
  });
  EXPECT_EQ(told.poster_desk().answers(0).words(), "Thank you.");
  EXPECT_TRUE(told.poster_desk().answers(0).put_up());
  EXPECT_EQ(organiser.post("/api/v1/poster-requests/" + request + "/seen", "{}").status, 404) << "it is not theirs";
  EXPECT_EQ(author.post("/api/v1/poster-requests/" + request + "/seen", "{}").status, 200);
  EXPECT_EQ(author.post("/api/v1/poster-requests/" + request + "/seen", "{}").status, 404);
  EXPECT_EQ(get(server_->port(), "/author/101").status, 200) << "an address of its own";
  EXPECT_EQ(organiser.post("/api/v1/poster-requests/" + request, "{\"putUp\":true}").status, 404);
  const auto seen = until(author, "/api/v1/posters/one", [](const Answer& a) { return has(a, "\"version\":1"); });
  EXPECT_TRUE(has(seen, "\"version\":1"));
}

TEST_F(Posters, an_author_writes_the_text_view_and_brings_a_version_back) {
  ASSERT_EQ(put("one", write_file("first.pdf", page_with("Seiches"))).status, 0);
  ASSERT_EQ(put("one", write_file("second.pdf", page_with("Tides"))).status, 0);
  auto author = come_in(author_link_);
  const auto written = author.post("/api/v1/posters/one/text",
                                   "{\"panels\":[{\"heading\":\"Why phones\",\"text\":\"They are near water.\"}]}");
  ASSERT_EQ(written.status, 200) << written.body;
  EXPECT_TRUE(has(get(server_->port(), "/api/v1/posters/one/text"), "They are near water."));
  EXPECT_TRUE(has(author.get("/api/v1/posters/one/text?of=file"), "Tides"));
  const auto found =
      until(author, "/api/v1/search?q=water", [](const Answer& a) { return has(a, "\"postersFound\":1"); });
  EXPECT_TRUE(has(found, "\"postersFound\":1"));
  EXPECT_EQ(author.post("/api/v1/posters/one/text", "{\"panels\":[{\"x\":7,\"text\":\"x\"}]}").status, 400);
  const auto back = author.post("/api/v1/posters/one/versions/1", "{\"note\":\"the first again\"}");
  ASSERT_EQ(back.status, 200) << back.body;
  EXPECT_EQ(json_value(back.body, "sameAs"), "1");
  EXPECT_EQ(author.post("/api/v1/posters/one/versions/9", "{}").status, 404);
}

}  // namespace
}  // namespace posterhall::integration
