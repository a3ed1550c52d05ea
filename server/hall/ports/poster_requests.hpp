// Port: posters' files that wait for an organiser's word, what was said, and the time after which authors ask.
// What changes here moves the "catalogue" head, so that every shard hears of it.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hall/ports/poster_store.hpp"

namespace posterhall::hall {

/// Of a request that is open, or settled and its author has not seen the answer yet.
struct RequestState {
  std::uint32_t number = 0;
  PosterKey poster;
  PersonId by;
  UnixMs settled = 0;  ///< 0 = it waits
  bool put_up = false;
  std::string words;  ///< an organiser's, to its author
  friend bool operator==(const RequestState&, const RequestState&) = default;
};

struct Settlement {
  std::uint32_t request = 0;
  PersonId by;
  bool put_up = false;
  std::string words;
};

/// Errors: nothing_there (no such poster or request), refused (a file that was not converted).
class PosterRequests {
 public:
  virtual ~PosterRequests() = default;
  /// Leaves a file for an organiser; the number of the request.
  virtual void ask(PutUp wanted, Reply<std::uint32_t> reply) = 0;
  virtual void settle(Settlement settlement, Reply<PutUpAnswer> reply) = 0;
  /// Open ones, oldest first.
  virtual void requests(Reply<std::vector<PosterRequest>> reply) = 0;
  /// Who asked has seen the answer.
  virtual void seen(std::uint32_t request, PersonId by, Reply<bool> reply) = 0;
  virtual void set_freeze(UnixMs at, PersonId by, Reply<bool> reply) = 0;
};

}  // namespace posterhall::hall
