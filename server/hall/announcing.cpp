#include "hall/announcing.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "domain/coverage.hpp"
#include "hall/derived_id.hpp"
#include "hall/storing.hpp"

namespace posterhall::hall {
namespace {

using domain::Announcement;
using domain::Audience;
using domain::EventKind;

constexpr std::uint64_t kTryAgainMs = 5000;         // when the store did not take it
constexpr std::uint64_t kComeBackMs = 30'000;       // after a start booths are empty until people are back
constexpr std::size_t kMostSettledTold = 50;        // what was given or withdrawn, the newest
constexpr std::size_t kMostBytesTold = 128 * 1024;  // half of what may wait for a reader

}  // namespace

void Announcing::follow_plan() { parts_.channels.follow(domain::Channel::planned()); }

void Announcing::plan(ConnectionSlot connection, std::uint32_t seq, const command::PlanAnnouncement& wish) {
  const auto& rooms = core_.catalogue().rooms;
  const bool to_room = wish.what.to == Audience::room;
  if (to_room && std::ranges::find(rooms, wish.what.room, &domain::RoomDef::id) == rooms.end()) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  const UnixMs now = core_.ports.now();
  const bool in_time =
      wish.what.due == 0 || (wish.what.due >= now - domain::kDueSlipMs && wish.what.due <= now + domain::kDueWithinMs);
  if (!in_time || list_.waiting() >= domain::kMostWaitingAnnouncements) {
    return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  }
  store_and_show(core_, parts_.channels, core_.connections[connection].id, seq,
                 {domain::Channel::planned(), wish.client_id, core_.connections[connection].person,
                  EventKind::announcement_planned, 0, domain::to_text(wish.what)});
}

void Announcing::withdraw(ConnectionSlot connection, std::uint32_t seq, const command::WithdrawAnnouncement& wish) {
  const Announcement* found = list_.find(wish.number);
  if (found == nullptr) return core_.connections.reject(connection, seq, RejectCode::not_found);
  if (found->state != Announcement::State::waiting) {
    return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  }
  store_and_show(core_, parts_.channels, core_.connections[connection].id, seq,
                 {domain::Channel::planned(),
                  wish.client_id,
                  core_.connections[connection].person,
                  EventKind::announcement_withdrawn,
                  wish.number,
                  {}});
}

void Announcing::follow(ConnectionSlot connection, std::uint32_t seq, const command::FollowAnnouncements& wish) {
  const ConnectionId tab = core_.connections[connection].id;
  core_.connections.ack(connection, seq);
  if (!wish.on) {
    followers_.erase(tab);
    return;
  }
  followers_.insert(tab);
  core_.connections.send_event(connection, told());
}

void Announcing::apply(const domain::Event& event) {
  if (!list_.apply(event)) return;
  if (event.kind != EventKind::announcement_planned) tried_ms_.erase(event.ref);
  tell_followers();
}

bool Announcing::may_give(const Announcement& announcement) const {
  const auto tried = tried_ms_.find(announcement.number);
  if (tried != tried_ms_.end() && core_.now_ms - tried->second < kTryAgainMs) return false;
  const bool back = core_.now_ms - began_ms_ >= kComeBackMs;
  return back || announcement.what.to != Audience::unattended_authors;
}

void Announcing::sweep() {
  std::vector<std::uint32_t> due = list_.due(core_.ports.now());
  std::erase_if(due, [this](std::uint32_t number) { return !may_give(*list_.find(number)); });
  if (due.empty()) return;
  for (const std::uint32_t number : due) tried_ms_[number] = core_.now_ms;
  // Only who has read the whole plan knows what was given or withdrawn before.
  auto answered = core_.reply<std::vector<domain::Head>>([this, due = std::move(due)](const auto& heads) {
    const ChannelFeed* feed = parts_.channels.feed(domain::Channel::planned());
    if (!heads || feed == nullptr || heads->front().number != feed->head()) {
      for (const std::uint32_t number : due) tried_ms_.erase(number);
      return;
    }
    for (const std::uint32_t number : due) {
      const Announcement* announcement = list_.find(number);
      if (announcement != nullptr && announcement->state == Announcement::State::waiting) give(*announcement);
    }
  });
  core_.ports.events.heads({domain::Channel::planned()}, std::move(answered));
}

std::set<PersonId> Announcing::unattended_authors() const {
  std::vector<domain::BoothNow> booths;
  for (const auto& booth : parts_.facts.full().booths) booths.push_back({booth.booth, booth.visitors, booth.attended});
  const domain::Coverage now = domain::cover(core_.catalogue(), booths, {}, core_.ports.now());
  std::set<PersonId> authors;
  std::set<PosterKey> whole;  // nobody is named: whichever of its authors
  for (const domain::Gap& gap : now.gaps) {
    authors.insert(gap.planned.begin(), gap.planned.end());
    if (gap.planned.empty()) whole.insert(gap.poster->key);
  }
  for (const domain::Person& person : core_.people.all()) {
    if (std::ranges::any_of(person.presents, [&](PosterKey key) { return whole.contains(key); })) {
      authors.insert(person.id);
    }
  }
  return authors;
}

std::vector<domain::NewEvent> Announcing::messages_of(const Announcement& announcement) const {
  std::vector<domain::NewEvent> messages;
  const auto add = [&](const domain::Channel& channel, std::uint32_t which) {
    messages.push_back({channel, derived_event_id(RoomId{}, EventKind::announcement, announcement.number, which),
                        announcement.by, EventKind::announcement, 0, announcement.what.text});
  };
  switch (announcement.what.to) {
    case Audience::everybody: add(domain::Channel::announce(), 0); break;
    case Audience::room: add(domain::Channel::talk(announcement.what.room), 0); break;
    case Audience::unattended_authors:
      for (const PersonId author : unattended_authors()) add(domain::Channel::help(author), author.value);
      break;
  }
  return messages;
}

void Announcing::give(const Announcement& announcement) {
  auto messages = messages_of(announcement);
  const bool counted = announcement.what.to == Audience::unattended_authors;
  const auto reached = counted ? static_cast<std::uint32_t>(messages.size()) : 0;
  if (messages.empty()) return given(announcement.number, 0);
  // Said to be given when all of it is stored; else it is tried again, and what was stored counts once.
  auto left = std::make_shared<std::size_t>(messages.size());
  for (domain::NewEvent& message : messages) {
    store_and_show(core_, parts_.channels, std::move(message),
                   [this, left, number = announcement.number, reached](const Result<Appended>& stored) {
                     if (stored && --*left == 0) given(number, reached);
                   });
  }
}

void Announcing::given(std::uint32_t number, std::uint32_t reached) {
  store_and_show(core_, parts_.channels,
                 {domain::Channel::planned(), derived_event_id(RoomId{}, EventKind::announcement_given, number, 0),
                  PersonId{}, EventKind::announcement_given, number, std::to_string(reached)},
                 {});
}

notice::PlannedAnnouncements Announcing::told() const {
  notice::PlannedAnnouncements out;
  std::size_t settled = 0;
  std::size_t bytes = 0;
  for (auto it = list_.all().rbegin(); it != list_.all().rend() && bytes < kMostBytesTold; ++it) {
    if (it->state != Announcement::State::waiting && ++settled > kMostSettledTold) continue;
    bytes += it->what.text.size() + 200;
    out.rows.push_back({*it, core_.person(it->by).name});
  }
  std::ranges::reverse(out.rows);
  return out;
}

void Announcing::tell_followers() {
  if (followers_.empty()) return;
  const SharedBytes frame = core_.connections.encode(told());
  std::erase_if(followers_, [&](ConnectionId tab) {
    const ConnectionSlot slot = core_.connections.find(tab);
    if (slot == kNone || core_.connections[slot].guest == kNone) return true;
    // Who may announce no more is not told either.
    if (!parts_.gate.may(core_.connections[slot].person, domain::Act::announce, domain::Whose::own)) return true;
    core_.connections.send_event(slot, frame);
    return false;
  });
}

}  // namespace posterhall::hall
