#include "tools/event_starter.hpp"

namespace posterhall::tools {

std::string_view event_starter() {
  return R"(# Your event. Take away the # in front of a line and write yours; import the list again, and it is shown.
# Dates and times are local to time_zone. `posterhall check` says what is still missing.

[event]
# name = "Open ML Poster Day"
# edition = "2026"
# time_zone = "Europe/Berlin"                      # hours are shown to everybody in their own
# days = [2026-04-21]
# contact = "hello@example.org"                    # for who lost a link: an address or words
# code_of_conduct = "https://example.org/conduct"  # an address or words
# privacy = "Names are shown to invited people only."
# public_url = "https://hall.example.org"          # the address in personal links
# posters_public = true                            # /p/312 shows a poster's title to people without an invitation
# doors = 2026-04-21T08:00:00                      # before, only authors, hosts and organisers come in
# closes = 2026-04-21T20:00:00                     # all are told ten minutes before; talk stops two minutes after
# readable_until = 2026-05-21T00:00:00             # left out: 30 days after closing

# Breakout rooms, in the order of their doors.

# [[room]]
# name = "Breakout 1"
# capacity = 60

# When breakouts may be: authors propose them, you place them on the board of the hall's programme.

# [breakouts]
# minutes = 40                                     # one slot
# between = 5                                      # from one to the next

# [[breakouts.span]]                               # cut into slots
# start = 2026-04-21T13:00:00
# end = 2026-04-21T16:00:00

# The programme. kind: opening, exhibition, breakout, talks, panel, lunch, networking, other.

# [[session]]
# id = "exhibition-morning"                        # posters.csv's column `shifts` names sessions by it
# title = "Poster exhibition, morning session"
# kind = "exhibition"
# start = 2026-04-21T10:00:00
# end = 2026-04-21T12:00:00

# [[session]]
# id = "a-breakout"
# title = "Reproducible by default"
# kind = "breakout"
# room = "Breakout 1"
# hosts = ["ingrid@example.org"]                   # may open and close the room
# start = 2026-04-21T13:00:00
# end = 2026-04-21T14:00:00
)";
}

}  // namespace posterhall::tools
