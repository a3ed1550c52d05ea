// PeoplePages: who is here and where, page by page; names for ids that clients met. Who does not want to be located is
// listed without a place.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <vector>

#include "hall/core.hpp"
#include "hall/whereabouts.hpp"

namespace posterhall::hall {

class PeoplePages {
 public:
  explicit PeoplePages(Core& core) : core_(core) {}

  void page(ConnectionSlot connection, std::uint32_t seq, const command::PeoplePage& wish);
  void who(ConnectionSlot connection, const command::WhoRequest& wish);
  void persons(ConnectionSlot connection, const command::PersonsRequest& wish);
  /// Everybody here, instead of what was in `all`: for the HTTP interface, which places them when it is asked.
  void everybody(std::vector<VisitorHere>& all) const;

 private:
  struct Entry {
    PersonId person;
    VisitorSlot visitor = kNone;  ///< kNone: was here before
    std::uint64_t order = 0;
  };
  [[nodiscard]] notice::PersonRow row(const domain::Person& person, VisitorSlot visitor) const;
  [[nodiscard]] bool just_hidden(PersonId person) const;
  [[nodiscard]] std::vector<Entry> found(GuestSlot guest, const command::PeoplePage& wish);

  Core& core_;
};

}  // namespace posterhall::hall
