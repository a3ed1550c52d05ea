#include "wire/api_posters.hpp"

#include <algorithm>
#include <cmath>

#include "domain/panel_place.hpp"
#include "posterhall/v1/api.pb.h"
#include "text/text.hpp"
#include "wire/api_json.hpp"
#include "wire/decode_text.hpp"

namespace posterhall::wire {
namespace {

constexpr std::size_t kMostNote = 200;
constexpr std::size_t kMostName = 200;
constexpr std::size_t kMostWords = 500;
constexpr std::size_t kMostPosterName = 256;  ///< bytes
constexpr double kLatest = 4e12;              ///< milliseconds; the year 2096

template <class Message>
std::optional<Message> parse(std::string_view json) {
  Message message;
  if (json.empty()) return message;
  if (!from_json(json, message)) return {};
  return message;
}

void fill_file(v1::PosterFile& out, const domain::PosterFile& file, const std::string& name) {
  out.set_file(file.file_hash);
  out.set_file_type(file.file_type);
  out.set_bytes(file.bytes);
  out.set_name(name);
  out.set_thumbnail(file.thumbnail_hash);
  out.set_picture(file.picture_hash);
  out.set_width(file.width);
  out.set_height(file.height);
  out.set_tiles(file.tiles_hash);
  out.set_tile_size(file.tile_size);
  out.set_levels(file.levels);
  out.set_full_width(file.full_width);
  out.set_full_height(file.full_height);
  out.set_pages(file.pages);
  out.set_smallest_type_pt(file.smallest_type_pt);
  out.set_has_text(file.has_text);
}

void fill_upload(v1::Upload& out, const hall::Upload& upload, const PosterNames& names, const UploadTerms& terms) {
  out.set_id(upload.id);
  out.set_poster(names.poster(upload.poster));
  out.set_name(upload.name);
  out.set_size(upload.size);
  out.set_offset(upload.offset);
  out.set_chunk(terms.chunk);
  out.set_state(static_cast<v1::UploadState>(upload.state));
  out.set_place(upload.place);
  out.set_wait_s(upload.wait_s);
  out.set_refused(upload.refused);
  if (!upload.file.picture_hash.empty()) fill_file(*out.mutable_file(), upload.file, upload.name);
  out.set_may_put_up(terms.may_put_up);
  if (upload.state == hall::UploadState::live) out.set_version(upload.number);
  out.set_session(upload.session);
  out.set_pages(static_cast<std::uint32_t>(upload.deck.pictures.size()));
  out.set_list(upload.deck.list);
  if (upload.state == hall::UploadState::asked) out.set_request(upload.number);
}

void fill_request(v1::PosterRequest& out, const hall::PosterRequest& request, const PosterNames& names) {
  out.set_request(request.number);
  out.set_poster(names.poster(request.poster));
  fill_file(*out.mutable_file(), request.file, request.name);
  out.set_note(request.note);
  out.set_at_ms(static_cast<double>(request.at));
  out.set_by(names.person(request.by));
}

bool is_part(double value) { return std::isfinite(value) && value >= 0 && value <= 1; }

}  // namespace

std::string upload_json(const hall::Upload& upload, const PosterNames& names, const UploadTerms& terms) {
  v1::Upload out;
  fill_upload(out, upload, names, terms);
  return to_json(out);
}

std::string uploads_json(const std::vector<hall::Upload>& uploads, const PosterNames& names,
                         const std::function<UploadTerms(const hall::Upload&)>& terms) {
  v1::Uploads out;
  for (const auto& upload : uploads) fill_upload(*out.add_uploads(), upload, names, terms(upload));
  return to_json(out);
}

std::string versions_json(const hall::PosterHistory& history, const PosterNames& names, bool may_put_up) {
  v1::PosterVersions out;
  for (const auto& version : history.versions) {
    auto& to = *out.add_versions();
    to.set_version(version.version);
    to.set_live(&version == &history.versions.front());
    fill_file(*to.mutable_file(), version.file, version.name);
    to.set_note(version.note);
    to.set_at_ms(static_cast<double>(version.at));
    to.set_by(names.person(version.by));
    to.set_by_author(version.by_author);
    to.set_same_as(version.same_as);
  }
  for (const auto& request : history.requests) fill_request(*out.add_requests(), request, names);
  out.set_may_put_up(may_put_up);
  return to_json(out);
}

std::string requests_json(const std::vector<hall::PosterRequest>& requests, const PosterNames& names) {
  v1::PosterRequests out;
  for (const auto& request : requests) fill_request(*out.add_requests(), request, names);
  return to_json(out);
}

std::string text_json(const hall::TextView& view) {
  v1::PosterText out;
  out.set_number(view.number);
  out.set_by_author(view.by_author);
  out.set_at_ms(static_cast<double>(view.at));
  for (const auto& panel : view.panels) {
    auto& to = *out.add_panels();
    to.set_heading(panel.heading);
    to.set_text(panel.text);
    to.set_x(panel.x);
    to.set_y(panel.y);
    to.set_w(panel.w);
    to.set_h(panel.h);
  }
  return to_json(out);
}

std::optional<UploadRequest> parse_upload_request(std::string_view json) {
  const auto request = parse<v1::UploadRequest>(json);
  if (!request || request->poster().empty() == request->session().empty()) return std::nullopt;
  if (request->poster().size() > kMostPosterName || request->session().size() > kMostPosterName) return std::nullopt;
  auto name = read_line(request->name(), kMostName);
  const auto& hash = request->sha256();
  const bool hex = std::ranges::all_of(hash, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!name || (!hash.empty() && (hash.size() != 64 || !hex))) return std::nullopt;
  return UploadRequest{request->poster(), std::move(*name), hash, request->size(), request->session()};
}

std::optional<std::string> parse_note(std::string_view json) {
  const auto request = parse<v1::PutUpRequest>(json);
  return request ? read_line(request->note(), kMostNote) : std::nullopt;
}

std::optional<std::vector<domain::TextPanel>> parse_text_request(std::string_view json) {
  const auto request = parse<v1::PosterTextRequest>(json);
  if (!request || request->panels_size() > static_cast<int>(domain::kMostPanels)) return std::nullopt;
  std::vector<domain::TextPanel> panels;
  std::size_t bytes = 0;
  for (const auto& panel : request->panels()) {
    auto heading = read_line(panel.heading(), domain::kMostHeading);
    auto text = text::clean_text(panel.text(), domain::kMostPanelBytes);
    const bool placed = is_part(panel.x()) && is_part(panel.y()) && is_part(panel.w()) && is_part(panel.h());
    if (!heading || !text || !placed) return std::nullopt;
    if (heading->empty() && text->empty()) continue;
    bytes += heading->size() + text->size();
    auto& made = panels.emplace_back(
        domain::TextPanel{std::move(*heading), std::move(*text), panel.x(), panel.y(), panel.w(), panel.h()});
    domain::take_place_of_heading(made);
  }
  if (bytes > domain::kMostPanelBytes) return std::nullopt;
  return panels;
}

std::optional<SettleRequest> parse_settle_request(std::string_view json) {
  const auto request = parse<v1::SettleRequest>(json);
  auto words = request ? read_line(request->words(), kMostWords) : std::nullopt;
  if (!words) return std::nullopt;
  return SettleRequest{request->put_up(), std::move(*words)};
}

std::optional<UnixMs> parse_freeze_request(std::string_view json) {
  const auto request = parse<v1::FreezeRequest>(json);
  if (!request || !std::isfinite(request->at_ms()) || request->at_ms() < 0 || request->at_ms() > kLatest) return {};
  return static_cast<UnixMs>(request->at_ms());
}

}  // namespace posterhall::wire
