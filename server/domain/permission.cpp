#include "domain/permission.hpp"

namespace posterhall::domain {
namespace {

/// The least role that may; nobody = no role.
enum class From : std::uint8_t {
  attendee = static_cast<std::uint8_t>(Role::attendee),
  author = static_cast<std::uint8_t>(Role::author),
  host = static_cast<std::uint8_t>(Role::host),
  moderator = static_cast<std::uint8_t>(Role::moderator),
  organiser = static_cast<std::uint8_t>(Role::organiser),
  nobody = 255
};

struct Row {
  std::string_view name;
  From own;
  From other;
};

constexpr Row row(Act act) {
  switch (act) {
      // clang-format off
    //                                       name                 own              other
    case Act::enter:             return {"enter",             From::attendee,  From::nobody};
    case Act::move:              return {"move",              From::attendee,  From::nobody};
    case Act::go:                return {"go",                From::attendee,  From::nobody};
    case Act::claim_control:     return {"claim_control",     From::attendee,  From::nobody};
    case Act::leave:             return {"leave",             From::attendee,  From::nobody};
    case Act::activity:          return {"activity",          From::attendee,  From::nobody};
    case Act::see_people:        return {"see_people",        From::attendee,  From::attendee};
    case Act::say:               return {"say",               From::attendee,  From::nobody};
    case Act::write_hall:        return {"write_hall",        From::attendee,  From::attendee};
    case Act::write_room:        return {"write_room",        From::attendee,  From::organiser};
    case Act::write_direct:      return {"write_direct",      From::attendee,  From::nobody};
    case Act::write_help:        return {"write_help",        From::attendee,  From::moderator};
    case Act::ask:               return {"ask",               From::attendee,  From::attendee};
    case Act::answer:            return {"answer",            From::attendee,  From::attendee};
    case Act::announce:          return {"announce",          From::organiser, From::nobody};
    case Act::edit:              return {"edit",              From::attendee,  From::nobody};
    case Act::remove:            return {"remove",            From::attendee,  From::moderator};
    case Act::typing:            return {"typing",            From::attendee,  From::nobody};
    case Act::read:              return {"read",              From::attendee,  From::nobody};
    case Act::mark_read:         return {"mark_read",         From::attendee,  From::nobody};
    case Act::emote:             return {"emote",             From::attendee,  From::nobody};
    case Act::set_profile:       return {"set_profile",       From::attendee,  From::nobody};
    case Act::save_poster:       return {"save_poster",       From::attendee,  From::attendee};
    case Act::read_poster:       return {"read_poster",       From::attendee,  From::attendee};
    case Act::room_enter:        return {"room_enter",        From::attendee,  From::attendee};
    case Act::room_leave:        return {"room_leave",        From::attendee,  From::nobody};
    case Act::room_open:         return {"room_open",         From::host,      From::organiser};
    case Act::room_close:        return {"room_close",        From::host,      From::moderator};
    case Act::invite:            return {"invite",            From::attendee,  From::attendee};
    case Act::answer_invitation: return {"answer_invitation", From::attendee,  From::nobody};
    case Act::ping:              return {"ping",              From::attendee,  From::nobody};
    case Act::block:             return {"block",             From::attendee,  From::nobody};
    case Act::report:            return {"report",            From::attendee,  From::nobody};
    case Act::warn:              return {"warn",              From::moderator, From::organiser};
    case Act::mute:              return {"mute",              From::moderator, From::organiser};
    case Act::put_out:           return {"put_out",           From::moderator, From::organiser};
    case Act::ban:               return {"ban",               From::moderator, From::organiser};
    case Act::lift:              return {"lift",              From::moderator, From::organiser};
    case Act::see_reports:       return {"see_reports",       From::moderator, From::nobody};
    case Act::settle_report:     return {"settle_report",     From::moderator, From::organiser};
    case Act::see_measure:       return {"see_measure",       From::attendee,  From::nobody};
    case Act::answer_call:       return {"answer_call",       From::author,    From::nobody};
    case Act::tell_when_back:    return {"tell_when_back",    From::attendee,  From::attendee};
    case Act::point:             return {"point",             From::attendee,  From::nobody};
    case Act::show_view:         return {"show_view",         From::author,    From::nobody};
    case Act::plan_shifts:       return {"plan_shifts",       From::author,    From::organiser};
    case Act::see_coverage:      return {"see_coverage",      From::organiser, From::nobody};
    case Act::call_authors:      return {"call_authors",      From::organiser, From::nobody};
    case Act::see_figures:       return {"see_figures",       From::author,    From::organiser};
    case Act::raise_hand:        return {"raise_hand",        From::attendee,  From::nobody};
    case Act::lower_hand:        return {"lower_hand",        From::attendee,  From::nobody};
    case Act::give_floor:        return {"give_floor",        From::author,    From::nobody};
    case Act::put_poster:        return {"put_poster",        From::author,    From::organiser};
    case Act::write_poster_text: return {"write_poster_text", From::author,    From::organiser};
    case Act::settle_poster:     return {"settle_poster",     From::organiser, From::nobody};
    case Act::freeze_posters:    return {"freeze_posters",    From::organiser, From::nobody};
    case Act::keep_visited:      return {"keep_visited",      From::attendee,  From::nobody};
    case Act::leave_card:        return {"leave_card",        From::attendee,  From::attendee};
    case Act::see_cards:         return {"see_cards",         From::author,    From::nobody};
      // clang-format on
  }
  return {"", From::nobody, From::nobody};
}

constexpr bool reaches(Role role, From least) {
  return least != From::nobody && static_cast<std::uint8_t>(role) >= static_cast<std::uint8_t>(least);
}

}  // namespace

bool may(Role role, Act act, Whose whose) {
  const Row rights = row(act);
  return reaches(role, whose == Whose::own ? rights.own : rights.other);
}

std::string_view name_of(Act act) { return row(act).name; }

std::vector<std::string> allowed_names(Role role) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kActs; ++i) {
    const Row rights = row(static_cast<Act>(i));
    if (reaches(role, rights.own)) names.emplace_back(rights.name);
    if (reaches(role, rights.other)) names.push_back(std::string(rights.name) + "_any");
  }
  return names;
}

}  // namespace posterhall::domain
