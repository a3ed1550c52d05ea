// Port: what posters' figures are read from. Counting is AttendStore's.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <vector>

#include "domain/figures.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

class FigureStore {
 public:
  virtual ~FigureStore() = default;
  virtual void of_poster(PosterKey poster, Reply<domain::PosterFigures> reply) = 0;
  /// Of every poster that has any, by key, without steps.
  virtual void of_all(Reply<std::vector<domain::PosterFigures>> reply) = 0;
  /// Destroys the keys by which different visitors are told apart, for good, if somebody was counted before `over`:
  /// what was only tried out with days long past is left alone. False: there was nothing to close.
  virtual void close_when_over(UnixMs over, Reply<bool> reply) = 0;
};

}  // namespace posterhall::hall
