#include "integration/support/moments.hpp"

#include <array>
#include <cstdio>

namespace posterhall::integration {

using std::chrono::system_clock;

std::string toml_time(system_clock::time_point at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const auto second = std::chrono::duration_cast<std::chrono::seconds>(at - day).count();
  std::array<char, 40> text{};
  (void)std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60),
                      static_cast<int>(second % 60));
  return text.data();
}

std::string ms(system_clock::time_point at) {
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count());
}

}  // namespace posterhall::integration
