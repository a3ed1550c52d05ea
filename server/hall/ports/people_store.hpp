// Port: people as the running hall needs them, and what it keeps of each (control epochs, saves, read marks).
// Runs on: called from shard threads or the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "domain/event.hpp"
#include "domain/person.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

/// All invited people, by id; replaced whole when the "people" channel's head moves.
using People = std::vector<domain::Person>;

/// Null when nobody has this id. Ids are given from 1 on, so somebody's place is nearly always known without a search.
[[nodiscard]] inline const domain::Person* find_person(const People& people, PersonId id) {
  const std::size_t guess = std::size_t{id.value} - 1;
  if (guess < people.size() && people[guess].id == id) return &people[guess];
  const auto found = std::ranges::lower_bound(people, id, {}, &domain::Person::id);
  return found != people.end() && found->id == id ? &*found : nullptr;
}

/// What a person finds again on every device.
struct PersonMarks {
  std::vector<PosterKey> saved;
  std::vector<domain::Head> read;  ///< how far they have read
  /// Their direct channels, the help they asked for or may answer, and poster channels they are on or wrote to, with
  /// heads.
  std::vector<domain::Head> channels;
};

class PeopleStore {
 public:
  virtual ~PeopleStore() = default;
  virtual void load_people(Reply<std::shared_ptr<const People>> reply) = 0;
  /// Raises and returns the epoch of this person's avatar: the highest one controls it.
  virtual void claim(PersonId person, Reply<Epoch> reply) = 0;
  /// The epochs as they are, in the order asked (0 = nobody has ever controlled it, or no such person).
  virtual void epochs(std::vector<PersonId> persons, Reply<std::vector<Epoch>> reply) = 0;
  /// `answers_help`: also the help others asked for, the 100 last written to.
  virtual void load_marks(PersonId person, bool answers_help, Reply<PersonMarks> reply) = 0;
  virtual void set_saved(PersonId person, PosterKey poster, bool saved, Reply<bool> reply) = 0;
  virtual void set_read(PersonId person, domain::Channel channel, std::uint32_t number, Reply<bool> reply) = 0;
  /// Keeps look, short name, status and do-not-locate; moves the "people" head.
  virtual void update_profile(domain::Person person, Reply<bool> reply) = 0;
  virtual void count_read(PosterKey poster, PersonId person, UnixMs at) = 0;
};

}  // namespace posterhall::hall
