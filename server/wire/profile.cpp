#include "wire/profile.hpp"

#include <algorithm>

#include "posterhall/v1/server.pb.h"

namespace posterhall::wire {

void fill_profile(v1::Profile& out, const domain::Person& person) {
  out.set_person(person.id.value);
  out.set_name(person.name);
  out.set_short_name(person.short_name);
  out.set_affiliation(person.affiliation);
  if (std::any_of(person.look.begin(), person.look.end(), [](auto byte) { return byte != 0; })) {
    out.set_look(person.look.data(), person.look.size());
  }
  out.set_role(static_cast<v1::Role>(person.role));
  for (const auto poster : person.presents) out.add_presents(poster.value);
  out.set_status(person.status);
  out.set_do_not_locate(person.do_not_locate);
}

void fill_whereabouts(v1::Whereabouts& out, const hall::notice::Whereabouts& at) {
  using At = hall::notice::Whereabouts::At;
  switch (at.at) {
    case At::hidden: return;
    case At::booth: return out.set_booth(at.value);
    case At::room: return out.set_room(at.value);
    case At::stage: return out.set_stage(true);
    case At::foyer: return out.set_foyer(true);
    case At::aisle: return out.set_aisle(at.value);
    case At::not_here: return out.set_not_here(true);
    case At::table: return out.set_table(at.value);
  }
}

void fill_my_measure(v1::MyMeasure& out, const hall::notice::MyMeasure& measure) {
  out.set_measure(measure.measure);
  out.set_kind(static_cast<v1::MeasureKind>(measure.kind));
  out.set_reason(measure.reason);
  out.set_at_ms(static_cast<double>(measure.at));
  out.set_until_ms(static_cast<double>(measure.until));
  out.set_lifted(measure.lifted);
  out.set_contact(measure.contact);
  out.set_seen(measure.seen);
}

}  // namespace posterhall::wire
