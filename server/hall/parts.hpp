// Parts: a shard's parts, made in the order in which they need one another, and wired. Behaviour is in the parts.
// Runs on: its shard's thread. Owns: all of them.
#pragma once

#include "hall/announcing.hpp"
#include "hall/back_calls.hpp"
#include "hall/calls.hpp"
#include "hall/entering.hpp"
#include "hall/facts.hpp"
#include "hall/fence.hpp"
#include "hall/hands.hpp"
#include "hall/invitations.hpp"
#include "hall/moving.hpp"
#include "hall/nearby_talk.hpp"
#include "hall/order.hpp"
#include "hall/order_queue.hpp"
#include "hall/people_pages.hpp"
#include "hall/pointing.hpp"
#include "hall/poster_desk.hpp"
#include "hall/presence.hpp"
#include "hall/profiles.hpp"
#include "hall/questions.hpp"
#include "hall/relay_traffic.hpp"
#include "hall/room_acts.hpp"
#include "hall/room_checks.hpp"
#include "hall/room_minder.hpp"
#include "hall/room_telling.hpp"
#include "hall/rooms.hpp"
#include "hall/setting_change.hpp"
#include "hall/still_here.hpp"
#include "hall/visits.hpp"
#include "hall/writing.hpp"

namespace posterhall::hall {

struct Parts {
  Parts(ShardNumber number, boost::asio::io_context& loop, ShardPorts ports, HallSetting setting);

  Core core;
  Gate gate;
  Conversations conversations;
  Avatars avatars;
  Channels channels;
  Tabs tabs;
  Fence fence;
  Entering entering;
  Presence presence;
  Moving moving;
  Going going;
  NearbyTalk talk;
  Writing writing;
  Questions questions;
  RoomTelling room_telling;
  Rooms rooms;
  RoomActs room_acts;
  RoomMinder room_minder;
  Order order;
  OrderQueue order_queue;
  RoomChecks room_checks;
  Invitations invitations;
  Calls calls;
  StillHere still_here;
  BackCalls back_calls;
  Pointing pointing;
  Visits visits;
  Hands hands;
  Facts facts;
  Announcing announcing;
  PosterDesk poster_desk;
  PeoplePages people_pages;
  Profiles profiles;
  RelayTraffic relay;
  SettingChange setting_change;

  /// One command of a connection, in whatever state it is.
  void dispatch(ConnectionSlot connection, std::uint32_t seq, Command command);
  /// The housekeeping of one tenth of a second; all of it once a second.
  void tenth(std::uint32_t which);

 private:
  void attend();
  void act(ConnectionSlot connection, std::uint32_t seq, Command& command);
};

}  // namespace posterhall::hall
