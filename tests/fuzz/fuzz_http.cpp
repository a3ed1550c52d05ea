// Any bytes to the HTTP guard, and what it lets pass to the parser: whole and in two pieces. What gets through both
// must mean one thing only: nothing is left to smuggle.
#include <algorithm>
#include <string>

#include "fuzz/fuzz_input.hpp"
#include "net/http_guard.hpp"
#include "net/request_parser.hpp"

using namespace posterhall;
using namespace posterhall::net;
using posterhall::tests::must;

namespace {

constexpr std::size_t kMaxBody = 64 * 1024;

std::size_t count_of(const HttpRequest& request, std::string_view name) {
  return static_cast<std::size_t>(std::count_if(request.headers.begin(), request.headers.end(),
                                                [&](const auto& header) { return header.first == name; }));
}

/// A verdict about the beginning holds for the whole.
void check_pieces(std::string_view bytes, std::size_t at) {
  const auto part = inspect_head(bytes.substr(0, at));
  const auto whole = inspect_head(bytes);
  if (part.state == HeadVerdict::State::complete) {
    must(whole.state == HeadVerdict::State::complete && whole.size == part.size, "a complete head stays complete");
  }
  if (part.state == HeadVerdict::State::refused) {
    must(whole.state == HeadVerdict::State::refused, "what was refused stays refused");
  }
}

void use(const HttpRequest& request) {
  must(count_of(request, "host") <= 1, "one Host at most");
  must(request.http_1_0 || count_of(request, "host") == 1, "HTTP/1.1 has a Host");
  must(count_of(request, "content-length") + count_of(request, "transfer-encoding") <= 1, "one length only");
  must(!request.target.empty() && request.target.size() <= kMaxTarget, "an address within its limit");
  must(request.path.find('\0') == std::string::npos, "no NUL in a path");
  (void)request.parameter("q");
  (void)request.cookie("session");
}

/// All bytes of the request at once, or nothing: as the connection does it, with what it could not use given again.
unsigned parse(std::string_view bytes, std::size_t step, HttpRequest& request) {
  RequestParser parser(kMaxBody);
  std::size_t used = 0, given = 0;
  while (given < bytes.size()) {
    given = std::min(bytes.size(), given + step);
    const auto progress = parser.put(bytes.substr(used, given - used));
    must(progress.used <= given - used, "no more is used than was given");
    used += progress.used;
    if (progress.refused != 0) return progress.refused;
    if (!progress.done) continue;
    auto [taken, wrong] = parser.take();
    request = std::move(taken);
    return wrong == 0 ? 200 : wrong;
  }
  return 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::size_t cut = size > 0 ? data[0] : 0U;
  const auto bytes = tests::text_of(data, size).substr(std::min<std::size_t>(size, 1));
  check_pieces(bytes, std::min(cut, bytes.size()));
  const auto verdict = inspect_head(bytes);
  if (verdict.state == HeadVerdict::State::refused) {
    must(verdict.status >= 400 && verdict.status < 600 && !verdict.because.empty(), "a refusal has status and words");
    return 0;
  }
  if (verdict.state == HeadVerdict::State::need_more) return 0;
  HttpRequest whole, piecewise;
  const unsigned at_once = parse(bytes, bytes.size(), whole);
  const unsigned in_pieces = parse(bytes, cut + 1, piecewise);
  if (at_once == 200) {
    use(whole);
    must(in_pieces == 200, "pieces make no difference");
    must(whole.body == piecewise.body && whole.target == piecewise.target, "pieces say the same");
    must(!whole.body.empty() ? verdict.has_body : true, "the guard knew of the body");
  }
  return 0;
}
