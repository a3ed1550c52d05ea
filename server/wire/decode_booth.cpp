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

}  // namespace posterhall::wire
