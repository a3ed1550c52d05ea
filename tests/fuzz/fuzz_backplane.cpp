// Any bytes as what another process of the hall says: what is refused changes nothing, what is read is written again
// the same, and two shards with people in them go on living with it.
#include <google/protobuf/stubs/logging.h>

#include <memory>
#include <vector>

#include "fuzz/fuzz_input.hpp"
#include "fuzz/fuzzed_hall.hpp"
#include "wire/backplane_message.hpp"

using namespace posterhall;
using posterhall::tests::FuzzedHall;
using posterhall::tests::FuzzInput;
using posterhall::tests::must;

namespace {

constexpr int kMostMessages = 20;

void hear(FuzzedHall& hall, const wire::BackplaneMessage& message) {
  const auto& batches = message.batches;
  for (const auto& batch : batches) must(batch->from < hall::kShardNumbers, "the shard's number is one");
  std::string bytes;
  wire::encode_backplane(message.process, message.number, message.asks, batches, bytes);
  const auto again = wire::decode_backplane(bytes);
  must(again && again->batches.size() == batches.size(), "written and read again");
  for (std::size_t i = 0; i < batches.size(); ++i) {
    must(again->batches[i]->records.size() == batches[i]->records.size(), "with the same visitors");
    must(again->batches[i]->moves.size() == batches[i]->moves.size(), "and those who moved");
    must(again->batches[i]->events.size() == batches[i]->events.size(), "and events");
    if (batches[i]->from > 1) hall.hear(batches[i]);  // the first two are its own
  }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  google::protobuf::SetLogHandler(nullptr);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  FuzzedHall hall;
  hall.pass(2);
  // One message as it is, then others with their lengths before them.
  if (const auto whole = wire::decode_backplane(tests::text_of(data, size))) hear(hall, *whole);
  hall.pass(11);
  for (int i = 0; i < kMostMessages && !input.empty(); ++i) {
    const auto bytes = input.bytes(input.number16());
    if (const auto message = wire::decode_backplane({reinterpret_cast<const char*>(bytes.data()), bytes.size()})) {
      hear(hall, *message);
    }
    hall.pass(3);
  }
  hall.skip(6'000);
  hall.pass(12);
  return 0;
}
