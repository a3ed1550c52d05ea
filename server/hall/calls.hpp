// Calls: an author who is elsewhere in the event hears that people stand at a booth of theirs which nobody attends, and
// those who stand there read who was called and what was answered. Each shard calls its own guests, from what it knows
// of everybody, and tells the other shards.
// Runs on: its shard's thread. Owns: the calls of its guests, what it heard of the others', what was told.
#pragma once

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/author_call.hpp"
#include "hall/conversations.hpp"
#include "hall/gate.hpp"

namespace posterhall::hall {

class Calls {
 public:
  Calls(Core& core, const Conversations& conversations, const Gate& gate)
      : core_(core), conversations_(conversations), gate_(gate) {}

  /// Once a second: who waits where, who is called, who has to be told.
  void sweep();
  void answer(ConnectionSlot connection, std::uint32_t seq, const command::AnswerCall& answer);
  /// An organiser's wish: passed on to the shards where the authors are.
  void call(ConnectionSlot connection, std::uint32_t seq, const command::CallAuthors& wish);
  /// organisers_call from the relay.
  void received_wish(const RelayedSignal& signal);
  /// Everybody who is called, on any shard.
  [[nodiscard]] std::vector<CalledAuthor> called() const;
  /// author_call from the relay.
  void received(const RelayedSignal& signal);
  /// A tab that is new knows nothing.
  void welcome(ConnectionSlot connection);

 private:
  struct Waiting {
    BoothNumber booth;
    std::vector<PersonId> people;
    bool organisers = false;  ///< call
  };
  /// Somebody at a booth who is no author of it.
  struct Standing {
    BoothNumber booth;
    PersonId person;
    std::uint64_t since_ms = 0;
  };
  struct Heard {
    domain::CallState::How how = domain::CallState::How::none;
    BoothNumber booth;
    std::uint64_t until_ms = 0;  ///< another shard's, not heard of again by then: forgotten
    UnixMs since = 0;            ///< it stands so
  };

  void look_at_booths();
  void call_guests();
  void tell_waiting();
  [[nodiscard]] bool busy(const Guest& guest) const;
  [[nodiscard]] std::vector<domain::WaitingBooth> waiting_for(const domain::Person& author) const;
  void tell_author(GuestSlot guest, const domain::CallState& state);
  void spread(PersonId author, const domain::CallState& state);
  [[nodiscard]] notice::AuthorCall call_of(PersonId author, const domain::CallState& state) const;

  Core& core_;
  const Conversations& conversations_;
  const Gate& gate_;
  std::vector<Standing> standing_, stood_;                  ///< by booth and person; now, and before
  std::unordered_map<PosterKey, Waiting> waiting_;          ///< where no author attends
  std::map<BoothNumber, std::uint64_t> wished_;             ///< an organiser calls to it, until then
  std::unordered_map<PersonId, domain::AuthorCall> calls_;  ///< of this shard's guests
  std::map<PersonId, Heard> heard_;                         ///< everybody's, our guests' too
  std::unordered_map<PersonId, notice::BoothCalls> told_;   ///< to guests who stand at a booth
  std::uint32_t sweeps_ = 0;
};

}  // namespace posterhall::hall
