// What /metrics says of each shard and its connections: the names of the figures and their help.
// Runs on: the main thread, as a process starts. Owns: nothing; the figures are the Metrics'.
#pragma once

#include <cstddef>

#include "base/metrics.hpp"
#include "hall/shard.hpp"
#include "net/connections.hpp"

namespace posterhall {

[[nodiscard]] net::ConnectionFigures connection_figures(Metrics& metrics, std::size_t shard);
[[nodiscard]] hall::ShardFigures shard_figures(Metrics& metrics, std::size_t shard);

}  // namespace posterhall
