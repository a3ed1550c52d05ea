#include "net/client_files.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "crypto/crypto.hpp"

namespace posterhall::net {
namespace {

namespace fs = std::filesystem;

struct Kind {
  std::string_view ending, type;
};
constexpr std::array kKinds = {
    Kind{".html", "text/html; charset=utf-8"},
    Kind{".js", "text/javascript; charset=utf-8"},
    Kind{".mjs", "text/javascript; charset=utf-8"},
    Kind{".css", "text/css; charset=utf-8"},
    Kind{".json", "application/json; charset=utf-8"},
    Kind{".webmanifest", "application/manifest+json"},
    Kind{".svg", "image/svg+xml"},
    Kind{".png", "image/png"},
    Kind{".jpg", "image/jpeg"},
    Kind{".webp", "image/webp"},
    Kind{".ico", "image/x-icon"},
    Kind{".woff2", "font/woff2"},
    Kind{".woff", "font/woff"},
    Kind{".wasm", "application/wasm"},
    Kind{".txt", "text/plain; charset=utf-8"},
};

std::string_view type_of(std::string_view name) {
  for (const auto& kind : kKinds) {
    if (name.ends_with(kind.ending)) return kind.type;
  }
  return "application/octet-stream";
}

SharedBytes read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return nullptr;
  return share(std::string{std::istreambuf_iterator<char>(in), {}});
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// True when `fits` says so of any element of a comma list.
template <class Fits>
bool any_of_list(std::string_view list, Fits fits) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (fits(trim(list.substr(0, comma)))) return true;
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace

bool is_page(std::string_view path) {
  return path == "/" || path == "/index.html" || path == "/join" || path == "/hall" || path == "/list" ||
         path == "/author" || path.starts_with("/author/") || path.starts_with("/p/") || is_stream_page(path);
}

bool is_stream_page(std::string_view path) { return path == "/stream" || path.starts_with(kStreamPage); }

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  return any_of_list(if_none_match, [etag](std::string_view one) {
    return one == "*" || (one.starts_with("W/") ? one.substr(2) : one) == etag;
  });
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  return any_of_list(accept_encoding, [coding](std::string_view one) {
    const auto semicolon = one.find(';');
    if (trim(one.substr(0, semicolon)) != coding) return false;
    if (semicolon == std::string_view::npos) return true;
    const auto quality = trim(one.substr(semicolon + 1));
    return quality != "q=0" && quality != "q=0.0" && quality != "q=0.00" && quality != "q=0.000";
  });
}

ClientFiles::ClientFiles(const fs::path& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->is_regular_file()) continue;
    const auto ending = it->path().extension();
    if (ending == ".br" || ending == ".gz" || ending == ".map") continue;
    read_file(it->path(), "/" + it->path().lexically_relative(folder).generic_string());
  }
  const auto index = files_.find("/index.html");
  if (index == files_.end()) {
    throw std::runtime_error("There is no index.html in " + folder.string() +
                             ": build the client, or name its folder with --client.");
  }
  build_ = crypto::sha256_hex(*index->second.plain).substr(0, 12);
}

void ClientFiles::read_file(const fs::path& path, const std::string& name) {
  File file;
  file.plain = read_bytes(path);
  if (file.plain == nullptr) throw std::runtime_error("Cannot read " + path.string() + ".");
  file.brotli = read_bytes(path.string() + ".br");
  file.gzip = read_bytes(path.string() + ".gz");
  file.type = type_of(name);
  file.etag = "\"" + crypto::sha256_hex(*file.plain).substr(0, 32) + "\"";
  file.immutable = name.starts_with("/assets/");
  files_.emplace(name, std::move(file));
}

HttpAnswer ClientFiles::answer(const HttpRequest& request, const PageHead& head) const {
  if (!request.safe()) {
    auto answer = plain_answer(405, "This address does not take that method.");
    answer.with("Allow", "GET, HEAD");
    return answer;
  }
  const auto file = files_.find(is_page(request.path) ? std::string_view{"/index.html"} : request.path);
  if (file == files_.end()) return plain_answer(404, "There is nothing at this address.");
  return send(file->second, request, head);
}

HttpAnswer ClientFiles::send(const File& file, const HttpRequest& request, const PageHead& head) const {
  const bool page = file.type.starts_with("text/html");
  HttpAnswer answer;
  if (page) answer.status = head.status;
  answer.with("Content-Type", file.type)
      .with("X-Content-Type-Options", "nosniff")
      .with("Referrer-Policy", "no-referrer")
      .with("Cross-Origin-Resource-Policy", "same-origin")
      .with("Vary", "Accept-Encoding")
      .with("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (page) {
    answer.with("Content-Security-Policy", std::string{head.policy})
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("X-Frame-Options", "DENY")
        .with("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  }
  const auto accepted = request.header("accept-encoding");
  const bool brotli = file.brotli != nullptr && accepts_coding(accepted, "br");
  const bool gzip = !brotli && file.gzip != nullptr && accepts_coding(accepted, "gzip");
  // An entity tag names bytes, so each coding has its own; and a browser keeps the policy it has when told "the same".
  std::string etag = file.etag;
  if (page) etag.insert(etag.size() - 1, "-" + std::string{head.policy_hash});
  if (brotli || gzip) etag.insert(etag.size() - 1, brotli ? "-br" : "-gz");
  answer.with("ETag", etag);
  if (answer.status == 200 && matches_etag(request.header("if-none-match"), etag)) {
    answer.status = 304;
    return answer;
  }
  if (brotli || gzip) answer.with("Content-Encoding", brotli ? "br" : "gzip");
  answer.body = brotli ? file.brotli : gzip ? file.gzip : file.plain;
  return answer;
}

}  // namespace posterhall::net
