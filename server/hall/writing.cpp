#include "hall/writing.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "domain/question.hpp"
#include "domain/settled_words.hpp"
#include "hall/storing.hpp"

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kMostHistoryReads = 64;
constexpr std::uint32_t kRetryStoreMs = 2000;

bool fits(domain::ChannelKind channel, domain::EventKind kind) {
  using domain::ChannelKind;
  using domain::EventKind;
  switch (channel) {
    case ChannelKind::hall:
    case ChannelKind::talk:
    case ChannelKind::help:
    case ChannelKind::direct: return kind == EventKind::message;
    case ChannelKind::announce: return kind == EventKind::announcement;
    case ChannelKind::poster: return domain::is_question(kind) || kind == EventKind::answer;
    case ChannelKind::room:
    case ChannelKind::catalogue:
    case ChannelKind::people:
    case ChannelKind::order:
    case ChannelKind::blocks:
    case ChannelKind::planned: return false;
  }
  return false;
}

}  // namespace

Verdict Writing::check(GuestSlot guest, const command::Send& send) {
  const Guest& who = core_.guests[guest];
  const auto no = [](RejectCode code) { return Verdict{false, false, code, 0}; };
  if (!fits(send.channel.kind, send.kind)) return no(RejectCode::malformed);
  if (send.text.empty()) return no(RejectCode::text_empty);
  switch (send.channel.kind) {
    case domain::ChannelKind::hall: return gate_.ask_rate(guest, RateOf::hall_channel);
    case domain::ChannelKind::poster: {
      const auto& posters = core_.catalogue().posters;
      const bool there = std::any_of(posters.begin(), posters.end(),
                                     [&](const auto& poster) { return poster.key.value == send.channel.a; });
      return there ? Verdict{} : no(RejectCode::not_found);
    }
    case domain::ChannelKind::direct: {
      const PersonId other{send.channel.a == who.person.value ? send.channel.b : send.channel.a};
      if (core_.people.find(other) == nullptr) return no(RejectCode::not_found);
      if (core_.blocks.apart(who.person, other)) return no(RejectCode::undeliverable);
      return known_to(who.person, send.channel) ? Verdict{} : gate_.ask_rate(guest, RateOf::strangers);
    }
    case domain::ChannelKind::help: {
      if (send.channel.a == who.person.value) return gate_.ask_rate(guest, RateOf::help);
      return core_.people.find(PersonId{send.channel.a}) == nullptr ? no(RejectCode::not_found) : Verdict{};
    }
    case domain::ChannelKind::talk: {
      const bool inside = who.visitor != kNone && core_.visitors[who.visitor].room.value == send.channel.a;
      const bool any = std::any_of(core_.catalogue().rooms.begin(), core_.catalogue().rooms.end(),
                                   [&](const auto& room) { return room.id.value == send.channel.a; });
      if (!any) return no(RejectCode::not_found);
      const bool leads = gate_.leads(who.person, RoomId{send.channel.a});
      const domain::BreakoutRoom* room = core_.room(RoomId{send.channel.a});
      if (inside && !leads && room != nullptr && room->open() && !room->stage().may_be_heard(who.person)) {
        return no(RejectCode::room_quiet);
      }
      return inside || gate_.may(who.person, domain::Act::write_room, domain::Whose::other) || leads
                 ? Verdict{}
                 : no(RejectCode::not_allowed);
    }
    case domain::ChannelKind::announce:
    case domain::ChannelKind::room:
    case domain::ChannelKind::catalogue:
    case domain::ChannelKind::people:
    case domain::ChannelKind::order:
    case domain::ChannelKind::blocks:
    case domain::ChannelKind::planned: return {};
  }
  return {};
}

bool Writing::known_to(PersonId writer, const domain::Channel& direct) const {
  const PersonId other{direct.a == writer.value ? direct.b : direct.a};
  const ChannelFeed* feed = channels_.feed(direct);
  if (feed != nullptr) {
    const bool answered = std::any_of(feed->kept().begin(), feed->kept().end(),
                                      [&](const domain::Event& event) { return event.author == other; });
    if (answered) return true;
  }
  // Who stands in one conversation is no stranger now.
  const VisitorSlot mine = core_.visitors.find(writer);
  const VisitorSlot theirs = core_.visitors.find(other);
  return mine != kNone && theirs != kNone && core_.visitors[mine].conversation != 0 &&
         core_.visitors[mine].conversation == core_.visitors[theirs].conversation;
}

void Writing::send(ConnectionSlot connection, std::uint32_t seq, command::Send send) {
  const GuestSlot guest = core_.connections[connection].guest;
  const Verdict verdict = check(guest, send);
  if (!verdict.pass) {
    core_.connections.reject(connection, seq, verdict.code, verdict.retry_after_ms);
    return;
  }
  domain::NewEvent event{send.channel, send.client_id, core_.guests[guest].person, send.kind, 0, std::move(send.text)};
  if (send.kind != domain::EventKind::answer) return append(core_.connections[connection].id, seq, std::move(event));
  event.ref = send.ref;
  look_up(connection, seq, send.channel, send.ref,
          [this, seq, event = std::move(event)](ConnectionSlot slot, const domain::Event& asked) {
            if (!domain::is_question(asked.kind)) {
              return core_.connections.reject(slot, seq, RejectCode::not_found);
            }
            if (asked.hidden) return core_.connections.reject(slot, seq, RejectCode::wrong_state);
            domain::NewEvent answer = event;
            // Who asked without a name stays so beneath their question.
            const bool unnamed = asked.kind == domain::EventKind::question_unnamed && asked.author == event.author;
            if (unnamed) answer.kind = domain::EventKind::answer_unnamed;
            append(core_.connections[slot].id, seq, std::move(answer));
          });
}

void Writing::edit(ConnectionSlot connection, std::uint32_t seq, command::Edit edit) {
  if (edit.text.empty()) return core_.connections.reject(connection, seq, RejectCode::text_empty);
  const bool direct = edit.channel.kind == domain::ChannelKind::direct;
  if (direct && core_.blocks.apart(PersonId{edit.channel.a}, PersonId{edit.channel.b})) {
    return core_.connections.reject(connection, seq, RejectCode::undeliverable);
  }
  const PersonId person = core_.connections[connection].person;
  change(connection, seq,
         {edit.channel, edit.client_id, person, domain::EventKind::edit, edit.ref, std::move(edit.text)});
}

void Writing::remove(ConnectionSlot connection, std::uint32_t seq, const command::Delete& remove) {
  const PersonId person = core_.connections[connection].person;
  change(connection, seq, {remove.channel, remove.client_id, person, domain::EventKind::remove, remove.ref, {}});
}

void Writing::change(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event) {
  const domain::Act act = event.kind == domain::EventKind::edit ? domain::Act::edit : domain::Act::remove;
  const domain::Channel channel = event.channel;
  const std::uint32_t ref = event.ref;
  look_up(connection, seq, channel, ref,
          [this, seq, act, event = std::move(event)](ConnectionSlot slot, const domain::Event& meant) {
            const bool removed = meant.text.empty() && event.kind == domain::EventKind::edit;
            if (!domain::is_words(meant.kind) || removed) {
              return core_.connections.reject(slot, seq, RejectCode::not_found);
            }
            const domain::Whose whose = meant.author == event.author ? domain::Whose::own : domain::Whose::other;
            if (!gate_.may(event.author, act, whose)) {
              return core_.connections.reject(slot, seq, RejectCode::not_allowed);
            }
            if (meant.hidden && act == domain::Act::edit) {
              return core_.connections.reject(slot, seq, RejectCode::wrong_state);
            }
            append(core_.connections[slot].id, seq, event);
          });
}

void Writing::look_up(ConnectionSlot connection, std::uint32_t seq, const domain::Channel& channel,
                      std::uint32_t number, std::function<void(ConnectionSlot, const domain::Event&)> then) {
  if (number == 0) return core_.connections.reject(connection, seq, RejectCode::not_found);
  if (const ChannelFeed* feed = channels_.feed(channel)) {
    if (const domain::Event* kept = feed->find(number)) return then(connection, domain::Event(*kept));
  }
  core_.ports.events.read(channel, number - 1, number + 1, 1,
                          core_.reply<std::vector<domain::Event>>([this, seq, id = core_.connections[connection].id,
                                                                   then = std::move(then)](auto result) {
                            const ConnectionSlot slot = core_.connections.find(id);
                            if (slot == kNone) return;
                            if (!result) {
                              return core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
                            }
                            if (result->empty()) return core_.connections.reject(slot, seq, RejectCode::not_found);
                            then(slot, result->front());
                          }));
}

void Writing::append(ConnectionId connection, std::uint32_t seq, domain::NewEvent event) {
  store_and_show(core_, channels_, connection, seq, std::move(event));
}

void Writing::history(ConnectionSlot connection, std::uint32_t seq, const command::History& wish) {
  if (history_reads_ >= kMostHistoryReads) {
    return core_.connections.reject(connection, seq, RejectCode::rate_limited, 500);
  }
  ++history_reads_;
  const std::uint32_t before = wish.before == 0 ? std::numeric_limits<std::uint32_t>::max() : wish.before;
  const std::uint32_t limit = std::clamp<std::uint32_t>(wish.limit, 1, 100);
  core_.ports.events.read(
      wish.channel, 0, before, limit,
      core_.reply<std::vector<domain::Event>>([this, seq, id = core_.connections[connection].id,
                                               channel = wish.channel](auto result) {
        --history_reads_;
        const ConnectionSlot slot = core_.connections.find(id);
        if (slot == kNone) return;
        if (!result) return core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
        result->erase(result->begin(), result->begin() + static_cast<std::ptrdiff_t>(newest_that_fit(*result)));
        // What was taken back while the store read is taken back here.
        if (const ChannelFeed* feed = channels_.feed(channel)) {
          const std::vector<domain::Event> kept = feed->kept_after(0);
          domain::settle_words(*result, kept);
        }
        const bool more = !result->empty() && result->front().number > 1;
        core_.connections.send_now(
            slot, notice::HistoryPage{seq, channel, channels_.shown(*result, core_.connections[slot].person), more});
      }));
}

}  // namespace posterhall::hall
