// HTTP/1.1 at the real server, request by request as raw bytes, whole and in pieces: a right one is answered and its
// connection kept as RFC 9112 says; a wrong one is answered with its status at once and the connection ends. Never a
// wait, never a guess. (The guard's own table is tests/unit/net/http_guard.cpp; this is what stands behind a socket.)
#include <gtest/gtest.h>

#include "integration/support/echo_server.hpp"
#include "integration/support/http.hpp"

namespace posterhall::integration {
namespace {

class HttpConformance : public EchoServerTest {};

const std::string kHost = "Host: localhost\r\n";
const std::string kHealth = "GET /healthz HTTP/1.1\r\n" + kHost + "\r\n";

std::string echo(const std::string& headers_and_body) { return "POST /echo HTTP/1.1\r\n" + kHost + headers_and_body; }
std::string chunked(const std::string& body) { return echo("Transfer-Encoding: chunked\r\n\r\n" + body); }

struct Expected {
  int status = 200;
  std::string body;
  bool kept = true;  ///< the connection takes another request behind it
};

/// However it is cut. 408 would be a wait that ended: it is never what is expected here.
void expect_answer(std::uint16_t port, const std::string& request, const Expected& expected) {
  const std::string what = request.substr(0, 120);
  for (const std::size_t piece : {request.size(), std::size_t{1}, std::size_t{7}, request.size() / 2 + 1}) {
    if (piece < 10 && request.size() > 3'000) continue;
    RawSocket socket(port);
    bool sent = true;
    for (std::size_t at = 0; at < request.size() && sent; at += piece) sent = socket.send(request.substr(at, piece));
    std::string rest;
    const auto answer = read_answer(socket, rest, request.starts_with("HEAD "));
    EXPECT_EQ(answer.status, expected.status) << what << ", pieces of " << piece;
    if (expected.status == 200) {
      EXPECT_EQ(answer.body, expected.body) << what << ", pieces of " << piece;
    }
    EXPECT_EQ(answer.header("connection"), expected.kept ? "keep-alive" : "close") << what;
    if (expected.kept) {
      ASSERT_TRUE(socket.send(kHealth)) << what;
      EXPECT_EQ(read_answer(socket, rest).body, "ok\n") << what << ", pieces of " << piece;
    } else {
      while (socket.receive(rest)) {
      }
      EXPECT_EQ(rest, "") << what << ": something came behind the last answer";
    }
  }
}

TEST_F(HttpConformance, connections_are_kept_as_their_version_says) {
  const Expected kept{200, "ok\n", true}, ended{200, "ok\n", false};
  expect_answer(port(), kHealth, kept);
  expect_answer(port(), "GET /healthz HTTP/1.1\r\n" + kHost + "Connection: keep-alive\r\n\r\n", kept);
  for (const char* close : {"close", "Close", "keep-alive, close", "x,close"}) {
    expect_answer(port(), "GET /healthz HTTP/1.1\r\n" + kHost + "Connection: " + close + "\r\n\r\n", ended);
  }
  expect_answer(port(), "GET /healthz HTTP/1.0\r\n\r\n", ended);
  expect_answer(port(), "GET /healthz HTTP/1.0\r\n" + kHost + "\r\n", ended);
  expect_answer(port(), "GET /healthz HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", kept);
  expect_answer(port(), "\r\n\r\n" + kHealth, kept);
}

TEST_F(HttpConformance, addresses_come_in_three_forms) {
  expect_answer(port(), "GET http://elsewhere.example/healthz HTTP/1.1\r\n" + kHost + "\r\n", {200, "ok\n"});
  expect_answer(port(), "GET http://[::1]:80/healthz?x=1 HTTP/1.1\r\n" + kHost + "\r\n", {200, "ok\n"});
  expect_answer(port(), "GET /%68ealthz HTTP/1.1\r\n" + kHost + "\r\n", {200, "ok\n"});
  expect_answer(port(), "OPTIONS * HTTP/1.1\r\n" + kHost + "\r\n", {405, ""});
  for (const char* target :
       {"*", "healthz", "//", "http://", "http:///healthz", "http://me@a/healthz", "ftp://a/healthz", "http://a:b/",
        "a:443", "/a#b", "/%", "/%0", "/%zz", "/%00", "/\x7f", "/\xc3\xbc", "/a\\\x01"}) {
    const std::string request = std::string("GET ") + target + " HTTP/1.1\r\n" + kHost + "\r\n";
    if (std::string_view{target} == "//") {
      expect_answer(port(), request, {404, ""});
    } else {
      expect_answer(port(), request, {400, "", false});
    }
  }
  expect_answer(port(), "CONNECT a:443 HTTP/1.1\r\n" + kHost + "\r\n", {400, "", false});
}

TEST_F(HttpConformance, methods_are_known_allowed_or_not) {
  for (const char* method : {"DELETE", "PUT", "PATCH", "OPTIONS", "TRACE"}) {
    const auto request = std::string(method) + " /healthz.txt HTTP/1.1\r\n" + kHost + "\r\n";
    expect_answer(port(), request, {405, ""});
    EXPECT_EQ(fetch(port(), request).header("allow"), "GET, HEAD") << method;
  }
  for (const char* method : {"BREW", "get", "GETS", "PROPFIND", "M-SEARCH"}) {
    expect_answer(port(), std::string(method) + " /healthz HTTP/1.1\r\n" + kHost + "\r\n", {501, ""});
  }
}

TEST_F(HttpConformance, head_is_get_without_the_body) {
  for (const char* path : {"/", "/healthz", "/api/v1/event", "/nothing", "/assets/main-1a2b.js"}) {
    const auto whole = fetch(port(), std::string("GET ") + path + " HTTP/1.1\r\n" + kHost + "\r\n");
    RawSocket socket(port());
    ASSERT_TRUE(socket.send(std::string("HEAD ") + path + " HTTP/1.1\r\n" + kHost + "\r\n" + kHealth));
    std::string rest;
    const auto head = read_answer(socket, rest, true);
    EXPECT_EQ(head.status, whole.status) << path;
    for (const char* name : {"content-length", "content-type", "etag", "cache-control"}) {
      EXPECT_EQ(head.header(name), whole.header(name)) << path << " " << name;
    }
    EXPECT_EQ(read_answer(socket, rest).body, "ok\n") << path << ": nothing between";
  }
}

TEST_F(HttpConformance, bodies_come_back_as_they_were_sent) {
  std::string every;
  for (int i = 0; i < 256; ++i) every.push_back(static_cast<char>(i));
  expect_answer(port(), echo("Content-Length: 256\r\n\r\n" + every), {200, every});
  expect_answer(port(), echo("Content-Length: 0\r\n\r\n"), {200, ""});
  expect_answer(port(), echo("\r\n"), {200, ""});
  expect_answer(port(), echo("Content-Length: 0000003\r\n\r\nabc"), {200, "abc"});
  expect_answer(port(), "PUT / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\n\r\nput", {200, "put"});
  expect_answer(port(), "POST /echo HTTP/1.0\r\nContent-Length: 3\r\n\r\nold", {200, "old", false});
  const std::string most(64 * 1024, 'm');
  expect_answer(port(), echo("Content-Length: 65536\r\n\r\n" + most), {200, most});
  expect_answer(port(), echo("Content-Length: 65537\r\n\r\n" + most + "m"), {413, "", false});
  expect_answer(port(), echo("Content-Length: 999999999999999999\r\n\r\n"), {413, "", false});
}

TEST_F(HttpConformance, chunks_are_put_together_and_their_extras_left_out) {
  expect_answer(port(), chunked("0\r\n\r\n"), {200, ""});
  expect_answer(port(), chunked("3\r\nabc\r\n0\r\n\r\n"), {200, "abc"});
  expect_answer(port(), chunked("1\r\na\r\n2\r\nbc\r\n0003\r\ndef\r\n0\r\n\r\n"), {200, "abcdef"});
  expect_answer(port(), chunked("A\r\n0123456789\r\na\r\nabcdefghij\r\n00\r\n\r\n"), {200, "0123456789abcdefghij"});
  expect_answer(port(), chunked("3;name=value;other=\"a b\"\r\nabc\r\n0;last\r\n\r\n"), {200, "abc"});
  expect_answer(port(), chunked("3\r\nabc\r\n0\r\nX-Trailer: 1\r\nHost: b\r\n\r\n"), {200, "abc"});
  expect_answer(port(), chunked("2\r\n\r\n\r\n0\r\n\r\n"), {200, "\r\n"});
  const std::string piece(4'096, 'p');
  std::string many, whole;
  for (int i = 0; i < 16; ++i) {
    many += "1000\r\n" + piece + "\r\n";
    whole += piece;
  }
  expect_answer(port(), chunked(many + "0\r\n\r\n"), {200, whole});
  expect_answer(port(), chunked(many + "1\r\nx\r\n0\r\n\r\n"), {413, "", false});
}

TEST_F(HttpConformance, chunks_that_could_be_read_in_two_ways_are_refused) {
  for (const std::string wrong : {"zz\r\n",
                                  "\r\n",
                                  "-1\r\n",
                                  "+3\r\nabc\r\n0\r\n\r\n",
                                  "0x3\r\nabc\r\n0\r\n\r\n",
                                  " 3\r\nabc\r\n0\r\n\r\n",
                                  "3 \r\nabc\r\n0\r\n\r\n",
                                  "3\nabc\r\n0\r\n\r\n",
                                  "3\r\nabc\n0\r\n\r\n",
                                  "3\r\nabcd\r\n0\r\n\r\n",
                                  "3\r\nabc0\r\n\r\n",
                                  "3\rabc\r\n0\r\n\r\n",
                                  "3;a\nb\r\nabc\r\n0\r\n\r\n",
                                  "10000000000000003\r\nabc\r\n0\r\n\r\n",
                                  "ffffffffffffffff\r\nabc\r\n0\r\n\r\n",
                                  "3\r\nabc\r\n0\r\nno colon\r\n\r\n",
                                  "3\r\nabc\r\n0\r\nX: 1\n\r\n",
                                  "3\r\nabc\r\n0\r\nX: 1\r\n folded\r\n\r\n",
                                  "3\r\nabc\r\n0\n\r\n",
                                  "3,\r\nabc\r\n0\r\n\r\n"}) {
    RawSocket socket(port());
    ASSERT_TRUE(socket.send(chunked(wrong) + kHealth));
    std::string rest;
    const auto answer = read_answer(socket, rest);
    EXPECT_TRUE(answer.status == 400 || answer.status == 413) << answer.status << " to " << wrong;
    EXPECT_EQ(answer.header("connection"), "close") << wrong;
    while (socket.receive(rest)) {
    }
    EXPECT_EQ(rest, "") << "a request was found in " << wrong;
  }
  const std::string endless(20'000, 'x');
  expect_answer(port(), chunked("3;" + endless), {400, "", false});
  expect_answer(port(), chunked("3\r\nabc\r\n0\r\nX: " + endless), {400, "", false});
}

TEST_F(HttpConformance, framing_in_doubt_is_refused) {
  const std::string length = "Content-Length: 3\r\n", coded = "Transfer-Encoding: chunked\r\n";
  const std::string body = "\r\n3\r\nabc\r\n0\r\n\r\n";
  const std::vector<std::pair<std::string, int>> cases = {
      {echo(length + coded + body), 400},
      {echo(coded + length + body), 400},
      {echo(length + length + "\r\nabc"), 400},
      {echo(length + "Content-Length: 4\r\n\r\nabc"), 400},
      {echo("Content-Length: 3, 3\r\n\r\nabc"), 400},
      {echo("Content-Length: 3 \t3\r\n\r\nabc"), 400},
      {echo("Content-Length: -3\r\n\r\nabc"), 400},
      {echo("Content-Length : 3\r\n\r\nabc"), 400},
      {echo("Content_Length: 3\r\nContent-Length: x\r\n\r\nabc"), 400},
      {echo("Transfer-Encoding: gzip\r\n" + body), 400},
      {echo("Transfer-Encoding: chunked, gzip\r\n" + body), 400},
      {echo("Transfer-Encoding: chunked;q=1\r\n" + body), 400},
      {echo("Transfer-Encoding: \"chunked\"\r\n" + body), 400},
      {echo("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n" + body), 400},
      {echo("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n" + body), 400},
      {echo("Transfer-Encoding:\r\n" + body), 400},
      {echo("Transfer-Encoding: gzip, chunked\r\n" + body), 501},
      {echo(" " + coded + body), 400},
      {echo("X: 1\r\n " + coded + body), 400},
      {echo("Transfer-Encoding:\r\n chunked\r\n" + body), 400},
      {"POST /echo HTTP/1.0\r\n" + coded + body, 400},
      {"POST /echo HTTP/1.0\r\n" + coded + length + body, 400},
      {"POST /echo HTTP/1.1\r\n" + coded + body, 400},
      {"POST /echo HTTP/1.1\r\n" + kHost + "host: b\r\n" + coded + body, 400},
      {"POST /echo HTTP/1.1\r\nHost: a,b c\r\n" + coded + body, 400},
      {"POST /echo HTTP/1.1\r\nHost: a:80:80\r\n" + coded + body, 400},
      {"POST /echo HTTP/1.1\r\nHost: http://a\r\n" + coded + body, 400},
      {"POST /echo HTTP/1.1\nHost: a\n\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\n" + coded + body, 400},
      {"POST /echo HTTP/1.1\r\n" + kHost + "X: a\rb\r\n" + coded + body, 400},
      {"POST /echo\r\n" + kHost + coded + body, 400},
      {"POST /echo HTTP/1.1 \r\n" + kHost + coded + body, 400},
      {"POST  /echo HTTP/1.1\r\n" + kHost + coded + body, 400},
      {" POST /echo HTTP/1.1\r\n" + kHost + coded + body, 400},
      {"POST\t/echo\tHTTP/1.1\r\n" + kHost + coded + body, 400},
      {"POST /echo HTTP/1.2\r\n" + kHost + coded + body, 505},
      {"POST /echo HTTP/2.0\r\n" + kHost + coded + body, 505},
      {"POST /echo HTTP/01.1\r\n" + kHost + coded + body, 400},
      {"POST /echo HTCPCP/1.1\r\n" + kHost + coded + body, 400},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
      {echo("Content-Encoding: gzip\r\n" + length + "\r\nabc"), 415},
      {echo("Expect: miracles\r\n" + length + "\r\nabc"), 417},
  };
  for (const auto& [request, status] : cases) expect_answer(port(), request, {status, "", false});
}

TEST_F(HttpConformance, every_cut_of_a_request_gives_the_same) {
  const auto request =
      "\r\nPOST http://a:1/echo?q=%41 HTTP/1.1\r\n" + kHost +
      "Transfer-Encoding: chunked\r\nX: \t y \r\n\r\n3;e\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: 1\r\n\r\n";
  for (std::size_t cut = 1; cut < request.size(); ++cut) {
    RawSocket socket(port());
    ASSERT_TRUE(socket.send(request.substr(0, cut)));
    ASSERT_TRUE(socket.send(request.substr(cut) + kHealth));
    std::string rest;
    EXPECT_EQ(read_answer(socket, rest).body, "abc0123456789") << "cut at " << cut;
    EXPECT_EQ(read_answer(socket, rest).body, "ok\n") << "cut at " << cut;
  }
}

TEST_F(HttpConformance, requests_sent_ahead_are_answered_in_order_until_one_is_wrong) {
  const auto put = [](const std::string& body) {
    return chunked(body.empty() ? "0\r\n\r\n" : "1\r\n" + body + "\r\n0\r\n\r\n");
  };
  const auto all = put("a") + kHealth + put("") + put("b") + "HEAD / HTTP/1.1\r\n" + kHost + "\r\n" + put("c") +
                   "GET /\r\n" + put("d");
  for (const std::size_t piece : {all.size(), std::size_t{1}, std::size_t{100}}) {
    RawSocket socket(port());
    for (std::size_t at = 0; at < all.size(); at += piece) {
      if (!socket.send(all.substr(at, piece))) break;
    }
    std::string rest;
    for (const char* body : {"a", "ok\n", "", "b"}) EXPECT_EQ(read_answer(socket, rest).body, body) << piece;
    EXPECT_EQ(read_answer(socket, rest, true).status, 200);
    EXPECT_EQ(read_answer(socket, rest).body, "c");
    EXPECT_EQ(read_answer(socket, rest).status, 400);
    while (socket.receive(rest)) {
    }
    EXPECT_EQ(rest, "") << "what stands behind a wrong request is not answered";
  }
}

TEST_F(HttpConformance, who_asks_first_is_told_to_go_on_once_and_only_if_it_may) {
  const std::string expect = "Expect: 100-continue\r\n";
  std::string rest;
  {
    RawSocket socket(port());
    ASSERT_TRUE(socket.send(echo(expect + "Content-Length: 3\r\n\r\n")));
    EXPECT_EQ(read_answer(socket, rest, true).status, 100);
    ASSERT_TRUE(socket.send("a"));
    ASSERT_TRUE(socket.send("bc"));
    EXPECT_EQ(read_answer(socket, rest).body, "abc");
  }
  RawSocket too_much(port());
  ASSERT_TRUE(too_much.send(echo(expect + "Content-Length: 70000\r\n\r\n")));
  EXPECT_EQ(read_answer(too_much, rest).status, 413) << "not told to send what is too much";
  expect_answer(port(), echo(expect + "Content-Length: 0\r\n\r\n"), {200, ""});
  RawSocket old(port());
  ASSERT_TRUE(old.send("POST /echo HTTP/1.0\r\n" + expect + "Content-Length: 3\r\n\r\n"));
  ASSERT_TRUE(old.send("abc"));
  EXPECT_EQ(read_answer(old, rest).body, "abc") << "HTTP/1.0 knows no 100";
}

TEST_F(HttpConformance, heads_have_their_limits) {
  const std::string name(100, 'n');
  std::string many;
  for (int i = 0; i < 101; ++i) many += "X: 1\r\n";
  expect_answer(port(), "GET /healthz HTTP/1.1\r\n" + kHost + many + "\r\n", {431, "", false});
  expect_answer(port(), "GET /healthz HTTP/1.1\r\n" + kHost + name + ": " + std::string(8'100, 'v') + "\r\n\r\n",
                {431, "", false});
  expect_answer(port(), "GET /" + std::string(4'096, 'a') + " HTTP/1.1\r\n" + kHost + "\r\n", {414, "", false});
  expect_answer(port(), "GET /" + std::string(4'000, 'a') + " HTTP/1.1\r\n" + kHost + "\r\n", {404, ""});
  expect_answer(port(), "GET /healthz HTTP/1.1\r\n" + kHost + "X: " + std::string(7'000, 'v') + "\r\n\r\n",
                {200, "ok\n"});
}

TEST_F(HttpConformance, a_body_that_does_not_end_is_answered_408) {
  RawSocket socket(port());
  ASSERT_TRUE(socket.send(echo("Content-Length: 5\r\n\r\nabc")));
  std::string rest;
  EXPECT_EQ(read_answer(socket, rest).status, 408);
}

}  // namespace
}  // namespace posterhall::integration
