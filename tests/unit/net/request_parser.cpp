#include "net/request_parser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace posterhall::net {
namespace {

HttpRequest parse(const std::string& bytes, std::size_t step) {
  RequestParser parser(1024);
  std::size_t used = 0, given = 0;
  while (given < bytes.size()) {
    given = std::min(bytes.size(), given + step);
    const auto progress = parser.put(std::string_view(bytes).substr(used, given - used));
    EXPECT_EQ(progress.refused, 0U);
    used += progress.used;
    if (progress.done) return parser.take().first;
  }
  ADD_FAILURE() << "not done";
  return {};
}

TEST(RequestParser, a_chunked_bodys_trailers_are_no_headers) {
  const std::string bytes =
      "POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n0\r\nHost: evil\r\nCookie: session=stolen\r\n\r\n";
  for (const std::size_t step : {bytes.size(), std::size_t{1}, std::size_t{7}}) {
    const auto request = parse(bytes, step);
    EXPECT_EQ(request.body, "abc");
    ASSERT_EQ(request.headers.size(), 2U);
    EXPECT_EQ(request.headers[0], (std::pair<std::string, std::string>{"host", "h"}));
    EXPECT_EQ(request.headers[1].first, "transfer-encoding");
  }
}

TEST(RequestParser, a_body_that_comes_with_its_head_is_whole) {
  const std::string bytes = "POST /x?q=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok";
  for (const std::size_t step : {bytes.size(), std::size_t{1}}) {
    const auto request = parse(bytes, step);
    EXPECT_EQ(request.body, "ok");
    EXPECT_EQ(request.path, "/x");
    EXPECT_EQ(request.headers.size(), 2U);
  }
}

}  // namespace
}  // namespace posterhall::net
