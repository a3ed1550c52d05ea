// AuthorCall: whether an author is called to a booth of theirs where people stand and no author attends, or to which an
// organiser calls. One open call
// for each author, whose number grows; Later keeps it quiet for ten minutes; who presents or hosts is not called.
// Runs on: any thread (a value). Owns: nothing. The clock comes as an argument (any one that never goes back).
#pragma once

#include <cstdint>
#include <span>

#include "base/ids.hpp"

namespace posterhall::domain {

inline constexpr std::uint64_t kStandsForMs = 3 * 1000;  ///< walking past calls nobody
inline constexpr std::uint64_t kQuietAfterLaterMs = 10 * 60 * 1000;
inline constexpr std::uint64_t kOrganisersCallForMs = 10 * 60 * 1000;  ///< then it is over, answered or not
inline constexpr std::uint64_t kComingForMs = 60 * 1000;  ///< said to come and is not there: called again after this

/// A booth of the author's with a poster, not attended, and the people who stand there and are no authors of it.
struct WaitingBooth {
  BoothNumber booth;
  PosterKey poster;
  std::uint32_t waiting = 0;
  bool organisers = false;  ///< an organiser calls; nobody has to stand there
};

/// What one author hears, and what those who wait are told of them.
struct CallState {
  enum class How : std::uint8_t { none, called, coming, later };
  How how = How::none;
  BoothNumber booth;
  PosterKey poster;
  std::uint32_t waiting = 0;
  bool organisers = false;
  friend bool operator==(const CallState&, const CallState&) = default;
};

class AuthorCall {
 public:
  /// What is so now; to be asked every second or so. `waiting`: this author's booths where somebody waits. `busy`:
  /// presents or hosts. The call stays with its booth while somebody waits there, else goes to the fullest.
  const CallState& observe(std::span<const WaitingBooth> waiting, bool busy, std::uint64_t now_ms);
  /// The author's answer; false when that call is over.
  bool accept(BoothNumber booth, std::uint64_t now_ms);
  bool later(BoothNumber booth, std::uint64_t now_ms);
  [[nodiscard]] const CallState& state() const { return state_; }

 private:
  CallState state_;
  std::uint64_t until_ms_ = 0;  ///< of coming and later
};

}  // namespace posterhall::domain
