#include "domain/figures.hpp"

#include <algorithm>

namespace posterhall::domain {

StayWatch::News StayWatch::observe(PosterKey at, std::uint64_t now_ms) {
  News news;
  if (at != at_) {
    if (counted_) {
      news.ended = at_;
      news.stayed_ms = now_ms - since_ms_;
    }
    at_ = at;
    since_ms_ = now_ms;
    counted_ = false;
  }
  if (at_ && !counted_ && now_ms - since_ms_ >= kVisitAfterMs) {
    counted_ = true;
    news.began = at_;
  }
  return news;
}

std::uint32_t median_of(const std::map<std::uint32_t, std::uint32_t>& times_by_seconds) {
  std::uint64_t all = 0;
  for (const auto& [seconds, times] : times_by_seconds) all += times;
  std::uint64_t so_far = 0;
  for (const auto& [seconds, times] : times_by_seconds) {
    so_far += times;
    if (so_far * 2 >= all && times > 0) return seconds;
  }
  return 0;
}

double gini(std::vector<std::uint32_t> counts) {
  std::ranges::sort(counts);
  double sum = 0;
  double weighted = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sum += counts[i];
    weighted += static_cast<double>(i + 1) * counts[i];
  }
  if (sum == 0) return 0;
  const auto n = static_cast<double>(counts.size());
  return 2 * weighted / (n * sum) - (n + 1) / n;
}

}  // namespace posterhall::domain
