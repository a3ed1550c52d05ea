#include "domain/room_deed.hpp"

#include <array>

namespace posterhall::domain {
namespace {

struct Row {
  RoomDeed deed;
  std::string_view name;
};

constexpr std::array<Row, 28> kRows{{{RoomDeed::raise_hand, "raise_hand"},
                                     {RoomDeed::lower_hand, "lower_hand"},
                                     {RoomDeed::give_floor, "give_floor"},
                                     {RoomDeed::mute, "mute"},
                                     {RoomDeed::unmute, "unmute"},
                                     {RoomDeed::put_out, "put_out"},
                                     {RoomDeed::add_seats, "add_seats"},
                                     {RoomDeed::let_next_in, "let_next_in"},
                                     {RoomDeed::name_cohost, "name_cohost"},
                                     {RoomDeed::drop_cohost, "drop_cohost"},
                                     {RoomDeed::show, "show"},
                                     {RoomDeed::set_link, "set_link"},
                                     {RoomDeed::ask, "ask"},
                                     {RoomDeed::ask_unnamed, "ask_unnamed"},
                                     {RoomDeed::approve, "approve"},
                                     {RoomDeed::put_aside, "put_aside"},
                                     {RoomDeed::answered, "answered"},
                                     {RoomDeed::want, "want"},
                                     {RoomDeed::unwant, "unwant"},
                                     {RoomDeed::ask_for_more, "ask_for_more"},
                                     {RoomDeed::extend, "extend"},
                                     {RoomDeed::step_in, "step_in"},
                                     {RoomDeed::show_deck, "show_deck"},
                                     {RoomDeed::host_gone, "host_gone"},
                                     {RoomDeed::host_back, "host_back"},
                                     {RoomDeed::call_for_lead, "call_for_lead"},
                                     {RoomDeed::warn, "warn"},
                                     {RoomDeed::end_softly, "end_softly"}}};

}  // namespace

std::string_view name_of(RoomDeed deed) {
  for (const Row& row : kRows) {
    if (row.deed == deed) return row.name;
  }
  return "";
}

std::string to_text(RoomDeed deed, std::string_view words) {
  std::string text{name_of(deed)};
  if (!words.empty()) text.append(" ").append(words);
  return text;
}

std::optional<RoomWords> parse_room_act(std::string_view text) {
  const std::size_t space = text.find(' ');
  const std::string_view name = text.substr(0, space);
  for (const Row& row : kRows) {
    if (row.name != name) continue;
    return RoomWords{row.deed, space == std::string_view::npos ? std::string_view() : text.substr(space + 1)};
  }
  return std::nullopt;
}

Act act_of(RoomDeed deed) {
  switch (deed) {
    case RoomDeed::raise_hand: return Act::room_raise_hand;
    case RoomDeed::lower_hand: return Act::room_lower_hand;
    case RoomDeed::give_floor: return Act::room_give_floor;
    case RoomDeed::mute:
    case RoomDeed::unmute: return Act::room_mute;
    case RoomDeed::put_out: return Act::room_put_out;
    case RoomDeed::add_seats:
    case RoomDeed::let_next_in: return Act::room_seats;
    case RoomDeed::name_cohost:
    case RoomDeed::drop_cohost: return Act::room_cohost;
    case RoomDeed::show:
    case RoomDeed::show_deck: return Act::room_show;
    case RoomDeed::set_link: return Act::room_link;
    case RoomDeed::ask:
    case RoomDeed::ask_unnamed: return Act::room_ask;
    case RoomDeed::approve:
    case RoomDeed::put_aside:
    case RoomDeed::answered: return Act::room_settle_question;
    case RoomDeed::want:
    case RoomDeed::unwant: return Act::room_want;
    case RoomDeed::ask_for_more: return Act::room_ask_for_more;
    case RoomDeed::step_in: return Act::room_step_in;
    case RoomDeed::extend:
    case RoomDeed::host_gone:
    case RoomDeed::host_back:
    case RoomDeed::call_for_lead:
    case RoomDeed::warn:
    case RoomDeed::end_softly: break;
  }
  return Act::room_extend;
}

bool is_member_deed(RoomDeed deed) {
  return deed == RoomDeed::raise_hand || deed == RoomDeed::lower_hand || deed == RoomDeed::ask ||
         deed == RoomDeed::ask_unnamed || deed == RoomDeed::want || deed == RoomDeed::unwant;
}

}  // namespace posterhall::domain
