#include "net/http_guard.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace posterhall::net {
namespace {

using State = HeadVerdict::State;

struct Case {
  const char* what;
  std::string head;
  unsigned status;  ///< 0 = complete
};

std::string get(const std::string& headers) { return "GET / HTTP/1.1\r\n" + headers + "\r\n"; }

const std::vector<Case>& cases() {
  static const std::string host = "Host: a\r\n";
  static const std::vector<Case> all = {
      {"plain", get(host), 0},
      {"absolute form", "GET http://a/x HTTP/1.1\r\n" + host + "\r\n", 0},
      {"asterisk", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 0},
      {"1.0 without Host", "GET / HTTP/1.0\r\n\r\n", 0},
      {"IPv6 host", get("Host: [::1]:8080\r\n"), 0},
      {"tab around a value", get("Host:\ta \r\n"), 0},
      {"content length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n", 0},
      {"chunked", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n", 0},
      {"chunked in capitals", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: Chunked\r\n\r\n", 0},
      {"identity", "POST / HTTP/1.1\r\n" + host + "Content-Encoding: identity\r\n\r\n", 0},
      {"no Host", get("Accept: */*\r\n"), 400},
      {"empty Host", get("Host:\r\n"), 400},
      {"two Hosts", get(host + host), 400},
      {"two Hosts in 1.0", "GET / HTTP/1.0\r\n" + host + host + "\r\n", 400},
      {"Host with a path", get("Host: a/b\r\n"), 400},
      {"Host with a user", get("Host: me@a\r\n"), 400},
      {"no version", "GET /\r\n", 400},
      {"nothing but a word", "HELLO\r\n", 400},
      {"lower-case version", "GET / http/1.1\r\n", 400},
      {"HTTP/2.0", "GET / HTTP/2.0\r\n", 505},
      {"HTTP/1.2", "GET / HTTP/1.2\r\n", 505},
      {"long version", "GET / HTTP/1.10\r\n", 400},
      {"two spaces", "GET  / HTTP/1.1\r\n", 400},
      {"space in the address", "GET /a b HTTP/1.1\r\n", 400},
      {"address without slash", "GET a HTTP/1.1\r\n", 400},
      {"bytes over 127 in the address", "GET /\xc3\xbc HTTP/1.1\r\n", 400},
      {"method with a slash", "GE/T / HTTP/1.1\r\n", 400},
      {"a TLS hello", std::string("\x16\x03\x01\x02\x00", 5), 400},
      {"line feed alone", "GET / HTTP/1.1\nHost: a\n\n", 400},
      {"line feed alone in headers", "GET / HTTP/1.1\r\nHost: a\n\r\n", 400},
      {"carriage return in a value", "GET / HTTP/1.1\r\nHost: a\rb\r\n", 400},
      {"NUL in a value", std::string("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n", 34), 400},
      {"continued line", get(host + "X: a\r\n b\r\n"), 400},
      {"blank before the colon", get(host + "X : a\r\n"), 400},
      {"no colon", get(host + "X\r\n"), 400},
      {"no name", get(host + ": a\r\n"), 400},
      {"blank first header", get(" Host: a\r\n"), 400},
      {"length twice", get(host + "Content-Length: 1\r\nContent-Length: 1\r\n"), 400},
      {"length list", get(host + "Content-Length: 1, 1\r\n"), 400},
      {"length with a sign", get(host + "Content-Length: +1\r\n"), 400},
      {"negative length", get(host + "Content-Length: -1\r\n"), 400},
      {"hexadecimal length", get(host + "Content-Length: 0x1\r\n"), 400},
      {"empty length", get(host + "Content-Length:\r\n"), 400},
      {"huge length", get(host + "Content-Length: 99999999999999999999\r\n"), 400},
      {"length and chunked", get(host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), 400},
      {"chunked and length", get(host + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n"), 400},
      {"chunked not last", get(host + "Transfer-Encoding: chunked, gzip\r\n"), 400},
      {"not chunked", get(host + "Transfer-Encoding: gzip\r\n"), 400},
      {"xchunked", get(host + "Transfer-Encoding: xchunked\r\n"), 400},
      {"chunked twice", get(host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400},
      {"gzip before chunked", get(host + "Transfer-Encoding: gzip, chunked\r\n"), 501},
      {"chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {"coded body", get(host + "Content-Encoding: gzip\r\n"), 415},
      {"other expectation", get(host + "Expect: miracles\r\n"), 417},
      {"long address", "GET /" + std::string(kMaxTarget, 'a') + " HTTP/1.1\r\n", 414},
      {"endless request line", std::string(kMaxHead, 'A'), 414},
      {"endless header", get(host).substr(0, 25) + "X: " + std::string(kMaxHead, 'x'), 431},
      {"many headers",
       [] {
         std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
         for (std::size_t i = 0; i < kMaxHeaders; ++i) many += "X: 1\r\n";
         return many + "\r\n";
       }(),
       431},
  };
  return all;
}

TEST(HttpGuard, judges_every_case) {
  for (const auto& one : cases()) {
    const auto verdict = inspect_head(one.head);
    if (one.status == 0) {
      EXPECT_EQ(verdict.state, State::complete) << one.what << ": " << verdict.because;
      EXPECT_EQ(verdict.size, one.head.size()) << one.what;
    } else {
      EXPECT_EQ(verdict.state, State::refused) << one.what;
      EXPECT_EQ(verdict.status, one.status) << one.what << ": " << verdict.because;
      EXPECT_FALSE(verdict.because.empty()) << one.what;
    }
  }
}

/// However slowly it comes: the same end, no later than when the whole is there, and nothing is taken back.
TEST(HttpGuard, judges_the_same_at_every_byte) {
  for (const auto& one : cases()) {
    if (one.head.size() > 2'000) continue;
    HeadVerdict first;
    for (std::size_t size = 0; size <= one.head.size() && first.state == State::need_more; ++size) {
      first = inspect_head(one.head.substr(0, size));
      if (first.state == State::complete) {
        EXPECT_EQ(size, one.head.size()) << one.what;
      }
    }
    EXPECT_EQ(first.state, one.status == 0 ? State::complete : State::refused) << one.what;
    EXPECT_EQ(first.status, one.status) << one.what;
  }
}

TEST(HttpGuard, leaves_what_comes_behind_alone) {
  const auto head = get("Host: a\r\n");
  const auto verdict = inspect_head(head + "GET /second");
  EXPECT_EQ(verdict.state, State::complete);
  EXPECT_EQ(verdict.size, head.size());
  EXPECT_FALSE(verdict.has_body);
}

TEST(HttpGuard, tells_bodies_and_expectations) {
  const auto verdict = inspect_head(get("Host: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n"));
  EXPECT_TRUE(verdict.has_body);
  EXPECT_TRUE(verdict.expects_continue);
}

}  // namespace
}  // namespace posterhall::net
