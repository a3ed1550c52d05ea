// Coverage: which posters are planned, attended and gaps, by session and topic, and which attended booths are quiet.
// Pure; what was so before is remembered by AttendanceMemory, which is told once a second. Runs on: any thread
// (values). Owns: its numbers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"

namespace posterhall::domain {

inline constexpr UnixMs kQuietAfterMs = 30 * 60 * 1000;

/// A booth as the hall has it now.
struct BoothNow {
  BoothNumber booth;
  std::uint32_t visitors = 0;
  bool attended = false;
};

/// When an author and when a visitor was last at each booth, since this server is open.
class AttendanceMemory {
 public:
  struct Of {
    UnixMs author_last = 0;     ///< 0 = never; now, while one is there
    UnixMs attended_since = 0;  ///< 0 = not attended
    UnixMs visitor_last = 0;
  };
  /// All booths that are not empty and dark; to be told once a second.
  void observe(std::span<const BoothNow> booths, UnixMs now);
  [[nodiscard]] Of of(BoothNumber booth) const;
  /// Attended for half an hour, and no visitor in that time.
  [[nodiscard]] bool quiet(BoothNumber booth, UnixMs now) const;

 private:
  std::map<BoothNumber, Of> booths_;
};

struct TopicCoverage {
  std::uint32_t topic = 0;
  std::uint32_t posters = 0;
  std::uint32_t planned = 0;  ///< now, while the session runs; else in any part of it
  std::uint32_t here = 0;     ///< planned and attended
};

struct Gap {
  const Poster* poster = nullptr;
  std::vector<PersonId> planned;  ///< who is due; empty: whichever of its authors
  std::uint32_t waiting = 0;      ///< visitors who stand there
};

struct Coverage {
  std::uint32_t attended = 0;  ///< booths with an author there now, planned or not
  std::uint32_t planned = 0;   ///< posters due now, whatever the session
  std::uint32_t waiting = 0;   ///< visitors at booths that nobody attends
  std::uint32_t waiting_at = 0;
  std::vector<TopicCoverage> topics;
  std::vector<Gap> gaps;  ///< due now and not attended: most waited for first, then by number
};

/// Who of a poster is due at that moment; nothing: nobody is.
[[nodiscard]] std::optional<std::vector<PersonId>> due_at(const Catalogue& catalogue, const Poster& poster, UnixMs at);

/// `session`: whose topics are counted; an id that is not there = all sessions of the event together.
[[nodiscard]] Coverage cover(const Catalogue& catalogue, std::span<const BoothNow> booths, std::string_view session,
                             UnixMs now);

}  // namespace posterhall::domain
