// Port: what organisers change of the programme while the event runs. Read with the catalogue, over what event.toml and
// imports say; a change moves the "catalogue" head, so that every running server sees it within two seconds.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <optional>

#include "domain/catalogue.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

struct SessionChange {
  domain::Session session;  ///< whole, as it is from now on; with `back` and `removed` only its id counts
  std::uint32_t after = 0;  ///< Session::change as the organiser saw it: another one by now is not overwritten
  bool removed = false;
  bool back = false;  ///< as the file says again
  PersonId by;
};

struct TimesChange {
  std::optional<domain::EventTimes> times;  ///< none: as event.toml says again
  std::uint32_t after = 0;
  PersonId by;
};

struct ProgrammeStored {
  std::uint32_t change = 0;
  bool moved_on = false;  ///< nothing was stored: another organiser was quicker
};

class ProgrammeStore {
 public:
  virtual ~ProgrammeStore() = default;
  /// Earlier ones are kept, with who changed it and when.
  virtual void change_session(SessionChange change, Reply<ProgrammeStored> reply) = 0;
  virtual void change_times(TimesChange change, Reply<ProgrammeStored> reply) = 0;
};

}  // namespace posterhall::hall
