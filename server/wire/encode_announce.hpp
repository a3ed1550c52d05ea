// Announcements as organisers read them (proto/posterhall/v1/announce.proto).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include "hall/notice.hpp"

namespace posterhall::v1 {
class PlannedAnnouncements;
}  // namespace posterhall::v1

namespace posterhall::wire {

void fill_planned_announcements(v1::PlannedAnnouncements& out, const hall::notice::PlannedAnnouncements& planned);

}  // namespace posterhall::wire
