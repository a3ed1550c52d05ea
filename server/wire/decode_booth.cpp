#include "wire/decode_booth.hpp"

#include "posterhall/v1/booth.pb.h"

namespace posterhall::wire {

namespace command = hall::command;
using hall::RejectCode;

BoothRead read_point(const v1::Point& in) {
  if (in.booth() == 0) return RejectCode::malformed;
  return command::Point{BoothNumber{in.booth()}, in.place(), in.gone()};
}

BoothRead read_show_view(const v1::ShowView& in) {
  const bool half = in.extent() != 0 && ((in.extent() >> 16) == 0 || (in.extent() & 0xffffU) == 0);
  if (in.booth() == 0 || half) return RejectCode::malformed;
  return command::ShowView{BoothNumber{in.booth()}, in.centre(), in.extent()};
}

BoothRead read_raise_hand(const v1::RaiseHand& in) {
  if (in.booth() == 0) return RejectCode::malformed;
  return command::RaiseHand{BoothNumber{in.booth()}, in.down()};
}

BoothRead read_give_floor(const v1::GiveFloor& in) {
  if (in.booth() == 0) return RejectCode::malformed;
  return command::GiveFloor{BoothNumber{in.booth()}, PersonId{in.person()}};
}

}  // namespace posterhall::wire
