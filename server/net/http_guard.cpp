#include "net/http_guard.hpp"

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"

namespace posterhall::net {
namespace {

struct Fault {
  unsigned status;
  std::string_view because;
};
using Check = std::optional<Fault>;

bool is_token_char(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kMarks.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char); }

bool has_control(std::string_view text) { return std::any_of(text.begin(), text.end(), is_control); }

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 18 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// NAME[:PORT] or [IPv6][:PORT] of RFC 3986, 3.2.2.
bool is_host(std::string_view text) {
  const bool literal = text.starts_with('[');
  const auto end = literal ? text.find(']') : text.find(':');
  if (literal && end == std::string_view::npos) return false;
  const auto name = literal ? text.substr(1, end - 1) : text.substr(0, end);
  const auto port = end == std::string_view::npos ? std::string_view{} : text.substr(literal ? end + 1 : end);
  const auto fine = [literal](char c) {
    if (literal && c == ':') return true;
    return c != '#' && c != '^' && c != '`' && c != '|' &&
           (is_token_char(c) || c == '(' || c == ')' || c == ',' || c == ';' || c == '=');
  };
  if (name.empty() || !std::all_of(name.begin(), name.end(), fine)) return false;
  if (port.empty()) return true;
  const auto digits = port.substr(1);
  return port.front() == ':' && digits.size() <= 5 && (digits.empty() || is_number(digits));
}

/// What a target may be: /path, http://host/path, and * for OPTIONS alone.
bool is_target(std::string_view target, std::string_view method) {
  if (target.starts_with('/')) return true;
  if (target == "*") return method == "OPTIONS";
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto rest = target.substr(scheme.size());
    return is_host(rest.substr(0, rest.find_first_of("/?")));
  }
  return false;
}

/// Reads a head line by line and remembers what the end has to be judged by.
class HeadReader {
 public:
  Check request_line(std::string_view line);
  Check header(std::string_view line);
  Check end() const;
  [[nodiscard]] bool has_body() const { return chunked_ || (length_ && *length_ != 0); }
  [[nodiscard]] bool expects_continue() const { return expects_continue_ && !old_; }

 private:
  Check framing(std::string_view name, std::string_view value);
  bool old_ = false;  ///< HTTP/1.0
  std::size_t headers_ = 0;
  std::size_t hosts_ = 0;
  std::optional<std::uint64_t> length_;
  bool chunked_ = false;
  bool expects_continue_ = false;
};

Check HeadReader::request_line(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return Fault{400, "The request line has no HTTP version."};
  const auto method = line.substr(0, first);
  const auto target = line.substr(first + 1, last - first - 1);
  const auto version = line.substr(last + 1);
  if (!is_token(method) || method.size() > 32) return Fault{400, "The request's method is malformed."};
  if (target.size() > kMaxTarget) return Fault{414, "The address is too long."};
  const bool sound = !target.empty() &&
                     std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
  if (!sound || !is_target(target, method)) return Fault{400, "The request's address is malformed."};
  if (version == "HTTP/1.1") return std::nullopt;
  old_ = version == "HTTP/1.0";
  if (old_) return std::nullopt;
  const bool other = version.size() == 8 && version.starts_with("HTTP/") && version[6] == '.';
  return other ? Fault{505, "This server speaks HTTP/1.1."} : Fault{400, "The HTTP version is malformed."};
}

Check HeadReader::framing(std::string_view name, std::string_view value) {
  if (same_ignoring_case(name, "content-length")) {
    if (length_ || !is_number(value)) return Fault{400, "Content-Length is malformed or there twice."};
    length_ = 0;
    for (const char c : value) length_ = *length_ * 10 + static_cast<std::uint64_t>(c - '0');
  } else if (same_ignoring_case(name, "transfer-encoding")) {
    if (chunked_ || old_) return Fault{400, "Transfer-Encoding is not allowed here."};
    if (!same_ignoring_case(value, "chunked")) {
      const auto last = trim(value.substr(value.rfind(',') == std::string_view::npos ? 0 : value.rfind(',') + 1));
      return same_ignoring_case(last, "chunked") ? Fault{501, "This transfer encoding is not known here."}
                                                 : Fault{400, "Transfer-Encoding does not end in chunked."};
    }
    chunked_ = true;
  } else if (same_ignoring_case(name, "content-encoding")) {
    if (!same_ignoring_case(value, "identity")) return Fault{415, "Send the body without Content-Encoding."};
  } else if (same_ignoring_case(name, "expect")) {
    if (!same_ignoring_case(value, "100-continue")) return Fault{417, "This expectation is not known here."};
    expects_continue_ = true;
  } else if (same_ignoring_case(name, "host")) {
    if (++hosts_ > 1 || !is_host(value)) return Fault{400, "Host is malformed or there twice."};
  }
  return std::nullopt;
}

Check HeadReader::header(std::string_view line) {
  if (++headers_ > kMaxHeaders) return Fault{431, "The request has too many headers."};
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return Fault{400, "A header is malformed."};  // also continued lines, which begin with a blank
  }
  const auto value = trim(line.substr(colon + 1));
  if (has_control(value)) return Fault{400, "A header has a control character in it."};
  return framing(line.substr(0, colon), value);
}

Check HeadReader::end() const {
  if (hosts_ == 0 && !old_) return Fault{400, "The request has no Host."};
  if (length_ && chunked_) return Fault{400, "Content-Length and Transfer-Encoding are both there."};
  return std::nullopt;
}

HeadVerdict refused(const Fault& fault) {
  HeadVerdict verdict;
  verdict.state = HeadVerdict::State::refused;
  verdict.status = fault.status;
  verdict.because = fault.because;
  return verdict;
}

HeadVerdict incomplete(std::string_view bytes, bool in_request_line) {
  if (bytes.size() < kMaxHead) return {};
  return refused(in_request_line ? Fault{414, "The address is too long."}
                                 : Fault{431, "The request's headers are too long."});
}

}  // namespace

HeadVerdict inspect_head(std::string_view bytes) {
  HeadReader reader;
  std::size_t at = 0;
  for (bool first = true;; first = false) {
    const auto window = bytes.substr(0, kMaxHead);
    const auto end = window.find('\n', at);
    const auto partial = window.substr(at, end == std::string_view::npos ? end : end - at);
    if (end == std::string_view::npos) {
      const auto seen = partial.ends_with('\r') ? partial.substr(0, partial.size() - 1) : partial;
      if (has_control(seen)) return refused({400, "The request has a control character in it."});
      return incomplete(bytes, first);
    }
    if (!partial.ends_with('\r')) return refused({400, "A line of the request does not end in CR LF."});
    const auto line = partial.substr(0, partial.size() - 1);
    at = end + 1;
    if (!first && line.empty()) {
      if (const auto fault = reader.end()) return refused(*fault);
      HeadVerdict verdict;
      verdict.state = HeadVerdict::State::complete;
      verdict.size = at;
      verdict.has_body = reader.has_body();
      verdict.expects_continue = reader.expects_continue();
      return verdict;
    }
    if (has_control(line)) return refused({400, "The request has a control character in it."});
    if (const auto fault = first ? reader.request_line(line) : reader.header(line)) return refused(*fault);
  }
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

bool is_trailer(std::string_view line) {
  const auto name = line.substr(0, line.find(':'));
  return name.size() < line.size() && is_token(name) && !has_control(line) &&
         !same_ignoring_case(name, "content-length") && !same_ignoring_case(name, "transfer-encoding");
}

}  // namespace posterhall::net
