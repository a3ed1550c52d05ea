// Any bytes as a zone file: times there and back.
#include "fuzz/fuzz_input.hpp"
#include "tools/time_zone.hpp"

using namespace posterhall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto zone = tools::TimeZone::parse(tests::text_of(data, size));
  if (!zone) return 0;
  for (const UnixMs at :
       {UnixMs{0}, UnixMs{1'700'000'000'000}, UnixMs{4'000'000'000'000}, UnixMs{-5'000'000'000'000}}) {
    (void)zone->offset_at(at);
    (void)zone->to_unix(zone->to_local(at));
  }
  return 0;
}
