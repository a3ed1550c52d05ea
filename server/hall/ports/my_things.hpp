// Port: what a person keeps of their own: posters they visited, cards they left. A person's visits are told to nobody
// else; a card is given to the poster's authors as it was when it was left, until it is taken back.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

/// A contact card at a poster, exactly as its authors read it.
struct Card {
  PersonId person;
  PosterKey poster;
  UnixMs at = 0;
  std::string name, affiliation;
  std::string email;  ///< empty: not given
  std::string note;
};

/// Errors: nothing_there (no such poster or person).
class MyThings {
 public:
  virtual ~MyThings() = default;
  virtual void visited(PersonId person, Reply<std::vector<PosterKey>> reply) = 0;
  virtual void visit(PersonId person, PosterKey poster, Reply<bool> reply) = 0;
  /// What a card of theirs would say, without poster, time and note.
  virtual void card_of(PersonId person, Reply<Card> reply) = 0;
  /// Newest first.
  virtual void cards_by(PersonId person, Reply<std::vector<Card>> reply) = 0;
  virtual void cards_at(PosterKey poster, Reply<std::vector<Card>> reply) = 0;
  /// Name, affiliation and address are the store's; again: the newer one counts.
  virtual void leave_card(PersonId person, PosterKey poster, bool with_email, std::string note, Reply<Card> reply) = 0;
  /// False: there was none.
  virtual void take_back_card(PersonId person, PosterKey poster, Reply<bool> reply) = 0;
};

}  // namespace posterhall::hall
