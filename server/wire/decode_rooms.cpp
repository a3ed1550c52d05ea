#include "wire/decode_rooms.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "domain/deck.hpp"
#include "posterhall/v1/rooms.pb.h"
#include "text/text.hpp"

namespace posterhall::wire {
namespace {

using domain::RoomDeed;
using hall::RejectCode;

constexpr std::size_t kMostQuestion = 500;  // code points
constexpr std::size_t kMostAnswer = 1000;
constexpr std::size_t kMostLink = 500;
constexpr std::uint32_t kMostNewSeats = 100;
constexpr std::uint32_t kMostPages = 200;

/// The deed's words, or why not; nothing for deeds without words.
std::variant<std::string, RejectCode> words_of(const v1::RoomDo& in, RoomDeed deed) {
  switch (deed) {
    case RoomDeed::ask:
    case RoomDeed::ask_unnamed:
    case RoomDeed::answered: {
      auto text = text::clean_text(in.text(), deed == RoomDeed::answered ? kMostAnswer : kMostQuestion);
      if (!text) return RejectCode::text_too_long;
      if (text->empty() && deed != RoomDeed::answered) return RejectCode::text_empty;
      return std::move(*text);
    }
    case RoomDeed::set_link: {
      if (in.text().empty()) return std::string();
      auto link = text::clean_link(in.text());
      if (!link) return RejectCode::malformed;
      if (link->size() > kMostLink) return RejectCode::text_too_long;
      return std::move(*link);
    }
    case RoomDeed::show:
      if (in.ref() == 0) return std::string();
      if (in.page() == 0 || in.page() > kMostPages) return RejectCode::malformed;
      return std::to_string(in.page());
    case RoomDeed::show_deck:
      if (in.ref() == 0) return std::string();
      if (in.page() == 0 || in.page() > domain::kMostSlides) return RejectCode::malformed;
      return std::to_string(in.page());
    default: return std::string();
  }
}

/// Whom or what it is about is said where it has to be, and only there.
bool ref_fits(RoomDeed deed, std::uint32_t ref) {
  switch (deed) {
    case RoomDeed::lower_hand:
    case RoomDeed::give_floor:
    case RoomDeed::mute:
    case RoomDeed::unmute:
    case RoomDeed::show:
    case RoomDeed::show_deck: return true;
    case RoomDeed::put_out:
    case RoomDeed::name_cohost:
    case RoomDeed::drop_cohost:
    case RoomDeed::approve:
    case RoomDeed::put_aside:
    case RoomDeed::answered:
    case RoomDeed::want:
    case RoomDeed::unwant: return ref != 0;
    case RoomDeed::add_seats: return ref >= 1 && ref <= kMostNewSeats;
    default: return ref == 0;
  }
}

}  // namespace

std::variant<hall::Command, RejectCode> read_room_do(const v1::RoomDo& in) {
  hall::command::RoomDo out;
  if (in.client_id().size() != out.client_id.size() || in.room() == 0) return RejectCode::malformed;
  if (in.deed() < 1 || static_cast<int>(in.deed()) > domain::kLastRoomWish) return RejectCode::malformed;
  out.deed = static_cast<RoomDeed>(in.deed());
  if (!ref_fits(out.deed, in.ref())) return RejectCode::malformed;
  auto words = words_of(in, out.deed);
  if (const auto* why = std::get_if<RejectCode>(&words)) return *why;
  std::ranges::copy(in.client_id(), out.client_id.begin());
  out.room = RoomId{in.room()};
  // The event keeps the minutes; five is all there is.
  out.ref = out.deed == RoomDeed::extend ? 5 : in.ref();
  out.text = std::get<std::string>(std::move(words));
  return hall::Command{std::move(out)};
}

}  // namespace posterhall::wire
