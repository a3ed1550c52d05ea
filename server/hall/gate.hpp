// Gate: every command passes it before it is acted on: the permission table first, then the person's rates. Who goes on
// beyond the rates is muted for a while, then closed.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <optional>

#include "domain/event_life.hpp"
#include "domain/permission.hpp"
#include "hall/core.hpp"

namespace posterhall::hall {

struct Verdict {
  bool pass = true;
  bool close = false;
  RejectCode code = RejectCode::not_allowed;
  std::uint32_t retry_after_ms = 0;
};

class Gate {
 public:
  explicit Gate(Core& core) : core_(core) {}

  [[nodiscard]] Verdict ask(ConnectionSlot connection, const Command& command);
  /// Are the doors open for the tab's person? Else it was refused.
  [[nodiscard]] bool let_in(ConnectionSlot connection, std::uint32_t seq);
  /// The same for a move, the one command that comes all the time.
  [[nodiscard]] Verdict ask_move(GuestSlot guest);
  /// A further rate of what is already allowed (one hall message in 10 s, strangers).
  [[nodiscard]] Verdict ask_rate(GuestSlot guest, RateOf rate);
  [[nodiscard]] bool may(PersonId person, domain::Act act, domain::Whose whose) const {
    return domain::may(core_.role(person), act, whose);
  }
  /// May this guest read the channel: public, their own direct one, their own help, the talk of the breakout they
  /// are in?
  [[nodiscard]] bool may_read(GuestSlot guest, const domain::Channel& channel) const;
  /// Does the person host what runs in the room now?
  [[nodiscard]] bool hosts(PersonId person, RoomId room) const;
  /// Hosts what runs there, was named co-host, or stepped in.
  [[nodiscard]] bool leads(PersonId person, RoomId room) const;

 private:
  struct Asked;
  [[nodiscard]] Asked describe(GuestSlot guest, const Command& command) const;
  [[nodiscard]] bool waits_for(PersonId person, RoomId room) const;
  [[nodiscard]] domain::Whose whose_room(PersonId person, const command::RoomDo& wish) const;
  [[nodiscard]] bool presents_at(PersonId person, BoothNumber booth) const;
  /// On whom a measure, a lift or a settled report acts.
  [[nodiscard]] std::optional<PersonId> about_whom(const Command& command) const;
  /// The event has closed, and this goes with it.
  [[nodiscard]] bool closed(domain::Act act) const;
  [[nodiscard]] domain::Phase phase() const;
  [[nodiscard]] bool stopped_by_mute(PersonId person, domain::Act act, const Command& command) const;

  Core& core_;
};

}  // namespace posterhall::hall
