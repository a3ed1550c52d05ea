// SettingChange: a new catalogue, plan or list of people while everybody stands in the hall. Nobody is moved unless
// their tile became a wall.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include "hall/avatars.hpp"
#include "hall/facts.hpp"
#include "hall/poster_desk.hpp"
#include "hall/rooms.hpp"

namespace posterhall::hall {

class SettingChange {
 public:
  struct Parts {
    Avatars& avatars;
    Channels& channels;
    Conversations& conversations;
    Facts& facts;
    PosterDesk& poster_desk;
    Rooms& rooms;
    RoomTelling& room_telling;
  };
  SettingChange(Core& core, Parts parts) : core_(core), parts_(parts) {}

  void replace(HallSetting setting);

 private:
  void new_plan();
  void new_people(const std::shared_ptr<const People>& people);

  Core& core_;
  Parts parts_;
};

}  // namespace posterhall::hall
