#include "wire/encode_booth.hpp"

#include "posterhall/v1/booth.pb.h"

namespace posterhall::wire {

void fill_pointers(v1::Pointers& out, const hall::notice::Pointers& pointers) {
  out.set_booth(pointers.booth.value);
  std::uint32_t presenting = 0;
  for (const auto& row : pointers.pointers) {
    out.add_person(row.person.value);
    out.add_place(row.place);
    presenting += row.presents ? 1 : 0;
  }
  out.set_presenting(presenting);
  for (const auto& view : pointers.views) {
    auto& row = *out.add_views();
    row.set_person(view.person.value);
    row.set_centre(view.centre);
    row.set_extent(view.extent);
  }
}

void fill_hands(v1::Hands& out, const hall::notice::Hands& hands) {
  out.set_booth(hands.booth.value);
  for (const PersonId person : hands.queue) out.add_person(person.value);
  out.set_floor(hands.floor.value);
}

}  // namespace posterhall::wire
