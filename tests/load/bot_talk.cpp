// What the bot writes, and what becomes of it: sent, refused, or failed with its connection and sent again.
#include <cstring>

#include "bot.hpp"
#include "posterhall/v1/client.pb.h"

namespace posterhall::load {

namespace pb = posterhall::v1;

void Bot::write() {
  if (!live() || task_.channels.empty()) return;
  send_refused();
  const auto& channel = task_.channels[next_channel_++ % task_.channels.size()];
  const auto seq = next_seq_++;
  std::string id(16, '\0');
  std::memcpy(id.data(), &task_.run, 8);
  std::memcpy(id.data() + 8, &task_.index, 4);
  std::memcpy(id.data() + 12, &seq, 4);
  const auto text = "Bot " + std::to_string(task_.index) + " asks number " + std::to_string(seq);
  const auto [pending, is_new] = pending_.emplace(seq, Pending{channel, id, text, {}, false});
  send_pending(seq, pending->second);
}

void Bot::send_pending(std::uint32_t seq, Pending& pending) {
  pending.written = Clock::now();
  pending.answered = false;
  pb::ClientMessage m;
  m.set_seq(seq);
  auto& body = *m.mutable_send();
  body.set_channel(pending.channel);
  body.set_client_id(pending.client_id);
  body.set_kind(pending.channel.starts_with("poster/") ? pb::EVENT_KIND_QUESTION : pb::EVENT_KIND_MESSAGE);
  body.set_text(pending.text);
  send(m.SerializeAsString());
}

/// Whether the server had stored them before it went is not known: the client id makes them count once.
void Bot::send_again() {
  for (auto& [old_seq, pending] : std::exchange(pending_, {})) {
    const auto seq = next_seq_++;
    send_pending(seq, pending_.emplace(seq, std::move(pending)).first->second);
  }
}

void Bot::answered(Pending& pending) {
  if (!std::exchange(pending.answered, true)) crowd_.answers.add(milliseconds(Clock::now() - pending.written));
}

void Bot::on_ack(std::uint32_t seq, std::uint32_t number) {
  const auto found = pending_.find(seq);
  if (found == pending_.end()) return;
  answered(found->second);
  crowd_.acked_at.emplace(found->second.client_id, Clock::now());
  crowd_.history[found->second.channel].acked.push_back({number, found->second.client_id});
  pending_.erase(found);
}

/// `keep_it`: the store was away. What was typed is sent again with the bot's next message, as long as it takes.
void Bot::on_reject(std::uint32_t seq, bool keep_it) {
  ++crowd_.rejected;
  const auto found = pending_.find(seq);
  if (found == pending_.end()) return;
  answered(found->second);
  if (!keep_it) pending_.erase(found);
}

void Bot::gone_silent() {
  crowd_.true_place.erase(visitor_);
  crowd_.sent_at.erase(visitor_);
  crowd_.former[visitor_] = last_heard_;
  for (auto& [seq, pending] : pending_) answered(pending);
}

bool Bot::hears(Clock::time_point now) const { return live() && now - last_heard_ < std::chrono::seconds(2); }

void Bot::send_refused() {
  std::vector<std::uint32_t> refused;
  for (const auto& [seq, pending] : pending_) {
    if (pending.answered) refused.push_back(seq);
  }
  for (const auto old : refused) {
    auto pending = std::move(pending_.extract(old).mapped());
    const auto seq = next_seq_++;
    send_pending(seq, pending_.emplace(seq, std::move(pending)).first->second);
  }
}

void Bot::settle() {
  for (auto& [seq, pending] : pending_) answered(pending);
  if (!live() || !task_.sampled) return;
  for (auto& [channel, watched] : watched_) {
    if (watched.member.first != 0) crowd_.history[channel].members.push_back(std::move(watched.member));
  }
  watched_.clear();
}

}  // namespace posterhall::load
