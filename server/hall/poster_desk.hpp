// PosterDesk: who is told of what waits for an organiser, posters' files and proposed breakouts: organisers how many,
// who asked what was answered. Runs on: its shard's thread. Owns: nothing.
#pragma once

#include "hall/gate.hpp"

namespace posterhall::hall {

class PosterDesk {
 public:
  PosterDesk(Core& core, const Gate& gate) : core_(core), gate_(gate) {}

  /// A tab that is new knows nothing.
  void welcome(ConnectionSlot connection);
  /// The setting was replaced: whoever has something else to know than before is told.
  void changed(const std::vector<RequestState>& requests, const std::vector<ProposalNews>& proposals);

 private:
  [[nodiscard]] notice::PosterDesk of(PersonId person, const std::vector<RequestState>& requests,
                                      const std::vector<ProposalNews>& proposals) const;
  [[nodiscard]] const std::vector<ProposalNews>& proposals() const;

  Core& core_;
  const Gate& gate_;
};

}  // namespace posterhall::hall
