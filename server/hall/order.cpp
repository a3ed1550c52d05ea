#include "hall/order.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "domain/order_text.hpp"
#include "domain/question.hpp"
#include "hall/derived_id.hpp"
#include "hall/storing.hpp"

namespace posterhall::hall {
namespace {

using domain::Act;
using domain::EventKind;
using domain::Whose;

constexpr std::uint32_t kRetryStoreMs = 2000;
constexpr std::size_t kMostBlocked = 1000;
constexpr std::size_t kMostLines = 20;
constexpr std::size_t kMostOfMessage = 2000;  // bytes

/// The beginning of it, whole characters.
std::string beginning(const std::string& words) {
  if (words.size() <= kMostOfMessage) return words;
  std::size_t end = kMostOfMessage;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xc0U) == 0x80U) --end;
  return words.substr(0, end);
}

std::uint32_t wait_ms(UnixMs until, UnixMs now) {
  if (until <= now) return 0;
  return static_cast<std::uint32_t>(std::min<UnixMs>(until - now, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

void Order::follow() {
  parts_.channels.follow(domain::Channel::order());
  parts_.channels.follow(domain::Channel::blocks());
}

void Order::propose(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event) {
  store_and_show(core_, parts_.channels, core_.connections[connection].id, seq, std::move(event));
}

void Order::block(ConnectionSlot connection, std::uint32_t seq, const command::Block& wish) {
  const PersonId me = core_.connections[connection].person;
  if (wish.person == me) return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  if (core_.people.find(wish.person) == nullptr) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  if (core_.blocks.has(me, wish.person) == wish.on) return core_.connections.ack(connection, seq);
  if (wish.on && core_.blocks.of(me).size() >= kMostBlocked) {
    return core_.connections.reject(connection, seq, RejectCode::not_allowed);
  }
  propose(connection, seq,
          {domain::Channel::blocks(),
           random_event_id(core_.ports.random),
           me,
           wish.on ? EventKind::blocked : EventKind::unblocked,
           wish.person.value,
           {}});
}

void Order::report(ConnectionSlot connection, std::uint32_t seq, command::Report wish) {
  const GuestSlot guest = core_.connections[connection].guest;
  if (wish.person == core_.guests[guest].person) {
    return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  }
  // Nobody is named of a message without a name: its writer is known here only.
  const bool unnamed = !wish.person && wish.channel && wish.channel->kind == domain::ChannelKind::poster;
  if (!unnamed && core_.people.find(wish.person) == nullptr) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  if (!wish.channel) return file(connection, seq, wish, {});
  if (!parts_.gate.may_read(guest, *wish.channel)) {
    return core_.connections.reject(connection, seq, RejectCode::not_allowed);
  }
  const domain::Channel channel = *wish.channel;
  const std::uint32_t number = wish.number;
  // As it is shown now: what was edited is reported as it reads.
  auto read = core_.reply<std::vector<domain::Event>>(
      [this, seq, tab = core_.connections[connection].id, wish = std::move(wish)](auto events) mutable {
        const ConnectionSlot slot = core_.connections.find(tab);
        if (slot == kNone || core_.connections[slot].guest == kNone) return;
        if (!events) return core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
        // As the reporter was shown it: who guesses a name does not learn whether it is right.
        const PersonId me = core_.connections[slot].person;
        if (events->empty() || domain::seen_by(events->front(), me).author != wish.person) {
          return core_.connections.reject(slot, seq, RejectCode::not_found);
        }
        wish.person = events->front().author;
        if (!wish.person) return core_.connections.reject(slot, seq, RejectCode::not_found);
        file(slot, seq, wish, beginning(events->front().text));
      });
  core_.ports.events.read(channel, number - 1, number + 1, 1, std::move(read));
}

void Order::file(ConnectionSlot connection, std::uint32_t seq, const command::Report& wish,
                 const std::string& message) {
  const GuestSlot guest = core_.connections[connection].guest;
  domain::NewReport report{wish.person, wish.channel, wish.number, message, wish.reason, lines_of(guest, wish)};
  propose(connection, seq,
          {domain::Channel::order(), wish.client_id, core_.guests[guest].person, EventKind::report, 0,
           domain::to_text(report)});
}

std::vector<domain::ReportedLine> Order::lines_of(GuestSlot guest, const command::Report& wish) const {
  std::vector<domain::ReportedLine> lines;
  if (wish.conversation == 0) return lines;
  const std::vector<notice::Nearby> kept = parts_.talk.kept(wish.conversation);
  const auto same = [](const notice::Nearby& said, const command::ReportLine& line) {
    return said.client_id == line.client_id && said.person == line.person;
  };
  const VisitorSlot visitor = core_.guests[guest].visitor;
  const bool inside = visitor != kNone && core_.visitors[visitor].conversation == wish.conversation;
  for (const notice::Nearby& said : kept) {
    // Who is in the conversation was sent all of these; who left it shows by the ids that they were.
    const bool heard = std::any_of(wish.lines.begin(), wish.lines.end(), [&](const auto& l) { return same(said, l); });
    if (inside || heard) lines.push_back({said.person, said.at, false, beginning(said.text)});
  }
  for (const command::ReportLine& line : wish.lines) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const auto& said) { return same(said, line); });
    if (!known) lines.push_back({line.person, line.at, true, beginning(line.text)});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  if (lines.size() > kMostLines) lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kMostLines));
  return lines;
}

std::size_t Order::organisers() const {
  const auto& all = core_.people.all();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [this](const domain::Person& person) {
    return person.role == domain::Role::organiser && core_.book.banned(person.id, core_.ports.now()) == nullptr;
  }));
}

void Order::measure(ConnectionSlot connection, std::uint32_t seq, command::Measure wish) {
  const PersonId me = core_.connections[connection].person;
  if (core_.people.find(wish.person) == nullptr) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  if (!domain::may_measure(party(me), party(wish.person), wish.kind, organisers())) {
    return core_.connections.reject(connection, seq, RejectCode::not_allowed);
  }
  const domain::NewMeasure taken{wish.kind, wish.person, wish.minutes, std::move(wish.reason)};
  propose(connection, seq,
          {domain::Channel::order(), wish.client_id, me, EventKind::measure, wish.report, domain::to_text(taken)});
}

void Order::lift(ConnectionSlot connection, std::uint32_t seq, command::Lift wish) {
  const PersonId me = core_.connections[connection].person;
  const domain::Measure* measure = core_.book.measure(wish.measure);
  if (measure == nullptr) return core_.connections.reject(connection, seq, RejectCode::not_found);
  if (!domain::may_lift(party(me), party(measure->person))) {
    return core_.connections.reject(connection, seq, RejectCode::not_allowed);
  }
  if (measure->lifted) return core_.connections.ack(connection, seq);
  propose(
      connection, seq,
      {domain::Channel::order(), wish.client_id, me, EventKind::measure_lifted, wish.measure, std::move(wish.reason)});
}

void Order::settle(ConnectionSlot connection, std::uint32_t seq, command::ReportSettle wish) {
  const PersonId me = core_.connections[connection].person;
  const domain::Report* report = core_.book.open_report(wish.report);
  if (report == nullptr) return core_.connections.reject(connection, seq, RejectCode::not_found);
  if (!domain::may_settle(party(me), party(report->what.about))) {
    return core_.connections.reject(connection, seq, RejectCode::not_allowed);
  }
  propose(connection, seq,
          {domain::Channel::order(), wish.client_id, me, EventKind::report_settled, wish.report, std::move(wish.done)});
}

void Order::seen(ConnectionSlot connection, std::uint32_t seq, const command::MeasureSeen& wish) {
  const PersonId me = core_.connections[connection].person;
  const domain::Measure* measure = core_.book.measure(wish.measure);
  if (measure == nullptr || measure->person != me) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  if (measure->seen) return core_.connections.ack(connection, seq);
  const auto id = derived_event_id(RoomId{}, EventKind::measure_seen, wish.measure, me.value);
  propose(connection, seq, {domain::Channel::order(), id, me, EventKind::measure_seen, wish.measure, {}});
}

void Order::apply(const domain::Event& event) {
  if (event.channel.kind == domain::ChannelKind::blocks) {
    if (core_.blocks.apply(event)) blocks_changed(event.author, PersonId{event.ref});
    return;
  }
  using Change = domain::OrderBook::Change;
  const domain::OrderBook::Applied applied = core_.book.apply(event);
  switch (applied.what) {
    case Change::none: return;
    case Change::measured: return take_effect(*core_.book.measure(applied.number), event.at);
    case Change::seen:
    case Change::lifted: return tell(*core_.book.measure(applied.number));
    case Change::settled: return tell_count();
    case Change::reported: {
      const domain::Report& report = *core_.book.open_report(applied.number);
      const GuestSlot reporter = core_.guests.find(report.by);
      // Who wrote at a poster may have done so without a name.
      const bool at_poster = report.what.channel && report.what.channel->kind == domain::ChannelKind::poster;
      const notice::ReportFiled filed{report.number, at_poster ? PersonId{} : report.what.about, report.at};
      if (reporter != kNone) core_.tell_now(reporter, core_.connections.encode(filed));
      return tell_count();
    }
  }
}

void Order::take_effect(const domain::Measure& measure, UnixMs at) {
  tell(measure);
  if (measure.kind == domain::MeasureKind::ban && measure.holds(core_.ports.now())) {
    parts_.presence.end(measure.person, CloseReason::banned, [](const Connection&) { return true; });
  }
  if (measure.kind == domain::MeasureKind::remove) {
    // Who came in after it (they may) stays, however late a shard learns of it.
    parts_.presence.end(measure.person, CloseReason::removed,
                        [at](const Connection& tab) { return tab.welcomed_at != 0 && tab.welcomed_at <= at; });
  }
}

notice::MyMeasure Order::told(const domain::Measure& measure) const {
  return {measure.number,
          measure.kind,
          measure.reason,
          measure.at,
          measure.until,
          measure.lifted,
          core_.catalogue().event.contact,
          measure.seen};
}

void Order::tell(const domain::Measure& measure) {
  const GuestSlot guest = core_.guests.find(measure.person);
  if (guest != kNone) core_.tell_now(guest, core_.connections.encode(told(measure)));
}

bool Order::let_in(ConnectionSlot connection, std::uint32_t seq) {
  const UnixMs now = core_.ports.now();
  const domain::Measure* ban = core_.book.banned(core_.connections[connection].person, now);
  if (ban == nullptr) return true;
  core_.connections.send_now(connection, told(*ban));
  if (seq != 0) {
    core_.connections.send_now(
        connection, notice::Reject{seq, RejectCode::banned, wait_ms(ban->until, now), ban->reason, ban->until});
  }
  parts_.presence.end(core_.connections[connection].person, CloseReason::banned,
                      [](const Connection&) { return true; });
  return false;
}

void Order::refuse_muted(ConnectionSlot connection, std::uint32_t seq) {
  const UnixMs now = core_.ports.now();
  const domain::Measure* mute = core_.book.muted(core_.connections[connection].person, now);
  if (mute == nullptr || seq == 0) return;
  core_.connections.send_now(
      connection, notice::Reject{seq, RejectCode::muted, wait_ms(mute->until, now), mute->reason, mute->until});
}

void Order::welcome(ConnectionSlot connection) {
  Connection& tab = core_.connections[connection];
  tab.welcomed_at = core_.ports.now();
  for (const domain::Measure* measure : core_.book.to_tell(tab.person, tab.welcomed_at)) {
    core_.connections.send_now(connection, told(*measure));
  }
  core_.connections.send_now(connection, notice::BlockedPeople{core_.blocks.of(tab.person)});
  if (!parts_.gate.may(tab.person, Act::see_reports, Whose::own)) return;
  const auto open = static_cast<std::uint32_t>(core_.book.open_reports().size());
  core_.connections.send_now(connection, notice::OrderChanged{open});
}

void Order::tell_count() {
  const notice::OrderChanged changed{static_cast<std::uint32_t>(core_.book.open_reports().size())};
  SharedBytes frame;
  core_.guests.for_each([&](GuestSlot slot, const Guest& guest) {
    if (!parts_.gate.may(guest.person, Act::see_reports, Whose::own)) return;
    if (!frame) frame = core_.connections.encode(changed);
    core_.tell_now(slot, frame);
  });
}

void Order::blocks_changed(PersonId who, PersonId whom) {
  for (const auto& [to, from] : {std::pair(who, whom), std::pair(whom, who)}) {
    const GuestSlot guest = core_.guests.find(to);
    if (guest == kNone || !core_.blocks.apart(to, from)) continue;
    std::erase_if(core_.guests[guest].invitations, [&](const PendingInvitation& p) { return p.from == from; });
  }
  tell_blocks(who);
}

void Order::tell_blocks(PersonId who) {
  const GuestSlot guest = core_.guests.find(who);
  if (guest != kNone) core_.tell_now(guest, core_.connections.encode(notice::BlockedPeople{core_.blocks.of(who)}));
}

}  // namespace posterhall::hall
