#include "domain/author_call.hpp"

#include <algorithm>

namespace posterhall::domain {

const CallState& AuthorCall::observe(std::span<const WaitingBooth> waiting, bool busy, std::uint64_t now_ms) {
  using How = CallState::How;
  const bool answered = state_.how == How::coming || state_.how == How::later;
  const bool holds = answered && now_ms < until_ms_;
  const auto same_booth = std::ranges::find(waiting, state_.booth, &WaitingBooth::booth);
  const auto fullest = std::ranges::max_element(waiting, {}, &WaitingBooth::waiting);
  const auto booth = state_.how != How::none && same_booth != waiting.end() ? same_booth : fullest;
  if (state_.how == How::later && holds) {
    // Quiet, whoever comes and goes; those who wait are told so wherever they stand.
    if (booth != waiting.end()) state_ = {How::later, booth->booth, booth->poster, booth->waiting, booth->organisers};
    return state_;
  }
  if (booth == waiting.end() || busy) {
    state_ = {};
    return state_;
  }
  const bool on_the_way = state_.how == How::coming && holds && booth == same_booth;
  state_ = {on_the_way ? How::coming : How::called, booth->booth, booth->poster, booth->waiting, booth->organisers};
  return state_;
}

bool AuthorCall::accept(BoothNumber booth, std::uint64_t now_ms) {
  if (state_.how != CallState::How::called || state_.booth != booth) return false;
  state_.how = CallState::How::coming;
  until_ms_ = now_ms + kComingForMs;
  return true;
}

bool AuthorCall::later(BoothNumber booth, std::uint64_t now_ms) {
  if (state_.how != CallState::How::called || state_.booth != booth) return false;
  state_.how = CallState::How::later;
  until_ms_ = now_ms + kQuietAfterLaterMs;
  return true;
}

}  // namespace posterhall::domain
