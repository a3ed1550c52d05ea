#include "net/file_routes.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/tile_pyramid.hpp"
#include "net/client_files.hpp"
#include "net/sessions.hpp"

namespace posterhall::net {
namespace {

constexpr std::string_view kRoot = "/files/";
constexpr std::size_t kHashDigits = 64;

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

HttpAnswer not_there() { return plain_answer(404, "There is nothing at this address."); }

void add_lasting_headers(HttpAnswer& answer, bool for_everybody, std::string etag) {
  answer
      .with("Cache-Control",
            for_everybody ? "public, max-age=31536000, immutable" : "private, max-age=31536000, immutable")
      .with("ETag", std::move(etag))
      .with("X-Content-Type-Options", "nosniff")
      .with("Cross-Origin-Resource-Policy", "same-origin")
      .with("Referrer-Policy", "no-referrer");
}

std::string read_at(int file, std::size_t size, std::uint64_t at) {
  std::string bytes(size, '\0');
  const auto count = ::pread(file, bytes.data(), size, static_cast<off_t>(at));
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
  return bytes;
}

/// Where a tile is; nothing for other files, and when the file is shorter than it says.
std::optional<domain::TileSpan> find_tile(int file, domain::TileAddress address) {
  const auto pyramid = domain::read_tile_head(read_at(file, domain::kTileHead, 0));
  const auto entry = pyramid ? domain::entry_position(*pyramid, address) : std::nullopt;
  const auto span = entry ? domain::read_tile_entry(read_at(file, domain::kTileEntry, *entry)) : std::nullopt;
  struct stat status{};
  if (!span || ::fstat(file, &status) != 0) return std::nullopt;
  const bool inside = std::uint64_t{span->offset} + span->size <= static_cast<std::uint64_t>(status.st_size);
  return inside && span->size > 0 ? span : std::nullopt;
}

HttpAnswer answer_bytes(const HttpRequest& request, SharedBytes bytes, std::string_view hash, bool for_everybody) {
  if (bytes == nullptr) return not_there();
  HttpAnswer answer;
  const std::string etag = "\"" + std::string{hash} + "\"";
  add_lasting_headers(answer, for_everybody, etag);
  if (matches_etag(request.header("if-none-match"), etag)) {
    answer.status = 304;
    return answer;
  }
  answer.with("Content-Type", "application/octet-stream");
  answer.body = std::move(bytes);
  return answer;
}

/// Headers that keep a poster's file from being anything but looked at.
void add_poster_headers(HttpAnswer& answer, std::string_view type) {
  const bool picture = type.starts_with("image/");
  answer.with("Content-Type", std::string{type})
      .with("Content-Security-Policy", "default-src 'none'; sandbox")
      .with("Content-Disposition", picture                     ? "inline"
                                   : type == "application/pdf" ? "attachment; filename=\"poster.pdf\""
                                                               : "attachment")
      .with("Accept-Ranges", "bytes");
}

HttpAnswer answer_poster_file(FrontServices& services, const HttpRequest& request, std::string_view hash,
                              bool for_everybody) {
  Descriptor file(::open(services.settings.poster_file(hash).c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return not_there();
  const auto size = static_cast<std::uint64_t>(status.st_size);
  std::array<char, 16> first{};
  const auto count = std::max<ssize_t>(0, ::pread(file.get(), first.data(), first.size(), 0));
  HttpAnswer answer;
  const std::string etag = "\"" + std::string{hash} + "\"";
  add_lasting_headers(answer, for_everybody, etag);
  if (matches_etag(request.header("if-none-match"), etag)) {
    answer.status = 304;
    return answer;
  }
  ByteRange range{0, size};
  const auto if_range = request.header("if-range");
  const bool may_part = request.method == "GET" && (if_range.empty() || if_range == etag);
  switch (may_part ? parse_range(request.header("range"), size, range) : RangeAsked::whole) {
    case RangeAsked::whole: break;
    case RangeAsked::part:
      answer.status = 206;
      answer.with("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                       std::to_string(range.first + range.size - 1) + "/" + std::to_string(size));
      break;
    case RangeAsked::impossible:
      answer = plain_answer(416, "The file is shorter than that.");
      answer.with("Content-Range", "bytes */" + std::to_string(size));
      return answer;
  }
  add_poster_headers(answer, type_by_content({first.data(), static_cast<std::size_t>(count)}));
  answer.file = FileSlice{std::move(file), range.first, range.size};
  return answer;
}

/// One tile out of the file of a poster's tiles.
HttpAnswer answer_tile(FrontServices& services, const HttpRequest& request, std::string_view hash,
                       std::string_view place, bool for_everybody) {
  const auto address = domain::parse_tile_address(place);
  if (!address) return not_there();
  Descriptor file(::open(services.settings.poster_file(hash).c_str(), O_RDONLY | O_CLOEXEC));
  const auto span = file ? find_tile(file.get(), *address) : std::nullopt;
  if (!span) return not_there();
  HttpAnswer answer;
  const std::string etag = "\"" + std::string{hash} + "/" + std::string{place} + "\"";
  add_lasting_headers(answer, for_everybody, etag);
  if (matches_etag(request.header("if-none-match"), etag)) {
    answer.status = 304;
    return answer;
  }
  answer.with("Content-Type", "image/webp")
      .with("Content-Security-Policy", "default-src 'none'; sandbox")
      .with("Content-Disposition", "inline");
  answer.file = FileSlice{std::move(file), span->offset, span->size};
  return answer;
}

}  // namespace

std::string_view type_by_content(std::string_view first_bytes) {
  using namespace std::string_view_literals;
  if (first_bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "image/png";
  if (first_bytes.starts_with("\xff\xd8\xff"sv)) return "image/jpeg";
  if (first_bytes.starts_with("RIFF"sv) && first_bytes.size() >= 12 && first_bytes.substr(8, 4) == "WEBP") {
    return "image/webp";
  }
  if (first_bytes.starts_with("%PDF-"sv)) return "application/pdf";
  return "application/octet-stream";
}

RangeAsked parse_range(std::string_view header, std::uint64_t file_size, ByteRange& out) {
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit) || header.find(',') != std::string_view::npos) return RangeAsked::whole;
  header.remove_prefix(kUnit.size());
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return RangeAsked::whole;
  const auto from = number(header.substr(0, dash));
  const auto to = number(header.substr(dash + 1));
  if (dash == 0) {  // the last so many bytes
    if (!to) return RangeAsked::whole;
    if (*to == 0 || file_size == 0) return RangeAsked::impossible;
    const auto size = std::min(*to, file_size);
    out = {file_size - size, size};
    return RangeAsked::part;
  }
  if (!from || (!to && dash + 1 != header.size()) || (to && *to < *from)) return RangeAsked::whole;
  if (*from >= file_size) return RangeAsked::impossible;
  const auto last = std::min(to.value_or(file_size - 1), file_size - 1);
  out = {*from, last - *from + 1};
  return RangeAsked::part;
}

Task<HttpAnswer> answer_files(FrontServices& services, const HttpRequest& request, Peer& peer) {
  if (!services.view.ready()) co_return plain_answer(503, "The hall is not open yet.");
  if (!request.safe()) {
    auto answer = plain_answer(405, "This address does not take that method.");
    answer.with("Allow", "GET, HEAD");
    co_return answer;
  }
  const bool for_everybody = services.view.setting().catalogue->event.posters_public;
  if (!for_everybody) {
    const auto asker = co_await find_asker(services, request, peer);
    if (!asker) co_return plain_answer(503, "The hall cannot answer just now. Try again in a moment.");
    if (!*asker) co_return plain_answer(401, "The posters of this event are for invited people.");
  }
  std::string_view name{request.path};
  name.remove_prefix(kRoot.size());
  constexpr std::string_view kCatalogue = "catalogue/", kPlan = "plan/";
  if (name.starts_with(kCatalogue)) {
    const auto hash = name.substr(kCatalogue.size());
    co_return answer_bytes(request, services.view.catalogue_file(hash), hash, for_everybody);
  }
  if (name.starts_with(kPlan)) {
    const auto hash = name.substr(kPlan.size());
    co_return answer_bytes(request, services.view.plan_file(hash), hash, for_everybody);
  }
  if (name.size() > kHashDigits && name[kHashDigits] == '/' && is_hash(name.substr(0, kHashDigits))) {
    co_return answer_tile(services, request, name.substr(0, kHashDigits), name.substr(kHashDigits + 1), for_everybody);
  }
  if (!is_hash(name)) co_return not_there();
  co_return answer_poster_file(services, request, name, for_everybody);
}

}  // namespace posterhall::net
