// Any bytes as a stored layout: what is accepted is written again the same, and a floor can be built from it.
#include "domain/layout.hpp"
#include "fuzz/fuzz_input.hpp"

using namespace posterhall;
using posterhall::tests::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto layout = domain::parse_layout(std::string(tests::text_of(data, size)));
  if (!layout) return 0;
  const auto again = domain::parse_layout(domain::to_text(*layout));
  must(again && *again == *layout, "written and read again the same");
  const auto plan = domain::build_floor_plan(*layout, {RoomId{1}, RoomId{2}});
  must(plan.width <= domain::kMaxHallTiles && plan.height <= domain::kMaxHallTiles, "the hall is within its limit");
  must(plan.blocked.size() == static_cast<std::size_t>(plan.width) * static_cast<std::size_t>(plan.height),
       "every tile is there");
  must(!plan.spawns.empty(), "one can come in");
  return 0;
}
