#include "crowd.hpp"

#include <algorithm>
#include <cmath>

namespace posterhall::load {

void LatencyTally::add(double ms) {
  const auto bucket = static_cast<std::size_t>(std::clamp(ms * 10.0, 0.0, static_cast<double>(buckets_.size() - 1)));
  ++buckets_[bucket];
  ++count_;
  max_ = std::max(max_, ms);
}

double LatencyTally::percentile(double p) const {
  if (count_ == 0) return 0;
  const auto wanted = static_cast<std::uint64_t>(std::ceil(static_cast<double>(count_) * p));
  std::uint64_t passed = 0;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    passed += buckets_[i];
    if (passed >= wanted) return static_cast<double>(i + 1) / 10.0;
  }
  return max_;
}

bool in_block(std::uint32_t place, std::uint32_t centre_cell) {
  const auto column = static_cast<std::int32_t>(centre_cell & 0xFFFF);
  const auto row = static_cast<std::int32_t>(centre_cell >> 16);
  const auto cx = static_cast<std::int32_t>(place >> 14) / (24 * 32);
  const auto cy = static_cast<std::int32_t>(place & 0x3FFF) / (16 * 32);
  return std::abs(cx - column) <= 1 && std::abs(cy - row) <= 1;
}

}  // namespace posterhall::load
