// What processes say to each other (proto backplane.proto): relay batches to bytes, and bytes, which are as little to
// be trusted as a browser's, to batches. Runs on: any thread. Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "hall/ports/relay.hpp"

namespace posterhall::wire {

inline constexpr std::uint32_t kBackplaneVersion = 4;
/// Longer ones are not read. A complete batch of a full shard (16,383 visitors) is about 460 kB.
inline constexpr std::size_t kMostBackplaneBytes = std::size_t{1024} * 1024;

/// Of a visitor in BackplaneShard.visitors.
inline constexpr std::size_t kVisitorWords = 7;
/// A move's two words lie in memory as protobuf keeps them, so all of a batch are copied at once.
inline constexpr std::size_t kMoveBytes = 2 * sizeof(std::uint32_t);
static_assert(sizeof(hall::RelayedMove) == kMoveBytes && std::is_standard_layout_v<hall::RelayedMove> &&
              offsetof(hall::RelayedMove, record1) == sizeof(std::uint32_t));

/// Shards, talk, signals, events and rooms of one message.
inline constexpr std::size_t kMostBackplaneParts = 8192;

struct BackplaneMessage {
  std::uint64_t process = 0;
  std::uint32_t number = 0;
  std::vector<std::uint64_t> asks;
  std::vector<std::shared_ptr<const hall::RelayBatch>> batches;
};

/// How many parts a batch is, its shard counted.
[[nodiscard]] std::size_t backplane_parts(const hall::RelayBatch& batch);
/// Into `bytes`, instead of what was there: a publication is mostly as large as the last one.
void encode_backplane(std::uint64_t process, std::uint32_t number, const std::vector<std::uint64_t>& asks,
                      std::span<const std::shared_ptr<const hall::RelayBatch>> batches, std::string& bytes);
/// How every message of this process begins: one's own come back, and need not be read.
[[nodiscard]] std::string backplane_beginning(std::uint64_t process);
/// The version a message claims; 0 when it has none.
[[nodiscard]] std::uint32_t backplane_version(std::string_view bytes);
/// Nothing: not of this version, or something in it is out of its range. All or nothing.
[[nodiscard]] std::optional<BackplaneMessage> decode_backplane(std::string_view bytes);

}  // namespace posterhall::wire
