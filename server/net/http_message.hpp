// An HTTP request as read, and an answer as it will be written.
// Runs on: the front thread (values). Owns: its texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "hall/shard.hpp"
#include "net/descriptor.hpp"

namespace posterhall::net {

struct HttpRequest {
  std::string method;
  std::string target;                                        ///< as sent
  std::string path;                                          ///< percent-decoded, without query; starts with '/'
  std::string query;                                         ///< as sent, without '?'
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;
  bool keep_alive = true;
  bool http_1_0 = false;

  /// The first header of this name (lower case), or empty.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  /// All headers of this name as one list, as RFC 9110 reads them.
  [[nodiscard]] std::string all(std::string_view name) const;
  /// The decoded value of a query parameter, or nothing.
  [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
  /// A cookie's value, or empty.
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
  [[nodiscard]] bool head() const { return method == "HEAD"; }
  /// GET or HEAD: may change nothing.
  [[nodiscard]] bool safe() const { return method == "GET" || method == "HEAD"; }
};

/// Part of an open file, sent after the head.
struct FileSlice {
  Descriptor file;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

/// What a connection becomes behind a 101.
struct Upgrade {
  std::optional<hall::Arrival> arrival;  ///< whose WebSocket; nobody's: the echo of --test-echo
};

struct HttpAnswer {
  unsigned status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  SharedBytes body;  ///< may be null
  std::optional<FileSlice> file;
  bool close = false;              ///< the connection ends after this
  std::optional<Upgrade> upgrade;  ///< status 101 only

  HttpAnswer& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

[[nodiscard]] std::string_view reason_phrase(unsigned status);
/// Status line and headers with Content-Length, Date and Connection. `now` is Unix seconds.
[[nodiscard]] std::string write_head(const HttpAnswer& answer, bool keep_alive, std::int64_t now);
/// %XX undone; nullopt for a broken escape or a NUL. `plus_is_space` for queries.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

/// Short answers. `message` is words for people.
[[nodiscard]] HttpAnswer plain_answer(unsigned status, std::string_view message);
[[nodiscard]] HttpAnswer json_answer(unsigned status, std::string json);

}  // namespace posterhall::net
