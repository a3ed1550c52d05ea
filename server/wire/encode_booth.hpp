// What people at one booth are told (proto/posterhall/v1/booth.proto), written.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include "hall/notice.hpp"

namespace posterhall::v1 {
class Hands;
class Pointers;
}  // namespace posterhall::v1

namespace posterhall::wire {

void fill_pointers(v1::Pointers& out, const hall::notice::Pointers& pointers);
void fill_hands(v1::Hands& out, const hall::notice::Hands& hands);

}  // namespace posterhall::wire
