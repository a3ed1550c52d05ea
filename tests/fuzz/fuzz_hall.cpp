// Any bytes from four tabs, in any order, to the wire's decoder and from there to a running hall of two shards.
// An input is a list of: a byte (low half: the tab; high half: what), then what it needs:
//   0..9 a message: 2 bytes of length, the message    10 steps of 10 ms: 1 byte    11 a jump of 250 ms times 1 byte
//   12 the connection breaks    13 the store fails, or works again    14 it holds its answers, or gives them
//   15 the tab reads no more, or again
#include <google/protobuf/stubs/logging.h>
#include <sanitizer/allocator_interface.h>

#include "fuzz/fuzz_input.hpp"
#include "fuzz/fuzzed_hall.hpp"
#include "wire/decode.hpp"

using namespace posterhall;
using namespace posterhall::tests;

namespace {

constexpr int kMostOperations = 200;

std::size_t& greatest_allocation() {
  static std::size_t bytes = 0;
  return bytes;
}

void on_malloc(const volatile void*, std::size_t size) {
  greatest_allocation() = std::max(greatest_allocation(), size);
}
void on_free(const volatile void*) {}

/// No allocation is over four times the input, and a page for what a small one takes.
void decode_within_bounds(std::span<const std::uint8_t> message) {
  greatest_allocation() = 0;
  (void)wire::decode_client_message(message);
  must(greatest_allocation() <= 4 * message.size() + 4096, "no allocation is over four times the message");
}

void do_one(FuzzedHall& hall, FuzzInput& input) {
  const std::uint8_t first = input.byte();
  const std::size_t tab = first % FuzzedHall::tab_count;
  switch (first >> 4) {
    case 10: return hall.pass(input.byte() % 64U);
    case 11: return hall.skip(std::uint64_t{250} * input.byte());
    case 12: return hall.drop(tab);
    case 13: hall.store.failing = !hall.store.failing; return;
    case 14:
      if (hall.store.holding) return hall.store.release();
      hall.store.holding = true;
      return;
    case 15: return hall.stall(tab);
    default: {
      const auto message = input.bytes(input.number16());
      decode_within_bounds(message);
      return hall.say(tab, message);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  google::protobuf::SetLogHandler(nullptr);
  __sanitizer_install_malloc_and_free_hooks(on_malloc, on_free);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  FuzzedHall hall;
  for (int i = 0; i < kMostOperations && !input.empty(); ++i) do_one(hall, input);
  hall.store.failing = false;
  if (hall.store.holding) hall.store.release();
  hall.pass(12);
  return 0;
}
