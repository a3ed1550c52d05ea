// A person as browsers may see them: the e-mail address stays here. Shared by the WebSocket's and the HTTP encoders.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include "domain/person.hpp"
#include "hall/notice.hpp"

namespace posterhall::v1 {
class Profile;
class Whereabouts;
class MyMeasure;
}  // namespace posterhall::v1

namespace posterhall::wire {

void fill_profile(v1::Profile& out, const domain::Person& person);
void fill_my_measure(v1::MyMeasure& out, const hall::notice::MyMeasure& measure);
void fill_whereabouts(v1::Whereabouts& out, const hall::notice::Whereabouts& at);

}  // namespace posterhall::wire
