// Profiles: what people say about themselves and keep for themselves: status, look, short name, saved posters, read
// marks. Kept in the store, then shown.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <vector>

#include "hall/core.hpp"
#include "hall/tabs.hpp"

namespace posterhall::hall {

class Profiles {
 public:
  Profiles(Core& core, Tabs& tabs) : core_(core), tabs_(tabs) {}

  void set_status(ConnectionSlot connection, std::uint32_t seq, const command::SetStatus& status);
  void set_look(ConnectionSlot connection, std::uint32_t seq, const command::SetLook& look);
  void save_poster(ConnectionSlot connection, std::uint32_t seq, const command::SavePoster& save);
  void read_poster(ConnectionSlot connection, std::uint32_t seq, const command::ReadPoster& read);
  void mark_read(ConnectionSlot connection, std::uint32_t seq, const command::MarkRead& mark);

 private:
  void update(ConnectionSlot connection, std::uint32_t seq, const domain::Person& person);
  void show_change(PersonId person);
  [[nodiscard]] bool poster_exists(PosterKey poster) const;

  Core& core_;
  Tabs& tabs_;
};

}  // namespace posterhall::hall
