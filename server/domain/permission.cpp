#include "domain/permission.hpp"

#include <array>

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
  Act act;
  std::string_view name;
  From own;
  From other;
};

constexpr std::array<Row, kActs> kRows{{
    // clang-format off
    //                        name                    own              other
    {Act::enter,                "enter",                From::attendee,  From::nobody},
    {Act::move,                 "move",                 From::attendee,  From::nobody},
    {Act::go,                   "go",                   From::attendee,  From::nobody},
    {Act::claim_control,        "claim_control",        From::attendee,  From::nobody},
    {Act::leave,                "leave",                From::attendee,  From::nobody},
    {Act::activity,             "activity",             From::attendee,  From::nobody},
    {Act::see_people,           "see_people",           From::attendee,  From::attendee},
    {Act::say,                  "say",                  From::attendee,  From::nobody},
    {Act::write_hall,           "write_hall",           From::attendee,  From::attendee},
    {Act::write_room,           "write_room",           From::attendee,  From::organiser},
    {Act::write_direct,         "write_direct",         From::attendee,  From::nobody},
    {Act::write_help,           "write_help",           From::attendee,  From::moderator},
    {Act::ask,                  "ask",                  From::attendee,  From::attendee},
    {Act::answer,               "answer",               From::attendee,  From::attendee},
    {Act::announce,             "announce",             From::organiser, From::nobody},
    {Act::edit,                 "edit",                 From::attendee,  From::nobody},
    {Act::remove,               "remove",               From::attendee,  From::moderator},
    {Act::typing,               "typing",               From::attendee,  From::nobody},
    {Act::read,                 "read",                 From::attendee,  From::nobody},
    {Act::mark_read,            "mark_read",            From::attendee,  From::nobody},
    {Act::emote,                "emote",                From::attendee,  From::nobody},
    {Act::set_profile,          "set_profile",          From::attendee,  From::nobody},
    {Act::save_poster,          "save_poster",          From::attendee,  From::attendee},
    {Act::read_poster,          "read_poster",          From::attendee,  From::attendee},
    {Act::room_enter,           "room_enter",           From::attendee,  From::attendee},
    {Act::room_leave,           "room_leave",           From::attendee,  From::nobody},
    {Act::room_open,            "room_open",            From::author,    From::organiser},
    {Act::room_close,           "room_close",           From::author,    From::moderator},
    {Act::invite,               "invite",               From::attendee,  From::attendee},
    {Act::answer_invitation,    "answer_invitation",    From::attendee,  From::nobody},
    {Act::ping,                 "ping",                 From::attendee,  From::nobody},
    {Act::block,                "block",                From::attendee,  From::nobody},
    {Act::report,               "report",               From::attendee,  From::nobody},
    {Act::warn,                 "warn",                 From::moderator, From::organiser},
    {Act::mute,                 "mute",                 From::moderator, From::organiser},
    {Act::put_out,              "put_out",              From::moderator, From::organiser},
    {Act::ban,                  "ban",                  From::moderator, From::organiser},
    {Act::lift,                 "lift",                 From::moderator, From::organiser},
    {Act::see_reports,          "see_reports",          From::moderator, From::nobody},
    {Act::settle_report,        "settle_report",        From::moderator, From::organiser},
    {Act::see_measure,          "see_measure",          From::attendee,  From::nobody},
    {Act::answer_call,          "answer_call",          From::author,    From::nobody},
    {Act::tell_when_back,       "tell_when_back",       From::attendee,  From::attendee},
    {Act::point,                "point",                From::attendee,  From::nobody},
    {Act::show_view,            "show_view",            From::author,    From::nobody},
    {Act::plan_shifts,          "plan_shifts",          From::author,    From::organiser},
    {Act::see_coverage,         "see_coverage",         From::organiser, From::nobody},
    {Act::call_authors,         "call_authors",         From::organiser, From::nobody},
    {Act::see_figures,          "see_figures",          From::author,    From::organiser},
    {Act::raise_hand,           "raise_hand",           From::attendee,  From::nobody},
    {Act::lower_hand,           "lower_hand",           From::attendee,  From::nobody},
    {Act::give_floor,           "give_floor",           From::author,    From::nobody},
    {Act::put_poster,           "put_poster",           From::author,    From::organiser},
    {Act::write_poster_text,    "write_poster_text",    From::author,    From::organiser},
    {Act::settle_poster,        "settle_poster",        From::organiser, From::nobody},
    {Act::freeze_posters,       "freeze_posters",       From::organiser, From::nobody},
    {Act::keep_visited,         "keep_visited",         From::attendee,  From::nobody},
    {Act::leave_card,           "leave_card",           From::attendee,  From::attendee},
    {Act::see_cards,            "see_cards",            From::author,    From::nobody},
    {Act::want_answer,          "want_answer",          From::attendee,  From::attendee},
    {Act::hide_question,        "hide_question",        From::author,    From::moderator},
    {Act::show_question,        "show_question",        From::author,    From::moderator},
    {Act::change_programme,     "change_programme",     From::organiser, From::nobody},
    {Act::keep_programme,       "keep_programme",       From::attendee,  From::nobody},
    {Act::room_raise_hand,      "room_raise_hand",      From::attendee,  From::nobody},
    {Act::room_lower_hand,      "room_lower_hand",      From::attendee,  From::moderator},
    {Act::room_ask,             "room_ask",             From::attendee,  From::nobody},
    {Act::room_want,            "room_want",            From::attendee,  From::nobody},
    {Act::room_settle_question, "room_settle_question", From::attendee,  From::moderator},
    {Act::room_give_floor,      "room_give_floor",      From::attendee,  From::organiser},
    {Act::room_mute,            "room_mute",            From::attendee,  From::moderator},
    {Act::room_put_out,         "room_put_out",         From::attendee,  From::moderator},
    {Act::room_seats,           "room_seats",           From::attendee,  From::organiser},
    {Act::room_cohost,          "room_cohost",          From::attendee,  From::organiser},
    {Act::room_show,            "room_show",            From::attendee,  From::organiser},
    {Act::room_link,            "room_link",            From::attendee,  From::organiser},
    {Act::room_ask_for_more,    "room_ask_for_more",    From::attendee,  From::organiser},
    {Act::room_step_in,         "room_step_in",         From::attendee,  From::organiser},
    {Act::room_extend,          "room_extend",          From::organiser, From::organiser},
    {Act::propose_breakout,     "propose_breakout",     From::author,    From::nobody},
    {Act::place_proposals,      "place_proposals",      From::organiser, From::nobody},
    {Act::put_slides,           "put_slides",           From::attendee,  From::organiser},
    // clang-format on
}};

/// An act without a row, or rows in another order than the acts, do not build.
constexpr bool in_order() {
  for (std::size_t i = 0; i < kActs; ++i) {
    if (kRows.at(i).act != static_cast<Act>(i) || kRows.at(i).name.empty()) return false;
  }
  return true;
}
static_assert(in_order());

constexpr Row row(Act act) {
  const auto at = static_cast<std::size_t>(act);
  return at < kActs ? kRows.at(at) : Row{act, "", From::nobody, From::nobody};
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
