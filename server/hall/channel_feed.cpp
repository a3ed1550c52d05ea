#include "hall/channel_feed.hpp"

#include <algorithm>
#include <utility>

#include "domain/question.hpp"
#include "domain/settled_words.hpp"

namespace posterhall::hall {

std::size_t newest_that_fit(std::span<const domain::Event> events) {
  constexpr std::size_t kBesidesText = 96;  // names, numbers and ids of one encoded event
  std::size_t bytes = 0;
  std::size_t first = events.size();
  while (first > 0) {
    bytes += events[first - 1].text.size() + kBesidesText;
    if (bytes > kMostAtOnce && first < events.size()) break;
    --first;
  }
  return first;
}

void ChannelFeed::begin(std::uint32_t head) {
  begun_ = true;
  head_ = head;
}

void ChannelFeed::begin(std::vector<domain::Event> newest, std::vector<domain::Event>& ready) {
  begun_ = true;
  for (domain::Event& event : newest) {
    head_ = event.number;
    kept_.push_back(std::move(event));
    if (kept_.size() > kFeedKeeps) kept_.pop_front();
  }
  drain(ready);
}

void ChannelFeed::take(domain::Event event, std::uint64_t now_ms, std::vector<domain::Event>& ready) {
  if (begun_ && event.number <= head_) return;
  if (!begun_ || event.number > head_ + 1) {
    if (early_.empty()) early_since_ms_ = now_ms;
    const std::uint32_t number = event.number;
    early_.try_emplace(number, std::move(event));
    return;
  }
  append(std::move(event), ready);
  drain(ready);
  early_since_ms_ = now_ms;
}

void ChannelFeed::drain(std::vector<domain::Event>& ready) {
  while (!early_.empty() && early_.begin()->first <= head_ + 1) {
    auto next = early_.extract(early_.begin());
    if (next.key() == head_ + 1) append(std::move(next.mapped()), ready);
  }
}

void ChannelFeed::append(domain::Event event, std::vector<domain::Event>& ready) {
  head_ = event.number;
  // What was taken back is not kept to be shown again; the entry itself stays, so that numbers have no gap.
  const std::uint32_t about = event.ref;
  if (event.kind == domain::EventKind::remove) {
    for (domain::Event& kept : kept_) {
      if (domain::words_of(kept) == about) kept.text.clear();
    }
  }
  if (event.kind == domain::EventKind::edit) {  // it was on its way when the other one came
    const auto removes = [about](const domain::Event& kept) {
      return kept.kind == domain::EventKind::remove && kept.ref == about;
    };
    if (std::any_of(kept_.begin(), kept_.end(), removes)) event.text.clear();
  }
  kept_.push_back(std::move(event));
  settle_showing();
  ready.push_back(kept_.back());
  if (kept_.size() > kFeedKeeps) kept_.pop_front();
}

void ChannelFeed::settle_showing() {
  const domain::Event& last = kept_.back();
  if (last.channel.kind != domain::ChannelKind::poster) return;
  if (!domain::changes_showing(last.kind) && !domain::changes_words(last.kind) && !domain::is_answer(last.kind)) return;
  std::vector<domain::Event> kept(kept_.begin(), kept_.end());
  const std::vector<domain::Event> changes = kept;
  domain::settle_words(kept, changes);
  for (std::size_t i = 0; i < kept.size(); ++i) kept_[i].hidden = kept[i].hidden;
}

void ChannelFeed::correct(const std::vector<domain::Event>& stored) {
  for (const domain::Event& event : stored) {
    if (kept_.empty() || event.number < kept_.front().number || event.number > kept_.back().number) continue;
    kept_[event.number - kept_.front().number].hidden = event.hidden;
  }
}

std::vector<domain::Event> ChannelFeed::kept_after(std::uint32_t after) const {
  std::vector<domain::Event> events;
  for (const domain::Event& event : kept_) {
    if (event.number > after) events.push_back(event);
  }
  return events;
}

const domain::Event* ChannelFeed::find(std::uint32_t number) const {
  if (kept_.empty() || number < kept_.front().number || number > kept_.back().number) return nullptr;
  return &kept_[number - kept_.front().number];
}

}  // namespace posterhall::hall
