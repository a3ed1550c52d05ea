// Port: numbers for shards, leased from the store, so that the visitors of all processes of a hall have ids of their
// own. A lease is for its holder alone until it is released, or has run out by the store's own clock and was given to
// somebody else; renew() says which. Runs on: any thread; answers by Reply. Owns: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hall/ports/relay.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

/// What processes that run together must have in common.
struct CommonGround {
  std::string folder;         ///< a mark that is also in the folder of poster files
  std::uint32_t version = 0;  ///< of what they say to each other
  friend bool operator==(const CommonGround&, const CommonGround&) = default;
};

struct LeasedShards {
  std::string hall;                  ///< the store's own name, the same for every process of this hall, for ever
  std::vector<ShardNumber> numbers;  ///< as many as were asked for, or none when there are not so many
  CommonGround ground;               ///< one's own, or that of those who hold numbers already
  UnixMs now = 0;                    ///< the store's clock, to the second
};

class ShardLeases {
 public:
  virtual ~ShardLeases() = default;
  /// `holder`: random, new for each start of a process.
  virtual void lease(std::string holder, std::uint32_t count, CommonGround ours, Reply<LeasedShards> reply) = 0;
  /// Every few seconds. False: at least one of them is somebody else's by now, and may not be used any more.
  virtual void renew(std::string holder, std::uint32_t count, Reply<bool> reply) = 0;
  /// At the end, so that the numbers are free at once.
  virtual void release(std::string holder, Reply<bool> reply) = 0;
};

}  // namespace posterhall::hall
