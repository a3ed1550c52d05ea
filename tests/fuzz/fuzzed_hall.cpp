#include "fuzz/fuzzed_hall.hpp"

#include <utility>

#include "fuzz/fuzz_input.hpp"
#include "posterhall/v1/server.pb.h"
#include "unit/hall/small_hall.hpp"
#include "wire/decode.hpp"

namespace posterhall::tests {
namespace {

constexpr std::array<PersonId, FuzzedHall::tab_count> kPeople = {kAttendee, kAuthor, kHost, kOrganiser};

/// One whole frame with a header of the right length around a message that libprotobuf reads.
void must_be_readable(const std::string& frame) {
  must(frame.size() >= 2 && static_cast<std::uint8_t>(frame[0]) == 0x82, "what goes out is a binary frame");
  const auto first = static_cast<std::uint8_t>(frame[1]);
  const std::size_t header = first < 126 ? 2 : first == 126 ? 4 : 10;
  std::size_t size = header == 2 ? first : 0;
  for (std::size_t i = 2; i < header; ++i) size = size << 8 | static_cast<std::uint8_t>(frame[i]);
  must(frame.size() == header + size, "its header says its length");
  v1::ServerMessage message;
  must(message.ParseFromArray(frame.data() + header, static_cast<int>(size)), "what goes out can be read");
  must(message.body_case() != v1::ServerMessage::BODY_NOT_SET, "what goes out says something");
}

}  // namespace

class FuzzedHall::Tab final : public hall::Outlet {
 public:
  void send_now(SharedBytes frame) override { must_be_readable(*frame); }
  void queue_event(SharedBytes frame) override { must_be_readable(*frame); }
  bool flush(SharedBytes state) override {
    if (slow) return false;
    if (state) must_be_readable(*state);
    return true;
  }
  bool send_state(SharedBytes frame) override {
    if (!slow) must_be_readable(*frame);
    return !slow;
  }
  void close(hall::CloseReason, std::uint32_t) override { connected = false; }

  ConnectionId id;
  bool connected = false;
  bool entered = false;
  bool slow = false;
};

FuzzedHall::FuzzedHall() {
  const auto setting = small_setting(12);
  store.now = kNoon;
  store.people = setting.people;
  const hall::ShardPorts ports{store,
                               store,
                               store,
                               store,
                               backplane_,
                               encoder_,
                               [this] { return kNoon + static_cast<UnixMs>(clock_ms_ - 5'000); },
                               [this] { return clock_ms_; },
                               [this] { return random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL; }};
  for (std::size_t i = 0; i < shards_.size(); ++i) {
    shards_[i] = std::make_unique<hall::Shard>(static_cast<hall::ShardNumber>(i), loop_, ports, setting);
    shards_[i]->start([](std::shared_ptr<const hall::HallReport>) {});
  }
  for (auto& tab : tabs_) tab = std::make_unique<Tab>();
  pass(2);
}

FuzzedHall::~FuzzedHall() = default;

void FuzzedHall::say(std::size_t number, std::span<const std::uint8_t> message) {
  Tab& tab = *tabs_[number];
  auto& shard = *shards_[number % shards_.size()];
  if (!tab.connected) {
    tab.connected = true;
    tab.entered = tab.slow = false;
    tab.id = shard.attach({kPeople[number], static_cast<std::uint32_t>(number + 1)}, tab);
    if (!tab.connected) return;
  }
  if (message.size() > (tab.entered ? wire::kMaxMessage : wire::kMaxBeforeEnter)) return;
  auto outcome = wire::decode_client_message(message);
  if (const auto* wrong = std::get_if<wire::Undecodable>(&outcome)) {
    shard.reject(tab.id, wrong->seq, wrong->code);
  } else {
    auto& decoded = std::get<wire::Decoded>(outcome);
    tab.entered = tab.entered || std::holds_alternative<hall::command::Enter>(decoded.command);
    shard.handle(tab.id, decoded.seq, std::move(decoded.command));
  }
  settle();
}

void FuzzedHall::drop(std::size_t number) {
  Tab& tab = *tabs_[number];
  if (!tab.connected) return;
  tab.connected = false;
  shards_[number % shards_.size()]->detach(tab.id);
  settle();
}

void FuzzedHall::stall(std::size_t number) { tabs_[number]->slow = !tabs_[number]->slow; }

void FuzzedHall::pass(std::uint32_t steps) {
  for (std::uint32_t i = 0; i < steps; ++i) turn_clock(10);
}

void FuzzedHall::skip(std::uint64_t ms) { turn_clock(ms); }

void FuzzedHall::turn_clock(std::uint64_t ms) {
  clock_ms_ += ms;
  store.now = kNoon + static_cast<UnixMs>(clock_ms_ - 5'000);
  for (const auto& shard : shards_) shard->run_step(clock_ms_);
  settle();
}

void FuzzedHall::settle() {
  loop_.restart();
  while (loop_.poll() != 0) {
  }
}

}  // namespace posterhall::tests
