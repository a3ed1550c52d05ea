#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/wire_format_lite.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/recycler.hpp"
#include "domain/author_call.hpp"
#include "domain/channel.hpp"
#include "domain/conversation.hpp"
#include "domain/record.hpp"
#include "hall/command.hpp"
#include "posterhall/v1/backplane.pb.h"
#include "text/text.hpp"
#include "wire/backplane_message.hpp"
#include "wire/decode.hpp"

namespace posterhall::wire {
namespace {

constexpr std::size_t kKeptBytes = std::size_t{4} * 1024;
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
  return visitor.value <= domain::kMaxVisitorId && hall::shard_of(visitor) == shard && hall::counter_of(visitor) != 0;
}

bool take_id(const std::string& bytes, domain::ClientEventId& to) {
  if (bytes.size() != to.size()) return false;
  std::copy(bytes.begin(), bytes.end(), to.begin());
  return true;
}

/// Every kind that is stored, by name: a new one does not build until it is here.
bool is_event_kind(std::uint32_t kind) {
  using domain::EventKind;
  if (kind > std::numeric_limits<std::uint8_t>::max()) return false;
  switch (static_cast<EventKind>(kind)) {
    case EventKind::message:
    case EventKind::question:
    case EventKind::answer:
    case EventKind::edit:
    case EventKind::remove:
    case EventKind::announcement:
    case EventKind::room_opened:
    case EventKind::room_closed:
    case EventKind::room_joined:
    case EventKind::room_left:
    case EventKind::poster_put_up:
    case EventKind::poster_asked:
    case EventKind::poster_settled:
    case EventKind::question_unnamed:
    case EventKind::answer_unnamed:
    case EventKind::wanted:
    case EventKind::unwanted:
    case EventKind::hidden_by_author:
    case EventKind::hidden_by_order:
    case EventKind::shown_again:
    case EventKind::room_act:
    case EventKind::imported:
    case EventKind::person_changed:
    case EventKind::measure:
    case EventKind::measure_lifted:
    case EventKind::measure_seen:
    case EventKind::report:
    case EventKind::report_settled:
    case EventKind::blocked:
    case EventKind::unblocked:
    case EventKind::announcement_planned:
    case EventKind::announcement_withdrawn:
    case EventKind::announcement_given: return true;
  }
  return false;
}

bool take_visitors(const v1::BackplaneShard& from, hall::RelayBatch& to) {
  const auto words = static_cast<std::size_t>(from.visitors_size());
  if (words % kVisitorWords != 0) return false;
  to.records.reserve(words / kVisitorWords);
  const std::uint32_t* at = from.visitors().data();
  for (const std::uint32_t* const end = at + words; at != end; at += kVisitorWords) {
    const VisitorId id = domain::visitor_of(at[0]);
    const PersonId person{at[2]};
    if (!is_of(id, to.from) || !person || !sound_conversation(at[4]) || at[6] > 1) return false;
    to.records.push_back({id, person, Epoch{at[3]}, at[0], at[1], at[4], RoomId{at[5]}, at[6] == 1});
  }
  for (const std::uint32_t id : from.departed()) {
    if (!is_of(VisitorId{id}, to.from)) return false;
    to.departed.emplace_back(id);
  }
  return true;
}

bool take_moves(const v1::BackplaneShard& from, hall::RelayBatch& to) {
  const int count = from.moves_size();
  if (count % 2 != 0) return false;
  to.moves.resize(static_cast<std::size_t>(count / 2));
  if (count == 0) return true;
  std::memcpy(static_cast<void*>(to.moves.data()), from.moves().data(), to.moves.size() * kMoveBytes);
  // Ids are the shard's number and, below it, a counter that is not 0: one comparison for each, of thousands a second.
  const std::uint32_t first = domain::pack_identity(VisitorId{to.from << hall::kVisitorCounterBits | 1U}, 0);
  const std::uint32_t many = domain::pack_identity(VisitorId{(1U << hall::kVisitorCounterBits) - 1}, 0);
  std::uint32_t most = 0;
#pragma GCC unroll 4
  for (const hall::RelayedMove& move : to.moves) most = std::max(most, move.record0 - first);
  return most < many;
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

bool is_invitation(std::uint32_t kind) {
  return kind == static_cast<std::uint32_t>(hall::InvitationKind::talk) ||
         kind == static_cast<std::uint32_t>(hall::InvitationKind::walk);
}

/// What each kind must name, within what a browser could have caused. Visitors are the shard's own.
bool is_sound(const hall::RelayedSignal& signal, hall::ShardNumber shard) {
  using hall::SignalKind;
  const bool own = is_of(signal.visitor, shard) && bool{signal.person};
  const bool at_booth = domain::kind_of(signal.conversation) == domain::ConversationKind::booth;
  switch (signal.kind) {
    case SignalKind::emote: return own && signal.value >= 1 && signal.value <= kEmotes;
    case SignalKind::typing: return own && (signal.conversation == 0 || signal.channel == domain::Channel{});
    case SignalKind::invite: return own && bool{signal.to} && is_invitation(signal.value);
    case SignalKind::invite_answer: return bool{signal.person} && bool{signal.to} && is_invitation(signal.value >> 1U);
    case SignalKind::profile_changed: return bool{signal.person};
    case SignalKind::author_call:
      return bool{signal.person} && signal.value <= static_cast<std::uint32_t>(domain::CallState::How::later);
    case SignalKind::author_dropped:
    case SignalKind::organisers_call: return signal.number != 0;
    case SignalKind::point: return own && at_booth && signal.value <= 1;
    case SignalKind::show_view: return own && at_booth;
    case SignalKind::hand: return bool{signal.person} && at_booth && signal.value <= 1;
    case SignalKind::floor: return at_booth;
    case SignalKind::sessions_ended: return bool{signal.person};
  }
  return false;
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
  if (!is_sound(signal, to.from)) return false;
  to.signals.push_back(signal);
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
  if (!take_visitors(from, to) || !take_moves(from, to)) return false;
  const auto all = [&to](const auto& list) {
    return std::all_of(list.begin(), list.end(), [&to](const auto& one) { return take(one, to); });
  };
  if (!all(from.talk()) || !all(from.signals()) || !all(from.events())) return false;
  for (const auto& room : from.rooms()) to.rooms.push_back({RoomId{room.room()}, room.applied(), room.hash()});
  to.heartbeat_only = to.records.empty() && to.moves.empty() && to.departed.empty() && to.talk.empty() &&
                      to.signals.empty() && to.events.empty() && !to.complete;
  return true;
}

/// Shards and what is listed in them, counted before anything is made of them: an empty one is two bytes here and a
/// hundred in memory. Nothing when the bytes are no message.
std::optional<std::size_t> parts_of(std::string_view bytes) {
  using google::protobuf::internal::WireFormatLite;
  constexpr int kShards = v1::BackplaneMessage::kShardsFieldNumber;
  constexpr int kFirst = v1::BackplaneShard::kTalkFieldNumber, kLast = v1::BackplaneShard::kRoomsFieldNumber;
  google::protobuf::io::ArrayInputStream array(bytes.data(), static_cast<int>(bytes.size()));
  google::protobuf::io::CodedInputStream in(&array);
  std::size_t parts = 0;
  while (const std::uint32_t tag = in.ReadTag()) {
    std::uint32_t length = 0;
    if (tag != WireFormatLite::MakeTag(kShards, WireFormatLite::WIRETYPE_LENGTH_DELIMITED)) {
      if (!WireFormatLite::SkipField(&in, tag)) return std::nullopt;
      continue;
    }
    if (!in.ReadVarint32(&length) || length > bytes.size()) return std::nullopt;
    ++parts;
    const auto outside = in.PushLimit(static_cast<int>(length));
    while (const std::uint32_t inner = in.ReadTag()) {
      const int field = WireFormatLite::GetTagFieldNumber(inner);
      if (field >= kFirst && field <= kLast) ++parts;
      if (!WireFormatLite::SkipField(&in, inner)) return std::nullopt;
    }
    if (in.BytesUntilLimit() != 0) return std::nullopt;
    in.PopLimit(outside);
  }
  if (!in.ConsumedEntireMessage()) return std::nullopt;
  return parts;
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
  // A small one cannot claim much, and what the last one took is used again. In a large one its parts are counted
  // first, and it takes memory of its own and gives it back.
  const bool small = bytes.size() <= kKeptBytes;
  if (!small) {
    const auto parts = parts_of(bytes);
    if (!parts || *parts > kMostBackplaneParts) return std::nullopt;
  }
  thread_local v1::BackplaneMessage kept;
  thread_local Recycler<hall::RelayBatch> batches{hall::kBatchesKept, hall::worth_keeping};
  v1::BackplaneMessage large;
  v1::BackplaneMessage& message = small ? kept : large;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
  if (message.version() != kBackplaneVersion || message.process() == 0) return std::nullopt;
  BackplaneMessage out;
  out.process = message.process();
  out.number = message.number();
  out.asks.assign(message.asks().begin(), message.asks().end());
  for (const auto& shard : message.shards()) {
    auto batch = batches.take();
    batch->clear_but_moves();
    if (!take(shard, *batch)) return std::nullopt;
    out.batches.push_back(std::move(batch));
  }
  return out;
}

}  // namespace posterhall::wire
