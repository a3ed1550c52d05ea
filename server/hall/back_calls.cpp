#include "hall/back_calls.hpp"

#include <algorithm>
#include <utility>

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kRetryStoreMs = 2000;

}  // namespace

void BackCalls::want(ConnectionSlot connection, std::uint32_t seq, const command::TellWhenBack& wish) {
  const auto& posters = core_.catalogue().posters;
  if (wish.on && std::ranges::find(posters, wish.poster, &domain::Poster::key) == posters.end()) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  const PersonId person = core_.connections[connection].person;
  auto stored =
      core_.reply<bool>([this, seq, person, wish, id = core_.connections[connection].id](const Result<bool>& kept) {
        const ConnectionSlot slot = core_.connections.find(id);
        if (!kept) {
          if (slot != kNone) core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
          return;
        }
        if (slot != kNone) core_.connections.ack(slot, seq);
        change(person, wish.poster, wish.on);
      });
  core_.ports.attend.set_wanted(person, wish.poster, wish.on, std::move(stored));
}

void BackCalls::change(PersonId person, PosterKey poster, bool wanted) {
  const auto found = wanted_.find(person);
  if (found == wanted_.end()) return;  // gone meanwhile, or not loaded yet: the store has it
  std::erase(found->second, poster);
  if (wanted) found->second.push_back(poster);
  tell_wanted(person);
}

void BackCalls::tell_wanted(PersonId person) {
  const GuestSlot guest = core_.guests.find(person);
  const auto found = wanted_.find(person);
  if (guest == kNone || found == wanted_.end()) return;
  core_.tell_now(guest, core_.connections.encode(notice::BackWanted{found->second}));
}

void BackCalls::welcome(ConnectionSlot connection) {
  const PersonId person = core_.connections[connection].person;
  if (const auto known = wanted_.find(person); known != wanted_.end()) {
    if (!known->second.empty()) core_.connections.send_now(connection, notice::BackWanted{known->second});
    return;
  }
  core_.ports.attend.load_wanted(person, core_.reply<std::vector<PosterKey>>([this, person](const auto& posters) {
    if (posters) loaded(person, *posters);
  }));
}

void BackCalls::loaded(PersonId person, const std::vector<PosterKey>& posters) {
  if (core_.guests.find(person) == kNone) return;
  if (wanted_.try_emplace(person, posters).second && !posters.empty()) tell_wanted(person);
}

PersonId BackCalls::attending(const domain::Booth& booth, PersonId person) const {
  const auto conversation = domain::make_conversation(domain::ConversationKind::booth, booth.number.value);
  for (const VisitorSlot slot : conversations_.members(conversation)) {
    const Visitor& visitor = core_.visitors[slot];
    const bool awake = !visitor.away() && core_.presents(visitor.person, booth.poster);
    if (awake && visitor.person != person && !core_.blocks.apart(visitor.person, person)) return visitor.person;
  }
  return {};
}

void BackCalls::sweep() {
  std::erase_if(wanted_, [this](const auto& wanted) { return core_.guests.find(wanted.first) == kNone; });
  std::unordered_map<PosterKey, std::vector<PersonId>> asking;
  for (const auto& [person, posters] : wanted_) {
    if (posters.empty() || core_.guests[core_.guests.find(person)].connections.empty()) continue;
    for (const PosterKey poster : posters) asking[poster].push_back(person);
  }
  if (asking.empty()) return;
  std::vector<std::pair<PersonId, notice::AuthorBack>> back;
  for (const domain::Booth& booth : core_.plan().booths) {
    const auto asked = asking.find(booth.poster);
    if (asked == asking.end()) continue;
    for (const PersonId person : asked->second) {
      if (const PersonId author = attending(booth, person)) {
        back.emplace_back(person, notice::AuthorBack{booth.poster, booth.number, author});
      }
    }
  }
  for (const auto& [person, told] : back) {
    core_.tell_now(core_.guests.find(person), core_.connections.encode(told));
    change(person, told.poster, false);
    // Told is told: what the store cannot take off now is told once more after the next coming in, at worst.
    core_.ports.attend.set_wanted(person, told.poster, false, core_.reply<bool>([](const Result<bool>&) {}));
  }
}

}  // namespace posterhall::hall
