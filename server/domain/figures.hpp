// Figures of posters: visits (stood for 30 s), reads, how long people stayed, questions, over time; and how evenly
// visits are spread. Counts only: nothing here knows who. Pure. Runs on: any thread (values). Owns: its numbers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/catalogue.hpp"

namespace posterhall::domain {

inline constexpr std::uint64_t kVisitAfterMs = 30 * 1000;
inline constexpr UnixMs kFigureStepMs = 10 * 60 * 1000;  ///< how finely time is kept

/// One visitor at one poster after another: when a visit begins, and how long it was.
class StayWatch {
 public:
  struct News {
    PosterKey began;  ///< a visit of this poster began now; none: none did
    PosterKey ended;  ///< one of this poster ended
    std::uint64_t stayed_ms = 0;
  };
  /// Where they stand awake as a visitor now; none: nowhere. To be asked once a second. The clock never goes back.
  [[nodiscard]] News observe(PosterKey at, std::uint64_t now_ms);
  /// They are gone.
  [[nodiscard]] News leave(std::uint64_t now_ms) { return observe(PosterKey{}, now_ms); }
  [[nodiscard]] bool idle() const { return !at_; }

 private:
  PosterKey at_;
  std::uint64_t since_ms_ = 0;
  bool counted_ = false;
};

struct FigureStep {
  UnixMs start = 0;
  std::uint32_t visits = 0, reads = 0, questions = 0;
  std::uint32_t attended_s = 0;  ///< an author stood there
};

struct PosterFigures {
  PosterKey poster;
  std::uint32_t visits = 0;
  std::uint32_t people = 0;  ///< different visitors, until the figures were closed
  std::uint32_t reads = 0;
  std::uint32_t questions = 0;
  std::uint32_t median_stay_s = 0;
  std::vector<FigureStep> steps;  ///< in order; steps in which nothing was are left out
};

/// The middle of what is counted by length; of an even number the shorter middle one. 0 of nothing.
[[nodiscard]] std::uint32_t median_of(const std::map<std::uint32_t, std::uint32_t>& times_by_seconds);

/// From when on different visitors are no longer told apart: a day after the last session, or when the day after the
/// event's last day has ended wherever on Earth, whichever is later; none without either. What is extended live, or
/// runs past midnight, is within it.
[[nodiscard]] std::optional<UnixMs> figures_close_at(const Catalogue& catalogue);

/// Gini's coefficient of how visits are spread over posters: 0 = all have as many, towards 1 = one has them all.
/// G = 2 * sum(i * x_i) / (n * sum(x_i)) - (n + 1) / n, with x_1 <= … <= x_n (C. Gini, 1912; in this form
/// P. M. Dixon et al., Ecology 68, 1987). 0 when there is nothing to spread.
[[nodiscard]] double gini(std::vector<std::uint32_t> counts);

}  // namespace posterhall::domain
