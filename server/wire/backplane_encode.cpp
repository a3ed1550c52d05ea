#include <algorithm>
#include <cstring>

#include "domain/channel.hpp"
#include "posterhall/v1/backplane.pb.h"
#include "wire/backplane_message.hpp"

namespace posterhall::wire {
namespace {

std::string id_bytes(const domain::ClientEventId& id) { return {id.begin(), id.end()}; }

void fill_visitors(v1::BackplaneShard& to, const std::vector<hall::RelayedVisitor>& records) {
  if (records.empty()) return;
  auto& visitors = *to.mutable_visitors();
  visitors.Resize(static_cast<int>(records.size() * kVisitorWords), 0);
  std::uint32_t* at = visitors.mutable_data();
  for (const hall::RelayedVisitor& one : records) {
    *at++ = one.record0;
    *at++ = one.record1;
    *at++ = one.person.value;
    *at++ = one.epoch.value;
    *at++ = one.conversation;
    *at++ = one.room.value;
    *at++ = one.chosen_booth ? 1 : 0;
  }
}

void fill_talk(v1::BackplaneTalk& to, const hall::RelayedTalk& talk) {
  to.set_conversation(talk.conversation);
  to.set_visitor(talk.visitor.value);
  to.set_person(talk.person.value);
  to.set_epoch(talk.epoch);
  to.set_counter(talk.counter);
  to.set_at_ms(talk.at);
  to.set_client_id(id_bytes(talk.client_id));
  to.set_text(talk.text);
}

void fill_signal(v1::BackplaneSignal& to, const hall::RelayedSignal& signal) {
  to.set_kind(static_cast<std::uint32_t>(signal.kind));
  to.set_visitor(signal.visitor.value);
  to.set_person(signal.person.value);
  to.set_to(signal.to.value);
  to.set_value(signal.value);
  to.set_number(signal.number);
  to.set_at_ms(signal.at);
  if (signal.channel != domain::Channel{}) to.set_channel(domain::to_text(signal.channel));
  to.set_conversation(signal.conversation);
  to.set_place(signal.place);
}

void fill_event(v1::BackplaneEvent& to, const domain::Event& event) {
  to.set_channel(domain::to_text(event.channel));
  to.set_number(event.number);
  to.set_client_id(id_bytes(event.client_id));
  to.set_at_ms(event.at);
  to.set_author(event.author.value);
  to.set_kind(static_cast<std::uint32_t>(event.kind));
  to.set_ref(event.ref);
  to.set_text(event.text);
  to.set_hidden(event.hidden);
}

void fill(v1::BackplaneShard& to, const hall::RelayBatch& batch) {
  to.set_shard(batch.from);
  to.set_step(batch.step);
  to.set_complete(batch.complete);
  fill_visitors(to, batch.records);
  auto& moves = *to.mutable_moves();
  const auto words = static_cast<int>(2 * batch.moves.size());
  moves.Reserve(words);
  if (words != 0) std::memcpy(moves.AddNAlreadyReserved(words), batch.moves.data(), batch.moves.size() * kMoveBytes);
  for (const VisitorId id : batch.departed) to.add_departed(id.value);
  for (const auto& talk : batch.talk) fill_talk(*to.add_talk(), talk);
  for (const auto& signal : batch.signals) fill_signal(*to.add_signals(), signal);
  for (const auto& event : batch.events) fill_event(*to.add_events(), event);
  for (const auto& room : batch.rooms) {
    auto& told = *to.add_rooms();
    told.set_room(room.room.value);
    told.set_applied(room.applied);
    told.set_hash(room.hash);
  }
}

}  // namespace

std::size_t backplane_parts(const hall::RelayBatch& batch) {
  return 1 + batch.talk.size() + batch.signals.size() + batch.events.size() + batch.rooms.size();
}

void encode_backplane(std::uint64_t process, std::uint32_t number, const std::vector<std::uint64_t>& asks,
                      std::span<const std::shared_ptr<const hall::RelayBatch>> batches, std::string& bytes) {
  // Fifty times a second, and mostly as large as the last one: what it has taken is used again.
  thread_local v1::BackplaneMessage message;
  message.Clear();
  message.set_version(kBackplaneVersion);
  message.set_process(process);
  message.set_number(number);
  for (const std::uint64_t asked : asks) message.add_asks(asked);
  for (const auto& batch : batches) fill(*message.add_shards(), *batch);
  message.SerializeToString(&bytes);
}

std::string backplane_beginning(std::uint64_t process) {
  // Fields are written in the order of their numbers, and these two are never left out.
  v1::BackplaneMessage message;
  message.set_version(kBackplaneVersion);
  message.set_process(process);
  return message.SerializeAsString();
}

}  // namespace posterhall::wire
