// Bodies of the HTTP interface about posters' files (proto/posterhall/v1/api.proto): uploads, versions, text views,
// requests. As wire/api.hpp: protobuf JSON.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"
#include "hall/ports/poster_requests.hpp"
#include "hall/ports/poster_uploads.hpp"

namespace posterhall::wire {

/// How ids are told: a person's name, a poster's id; empty for what is not there any more.
struct PosterNames {
  std::function<std::string(PersonId)> person;
  std::function<std::string(PosterKey)> poster;
};

struct UploadTerms {
  std::uint32_t chunk = 0;
  bool may_put_up = false;
};

[[nodiscard]] std::string upload_json(const hall::Upload& upload, const PosterNames& names, const UploadTerms& terms);
[[nodiscard]] std::string uploads_json(const std::vector<hall::Upload>& uploads, const PosterNames& names,
                                       const std::function<UploadTerms(const hall::Upload&)>& terms);
[[nodiscard]] std::string versions_json(const hall::PosterHistory& history, const PosterNames& names, bool may_put_up);
[[nodiscard]] std::string requests_json(const std::vector<hall::PosterRequest>& requests, const PosterNames& names);
[[nodiscard]] std::string text_json(const hall::TextView& view);

struct UploadRequest {
  std::string poster, name, sha256;
  std::uint32_t size = 0;
  std::string session{};  ///< slides of it, and no poster
};
struct SettleRequest {
  bool put_up = false;
  std::string words;
};

/// nullopt for anything that is not the message, or breaks its limits.
[[nodiscard]] std::optional<UploadRequest> parse_upload_request(std::string_view json);
/// What changed: of PutUpRequest and UseAgainRequest.
[[nodiscard]] std::optional<std::string> parse_note(std::string_view json);
/// Cleaned; panels without words are gone.
[[nodiscard]] std::optional<std::vector<domain::TextPanel>> parse_text_request(std::string_view json);
[[nodiscard]] std::optional<SettleRequest> parse_settle_request(std::string_view json);
[[nodiscard]] std::optional<UnixMs> parse_freeze_request(std::string_view json);

}  // namespace posterhall::wire
