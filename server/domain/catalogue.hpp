// What an event is made of: the posters, the programme, the rooms. Plain values, as imported and as kept.
// All text here is cleaned (valid UTF-8, NFC, no control characters) before it gets in.
// Runs on: any thread (values; shared between threads as shared_ptr<const Catalogue>). Owns: its texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/deck.hpp"
#include "domain/shifts.hpp"

namespace posterhall::domain {

/// Half-open interval in Unix milliseconds.
struct TimeSpan {
  UnixMs start = 0;
  UnixMs end = 0;
  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Deep zoom of a picture (domain/tile_pyramid.hpp).
struct TileFacts {
  std::string hash;  ///< empty = not made yet
  std::uint32_t size = 0;
  std::uint32_t levels = 0;
  std::uint32_t width = 0;  ///< of the last level, pixels
  std::uint32_t height = 0;
};

/// One poster. `key` and `booth` are given by the store and the hall; the rest is the file's.
struct Poster {
  PosterKey key;
  std::string id;                    ///< the file's id, unique in the event ("pted-2021-D4"); <= 128 bytes
  std::string title;                 ///< never empty; <= 400 code points
  std::vector<std::string> authors;  ///< names as published, in order
  std::string summary;               ///< may be empty; <= 20,000 code points
  std::string category;              ///< as written in the file; topics are derived from it
  std::string link;                  ///< http/https or empty
  std::string image_url;             ///< where the file said the picture is; never fetched; http/https or empty
  std::string file_booth;            ///< the booth as the file named it ("D4"); shown, searched, reached by /p/D4
  std::vector<std::string> keywords;
  std::vector<std::string> shift_ids;  ///< the sessions in which its authors tend it, by id
  std::vector<TimeSpan> own_hours;     ///< when else, as the file says
  std::vector<ShiftPlan> plans;        ///< of sessions: what its authors chose, else what the list says
  std::vector<TimeSpan> shifts;        ///< plans and own hours as hours, in order, what touches as one
  BoothNumber booth;                   ///< the hall's number; 0 until placed
  std::uint32_t topic = 0;             ///< 0..7 = A..H; index into Catalogue::topics
  std::uint32_t version = 0;           ///< of the poster's picture; 0 = poster to come
  std::string file_hash;               ///< SHA-256 (hex) of the live file, empty = poster to come
  std::string file_type;               ///< "image/png", "image/jpeg", "image/webp", "application/pdf" or empty
  std::string thumbnail_hash;          ///< SHA-256 (hex) of a small picture (<= 320 px wide) or empty
  std::string picture_hash;            ///< SHA-256 (hex) of a picture one can read (a PDF's first page) or empty
  std::uint32_t width = 0;             ///< of that picture, pixels
  std::uint32_t height = 0;
  TileFacts tiles;
  std::uint32_t pages = 0;      ///< of the file; over 1: the first is shown
  double smallest_type_pt = 0;  ///< points; 0 = no text in the file
  UnixMs put_up_at = 0;         ///< when this version went live
  std::string note;             ///< what changed, in words of who put it up
  bool put_up_by_author = false;
  std::uint32_t text_number = 0;  ///< of the text view; rises with each change; 0 = there is none
  bool text_by_author = false;    ///< not the file's own
  std::string words;              ///< the text view as plain words, for search
};

/// A neighbourhood of the hall.
struct Topic {
  std::string name;                     ///< as on the sign; past eight topics both merged names, " · " between
  std::vector<std::string> categories;  ///< the categories that live here
};

enum class SessionKind : std::uint8_t { other, opening, exhibition, breakout, talks, panel, lunch, networking };

/// One entry of the programme. Several at once are normal. A session without times imports by day.
struct Session {
  std::string id;  ///< stable over imports
  std::string title;
  SessionKind kind = SessionKind::other;
  std::string audience;  ///< "EMEA", "by invitation", …
  std::string place;     ///< free words, or empty
  RoomId room;           ///< for breakouts: where; 0 = none
  std::vector<std::string> people;
  std::vector<std::string> host_emails;  ///< who may open and close the room; never sent to a browser
  std::string summary;
  std::string day;             ///< "2026-04-21" in the event's zone; always there
  TimeSpan span;               ///< 0,0 = by day only
  std::string sponsor;         ///< one line, or empty; <= 120 code points
  std::string stream;          ///< where it is to be seen and heard while it runs; http/https or empty
  bool stream_public = false;  ///< people without an invitation may know of the stream, and later of the recording
  std::string recording;       ///< where it is to be seen afterwards; http/https or empty
  std::uint32_t change = 0;    ///< rises with each change while the event runs; 0 = as the file says
};

struct RoomDef {
  RoomId id;
  std::string name;  ///< "Breakout 1"
  std::uint32_t capacity = 60;
};

/// When people may come in, talk, and read; 0 = no such time (domain/event_life.hpp says what follows).
struct EventTimes {
  UnixMs doors = 0;
  UnixMs closes = 0;
  UnixMs readable_until = 0;
  std::uint32_t change = 0;  ///< rises with each change while the event runs; 0 = as event.toml says
  friend bool operator==(const EventTimes&, const EventTimes&) = default;
};

/// The event itself: event.toml, filled up by a JSON import where event.toml is silent.
struct EventInfo {
  std::string name;
  std::string edition;
  std::string time_zone;          ///< IANA name; empty = unknown (said at import)
  std::vector<std::string> days;  ///< "2026-04-21", in order
  std::string contact;            ///< e-mail or address of the organisers
  std::string code_of_conduct;    ///< an address or words
  std::string privacy;
  std::string public_url;      ///< "https://hall.example.org"; empty = localhost
  bool posters_public = true;  ///< /p/N without a session shows the title
  EventTimes times;
  UnixMs posters_freeze = 0;  ///< from then on authors ask an organiser to put a file up; 0 = no such time
};

/// When a breakout may be; cut from event.toml's spans (domain/slots.hpp).
struct BreakoutSlot {
  TimeSpan span;
  std::string day;  ///< "2026-04-21" in the event's zone
  friend bool operator==(const BreakoutSlot&, const BreakoutSlot&) = default;
};

struct Catalogue {
  EventInfo event;
  std::vector<Topic> topics;      ///< at most 8
  std::vector<Poster> posters;    ///< ordered by booth number
  std::vector<Session> sessions;  ///< ordered by start, then title
  std::vector<RoomDef> rooms;
  std::vector<BreakoutSlot> slots;  ///< in order
  std::vector<Deck> decks;          ///< by number, also those taken away; told to those in the room alone
  std::uint32_t version = 0;        ///< the number of the last change in the catalogue channel
};

}  // namespace posterhall::domain
