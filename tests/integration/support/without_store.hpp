// What is asked of a server whose store cannot take anything, the disk being full or the database gone.
// Runs on: the test's thread. Owns: nothing.
#pragma once

#include <chrono>
#include <cstdint>

#include "integration/support/tab.hpp"

namespace posterhall::integration {

/// Ack's number, or 0 for "not stored", told within this time. Anything else fails.
std::uint32_t stored_within(Tab& tab, const v1::ClientMessage& message, std::chrono::seconds time);

/// The same message again, as often as it is told to, until it is stored; 0 = it never was.
std::uint32_t stored_at_last(Tab& tab, const v1::ClientMessage& message);

/// They turn on the spot; the other sees it.
void expect_moving_goes_on(Tab& walks, Tab& sees);

}  // namespace posterhall::integration
