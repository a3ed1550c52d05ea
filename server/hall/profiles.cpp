#include "hall/profiles.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kRetryStoreMs = 2000;

}  // namespace

void Profiles::set_status(ConnectionSlot connection, std::uint32_t seq, const command::SetStatus& status) {
  const GuestSlot guest = core_.connections[connection].guest;
  core_.guests[guest].says_away = status.away;
  tabs_.show_flags(guest);
  domain::Person person = core_.person(core_.guests[guest].person);
  if (person.status == status.text && person.do_not_locate == status.do_not_locate) {
    return core_.connections.ack(connection, seq);  // "away" alone is not kept
  }
  person.status = status.text;
  person.do_not_locate = status.do_not_locate;
  update(connection, seq, person);
}

void Profiles::set_look(ConnectionSlot connection, std::uint32_t seq, const command::SetLook& look) {
  domain::Person person = core_.person(core_.connections[connection].person);
  person.look = look.look;
  person.short_name = look.short_name;
  update(connection, seq, person);
}

void Profiles::update(ConnectionSlot connection, std::uint32_t seq, const domain::Person& person) {
  auto stored = core_.reply<bool>([this, seq, person, id = core_.connections[connection].id](Result<bool> kept) {
    const ConnectionSlot slot = core_.connections.find(id);
    if (!kept) {
      if (slot != kNone) core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
      return;
    }
    core_.people.change(person);
    if (slot != kNone) core_.connections.ack(slot, seq);
    show_change(person.id);
  });
  core_.ports.people.update_profile(person, std::move(stored));
}

void Profiles::show_change(PersonId person) {
  // To who has them in view and to their own tabs; everybody else hears of it when the shared list is replaced.
  const SharedBytes frame = core_.connections.encode(notice::ProfilesChanged{{person}});
  const GuestSlot guest = core_.guests.find(person);
  if (guest != kNone) core_.tell(guest, frame);
  const VisitorSlot slot = core_.visitors.find(person);
  if (slot == kNone || core_.visitors[slot].cell == kNone) return;
  core_.floor.geometry().for_block(core_.visitors[slot].cell, [&](CellIndex cell) {
    core_.serving.for_viewers(core_.floor, cell, [&](ConnectionSlot viewer) {
      if (core_.connections[viewer].person != person) core_.connections.send_event(viewer, frame);
    });
  });
}

bool Profiles::poster_exists(PosterKey poster) const {
  const auto& posters = core_.catalogue().posters;
  return std::any_of(posters.begin(), posters.end(), [&](const auto& p) { return p.key == poster; });
}

void Profiles::save_poster(ConnectionSlot connection, std::uint32_t seq, const command::SavePoster& save) {
  if (save.saved && !poster_exists(save.poster)) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  const PersonId person = core_.connections[connection].person;
  auto stored = core_.reply<bool>([this, seq, person, id = core_.connections[connection].id](Result<bool> kept) {
    const ConnectionSlot slot = core_.connections.find(id);
    if (!kept) {
      if (slot != kNone) core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
      return;
    }
    if (slot != kNone) core_.connections.ack(slot, seq);
    const GuestSlot guest = core_.guests.find(person);
    if (guest == kNone || core_.guests[guest].connections.size() < 2) return;
    // The other tabs get the whole list: no tab's bookmarks drift.
    core_.ports.people.load_marks(
        person, false, core_.reply<PersonMarks>([this, person, id](Result<PersonMarks> marks) {
          const GuestSlot now = core_.guests.find(person);
          if (!marks || now == kNone) return;
          const SharedBytes frame = core_.connections.encode(notice::SavedPosters{marks->saved});
          for (const ConnectionSlot tab : core_.guests[now].connections) {
            if (core_.connections[tab].id != id) core_.connections.send_now(tab, frame);
          }
        }));
  });
  core_.ports.people.set_saved(person, save.poster, save.saved, std::move(stored));
}

void Profiles::read_poster(ConnectionSlot connection, std::uint32_t seq, const command::ReadPoster& read) {
  if (!poster_exists(read.poster)) return core_.connections.reject(connection, seq, RejectCode::not_found);
  core_.ports.people.count_read(read.poster, core_.connections[connection].person, core_.ports.now());
  core_.connections.ack(connection, seq);
}

void Profiles::mark_read(ConnectionSlot connection, std::uint32_t seq, const command::MarkRead& mark) {
  const PersonId person = core_.connections[connection].person;
  auto stored = core_.reply<bool>([this, seq, person, mark, id = core_.connections[connection].id](Result<bool> kept) {
    const ConnectionSlot slot = core_.connections.find(id);
    if (!kept) {
      if (slot != kNone) core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
      return;
    }
    if (slot != kNone) core_.connections.ack(slot, seq);
    const GuestSlot guest = core_.guests.find(person);
    if (guest == kNone) return;
    const notice::ReadMarks marks{{{mark.channel, mark.number, mark.number}}};
    for (const ConnectionSlot tab : core_.guests[guest].connections) {
      if (core_.connections[tab].id != id) core_.connections.send_now(tab, marks);
    }
  });
  core_.ports.people.set_read(person, mark.channel, mark.number, std::move(stored));
}

}  // namespace posterhall::hall
