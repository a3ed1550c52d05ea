// Entering: from a new connection to Welcome: the epoch is claimed, marks, last place and heads are read, and somebody
// stands in the hall, where they stood before or at one of the entrances.
// Runs on: its shard's thread. Owns: nothing lasting.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "hall/channels.hpp"
#include "hall/tabs.hpp"

namespace posterhall::hall {

class Entering {
 public:
  Entering(Core& core, Avatars& avatars, Channels& channels, Tabs& tabs)
      : core_(core), avatars_(avatars), channels_(channels), tabs_(tabs) {}

  /// Which breakout the person has a seat in, if any.
  void on_seat(std::function<RoomId(PersonId)> function) { seat_ = std::move(function); }
  /// Told each connection that was welcomed, to send what else a newcomer needs; and when their connection had broken
  /// (0 = not known).
  void on_welcome(std::function<void(ConnectionSlot, std::uint64_t lost_ms)> function) {
    welcomed_ = std::move(function);
  }

  /// Which channels a tab may resume.
  void may_read(std::function<bool(GuestSlot, const domain::Channel&)> function) { may_read_ = std::move(function); }

  /// Who may not come in is told so and closed by it.
  void on_door(std::function<bool(ConnectionSlot, std::uint32_t seq)> function) { door_ = std::move(function); }

  void enter(ConnectionSlot connection, std::uint32_t seq, command::Enter enter);

 private:
  struct Job {
    ConnectionId connection;
    std::uint32_t seq = 0;
    PersonId person;
    command::Enter enter;
    int waiting = 0;
    Epoch epoch;
    bool claim_failed = false;
    bool other_device = false;  ///< it asks first: another device controls
    std::optional<LastPlace> place;
    PersonMarks marks;
    std::vector<domain::Head> heads;
  };
  using JobPtr = std::shared_ptr<Job>;
  void ask_store(const JobPtr& job);
  template <class T, class F>
  Reply<T> part(const JobPtr& job, F take);
  void finish(const JobPtr& job);
  bool appear(const Job& job, GuestSlot guest, bool wants_control);
  /// Where a reconnecting tab says it stood, if one can stand there; else the stored place.
  [[nodiscard]] std::optional<LastPlace> told_place(const Job& job) const;
  void welcome(const Job& job, ConnectionSlot connection);
  [[nodiscard]] std::vector<domain::Head> channel_heads(const Job& job) const;

  Core& core_;
  Avatars& avatars_;
  Channels& channels_;
  Tabs& tabs_;
  std::function<RoomId(PersonId)> seat_;
  std::function<bool(ConnectionSlot, std::uint32_t)> door_;
  std::function<bool(GuestSlot, const domain::Channel&)> may_read_;
  std::function<void(ConnectionSlot, std::uint64_t)> welcomed_;
};

}  // namespace posterhall::hall
