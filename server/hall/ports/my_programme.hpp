// Port: the sessions a person chose, and the secret address of their calendar. Told to nobody else; whoever has the
// address reads the calendar. Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "hall/ports/identity.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

struct ChosenSessions {
  std::vector<std::string> sessions;  ///< ids, in the order in which they were chosen
  UnixMs calendar_at = 0;             ///< when the calendar's address was made; 0 = there is none
};

/// What a calendar's address leads to; person 0 = nothing.
struct CalendarOf {
  PersonId person;
  std::vector<std::string> sessions;
};

class MyProgramme {
 public:
  virtual ~MyProgramme() = default;
  virtual void chosen(PersonId person, Reply<ChosenSessions> reply) = 0;
  /// False: they have as many as one may have; nothing was stored.
  virtual void choose(PersonId person, std::string session, bool on, Reply<bool> reply) = 0;
  /// From now on this address, and no other, leads to that person's calendar. Answers when it was made.
  virtual void open_calendar(PersonId person, TokenHash address, Reply<UnixMs> reply) = 0;
  /// False: there was none.
  virtual void close_calendar(PersonId person, Reply<bool> reply) = 0;
  virtual void calendar_at(TokenHash address, Reply<CalendarOf> reply) = 0;
};

}  // namespace posterhall::hall
