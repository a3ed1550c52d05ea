#include <algorithm>

#include "domain/channel.hpp"
#include "domain/conversation.hpp"
#include "domain/record.hpp"
#include "posterhall/v1/backplane.pb.h"
#include "text/text.hpp"
#include "wire/backplane_message.hpp"

namespace posterhall::wire {
namespace {

constexpr std::uint32_t kCounterBits = 14;  // of a visitor id: the rest is its shard's number
constexpr std::int64_t kLatest = std::int64_t{1} << 53;
constexpr std::size_t kMostTalk = std::size_t{4} * 4000;  // bytes
constexpr std::size_t kMostEventText = std::size_t{64} * 1024;
constexpr std::uint32_t kLastSignal = static_cast<std::uint32_t>(hall::SignalKind::sessions_ended);

bool sound_time(std::int64_t at) { return at >= 0 && at < kLatest; }
bool sound_conversation(std::uint32_t conversation) {
  return conversation == 0 || domain::kind_of(conversation) != domain::ConversationKind::none;
}
bool sound_text(const std::string& text, std::size_t most) { return text.size() <= most && text::is_utf8(text); }

/// A shard speaks for its own visitors alone.
bool is_of(VisitorId visitor, hall::ShardNumber shard) {
  return visitor.value <= domain::kMaxVisitorId && visitor.value >> kCounterBits == shard &&
         (visitor.value & ((1U << kCounterBits) - 1)) != 0;
}

bool take_id(const std::string& bytes, domain::ClientEventId& to) {
  if (bytes.size() != to.size()) return false;
  std::copy(bytes.begin(), bytes.end(), to.begin());
  return true;
}

/// Values of stored kinds; those between them are retired or never were.
bool is_event_kind(std::uint32_t kind) {
  using domain::EventKind;
  const auto within = [kind](EventKind first, EventKind last) {
    return kind >= static_cast<std::uint32_t>(first) && kind <= static_cast<std::uint32_t>(last);
  };
  return within(EventKind::message, EventKind::room_left) || within(EventKind::poster_put_up, EventKind::room_act) ||
         within(EventKind::imported, EventKind::unblocked);
}

bool fits(int column, int count) { return column == 0 || column == count; }

bool take_records(const v1::BackplaneShard& from, hall::RelayBatch& to) {
  const int count = from.identity_size();
  if (from.place_size() != count || from.person_size() != count || from.epoch_size() != count) return false;
  if (!fits(from.conversation_size(), count) || !fits(from.room_size(), count) ||
      !fits(from.chosen_booth_size(), count)) {
    return false;
  }
  to.records.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    hall::RelayedVisitor visitor;
    visitor.record0 = from.identity(i);
    visitor.record1 = from.place(i);
    visitor.id = domain::visitor_of(visitor.record0);
    visitor.person = PersonId{from.person(i)};
    visitor.epoch = Epoch{from.epoch(i)};
    if (from.conversation_size() != 0) visitor.conversation = from.conversation(i);
    if (from.room_size() != 0) visitor.room = RoomId{from.room(i)};
    if (from.chosen_booth_size() != 0) visitor.chosen_booth = from.chosen_booth(i);
    if (!is_of(visitor.id, to.from) || !visitor.person || !sound_conversation(visitor.conversation)) return false;
    to.records.push_back(visitor);
  }
  for (const std::uint32_t id : from.departed()) {
    if (!is_of(VisitorId{id}, to.from)) return false;
    to.departed.emplace_back(id);
  }
  return true;
}

bool take(const v1::BackplaneTalk& from, hall::RelayBatch& to) {
  hall::RelayedTalk talk{from.conversation(),
                         VisitorId{from.visitor()},
                         PersonId{from.person()},
                         from.epoch(),
                         from.counter(),
                         from.at_ms(),
                         {},
                         from.text()};
  if (!sound_conversation(talk.conversation) || !is_of(talk.visitor, to.from) || !talk.person) return false;
  if (!sound_time(talk.at) || !sound_text(talk.text, kMostTalk) || !take_id(from.client_id(), talk.client_id)) {
    return false;
  }
  to.talk.push_back(std::move(talk));
  return true;
}

bool take(const v1::BackplaneSignal& from, hall::RelayBatch& to) {
  hall::RelayedSignal signal;
  if (from.kind() > kLastSignal || !sound_time(from.at_ms()) || !sound_conversation(from.conversation())) return false;
  if (!from.channel().empty()) {
    const auto channel = domain::parse_channel(from.channel());
    if (!channel) return false;
    signal.channel = *channel;
  }
  signal.kind = static_cast<hall::SignalKind>(from.kind());
  signal.visitor = VisitorId{from.visitor()};
  signal.person = PersonId{from.person()};
  signal.to = PersonId{from.to()};
  signal.value = from.value();
  signal.number = from.number();
  signal.at = from.at_ms();
  signal.conversation = from.conversation();
  signal.place = from.place();
  to.signals.push_back(std::move(signal));
  return true;
}

bool take(const v1::BackplaneEvent& from, hall::RelayBatch& to) {
  domain::Event event;
  const auto channel = domain::parse_channel(from.channel());
  if (!channel || from.number() == 0 || !is_event_kind(from.kind()) || !sound_time(from.at_ms())) return false;
  if (!sound_text(from.text(), kMostEventText) || !take_id(from.client_id(), event.client_id)) return false;
  event.channel = *channel;
  event.number = from.number();
  event.at = from.at_ms();
  event.author = PersonId{from.author()};
  event.kind = static_cast<domain::EventKind>(from.kind());
  event.ref = from.ref();
  event.text = from.text();
  event.hidden = from.hidden();
  to.events.push_back(std::move(event));
  return true;
}

bool take(const v1::BackplaneShard& from, hall::RelayBatch& to) {
  if (from.shard() >= hall::kShardNumbers) return false;
  to.from = from.shard();
  to.step = from.step();
  to.complete = from.complete();
  if (!take_records(from, to)) return false;
  const auto all = [&to](const auto& list) {
    return std::all_of(list.begin(), list.end(), [&to](const auto& one) { return take(one, to); });
  };
  if (!all(from.talk()) || !all(from.signals()) || !all(from.events())) return false;
  for (const auto& room : from.rooms()) to.rooms.push_back({RoomId{room.room()}, room.applied(), room.hash()});
  to.heartbeat_only = to.records.empty() && to.departed.empty() && to.talk.empty() && to.signals.empty() &&
                      to.events.empty() && !to.complete;
  return true;
}

}  // namespace

std::uint32_t backplane_version(std::string_view bytes) {
  constexpr char kTag = 1 << 3 | 5;  // field 1, four bytes, least significant first
  if (bytes.size() < 5 || bytes[0] != kTag) return 0;
  std::uint32_t version = 0;
  for (std::size_t i = 4; i >= 1; --i) version = version << 8 | static_cast<std::uint8_t>(bytes[i]);
  return version;
}

std::optional<BackplaneMessage> decode_backplane(std::string_view bytes) {
  if (bytes.size() > kMostBackplaneBytes || backplane_version(bytes) != kBackplaneVersion) return std::nullopt;
  v1::BackplaneMessage message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
  if (message.version() != kBackplaneVersion || message.process() == 0) return std::nullopt;
  BackplaneMessage out;
  out.process = message.process();
  out.number = message.number();
  out.asks.assign(message.asks().begin(), message.asks().end());
  for (const auto& shard : message.shards()) {
    auto batch = std::make_shared<hall::RelayBatch>();
    if (!take(shard, *batch)) return std::nullopt;
    out.batches.push_back(std::move(batch));
  }
  return out;
}

}  // namespace posterhall::wire
