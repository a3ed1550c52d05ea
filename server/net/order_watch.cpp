#include "net/order_watch.hpp"

#include "net/ask.hpp"

namespace posterhall::net {
namespace {

constexpr std::uint32_t kPage = 200;
constexpr std::uint64_t kNowAndThenMs = 1000;

}  // namespace

std::uint32_t OrderWatch::applied(const domain::Channel& channel) const {
  return channel.kind == domain::ChannelKind::order ? book_.applied() : blocks_.applied();
}

void OrderWatch::apply(const domain::Event& event) {
  if (event.channel.kind == domain::ChannelKind::order) {
    (void)book_.apply(event);
  } else {
    (void)blocks_.apply(event);
  }
}

Task<void> OrderWatch::read(domain::Channel channel, std::uint32_t head) {
  while (applied(channel) < head) {
    const std::uint32_t after = applied(channel);
    auto page = co_await ask<std::vector<domain::Event>>(
        executor_, [&](auto reply) { events_.read(channel, after, after + kPage + 1, kPage, std::move(reply)); });
    if (!page || page->empty()) co_return;
    for (const auto& event : *page) apply(event);
  }
}

Task<void> OrderWatch::catch_up() {
  auto heads = co_await ask<std::vector<domain::Head>>(executor_, [this](auto reply) {
    events_.heads({domain::Channel::order(), domain::Channel::blocks()}, std::move(reply));
  });
  if (!heads) co_return;
  for (const auto& head : *heads) co_await read(head.channel, head.number);
}

Task<void> OrderWatch::catch_up_now_and_then(std::uint64_t steady_ms) {
  if (read_ms_ != 0 && steady_ms < read_ms_ + kNowAndThenMs) co_return;
  read_ms_ = steady_ms;
  co_await catch_up();
}

}  // namespace posterhall::net
