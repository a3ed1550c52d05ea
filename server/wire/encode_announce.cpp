#include "wire/encode_announce.hpp"

#include "posterhall/v1/announce.pb.h"

namespace posterhall::wire {

void fill_planned_announcements(v1::PlannedAnnouncements& out, const hall::notice::PlannedAnnouncements& planned) {
  for (const auto& [announcement, name] : planned.rows) {
    auto& to = *out.add_announcements();
    to.set_number(announcement.number);
    to.set_person(announcement.by.value);
    to.set_name(name);
    to.set_at_ms(static_cast<double>(announcement.planned_at));
    to.set_to(static_cast<v1::Audience>(announcement.what.to));
    to.set_room(announcement.what.room.value);
    to.set_due_ms(static_cast<double>(announcement.what.due));
    to.set_text(announcement.what.text);
    to.set_state(static_cast<v1::AnnouncementState>(announcement.state));
    to.set_settled_ms(static_cast<double>(announcement.settled_at));
    to.set_reached(announcement.reached);
  }
}

}  // namespace posterhall::wire
