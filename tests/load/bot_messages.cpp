// What the bot says and how it understands what it is told.
#include "bot.hpp"
#include "own_record.hpp"
#include "posterhall/v1/client.pb.h"
#include "posterhall/v1/server.pb.h"

namespace posterhall::load {
namespace {

namespace pb = posterhall::v1;

constexpr std::int32_t kStep = 36;  // pixels in 200 ms at 170 ms a tile of 32, with room for rounding
constexpr std::uint32_t kPage = 100;

std::int32_t x_of(std::uint32_t word1) { return static_cast<std::int32_t>(word1 >> 18); }
std::int32_t y_of(std::uint32_t word1) { return static_cast<std::int32_t>((word1 >> 4) & 0x3FFF); }

}  // namespace

std::string Bot::hello() {
  pb::ClientMessage m;
  m.set_seq(next_seq_++);
  auto& enter = *m.mutable_enter();
  enter.set_view(pb::VIEW_HALL);
  enter.set_tab_id(std::string(16, static_cast<char>('a' + task_.index % 26)));
  for (auto& [channel, watched] : watched_) {
    watched.told = watched.cursor;
    auto& cursor = *enter.add_resume();
    cursor.set_channel(channel);
    cursor.set_after(watched.cursor);
  }
  return m.SerializeAsString();
}

void Bot::watch_channels() {
  for (const auto& channel : task_.channels) {
    watched_[channel];
    pb::ClientMessage m;
    m.mutable_watch()->set_channel(channel);
    m.mutable_watch()->set_after(0);
    m.set_seq(next_seq_++);
    send(m.SerializeAsString());
  }
}

std::string Bot::ping() {
  pb::ClientMessage m;
  m.mutable_ping();
  return m.SerializeAsString();
}

void Bot::on_message(const std::string& bytes) {
  // The state frame is field 1: its tag is the first byte. Counted clients look only for themselves in it.
  if (!bytes.empty() && bytes[0] == '\x0a') {
    ++crowd_.frames_received;
    if (task_.sampled) return on_state(bytes);
    ++crowd_.updates_received;
    if (const auto own = own_record(bytes, visitor_)) on_own_record(own->first, own->second);
    return;
  }
  pb::ServerMessage m;
  if (!m.ParseFromString(bytes)) return;
  if (m.has_welcome()) {
    process_ = m.welcome().process();
    on_welcome(m.welcome().visitor(), m.welcome().place(), m.welcome().sequence());
    if (!plan_ && task_.index == 0) begin_fetching_plan(m.welcome().plan_hash());
  } else if (m.has_ack()) {
    on_ack(m.ack().in_reply_to(), m.ack().number());
  } else if (m.has_reject()) {
    on_reject(m.reject().in_reply_to(), m.reject().code() == pb::REJECT_CODE_STORE_UNAVAILABLE);
  } else if (m.has_watching()) {
    const auto& watching = m.watching();
    on_watching(watching.channel(), watching.head(), watching.gap().from(), watching.gap().to());
  } else if (m.has_events()) {
    for (const auto& event : m.events().events()) on_event(event.channel(), event.number(), event.client_id());
  } else if (m.has_history()) {
    const auto watched = watched_.find(m.history().channel());
    if (watched == watched_.end() || watched->second.gap_to == 0) return;
    for (const auto& event : m.history().events()) watched->second.held.emplace(event.number(), event.client_id());
    fill_gap(watched->first, watched->second);
  }
}

void Bot::on_welcome(std::uint32_t visitor, std::uint32_t place, std::uint32_t sequence) {
  welcomed_ = true;
  const auto now = Clock::now();
  if (been_in_) crowd_.blackouts.add(milliseconds(now - last_heard_));
  last_heard_ = now;
  visitor_ = visitor;
  x_ = x_of(place);
  y_ = y_of(place);
  sequence_ = sequence;
  view_ = {};
  crowd_.former.erase(visitor);
  crowd_.true_place[visitor] = place >> 4;
  if (!been_in_) watch_channels();
}

/// The first time it is the place from which everything has to be shown; after a return only what a gap leaves out.
void Bot::on_watching(const std::string& channel, std::uint32_t head, std::uint32_t gap_from, std::uint32_t gap_to) {
  const auto found = watched_.find(channel);
  if (found == watched_.end()) return;
  Watched& watched = found->second;
  if (watched.member.first == 0) {
    watched.member.first = head + 1;
    watched.cursor = head;
    return;
  }
  if (gap_to == 0) return;
  watched.gap_from = gap_from;
  watched.gap_to = gap_to;
  ask_history(channel, gap_to + 1);
}

void Bot::ask_history(const std::string& channel, std::uint32_t before) {
  pb::ClientMessage m;
  m.set_seq(next_seq_++);
  m.mutable_history()->set_channel(channel);
  m.mutable_history()->set_before(before);
  m.mutable_history()->set_limit(kPage);
  send(m.SerializeAsString());
}

void Bot::on_event(const std::string& channel, std::uint32_t number, const std::string& client_id) {
  const auto found = watched_.find(channel);
  if (found == watched_.end()) return;
  Watched& watched = found->second;
  if (watched.gap_to != 0) {
    watched.held.emplace(number, client_id);
    return;
  }
  if (watched.member.first == 0 || number < watched.member.first) return;
  if (number <= watched.told) return;  // told by the process that was left; this one is a moment behind it
  watched.cursor = std::max(watched.cursor, number);
  if (!task_.sampled) return;
  watched.member.seen.push_back({number, client_id});
  const auto acked = crowd_.acked_at.find(client_id);
  const auto now = Clock::now();
  const auto took = acked == crowd_.acked_at.end() ? 0.0 : milliseconds(now - acked->second);
  crowd_.shown.add(took);
  if (took > 1000) crowd_.late.push_back({acked->second, now});
}

/// Asks for the page before the oldest one read, or shows all that was held once the gap is closed.
void Bot::fill_gap(const std::string& channel, Watched& watched) {
  const auto oldest = watched.held.lower_bound(watched.gap_from);
  if (oldest == watched.held.end()) return;
  std::uint32_t from = oldest->first;
  if (from > watched.gap_from) return ask_history(channel, from);
  watched.gap_from = watched.gap_to = 0;
  const auto held = std::exchange(watched.held, {});
  for (const auto& [number, client_id] : held) {
    if (number > watched.cursor) on_event(channel, number, client_id);
  }
}

void Bot::on_own_record(std::uint32_t word0, std::uint32_t word1) {
  if ((word0 & 0xFF) != (sequence_ & 0xFF)) return;
  x_ = x_of(word1);
  y_ = y_of(word1);
  crowd_.true_place[visitor_] = word1 >> 4;
}

void Bot::on_state(const std::string& bytes) {
  pb::ServerMessage m;
  if (!m.ParseFromString(bytes)) return;
  const auto& state = m.state();
  const auto now = Clock::now();
  if (state.snapshot()) view_.visitors.clear();
  view_.centre_cell = state.centre_cell();
  crowd_.updates_received += static_cast<std::uint64_t>(state.records_size() / 2);
  for (int i = 0; i + 1 < state.records_size(); i += 2) {
    const auto word0 = state.records(i), word1 = state.records(i + 1);
    const auto id = word0 >> 8;
    auto& seen = view_.visitors[id];
    if (!state.snapshot() && id != visitor_ && (seen.word0 & 0xFF) != (word0 & 0xFF)) {
      const auto sent = crowd_.sent_at.find(id);
      if (sent != crowd_.sent_at.end()) {
        const auto at = sent->second[word0 & 0xFF];
        if (at.time_since_epoch().count() != 0) {
          crowd_.latency.add(std::chrono::duration<double, std::milli>(now - at).count());
        }
      }
    }
    if (id == visitor_) on_own_record(word0, word1);
    seen = {word0, word1};
  }
  for (const auto id : state.gone()) view_.visitors.erase(id);
  // Everybody outside the block of 3 x 3 cells is dropped, as a browser does.
  const auto column = static_cast<std::int32_t>(view_.centre_cell & 0xFFFF);
  const auto row = static_cast<std::int32_t>(view_.centre_cell >> 16);
  std::erase_if(view_.visitors, [&](const auto& entry) {
    const auto cx = x_of(entry.second.word1) / (24 * 32);
    const auto cy = y_of(entry.second.word1) / (16 * 32);
    return std::abs(cx - column) > 1 || std::abs(cy - row) > 1;
  });
}

void Bot::move() {
  if (!live() || !plan_) return;
  for (int attempt = 0; attempt < 8; ++attempt) {
    if ((heading_x_ == 0 && heading_y_ == 0) || random_() % 24 == 0 || attempt > 0) {
      static constexpr std::int32_t kHeadings[4][2] = {{kStep, 0}, {-kStep, 0}, {0, kStep}, {0, -kStep}};
      const auto pick = random_() % 4;
      heading_x_ = kHeadings[pick][0];
      heading_y_ = kHeadings[pick][1];
    }
    const auto to_x = x_ + heading_x_, to_y = y_ + heading_y_;
    if (!plan_->walkable(to_x, to_y) || !plan_->walkable((x_ + to_x) / 2, (y_ + to_y) / 2)) continue;
    x_ = to_x;
    y_ = to_y;
    const std::uint32_t facing = heading_x_ > 0 ? 3 : heading_x_ < 0 ? 2 : heading_y_ < 0 ? 1 : 0;
    sequence_ = (sequence_ + 1) & 0xFF;
    const auto place = (static_cast<std::uint32_t>(x_) << 18) | (static_cast<std::uint32_t>(y_) << 4) | (facing << 2);
    pb::ClientMessage m;
    m.mutable_move()->set_sequence(sequence_);
    m.mutable_move()->set_place(place);
    crowd_.sent_at[visitor_][sequence_] = Clock::now();
    crowd_.true_place[visitor_] = place >> 4;
    ++crowd_.moves_sent;
    send(m.SerializeAsString());
    return;
  }
}

}  // namespace posterhall::load
