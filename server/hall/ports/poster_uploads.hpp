// Port: files of posters and slides on their way up, in pieces, and their conversion. What is here is nobody's but its
// owner's until it is put up. Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "domain/deck.hpp"
#include "domain/poster_file.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

/// Values are on the wire (proto/posterhall/v1/api.proto).
enum class UploadState : std::uint8_t { receiving = 1, waiting, preview, ready, refused, live, asked };

struct Upload {
  std::string id;  ///< as hard to guess as a token
  PersonId owner;
  PosterKey poster;     ///< or, for slides:
  std::string session;  ///< of the programme
  std::string name;
  std::uint32_t size = 0;
  std::uint32_t offset = 0;  ///< bytes that are here
  UploadState state = UploadState::receiving;
  std::uint32_t place = 0;  ///< in the queue, from 1 = being worked on; 0 = in none
  std::uint32_t wait_s = 0;
  std::string refused;
  domain::PosterFile file;
  domain::DeckFiles deck;    ///< of slides, once ready
  std::uint32_t number = 0;  ///< live: the version or the deck; asked: the request
};

struct NewUpload {
  PersonId owner;
  PosterKey poster;     ///< or, for slides:
  std::string session;  ///< of the programme
  std::string name;
  std::uint32_t size = 0;
  std::string sha256;  ///< hex, or empty
};

/// Why there is no upload.
enum class UploadRefused : std::uint8_t { none, too_many, no_space, wrong_offset, nothing_there };

struct UploadAnswer {
  UploadRefused refused = UploadRefused::none;
  Upload upload;  ///< also with wrong_offset
};

class PosterUploads {
 public:
  virtual ~PosterUploads() = default;
  /// Or the unfinished one of the same owner, poster or session, size and hash.
  virtual void begin(NewUpload wanted, Reply<UploadAnswer> reply) = 0;
  virtual void write(std::string id, PersonId owner, std::uint32_t offset, std::string bytes,
                     Reply<UploadAnswer> reply) = 0;
  virtual void find(std::string id, PersonId owner, Reply<UploadAnswer> reply) = 0;
  /// Newest first.
  virtual void of_owner(PersonId owner, Reply<std::vector<Upload>> reply) = 0;
  virtual void drop(std::string id, PersonId owner, Reply<UploadAnswer> reply) = 0;
  /// It went live as that version, or waits as that request.
  virtual void settle(std::string id, PersonId owner, UploadState state, std::uint32_t number,
                      Reply<UploadAnswer> reply) = 0;
};

}  // namespace posterhall::hall
