// Port: the event's catalogue and layout. A running server reads it again when the "catalogue" channel's head moves.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <memory>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/layout.hpp"
#include "hall/ports/poster_requests.hpp"
#include "hall/ports/proposal_store.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

struct CatalogueAndLayout {
  std::shared_ptr<const domain::Catalogue> catalogue;
  std::shared_ptr<const domain::Layout> layout;
  std::shared_ptr<const std::vector<RequestState>> requests;
  std::shared_ptr<const std::vector<ProposalNews>> proposals;
};

class CatalogueSource {
 public:
  virtual ~CatalogueSource() = default;
  virtual void load_catalogue(Reply<CatalogueAndLayout> reply) = 0;
};

}  // namespace posterhall::hall
