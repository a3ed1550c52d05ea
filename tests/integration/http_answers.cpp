// HTTP/1.1 as the real server speaks it: guards, keep-alive, files, pages, figures.
#include <gtest/gtest.h>

#include "integration/support/http.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

class HttpAnswers : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    data_ = std::make_unique<DataFolder>();
    server_ = std::make_unique<Server>(*data_);
  }
  static void TearDownTestSuite() {
    server_.reset();
    data_.reset();
  }
  static std::uint16_t port() { return server_->port(); }
  static inline std::unique_ptr<DataFolder> data_;
  static inline std::unique_ptr<Server> server_;
};

TEST_F(HttpAnswers, broken_requests_get_an_answer_and_an_end) {
  const std::vector<std::pair<std::string, int>> cases = {
      {"GET /\r\n", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"GET / HTTP/1.1\nHost: a\n\n", 400},
      {"GET / HTTP/3.0\r\n\r\n", 505},
      {"GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"POST /api/v1/enter HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {"POST /api/v1/enter HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 400},
      {"POST /api/v1/enter HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {"POST /api/v1/enter HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
      {"POST /api/v1/enter HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n", 413},
      {"POST /api/v1/enter HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n", 415},
      {"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9'000, 'x'), 431},
      {"GET /" + std::string(9'000, 'x'), 414},
      {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9), 400},
  };
  for (const auto& [request, status] : cases) {
    RawSocket socket(port());
    ASSERT_TRUE(socket.send(request));
    std::string rest;
    EXPECT_EQ(read_answer(socket, rest).status, status) << request.substr(0, 80);
    while (socket.receive(rest)) {
    }  // it closes: nothing is left waiting
  }
}

TEST_F(HttpAnswers, a_request_may_come_byte_by_byte) {
  RawSocket socket(port());
  for (const char c :
       std::string{"POST /api/v1/invitation HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                   "2\r\n{}\r\n0\r\n\r\n"}) {
    ASSERT_TRUE(socket.send(std::string(1, c)));
  }
  std::string rest;
  EXPECT_EQ(read_answer(socket, rest).status, 403);  // no Origin
}

TEST_F(HttpAnswers, connections_are_kept_and_requests_may_be_sent_ahead) {
  RawSocket socket(port());
  const std::string one = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
  ASSERT_TRUE(socket.send(one + "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n" + one));
  std::string rest;
  EXPECT_EQ(read_answer(socket, rest).body, "ok\n");
  const auto head = read_answer(socket, rest, true);
  EXPECT_EQ(head.header("content-length"), "3");
  EXPECT_EQ(read_answer(socket, rest).body, "ok\n");
}

TEST_F(HttpAnswers, a_head_that_does_not_end_is_answered_408) {
  RawSocket socket(port());
  ASSERT_TRUE(socket.send("GET / HTTP/1.1\r\nHost: loc"));
  std::string rest;
  EXPECT_EQ(read_answer(socket, rest).status, 408);
}

TEST_F(HttpAnswers, the_page_is_guarded_and_its_files_are_immutable) {
  for (const char* path : {"/", "/join", "/hall", "/list", "/p/312"}) {
    const auto page = get(port(), path);
    EXPECT_EQ(page.status, 200) << path;
    const auto policy = page.header("content-security-policy");
    EXPECT_NE(policy.find("script-src 'self'"), std::string::npos);
    EXPECT_NE(policy.find("require-trusted-types-for 'script'"), std::string::npos);
    EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(page.header("cache-control"), "no-cache");
    EXPECT_EQ(page.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(page.header("referrer-policy"), "no-referrer");
  }
  const auto script = get(port(), "/assets/main-1a2b.js");
  EXPECT_NE(script.header("cache-control").find("immutable"), std::string::npos);
  EXPECT_EQ(script.header("content-encoding"), "");
  const auto packed = get(port(), "/assets/main-1a2b.js", "Accept-Encoding: gzip, br\r\n");
  EXPECT_EQ(packed.header("content-encoding"), "br");
  EXPECT_EQ(packed.body, "not really brotli");
  EXPECT_NE(packed.header("etag"), script.header("etag"));
  const auto same = get(port(), "/assets/main-1a2b.js", "If-None-Match: " + script.header("etag") + "\r\n");
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.body, "");
  for (const char* nothing : {"/assets/none.js", "/etc/passwd", "/../event.toml", "/assets/../../event.toml",
                              "/%2e%2e/event.toml", "/event.toml", "/p", "//etc/passwd"}) {
    EXPECT_EQ(get(port(), nothing).status, 404) << nothing;
  }
}

TEST_F(HttpAnswers, poster_files_come_whole_in_parts_or_not_again) {
  const std::string picture = std::string("\x89PNG\r\n\x1a\n", 8) + std::string(5'000, 'p');
  const std::string hash = std::string(62, 'a') + "01";
  std::filesystem::create_directories(data_->path() / "files" / "aa");
  data_->write("files/aa/" + hash, picture);
  const auto whole = get(port(), "/files/" + hash);
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(whole.body, picture);
  EXPECT_EQ(whole.header("content-type"), "image/png");
  EXPECT_EQ(whole.header("content-disposition"), "inline");
  EXPECT_NE(whole.header("content-security-policy").find("sandbox"), std::string::npos);
  EXPECT_NE(whole.header("cache-control").find("immutable"), std::string::npos);
  const auto part = get(port(), "/files/" + hash, "Range: bytes=4-9\r\n");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, picture.substr(4, 6));
  EXPECT_EQ(part.header("content-range"), "bytes 4-9/" + std::to_string(picture.size()));
  EXPECT_EQ(get(port(), "/files/" + hash, "Range: bytes=9000-\r\n").status, 416);
  EXPECT_EQ(get(port(), "/files/" + hash, "If-None-Match: " + whole.header("etag") + "\r\n").status, 304);
  EXPECT_EQ(get(port(), "/files/" + std::string(64, 'b')).status, 404);
  EXPECT_EQ(get(port(), "/files/../event.toml").status, 404);
  const std::string pdf = std::string(62, 'c') + "02";
  std::filesystem::create_directories(data_->path() / "files" / "cc");
  data_->write("files/cc/" + pdf, "%PDF-1.7 rest");
  EXPECT_NE(get(port(), "/files/" + pdf).header("content-disposition").find("attachment"), std::string::npos);
}

TEST_F(HttpAnswers, the_interface_answers_in_json_with_defaults) {
  const auto posters = get(port(), "/api/v1/posters");
  EXPECT_EQ(posters.status, 200);
  for (const char* part : {"\"id\":\"one\"", "\"number\":", "\"title\":\"Tides from phones\"", "\"attended\":false",
                           "\"visitors\":0", "\"version\":0", "\"link\":\"\"", "\"booth\":\"C3\""}) {
    EXPECT_NE(posters.body.find(part), std::string::npos) << part;
  }
  EXPECT_NE(get(port(), "/api/v1/posters/B2").body.find("Quiet compilers"), std::string::npos);
  EXPECT_NE(get(port(), "/api/v1/posters/two").body.find("Quiet compilers"), std::string::npos);
  EXPECT_NE(get(port(), "/api/v1/posters/101").body.find("\"number\":101"), std::string::npos);
  EXPECT_EQ(get(port(), "/api/v1/posters/999").status, 404);
  EXPECT_NE(get(port(), "/api/v1/search?q=schroedinger").body.find("\"query\":\"schroedinger\""), std::string::npos);
  EXPECT_NE(get(port(), "/api/v1/search?q=Schr%C3%B6dinger").body.find("\"postersFound\":1"), std::string::npos);
  EXPECT_NE(get(port(), "/api/v1/counts").body.find("\"posters\":3"), std::string::npos);
  EXPECT_NE(get(port(), "/api/v1/event").body.find("\"name\":\"Integration Day\""), std::string::npos);
  EXPECT_EQ(get(port(), "/api/v1/nothing").status, 404);
  EXPECT_EQ(get(port(), "/api/v2/event").status, 404);
  EXPECT_EQ(get(port(), "/api/v1/enter").status, 405);
  EXPECT_EQ(post(port(), "/api/v1/event", "{}", "Origin: " + server_->origin() + "\r\n").status, 405);
}

TEST_F(HttpAnswers, figures_are_for_this_machine_only) {
  EXPECT_EQ(get(port(), "/readyz").status, 200);
  EXPECT_NE(get(port(), "/metrics").body.find("posterhall_connections 0"), std::string::npos);
  EXPECT_EQ(get(port(), "/metrics", "X-Forwarded-For: 203.0.113.9\r\n").status, 404);
}

TEST(HttpAnswersForInvited, posters_are_not_shown_without_a_session) {
  const DataFolder data("posters_public = false");
  const Server server(data);
  EXPECT_EQ(get(server.port(), "/api/v1/posters").status, 401);
  EXPECT_EQ(get(server.port(), "/api/v1/posters/101").status, 401);
  EXPECT_EQ(get(server.port(), "/api/v1/event").status, 200);
  EXPECT_EQ(get(server.port(), "/files/" + std::string(64, 'a')).status, 401);
  EXPECT_EQ(get(server.port(), "/api/v1/search?q=tides").body.find("Tides"), std::string::npos);
}

TEST(HttpAnswersForInvited, streams_and_recordings_are_for_the_invited_unless_they_are_public) {
  const DataFolder data(
      "[[session]]\ntitle = \"Closed\"\nday = 2026-04-21\nstream = \"https://v.example/closed\"\n"
      "recording = \"https://v.example/closed-rec\"\n[[session]]\ntitle = \"Open\"\nday = 2026-04-21\n"
      "stream = \"https://v.example/open\"\nstream_public = true\nsponsor = \"Lanternfish\"\n");
  const Server server(data);
  const auto outside = get(server.port(), "/api/v1/event").body;
  EXPECT_EQ(outside.find("v.example/closed"), std::string::npos) << outside;
  EXPECT_NE(outside.find("v.example/open"), std::string::npos);
  EXPECT_NE(outside.find("Lanternfish"), std::string::npos);
  EXPECT_EQ(get(server.port(), "/api/v1/event", "Cookie: posterhall=" + std::string(43, 'A') + "\r\n")
                .body.find("v.example/closed"),
            std::string::npos);
  Browser browser(server.port(), server.origin());
  ASSERT_EQ(browser.enter(data.links(1).front()).status, 200);
  const auto inside = browser.get("/api/v1/event").body;
  EXPECT_NE(inside.find("v.example/closed\""), std::string::npos) << inside;
  EXPECT_NE(inside.find("v.example/closed-rec"), std::string::npos);
}

TEST(HttpAnswersForInvited, a_public_stream_has_a_page_and_any_other_session_is_not_there) {
  const DataFolder data(
      "[[session]]\nid = \"closed\"\ntitle = \"Closed\"\nday = 2026-04-21\nstream = "
      "\"https://in.example/closed.m3u8\"\n"
      "[[session]]\nid = \"quiet\"\ntitle = \"Quiet\"\nday = 2026-04-21\n"
      "[[session]]\nid = \"open\"\ntitle = \"Open\"\nday = 2026-04-21\n"
      "stream = \"https://v.example/open.m3u8\"\nstream_public = true\n");
  const Server server(data);
  const auto policy_of = [](const Answer& page) { return page.header("content-security-policy"); };
  const auto page = get(server.port(), "/stream/open");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(policy_of(page).find("media-src blob: https://v.example;"), std::string::npos) << policy_of(page);
  EXPECT_EQ(policy_of(page).find("in.example"), std::string::npos);
  EXPECT_EQ(get(server.port(), "/stream").status, 200);
  const auto hall = get(server.port(), "/");
  EXPECT_NE(policy_of(hall).find("https://in.example https://v.example"), std::string::npos) << policy_of(hall);
  const auto closed = get(server.port(), "/stream/closed");
  for (const char* other : {"/stream/closed", "/stream/quiet", "/stream/nobody", "/stream/open/", "/stream/OPEN"}) {
    const auto answer = get(server.port(), other, "If-None-Match: *\r\n");
    EXPECT_EQ(answer.status, 404) << other;
    EXPECT_EQ(answer.body, closed.body) << other;
    EXPECT_EQ(policy_of(answer), policy_of(closed)) << other;
  }
  const auto streams = get(server.port(), "/api/v1/streams");
  EXPECT_NE(streams.body.find("\"open\""), std::string::npos) << streams.body;
  for (const char* other : {"Closed", "Quiet", "in.example"}) {
    EXPECT_EQ(streams.body.find(other), std::string::npos) << streams.body;
  }
  // Told "the same", a browser keeps the policy it has: another policy is another page.
  EXPECT_EQ(get(server.port(), "/", "If-None-Match: " + hall.header("etag") + "\r\n").status, 304);
  EXPECT_NE(hall.header("etag"), page.header("etag"));
}

TEST(ServeStarts, a_port_that_is_taken_is_said_in_one_sentence) {
  const DataFolder data;
  const Server server(data);
  const auto second = run_posterhall({"serve", "--data", data.path().string(), "--client", data.client().string(),
                                      "--listen", "127.0.0.1:" + std::to_string(server.port())});
  EXPECT_EQ(second.status, 1);
  EXPECT_EQ(second.output, "Port " + std::to_string(server.port()) +
                               " of 127.0.0.1 is taken by another program; stop it, or choose another port with "
                               "--listen 127.0.0.1:PORT.\n");
}

TEST(ServeStarts, settings_are_checked_printed_and_layered) {
  const DataFolder data;
  const auto flags = [&](std::vector<std::string> more) {
    std::vector<std::string> all = {"serve", "--data", data.path().string()};
    all.insert(all.end(), more.begin(), more.end());
    return run_posterhall(all);
  };
  EXPECT_EQ(flags({"--check-config"}).output, "The configuration is sound.\n");
  EXPECT_NE(flags({"--shards", "2", "--print-config"}).output.find("shards = 2"), std::string::npos);
  const auto open = flags({"--listen", "0.0.0.0:8080", "--check-config"});
  EXPECT_EQ(open.status, 2);
  EXPECT_NE(open.output.find("--insecure-http"), std::string::npos);
  EXPECT_EQ(flags({"--listen", "0.0.0.0:8080", "--insecure-http", "--check-config"}).status, 0);
  EXPECT_EQ(flags({"--public-url", "hall", "--check-config"}).status, 1);
  EXPECT_EQ(flags({"--sharts", "2"}).status, 2);
  data.write("event.toml", "[event]\nname = \"X\"\ncontakt = \"y\"\n");
  const auto unknown = flags({"--check-config"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_NE(unknown.output.find("event.toml:3"), std::string::npos) << unknown.output;
  EXPECT_NE(unknown.output.find("contact"), std::string::npos) << unknown.output;
}

}  // namespace
}  // namespace posterhall::integration
