// Notices to complete WebSocket frames (header included), ready to be written and shared.
// Runs on: one thread an object (a shard has its own). Owns: the protobuf message it reuses.
#pragma once

#include <memory>

#include "hall/notice.hpp"

namespace posterhall::wire {

class FrameEncoder final : public hall::Encoder {
 public:
  FrameEncoder();
  ~FrameEncoder() override;

  SharedBytes notice(const hall::Notice& notice) override;
  SharedBytes state(const hall::StateBlock& block) override;

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace posterhall::wire
