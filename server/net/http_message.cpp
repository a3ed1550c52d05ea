#include "net/http_message.hpp"

#include <array>
#include <ctime>

namespace posterhall::net {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string http_date(std::int64_t now) {
  const auto seconds = static_cast<std::time_t>(now);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Calls `each` with every part between separators.
template <class Each>
void split(std::string_view text, char separator, Each each) {
  while (true) {
    const auto at = text.find(separator);
    each(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

std::string HttpRequest::all(std::string_view name) const {
  std::string list;
  for (const auto& [key, value] : headers) {
    if (key == name) list += (list.empty() ? "" : ",") + value;
  }
  return list;
}

std::optional<std::string> HttpRequest::parameter(std::string_view name) const {
  std::optional<std::string> found;
  split(query, '&', [&](std::string_view pair) {
    const auto equals = pair.find('=');
    if (found || percent_decode(pair.substr(0, equals), true) != name) return;
    found = equals == std::string_view::npos ? std::string{} : percent_decode(pair.substr(equals + 1), true);
  });
  return found;
}

std::string_view HttpRequest::cookie(std::string_view name) const {
  std::string_view found;
  for (const auto& [key, value] : headers) {
    if (key != "cookie") continue;
    split(value, ';', [&](std::string_view pair) {
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos || trim(pair.substr(0, equals)) != name) return;
      if (found.empty()) found = trim(pair.substr(equals + 1));
    });
  }
  return found;
}

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out.push_back(' ');
    } else if (text[i] != '%') {
      out.push_back(text[i]);
    } else {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0 || high + low == 0) return std::nullopt;
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return out;
}

std::string_view reason_phrase(unsigned status) {
  switch (status) {
    case 101: return "Switching Protocols";
    case 200: return "OK";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "Status";
  }
}

std::string write_head(const HttpAnswer& answer, bool keep_alive, std::int64_t now) {
  std::string out = "HTTP/1.1 " + std::to_string(answer.status) + " ";
  out += reason_phrase(answer.status);
  out += "\r\nDate: " + http_date(now) + "\r\n";
  for (const auto& [name, value] : answer.headers) {
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
  }
  if (answer.status != 304 && answer.status != 204 && answer.status != 101) {
    const auto size = answer.file ? answer.file->size : answer.body ? answer.body->size() : 0;
    out += "Content-Length: " + std::to_string(size) + "\r\n";
  }
  if (answer.status != 101) out += keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
  out += "\r\n";
  return out;
}

HttpAnswer plain_answer(unsigned status, std::string_view message) {
  HttpAnswer answer;
  answer.status = status;
  answer.with("Content-Type", "text/plain; charset=utf-8").with("X-Content-Type-Options", "nosniff");
  answer.body = share(std::string{message} + "\n");
  return answer;
}

HttpAnswer json_answer(unsigned status, std::string json) {
  HttpAnswer answer;
  answer.status = status;
  answer.with("Content-Type", "application/json; charset=utf-8")
      .with("X-Content-Type-Options", "nosniff")
      .with("Cache-Control", "no-store");
  answer.body = share(std::move(json));
  return answer;
}

}  // namespace posterhall::net
