#include "main/shard_metrics.hpp"

#include <string>

namespace posterhall {

net::ConnectionFigures connection_figures(Metrics& metrics, std::size_t shard) {
  const std::string labels = "shard=\"" + std::to_string(shard) + "\"";
  return {metrics.counter("posterhall_messages_in_total", "Messages from browsers.", labels),
          metrics.counter("posterhall_bytes_in_total", "Bytes from browsers.", labels),
          metrics.counter("posterhall_bytes_out_total", "Bytes to browsers.", labels),
          metrics.counter("posterhall_frames_skipped_total", "State frames skipped for slow readers.", labels),
          metrics.counter("posterhall_closed_slow_total", "Connections closed as too slow.", labels),
          metrics.counter("posterhall_closed_silent_total", "Connections that stopped answering.", labels),
          metrics.counter("posterhall_closed_protocol_total", "Connections closed for what they sent.", labels)};
}

hall::ShardFigures shard_figures(Metrics& metrics, std::size_t shard) {
  const std::string labels = "shard=\"" + std::to_string(shard) + "\"";
  return {metrics.counter("posterhall_shard_slept_total", "Times a shard's loop stood still over 3 s.", labels),
          metrics.counter("posterhall_rooms_rebuilt_total",
                          "Rooms made anew because two shards had come to different states.", labels),
          metrics.counter("posterhall_rooms_equal_total",
                          "Comparisons of a room that found two shards in the same state.", labels)};
}

}  // namespace posterhall
