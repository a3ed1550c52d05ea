#include "domain/figures.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string_view>

namespace posterhall::domain {
namespace {

constexpr UnixMs kHourMs = UnixMs{3600} * 1000;
constexpr UnixMs kDayMs = 24 * kHourMs;
constexpr UnixMs kLatestPlaceMs = 12 * kHourMs;  ///< where a day ends last: UTC-12

int digits_at(std::string_view day, std::size_t from, std::size_t count) {
  int value = 0;
  const auto part = day.substr(std::min(from, day.size()), count);
  std::from_chars(part.data(), part.data() + part.size(), value);
  return value;
}

/// The end of "2026-04-21" in UTC; none when it is no day.
std::optional<UnixMs> end_of(std::string_view day) {
  using namespace std::chrono;
  const year_month_day date{year{digits_at(day, 0, 4)}, month(static_cast<unsigned>(digits_at(day, 5, 2))),
                            std::chrono::day(static_cast<unsigned>(digits_at(day, 8, 2)))};
  if (!date.ok()) return std::nullopt;
  return UnixMs{sys_days(date).time_since_epoch().count() + 1} * kDayMs;
}

}  // namespace

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

std::optional<UnixMs> figures_close_at(const Catalogue& catalogue) {
  std::optional<UnixMs> at;
  if (!catalogue.event.days.empty()) {
    if (const auto end = end_of(catalogue.event.days.back())) at = *end + kLatestPlaceMs + kDayMs;
  }
  for (const auto& session : catalogue.sessions) {
    if (session.span.end > 0) at = std::max(at.value_or(0), session.span.end + kDayMs);
  }
  return at;
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
