// OrderQueue: what moderators and organisers read: open reports with what was said, and the mutes and bans in force.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include "hall/core.hpp"

namespace posterhall::hall {

class OrderQueue {
 public:
  explicit OrderQueue(Core& core) : core_(core) {}

  void page(ConnectionSlot connection, std::uint32_t seq, const command::OrderQueue& wish);

 private:
  [[nodiscard]] notice::MeasureRow row(const domain::Measure& measure, PersonId reader) const;
  [[nodiscard]] notice::ReportRow row(const domain::Report& report, PersonId reader) const;

  Core& core_;
};

}  // namespace posterhall::hall
