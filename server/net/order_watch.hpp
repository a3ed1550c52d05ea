// OrderWatch: the front's own copy of who is banned and who blocked whom: read from the store when the door or a search
// asks, so that a ban holds at the door from the moment it is stored.
// Runs on: the front thread. Owns: the copy.
#pragma once

#include <cstdint>

#include "domain/order.hpp"
#include "hall/ports/event_log.hpp"
#include "net/asio_types.hpp"

namespace posterhall::net {

class OrderWatch {
 public:
  OrderWatch(Executor executor, hall::EventLog& events) : executor_(executor), events_(events) {}

  /// Reads what was stored since. When the store does not answer, what is known stays.
  Task<void> catch_up();
  /// The same, at most once a second.
  Task<void> catch_up_now_and_then(std::uint64_t steady_ms);

  [[nodiscard]] const domain::OrderBook& book() const { return book_; }
  [[nodiscard]] const domain::Blocks& blocks() const { return blocks_; }

 private:
  Task<void> read(domain::Channel channel, std::uint32_t head);
  [[nodiscard]] std::uint32_t applied(const domain::Channel& channel) const;
  void apply(const domain::Event& event);

  Executor executor_;
  hall::EventLog& events_;
  domain::OrderBook book_;
  domain::Blocks blocks_;
  std::uint64_t read_ms_ = 0;
};

}  // namespace posterhall::net
