// Port: what authors choose of the programme's sessions. Read with the catalogue (Poster::plans); a change moves the
// "catalogue" head, so that every running server sees it within two seconds.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "domain/shifts.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

struct NewShiftPlan {
  PosterKey poster;
  std::string session;
  std::uint32_t after = 0;  ///< the number of the plan this one replaces: another one by now is not overwritten
  std::vector<domain::ShiftPiece> pieces;
  PersonId by;
};

struct ShiftPlanStored {
  std::uint32_t number = 0;
  bool moved_on = false;  ///< nothing was stored: a co-author chose meanwhile
};

class ShiftStore {
 public:
  virtual ~ShiftStore() = default;
  /// Earlier plans are kept, with who chose and when.
  virtual void set_plan(NewShiftPlan plan, Reply<ShiftPlanStored> reply) = 0;
};

}  // namespace posterhall::hall
