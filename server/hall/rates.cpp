#include "hall/rates.hpp"

namespace posterhall::hall {
namespace {

constexpr Rate kStrikes{2, 1000, 30};       // beyond: muted
constexpr Rate kLastStrikes{5, 1000, 150};  // beyond: closed
constexpr std::uint64_t kMuteMs = 30'000;

}  // namespace

Rate rate_of(RateOf what, domain::Role role) {
  const std::uint32_t talkative =
      role >= domain::Role::author ? 3 : 1;  // authors and hosts x 3, and who runs the event
  switch (what) {
    case RateOf::none:
    case RateOf::count: return {1000, 1000, 1000};
    case RateOf::move: return {20, 1000, 24};
    case RateOf::go: return {2, 1000, 5};
    case RateOf::claim: return {1, 1000, 3};
    case RateOf::activity: return {1, 1000, 5};
    case RateOf::who: return {20, 1000, 20};
    case RateOf::persons: return {10, 1000, 10};
    case RateOf::people_page: return {4, 1000, 4};
    case RateOf::chat: return {talkative, 1000, 5 * talkative};
    case RateOf::hall_channel: return {1, 10'000, 1};
    case RateOf::strangers: return {5, 60'000, 5};
    case RateOf::help: return {10, 60'000, 6};
    case RateOf::change: return {1, 1000, 5};
    case RateOf::typing: return {1, 1000, 2};
    case RateOf::watch: return {10, 1000, 40};
    case RateOf::history: return {5, 1000, 10};
    case RateOf::mark_read: return {5, 1000, 10};
    case RateOf::emote: return {1, 1000, 3};
    case RateOf::profile: return {1, 1000, 3};
    case RateOf::posters: return {5, 1000, 10};
    case RateOf::rooms: return {1, 1000, 5};
    case RateOf::invite: return {5, 60'000, 5};
    case RateOf::ping: return {8, 1000, 16};  // of all tabs: one without its pong is taken for a dead connection
    case RateOf::block: return {1, 1000, 10};
    case RateOf::report: return {6, 600'000, 3};
    case RateOf::order: return {2, 1000, 10};
    case RateOf::order_queue: return {2, 1000, 10};
    case RateOf::hands: return {1, 1000, 5};
    case RateOf::room_deeds: return {2, 1000, 10};
    case RateOf::point:
    case RateOf::show_view: return {20, 1000, 24};
  }
  return {};
}

std::uint32_t PersonRates::take(RateOf what, domain::Role role, std::uint64_t now_ms) {
  if (what == RateOf::none) return 0;
  return buckets_[static_cast<std::size_t>(what)].take(rate_of(what, role), now_ms);
}

PersonRates::Patience PersonRates::strike(std::uint64_t now_ms) {
  if (last_strikes_.take(kLastStrikes, now_ms) != 0) return Patience::close;
  if (strikes_.take(kStrikes, now_ms) == 0) return Patience::reject;
  muted_until_ms_ = now_ms + kMuteMs;
  return Patience::mute;
}

}  // namespace posterhall::hall
