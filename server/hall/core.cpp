#include "hall/core.hpp"

#include <algorithm>

namespace posterhall::hall {

bool Core::presents(PersonId id, PosterKey poster) const {
  const domain::Person* known = people.find(id);
  return known != nullptr && poster &&
         std::find(known->presents.begin(), known->presents.end(), poster) != known->presents.end();
}

bool Core::attends(const Visitor& visitor) const {
  if (domain::kind_of(visitor.conversation) != domain::ConversationKind::booth) return false;
  const BoothNumber at{domain::index_of(visitor.conversation)};
  const domain::Booth* booth = domain::find_booth(plan(), at);
  return booth != nullptr && presents(visitor.person, booth->poster);
}

}  // namespace posterhall::hall
