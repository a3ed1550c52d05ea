// The place of a panel, as its author may write it behind the heading: "Alarm delay @ 0.25,0.40" is where its upper
// left corner is, in parts of the poster's width and height; "@ 0.25,0.40,0.5,0.2" has its size too. Runs on: any
// thread (pure functions). Owns: nothing.
#pragma once

#include "domain/poster_file.hpp"

namespace posterhall::domain {

inline constexpr double kPlaceWithoutSize = 0.2;  ///< a fifth of the poster each way, as far as it goes

/// Takes the place off the heading's end, unless the panel has one already; a heading without one stays as it is.
void take_place_of_heading(TextPanel& panel);

}  // namespace posterhall::domain
