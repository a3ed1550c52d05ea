// A stored event: an entry of a channel.
// Runs on: any thread (values). Owns: its text.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/channel.hpp"

namespace posterhall::domain {

/// Made by the sender; with the author it counts once for ever.
using ClientEventId = std::array<std::uint8_t, 16>;

/// Values are stored and on the wire (proto/posterhall/v1/event.proto): never renumbered.
enum class EventKind : std::uint8_t {
  message = 1,
  question,
  answer,
  edit,
  remove,
  announcement,
  room_opened,
  room_closed,
  room_joined,
  room_left,
  poster_put_up = 18,      ///< catalogue: ref = the poster, text = which version
  poster_asked,            ///< catalogue: a file waits for an organiser
  poster_settled,          ///< catalogue: author = who said whether it goes up; ref = the poster, text = what was said
  question_unnamed,        ///< poster: asked without a name; author = who, told to nobody (domain/question.hpp)
  answer_unnamed,          ///< poster: by who asked without a name, beneath that question
  wanted,                  ///< poster: author wants the question `ref` answered; told to nobody who
  unwanted,                ///< poster: and not any more
  hidden_by_author,        ///< poster: ref = the question, text = why; by an author of the poster
  hidden_by_order,         ///< poster: the same by a moderator or organiser
  shown_again,             ///< poster: ref = the question
  room_act,                ///< room: what is done in it (domain/room_deed.hpp)
  imported = 64,           ///< catalogue: text = what changed, in words
  person_changed = 65,     ///< people: author = whom it is about
  measure = 66,            ///< order: author = who takes it, ref = the report it answers; text: domain/order_text.hpp
  measure_lifted,          ///< order: ref = the measure, text = why
  measure_seen,            ///< order: author = whom it was taken on, ref = the measure
  report,                  ///< order: author = who reports; text: domain/order_text.hpp
  report_settled,          ///< order: ref = the report, text = what was done
  blocked,                 ///< blocks: author = who, ref = whom
  unblocked,               ///< blocks
  announcement_planned,    ///< planned: author announces; text: domain/announcements.hpp
  announcement_withdrawn,  ///< planned: ref = which
  announcement_given       ///< planned: by the hall; ref = which, text = how many authors were reached
};

/// What is to be stored; the store adds number and time.
struct NewEvent {
  Channel channel;
  ClientEventId client_id{};
  PersonId author;
  EventKind kind = EventKind::message;
  std::uint32_t ref = 0;
  std::string text;
};

struct Event {
  Channel channel;
  std::uint32_t number = 0;  ///< from 1, gap-free, in commit order
  ClientEventId client_id{};
  UnixMs at = 0;
  PersonId author;
  EventKind kind = EventKind::message;
  std::uint32_t ref = 0;
  std::string text;
  bool hidden = false;  ///< as read or kept: of a hidden question; its words are its writer's only
};

struct Head {
  Channel channel;
  std::uint32_t number = 0;
};

}  // namespace posterhall::domain
