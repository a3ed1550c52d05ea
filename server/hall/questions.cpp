#include "hall/questions.hpp"

#include <utility>

#include "hall/derived_id.hpp"
#include "hall/storing.hpp"

namespace posterhall::hall {
namespace {

using domain::EventKind;
using domain::Wish;

constexpr std::uint32_t kRetryStoreMs = 2000;

}  // namespace

void Questions::want(ConnectionSlot connection, std::uint32_t seq, const command::WantAnswer& wish) {
  const PersonId me = core_.connections[connection].person;
  domain::NewEvent event{domain::Channel::poster(wish.poster),
                         {},
                         me,
                         wish.on ? EventKind::wanted : EventKind::unwanted,
                         wish.question,
                         {}};
  const auto judge = [me, on = wish.on](const domain::QuestionState& question, domain::NewEvent& change) {
    // The same turn of the same person is one entry, from however many tabs and processes it comes at once.
    const auto turn = std::int64_t{question.number} << 32 | question.turns;
    change.client_id = derived_event_id(RoomId{}, EventKind::wanted, turn, change.channel.a);
    return domain::judge_want(question, me, on);
  };
  change(connection, seq, std::move(event), judge);
}

void Questions::hide(ConnectionSlot connection, std::uint32_t seq, command::HideQuestion wish) {
  const PersonId me = core_.connections[connection].person;
  const bool presents = core_.presents(me, wish.poster);
  domain::NewEvent event{domain::Channel::poster(wish.poster),
                         wish.client_id,
                         me,
                         presents ? EventKind::hidden_by_author : EventKind::hidden_by_order,
                         wish.question,
                         std::move(wish.reason)};
  change(connection, seq, std::move(event), [this, me, presents](const domain::QuestionState& question, auto&) {
    return domain::judge_hide(question, core_.role(me), presents);
  });
}

void Questions::show(ConnectionSlot connection, std::uint32_t seq, const command::ShowQuestion& wish) {
  const PersonId me = core_.connections[connection].person;
  const bool presents = core_.presents(me, wish.poster);
  domain::NewEvent event{
      domain::Channel::poster(wish.poster), wish.client_id, me, EventKind::shown_again, wish.question, {}};
  change(connection, seq, std::move(event), [this, me, presents](const domain::QuestionState& question, auto&) {
    return domain::judge_show(question, core_.role(me), presents);
  });
}

void Questions::change(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event, Judge judge) {
  const domain::Channel channel = event.channel;
  const std::uint32_t number = event.ref;
  const PersonId me = event.author;
  auto read = core_.reply<std::optional<domain::QuestionState>>([this, seq, tab = core_.connections[connection].id,
                                                                 event = std::move(event), judge](auto state) mutable {
    const ConnectionSlot slot = core_.connections.find(tab);
    if (slot == kNone || core_.connections[slot].guest == kNone) return;
    const auto no = [&](RejectCode code, std::uint32_t wait = 0) { core_.connections.reject(slot, seq, code, wait); };
    if (!state) return no(RejectCode::store_unavailable, kRetryStoreMs);
    if (!*state) return no(RejectCode::not_found);
    switch (judge(**state, event)) {
      case Wish::store: return append(slot, seq, std::move(event));
      case Wish::done_already: return core_.connections.ack(slot, seq);
      case Wish::not_found: return no(RejectCode::not_found);
      case Wish::not_allowed: return no(RejectCode::not_allowed);
      case Wish::wrong_state: return no(RejectCode::wrong_state);
    }
  });
  core_.ports.events.question(channel, number, me, std::move(read));
}

void Questions::append(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event) {
  store_and_show(core_, channels_, core_.connections[connection].id, seq, std::move(event));
}

}  // namespace posterhall::hall
