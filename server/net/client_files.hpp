// The browser client as it was built: every file in memory with its brotli and gzip forms, ready to be sent.
// Runs on: read at start-up, then the front thread. Owns: the bytes.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "net/http_message.hpp"

namespace posterhall::net {

/// What the page is sent with; a file of the build is not concerned.
struct PageHead {
  std::string_view policy;
  std::string_view policy_hash;
  unsigned status = 200;
};

class ClientFiles {
 public:
  /// Reads the folder. Throws std::runtime_error with a sentence when there is no index.html in it.
  explicit ClientFiles(const std::filesystem::path& folder);

  /// The page for /, /join, /hall, /list, /p/… and /stream/…, a file of the build, or 404.
  [[nodiscard]] HttpAnswer answer(const HttpRequest& request, const PageHead& head) const;
  /// Tells one build from another: of the page, which names all its files by their content.
  [[nodiscard]] const std::string& build() const { return build_; }

 private:
  struct File {
    SharedBytes plain, brotli, gzip;
    std::string type, etag;
    bool immutable = false;
  };
  void read_file(const std::filesystem::path& path, const std::string& name);
  [[nodiscard]] HttpAnswer send(const File& file, const HttpRequest& request, const PageHead& head) const;
  std::map<std::string, File, std::less<>> files_;  ///< by address: "/assets/main-1a2b.js"
  std::string build_;
};

inline constexpr std::string_view kStreamPage = "/stream/";
/// /stream, or /stream/ with a session's id behind it.
[[nodiscard]] bool is_stream_page(std::string_view path);
/// Is this an address of the page itself, whatever it shows then?
[[nodiscard]] bool is_page(std::string_view path);
/// Does If-None-Match name this entity tag (weak comparison, RFC 9110, 13.1.2)?
[[nodiscard]] bool matches_etag(std::string_view if_none_match, std::string_view etag);
/// Does Accept-Encoding take this coding?
[[nodiscard]] bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

}  // namespace posterhall::net
