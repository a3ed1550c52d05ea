#include "hall/core.hpp"

#include <algorithm>

namespace posterhall::hall {

bool Core::presents(PersonId id, PosterKey poster) const {
  const domain::Person* known = people.find(id);
  return known != nullptr && poster &&
         std::find(known->presents.begin(), known->presents.end(), poster) != known->presents.end();
}

}  // namespace posterhall::hall
