// event.toml: what an organiser writes about the event. The whole form:
//
//   [event]
//   name = "Open ML Day"
//   edition = "2026"
//   time_zone = "Europe/Berlin"            # IANA name; local times below are in it
//   days = [2026-04-21]                    # left out: the days of the sessions
//   contact = "hello@openmlday.example"    # e-mail, address or words
//   code_of_conduct = "https://openmlday.example/conduct"   # address or words
//   privacy = "Names are shown to the invited only."        # address or words
//   public_url = "https://hall.openmlday.example"
//   posters_public = true                  # /p/312 without a session shows the title
//   doors = 2026-04-21T07:30:00            # before, only authors, hosts and organisers come in
//   closes = 2026-04-21T19:00:00           # talk ends two minutes later; ten minutes before, all are told
//   readable_until = 2026-05-21T00:00:00   # posters and questions; left out: 30 days after
//
//   [[room]]                              # breakout rooms, in the order of their doors
//   name = "Breakout 1"
//   capacity = 60
//
//   [[session]]
//   id = "opening"                         # left out: made from the title
//   title = "Opening talks"
//   kind = "opening"                       # opening exhibition breakout talks panel lunch networking other
//   audience = "EMEA"
//   place = "Stage"
//   room = "Breakout 1"                    # of breakouts
//   people = ["Ingrid Solheim"]
//   hosts = ["ingrid@example.org"]         # may open and close the room
//   summary = "…"
//   sponsor = "Lanternfish"                # one line
//   stream = "https://video.example/live"  # http or https
//   stream_public = true                   # people without an invitation read the address too; left out: they do not
//   recording = "https://video.example/1"  # afterwards
//   start = 2026-04-21T09:00:00            # local date-time, or with an offset
//   end = 2026-04-21T10:00:00
//   day = 2026-04-21                       # only without start and end: by day
//
//   [breakouts]                            # slots for which authors propose breakouts
//   minutes = 40                           # how long one is; left out: 40
//   between = 5                            # minutes from one to the next; left out: 5
//
//   [[breakouts.span]]                     # set aside for breakouts, cut into as many slots as fit
//   start = 2026-04-21T17:00:00
//   end = 2026-04-21T20:00:00
//
//   [server]                               # what the flags of `serve` say too: listen, shards, metrics_listen,
//   listen = "127.0.0.1:8080"              # trusted_proxy, database
//
// An unknown key is a fault, with the nearest known one.
// Runs on: any thread (pure but for reading zone files). Owns: nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/catalogue.hpp"

namespace posterhall::tools {

struct EventFault {
  std::uint32_t line = 0;  ///< from 1; 0 = the whole file
  std::string key;         ///< "session[2].start" or empty
  std::string message;     ///< what; what to do
};

/// Empty and 0 mean silent.
struct EventFile {
  domain::EventInfo event;
  std::vector<domain::RoomDef> rooms;
  std::vector<domain::Session> sessions;
  std::vector<domain::BreakoutSlot> slots;                  ///< in order
  std::vector<std::pair<std::string, std::string>> server;  ///< key and value of [server], as written
  std::vector<EventFault> faults;                           ///< any: the file counts as not there
  std::vector<EventFault> warnings;
};

/// `fallback_zone`: the zone an import brought, for a file that is silent about it.
[[nodiscard]] EventFile parse_event_file(std::string_view text, const std::string& fallback_zone = "");

/// The file's faults say so if it cannot be read; a file that is not there is an empty EventFile.
[[nodiscard]] EventFile read_event_file(const std::filesystem::path& file, const std::string& fallback_zone = "");

}  // namespace posterhall::tools
