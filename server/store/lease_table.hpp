// Shard numbers on lease (hall/ports/shard_leases.hpp): numbers never used first, then the one that ran out longest
// ago. Times are the database's own. Runs on: the writer's thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <string>

#include "hall/ports/shard_leases.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// A lease lasts that long from its last renewal.
inline constexpr std::int64_t kLeaseSeconds = 30;

[[nodiscard]] hall::LeasedShards lease_shards(Connection& db, const std::string& holder, std::uint32_t count,
                                              const hall::CommonGround& ours);
[[nodiscard]] bool renew_shards(Connection& db, const std::string& holder, std::uint32_t count);
void release_shards(Connection& db, const std::string& holder);

}  // namespace posterhall::store
