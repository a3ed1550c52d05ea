#include "tools/import/moment.hpp"

#include <algorithm>
#include <chrono>

namespace posterhall::tools {
namespace {

/// Takes digits off the front of a text.
class Digits {
 public:
  explicit Digits(std::string_view rest) : rest_(rest) {}

  [[nodiscard]] std::optional<int> number(std::size_t digits, int most) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    if (value > most) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }
  bool sign(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    last_ = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }
  void skip_digits() {
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') rest_.remove_prefix(1);
  }
  [[nodiscard]] char last() const { return last_; }
  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  char last_ = 0;
};

std::optional<std::chrono::sys_days> take_day(Digits& digits) {
  const auto year = digits.number(4, 9999);
  if (!year || !digits.sign("-")) return std::nullopt;
  const auto month = digits.number(2, 12);
  if (!month || !digits.sign("-")) return std::nullopt;
  const auto day = digits.number(2, 31);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::optional<std::chrono::seconds> take_time(Digits& digits) {
  const auto hour = digits.number(2, 23);
  if (!hour || !digits.sign(":")) return std::nullopt;
  const auto minute = digits.number(2, 59);
  if (!minute) return std::nullopt;
  std::chrono::seconds time = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
  if (!digits.sign(":")) return time;
  const auto second = digits.number(2, 59);
  if (!second) return std::nullopt;
  if (digits.sign(".")) digits.skip_digits();
  return time + std::chrono::seconds(*second);
}

/// After a sign: "07:00", "0700" or "07".
std::optional<std::chrono::minutes> take_offset(Digits& digits, bool west) {
  const auto hours = digits.number(2, 14);
  if (!hours) return std::nullopt;
  std::chrono::minutes offset = std::chrono::hours(*hours);
  if (!digits.done()) {
    digits.sign(":");
    const auto minutes = digits.number(2, 59);
    if (!minutes) return std::nullopt;
    offset += std::chrono::minutes(*minutes);
  }
  return west ? -offset : offset;
}

}  // namespace

std::optional<std::string> day_of(std::string_view text) {
  Digits digits(text);
  if (!take_day(digits) || !digits.done()) return std::nullopt;
  return std::string(text);
}

std::string day_of(std::int64_t local_seconds) {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::seconds(local_seconds));
  const std::chrono::year_month_day date{std::chrono::sys_days(days)};
  const auto padded = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  std::string year = std::to_string(static_cast<int>(date.year()));
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + "-" + padded(static_cast<unsigned>(date.month())) + "-" + padded(static_cast<unsigned>(date.day()));
}

std::optional<Moment> moment_of(std::string_view text) {
  Digits digits(text);
  const auto day = take_day(digits);
  if (!day || !digits.sign("Tt ")) return std::nullopt;
  const auto time = take_time(digits);
  if (!time) return std::nullopt;
  const auto local = day->time_since_epoch() + *time;
  Moment moment{std::string(text.substr(0, 10)), std::chrono::seconds(local).count(), std::nullopt};
  if (digits.done()) return moment;
  std::chrono::minutes offset{0};
  if (digits.sign("+-")) {
    const auto east = take_offset(digits, digits.last() == '-');
    if (!east) return std::nullopt;
    offset = *east;
  } else if (!digits.sign("Zz")) {
    return std::nullopt;
  }
  if (!digits.done()) return std::nullopt;
  moment.at = std::chrono::milliseconds(local - offset).count();
  return moment;
}

}  // namespace posterhall::tools
