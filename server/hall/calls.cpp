#include "hall/calls.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

using domain::CallState;

constexpr std::uint32_t kSpreadEverySweeps = 5;  // a signal may be lost: what holds is said again
constexpr std::uint64_t kHeardForMs = 15'000;
constexpr std::size_t kNamed = 3;

}  // namespace

void Calls::sweep() {
  look_at_booths();
  call_guests();
  tell_waiting();
  ++sweeps_;
}

void Calls::look_at_booths() {
  const auto of = [](const Standing& one) { return std::pair(one.booth, one.person); };
  std::swap(standing_, stood_);
  standing_.clear();
  waiting_.clear();
  for (const domain::Booth& booth : core_.plan().booths) {
    if (!booth.poster) continue;
    const auto conversation = domain::make_conversation(domain::ConversationKind::booth, booth.number.value);
    bool attended = false;
    Waiting waiting{booth.number, {}, false};
    const auto first = static_cast<std::ptrdiff_t>(standing_.size());
    for (const VisitorSlot slot : conversations_.members(conversation)) {
      const Visitor& visitor = core_.visitors[slot];
      if (core_.presents(visitor.person, booth.poster)) {
        attended |= !visitor.away();
        continue;
      }
      const std::pair here(booth.number, visitor.person);
      const auto before = std::ranges::lower_bound(stood_, here, {}, of);
      const std::uint64_t since = before == stood_.end() || of(*before) != here ? core_.now_ms : before->since_ms;
      standing_.push_back({booth.number, visitor.person, since});
      if (core_.now_ms - since >= domain::kStandsForMs) waiting.people.push_back(visitor.person);
    }
    std::ranges::sort(standing_.begin() + first, standing_.end(), {}, of);
    const auto wished = wished_.find(booth.number);
    waiting.organisers = wished != wished_.end() && core_.now_ms < wished->second;
    if (attended) wished_.erase(booth.number);
    if (!attended && (waiting.organisers || !waiting.people.empty())) {
      waiting_.emplace(booth.poster, std::move(waiting));
    }
  }
}

bool Calls::busy(const Guest& guest) const {
  const Visitor& visitor = core_.visitors[guest.visitor];
  if (visitor.room) return gate_.hosts(guest.person, visitor.room);
  return !visitor.away() && conversations_.presents(visitor.conversation, guest.person);
}

std::vector<domain::WaitingBooth> Calls::waiting_for(const domain::Person& author) const {
  std::vector<domain::WaitingBooth> booths;
  for (const PosterKey poster : author.presents) {
    const auto found = waiting_.find(poster);
    if (found == waiting_.end()) continue;
    const auto people = std::ranges::count_if(found->second.people,
                                              [&](PersonId person) { return !core_.blocks.apart(author.id, person); });
    if (people > 0 || found->second.organisers) {
      booths.push_back({found->second.booth, poster, static_cast<std::uint32_t>(people), found->second.organisers});
    }
  }
  return booths;
}

void Calls::call_guests() {
  std::erase_if(calls_, [this](const auto& call) { return core_.guests.find(call.first) == kNone; });
  core_.guests.for_each([this](GuestSlot slot, const Guest& guest) {
    const domain::Person* author = core_.people.find(guest.person);
    if (author == nullptr || author->presents.empty() || guest.visitor == kNone) return;
    const std::vector<domain::WaitingBooth> booths = waiting_for(*author);
    const auto known = calls_.find(guest.person);
    if (booths.empty() && known == calls_.end()) return;
    domain::AuthorCall& call = known == calls_.end() ? calls_[guest.person] : known->second;
    const CallState before = call.state();
    const CallState now = call.observe(booths, busy(guest), core_.now_ms);
    const bool elsewhere = now.how != before.how || now.booth != before.booth;
    if (elsewhere || (now != before && now.how == CallState::How::called)) tell_author(slot, now);
    const bool say_again = now.how != CallState::How::none && sweeps_ % kSpreadEverySweeps == 0;
    if (elsewhere || say_again) spread(guest.person, now);
  });
}

void Calls::tell_author(GuestSlot guest, const CallState& state) {
  core_.tell_now(guest, core_.connections.encode(call_of(core_.guests[guest].person, state)));
}

void Calls::spread(PersonId author, const CallState& state) {
  RelayedSignal signal;
  signal.kind = SignalKind::author_call;
  signal.person = author;
  signal.value = static_cast<std::uint32_t>(state.how);
  signal.number = state.booth.value;
  received(signal);
  core_.outbox.signals.push_back(signal);
}

void Calls::received(const RelayedSignal& signal) {
  const auto how = static_cast<CallState::How>(signal.value);
  if (how == CallState::How::none || how > CallState::How::later) {
    heard_.erase(signal.person);
    return;
  }
  const auto before = heard_.find(signal.person);
  const bool the_same = before != heard_.end() && before->second.how == how;
  const UnixMs since = the_same ? before->second.since : core_.ports.now();
  heard_[signal.person] = {how, BoothNumber{signal.number}, core_.now_ms + kHeardForMs, since};
}

notice::AuthorCall Calls::call_of(PersonId author, const CallState& state) const {
  notice::AuthorCall call{state.booth, state.poster, state.how, state.waiting, {}, state.organisers};
  if (const auto found = waiting_.find(state.poster); found != waiting_.end()) {
    for (const PersonId person : found->second.people) {
      if (call.persons.size() < kNamed && !core_.blocks.apart(author, person)) call.persons.push_back(person);
    }
  }
  return call;
}

void Calls::tell_waiting() {
  std::erase_if(heard_, [this](const auto& heard) {
    return heard.second.until_ms < core_.now_ms || core_.visitors.find(heard.first) == kNone;
  });
  std::unordered_map<PersonId, notice::BoothCalls> told;
  core_.guests.for_each([&](GuestSlot slot, const Guest& guest) {
    if (guest.visitor == kNone) return;
    const domain::Conversation conversation = core_.visitors[guest.visitor].conversation;
    const bool at_booth = domain::kind_of(conversation) == domain::ConversationKind::booth;
    if (!at_booth || conversations_.presents(conversation, guest.person)) return;
    notice::BoothCalls calls{BoothNumber{domain::index_of(conversation)}, {}};
    for (const auto& [author, heard] : heard_) {
      if (heard.booth == calls.booth && !core_.blocks.apart(author, guest.person)) {
        calls.callees.push_back({author, heard.how});
      }
    }
    const auto before = told_.find(guest.person);
    const bool nothing_new = before == told_.end() ? calls.callees.empty() : before->second == calls;
    if (!nothing_new) core_.tell(slot, core_.connections.encode(calls));
    if (!calls.callees.empty()) told.emplace(guest.person, std::move(calls));
  });
  told_ = std::move(told);
}

void Calls::answer(ConnectionSlot connection, std::uint32_t seq, const command::AnswerCall& answer) {
  const GuestSlot guest = core_.connections[connection].guest;
  const auto call = calls_.find(core_.guests[guest].person);
  const bool open = call != calls_.end() && (answer.accept ? call->second.accept(answer.booth, core_.now_ms)
                                                           : call->second.later(answer.booth, core_.now_ms));
  if (!open) return core_.connections.reject(connection, seq, RejectCode::not_found);
  core_.connections.ack(connection, seq);
  tell_author(guest, call->second.state());
  spread(call->first, call->second.state());
}

void Calls::call(ConnectionSlot connection, std::uint32_t seq, const command::CallAuthors& wish) {
  for (const BoothNumber booth : wish.booths) {
    if (domain::find_booth(core_.plan(), booth) == nullptr) continue;
    RelayedSignal signal;
    signal.kind = SignalKind::organisers_call;
    signal.number = booth.value;
    received_wish(signal);
    core_.outbox.signals.push_back(signal);
  }
  core_.connections.ack(connection, seq);
}

void Calls::received_wish(const RelayedSignal& signal) {
  wished_[BoothNumber{signal.number}] = core_.now_ms + domain::kOrganisersCallForMs;
}

std::vector<CalledAuthor> Calls::called() const {
  std::vector<CalledAuthor> all;
  for (const auto& [author, heard] : heard_) all.push_back({author, heard.booth, heard.how, heard.since});
  return all;
}

void Calls::welcome(ConnectionSlot connection) {
  const PersonId person = core_.connections[connection].person;
  told_.erase(person);
  const auto call = calls_.find(person);
  if (call == calls_.end() || call->second.state().how == CallState::How::none) return;
  core_.connections.send_now(connection, call_of(person, call->second.state()));
}

}  // namespace posterhall::hall
