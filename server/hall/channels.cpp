#include "hall/channels.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "domain/question.hpp"

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kPage = 200;
constexpr std::uint32_t kNewest = 50;
constexpr std::uint64_t kOrderWaitMs = 100;
constexpr std::uint64_t kKeepUnwatchedMs = 60'000;

}  // namespace

Channels::Entry& Channels::entry(const domain::Channel& channel) { return entries_[channel]; }

const ChannelFeed* Channels::feed(const domain::Channel& channel) const {
  const auto it = entries_.find(channel);
  return it == entries_.end() || !it->second.feed.begun() ? nullptr : &it->second.feed;
}

const std::vector<ConnectionSlot>& Channels::watchers(const domain::Channel& channel) const {
  static const std::vector<ConnectionSlot> nobody;
  const auto it = entries_.find(channel);
  return it == entries_.end() ? nobody : it->second.watchers;
}

std::uint32_t Channels::head_to_tell(const domain::Channel& channel, std::uint32_t stored_head) const {
  const ChannelFeed* at_hand = feed(channel);
  return at_hand == nullptr ? stored_head : at_hand->head();
}

void Channels::follow(const domain::Channel& channel) {
  Entry& followed = entry(channel);
  if (followed.followed) return;
  followed.followed = true;
  followed.permanent = true;
  followed.feed.begin(0);
  fetch(channel, kEnd);
}

void Channels::keep(const domain::Channel& channel) {
  entry(channel).permanent = true;
  load(channel);
}

void Channels::load(const domain::Channel& channel) {
  Entry& loading = entry(channel);
  if (loading.reading || loading.feed.begun()) return;
  loading.reading = true;
  core_.ports.events.read(channel, 0, kEnd, kPage,
                          core_.reply_at_once<std::vector<domain::Event>>([this, channel](auto result) {
                            const auto it = entries_.find(channel);
                            if (it == entries_.end()) return;
                            it->second.reading = false;
                            if (!result) return;  // the next reading of the heads tries again
                            it->second.feed.begin(std::move(*result), it->second.fresh);
                            it->second.fresh.clear();  // those who waited are served from what is kept
                            for (const Waiting& wish : std::exchange(it->second.waiting, {}))
                              serve(channel, it->second, wish);
                            if (it->second.feed.waits_before() != 0) waiting_.push_back(channel);
                          }));
}

void Channels::watch(ConnectionSlot connection, const domain::Channel& channel, std::uint32_t after) {
  add(connection, channel, {core_.connections[connection].id, after, false});
}

void Channels::watch_quietly(ConnectionSlot connection, const domain::Channel& channel, std::uint32_t head) {
  add(connection, channel, {core_.connections[connection].id, head, true});
}

void Channels::add(ConnectionSlot connection, const domain::Channel& channel, Waiting wish) {
  Entry& watched = entry(channel);
  auto& list = core_.connections[connection].watched;
  if (std::find(list.begin(), list.end(), channel) == list.end()) list.push_back(channel);
  watched.unwatched_since_ms = 0;
  if (watched.feed.begun()) {
    serve(channel, watched, wish);
  } else {
    watched.waiting.push_back(wish);
    load(channel);
  }
}

void Channels::serve(const domain::Channel& channel, Entry& watched, const Waiting& wish) {
  const ConnectionSlot slot = core_.connections.find(wish.connection);
  if (slot == kNone) return;
  send_fresh(watched);
  const ChannelFeed& feed = watched.feed;
  std::uint32_t after = wish.after;
  notice::Watching watching{channel, feed.head(), 0, 0, 0};
  const std::uint32_t newest_from = feed.head() > kNewest ? feed.head() - kNewest : 0;
  const bool nothing_yet = after == 0 && !wish.quietly;
  if (nothing_yet) {
    after = std::max(newest_from, feed.first_kept() - 1);
  } else if (after < feed.head() && after + 1 < feed.first_kept()) {
    const std::uint32_t resume_after = std::max(newest_from, feed.first_kept() - 1);
    watching.gap_from = after + 1;
    watching.gap_to = resume_after;
    after = resume_after;
  }
  std::vector<domain::Event> missed = feed.kept_after(after);
  if (const std::size_t first = newest_that_fit(missed); first > 0) {  // the rest is read in pages
    if (!nothing_yet && watching.gap_to == 0) watching.gap_from = after + 1;
    if (!nothing_yet) watching.gap_to = missed[first - 1].number;
    missed.erase(missed.begin(), missed.begin() + static_cast<std::ptrdiff_t>(first));
  }
  if (watching.gap_to == 0) watching.resumed = static_cast<std::uint32_t>(missed.size());
  if (!wish.quietly || watching.gap_to != 0) core_.connections.send_event(slot, watching);
  if (!missed.empty())
    core_.connections.send_event(slot, notice::Events{shown(missed, core_.connections[slot].person)});
  if (std::find(watched.watchers.begin(), watched.watchers.end(), slot) == watched.watchers.end()) {
    watched.watchers.push_back(slot);
  }
}

void Channels::unwatch(ConnectionSlot connection, const domain::Channel& channel) {
  std::erase(core_.connections[connection].watched, channel);
  const auto it = entries_.find(channel);
  if (it == entries_.end()) return;
  std::erase(it->second.watchers, connection);
  std::erase_if(it->second.waiting, [&](const Waiting& w) { return w.connection == core_.connections[connection].id; });
}

void Channels::unwatch_all(ConnectionSlot connection) {
  const std::vector<domain::Channel> watched = core_.connections[connection].watched;
  for (const domain::Channel& channel : watched) unwatch(connection, channel);
}

void Channels::unwatch_help_of_others(GuestSlot guest) {
  const std::uint32_t own = core_.guests[guest].person.value;
  for (const ConnectionSlot tab : core_.guests[guest].connections) {
    const std::vector<domain::Channel> watched = core_.connections[tab].watched;
    for (const domain::Channel& channel : watched) {
      if (channel.kind == domain::ChannelKind::help && channel.a != own) unwatch(tab, channel);
    }
  }
}

void Channels::stored(const domain::Event& event) {
  core_.outbox.events.push_back(event);
  received(event);
}

void Channels::received(const domain::Event& event) {
  reach(event);
  const auto it = entries_.find(event.channel);
  if (it != entries_.end()) take(event.channel, it->second, event);
}

void Channels::reach(const domain::Event& event) {
  // A direct message reaches its two people whatever they watch: the channel may be new to them. So does what is
  // written about help, to who asked and to all who may answer.
  const domain::Channel& channel = event.channel;
  if (channel.kind != domain::ChannelKind::direct && channel.kind != domain::ChannelKind::help) return;
  for (const std::uint32_t id : {channel.a, channel.b}) {
    const GuestSlot guest = core_.guests.find(PersonId{id});
    if (guest != kNone) reach(guest, event);
  }
  if (channel.kind != domain::ChannelKind::help) return;
  core_.guests.for_each([&](GuestSlot guest, const Guest& who) {
    if (who.person.value != channel.a && domain::may(who.role, domain::Act::write_help, domain::Whose::other)) {
      reach(guest, event);
    }
  });
}

void Channels::reach(GuestSlot guest, const domain::Event& event) {
  for (const ConnectionSlot tab : core_.guests[guest].connections) {
    auto& watched = core_.connections[tab].watched;
    if (std::find(watched.begin(), watched.end(), event.channel) != watched.end()) continue;
    Entry& reached = entry(event.channel);
    reached.unwatched_since_ms = 0;
    if (!reached.feed.begun() && !reached.reading) {
      if (reached.waiting.empty()) {
        reached.feed.begin(event.number - 1);
      } else {
        load(event.channel);  // the store did not answer those who wait: they are served together
      }
    }
    watched.push_back(event.channel);
    if (reached.feed.begun()) {
      reached.watchers.push_back(tab);
    } else {
      reached.waiting.push_back({core_.connections[tab].id, event.number - 1, true});
    }
  }
}

void Channels::take(const domain::Channel& channel, Entry& watched, domain::Event event) {
  const bool had_fresh = !watched.fresh.empty();
  const std::size_t before = watched.fresh.size();
  const bool showing = domain::changes_showing(event.kind);
  watched.feed.take(std::move(event), core_.now_ms, watched.fresh);
  if (showing && watched.feed.begun()) correct(channel);
  if (!had_fresh && !watched.fresh.empty()) fresh_.push_back(channel);
  if (watched.feed.waits_before() != 0) waiting_.push_back(channel);
  if (!watched.followed || !followed_) return;
  for (std::size_t i = before; i < watched.fresh.size(); ++i) followed_(watched.fresh[i]);
}

void Channels::run_step() {
  for (const domain::Channel& channel : std::exchange(fresh_, {})) {
    const auto it = entries_.find(channel);
    if (it != entries_.end()) send_fresh(it->second);
  }
  std::erase_if(waiting_, [&](const domain::Channel& channel) {
    const auto it = entries_.find(channel);
    if (it == entries_.end() || !it->second.feed.begun()) return it == entries_.end();
    const std::uint32_t before = it->second.feed.waits_before();
    if (before == 0) return true;
    if (core_.now_ms - it->second.feed.waits_since_ms() < kOrderWaitMs) return false;
    fetch(channel, before);
    return true;
  });
}

void Channels::send_fresh(Entry& watched) {
  if (watched.fresh.empty()) return;
  const std::vector<domain::Event> events = std::exchange(watched.fresh, {});
  if (watched.watchers.empty()) return;
  const auto own = [&](PersonId person) {
    return std::any_of(events.begin(), events.end(), [person](const domain::Event& event) {
      return event.author == person && domain::is_concealed(event);
    });
  };
  SharedBytes everybodys;
  for (const ConnectionSlot slot : watched.watchers) {
    // Who asked without a name, or wants an answer, knows it of themselves; all others get one frame that does not say.
    const PersonId person = core_.connections[slot].person;
    if (own(person)) {
      core_.connections.send_event(slot, notice::Events{shown(events, person)});
      continue;
    }
    if (!everybodys) everybodys = core_.connections.encode(notice::Events{shown(events, PersonId{})});
    core_.connections.send_event(slot, everybodys);
  }
}

std::vector<notice::ShownEvent> Channels::shown(const std::vector<domain::Event>& events, PersonId person) const {
  std::vector<notice::ShownEvent> list;
  list.reserve(events.size());
  for (const domain::Event& event : events) {
    domain::Event seen = domain::seen_by(event, person);
    const bool by_author =
        event.channel.kind == domain::ChannelKind::poster && core_.presents(seen.author, PosterKey{event.channel.a});
    list.push_back({std::move(seen), by_author});
  }
  return list;
}

void Channels::correct(const domain::Channel& channel) {
  // An edit is known by its answer, which may have been kept no more.
  const ChannelFeed& feed = entry(channel).feed;
  core_.ports.events.read(channel, feed.first_kept() - 1, feed.head() + 1, kPage,
                          core_.reply_at_once<std::vector<domain::Event>>([this, channel](auto result) {
                            const auto it = entries_.find(channel);
                            if (it != entries_.end() && result) it->second.feed.correct(*result);
                          }));
}

void Channels::fetch(const domain::Channel& channel, std::uint32_t up_to) {
  Entry& behind = entry(channel);
  if (behind.reading) return;
  behind.reading = true;
  const std::uint32_t head = behind.feed.head();
  const std::uint32_t before = up_to - head > kPage + 1 ? head + kPage + 1 : up_to;
  core_.ports.events.read(channel, head, before, kPage,
                          core_.reply_at_once<std::vector<domain::Event>>([this, channel, up_to](auto result) {
                            const auto it = entries_.find(channel);
                            if (it == entries_.end()) return;
                            it->second.reading = false;
                            if (!result) return;
                            const bool more = result->size() == kPage;
                            for (domain::Event& event : *result) {
                              reach(event);
                              take(channel, it->second, std::move(event));
                            }
                            if (more) fetch(channel, up_to);
                          }));
}

void Channels::read_heads(std::function<void(bool)> done) {
  if (done) heads_wanted_.push_back(std::move(done));
  if (reading_heads_) return;
  reading_heads_ = true;
  std::vector<domain::Channel> channels;
  channels.reserve(entries_.size());
  for (const auto& [channel, watched] : entries_) channels.push_back(channel);
  auto wanted = std::exchange(heads_wanted_, {});
  core_.ports.events.heads(std::move(channels), core_.reply_at_once<std::vector<domain::Head>>(
                                                    [this, wanted = std::move(wanted)](auto heads) {
                                                      reading_heads_ = false;
                                                      if (heads) catch_up(*heads);
                                                      for (const auto& answer : wanted) answer(heads.has_value());
                                                      if (!heads_wanted_.empty()) read_heads();
                                                    }));
}

void Channels::catch_up(const std::vector<domain::Head>& heads) {
  for (const domain::Head& head : heads) {
    const auto it = entries_.find(head.channel);
    if (it == entries_.end()) continue;
    if (!it->second.feed.begun()) {
      load(head.channel);
    } else if (head.number > it->second.feed.head()) {
      fetch(head.channel, head.number + 1);
    }
  }
}

bool Channels::reading() const {
  return std::any_of(entries_.begin(), entries_.end(), [](const auto& entry) { return entry.second.reading; });
}

void Channels::sweep() {
  for (auto it = entries_.begin(); it != entries_.end();) {
    Entry& watched = it->second;
    const bool used = watched.permanent || watched.reading || !watched.watchers.empty() || !watched.waiting.empty();
    if (!used && watched.unwatched_since_ms == 0) watched.unwatched_since_ms = core_.now_ms;
    const bool over = !used && core_.now_ms - watched.unwatched_since_ms > kKeepUnwatchedMs;
    it = over ? entries_.erase(it) : std::next(it);
  }
}

}  // namespace posterhall::hall
