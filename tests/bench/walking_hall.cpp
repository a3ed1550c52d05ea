#include "bench/walking_hall.hpp"

#include <string>

#include "domain/cells.hpp"
#include "domain/record.hpp"
#include "unit/hall/small_hall.hpp"

namespace posterhall::tests {
namespace {

constexpr std::uint32_t kStepsAMove = 20;  // 5 Hz
constexpr std::int32_t kPixelsAMove = 36;

std::shared_ptr<const domain::FloorPlan> hall_of(std::uint32_t posters) {
  std::vector<domain::PosterTopic> topics;
  for (std::uint32_t i = 0; i < posters; ++i) topics.push_back({PosterKey{i + 1}, i * 4 / posters});
  const auto layout = domain::make_layout({"Vision", "Language", "Audio", "Systems"}, topics);
  return std::make_shared<const domain::FloorPlan>(domain::build_floor_plan(layout, {}));
}

}  // namespace

class WalkingHall::CountingEncoder final : public hall::Encoder {
 public:
  explicit CountingEncoder(Delivered& delivered) : delivered_(delivered) {}
  SharedBytes notice(const hall::Notice& notice) override {
    if (std::holds_alternative<hall::notice::Pointers>(notice)) ++delivered_.pointers_built;
    return encoder_.notice(notice);
  }
  SharedBytes state(const hall::StateBlock& block) override {
    ++delivered_.frames_built;
    return encoder_.state(block);
  }

 private:
  wire::FrameEncoder encoder_;
  Delivered& delivered_;
};

class WalkingHall::Walker final : public hall::Outlet {
 public:
  explicit Walker(Delivered& delivered) : delivered_(delivered) {}
  void send_now(SharedBytes frame) override { count_other(*frame); }
  void queue_event(SharedBytes frame) override { count_other(*frame); }
  bool flush(SharedBytes state) override {
    if (state) {
      ++delivered_.state_frames;
      delivered_.state_bytes += state->size();
    }
    return true;
  }
  bool send_state(SharedBytes frame) override {
    ++delivered_.pointer_states;
    delivered_.pointer_bytes += frame->size();
    return true;
  }
  void close(hall::CloseReason, std::uint32_t) override { gone = true; }

  hall::Shard* shard = nullptr;
  ConnectionId id;
  bool gone = false;
  std::uint32_t sequence = 0;
  domain::Position at;
  std::int32_t heading_x = 0, heading_y = 0;

 private:
  void count_other(const std::string& frame) {
    ++delivered_.other_frames;
    delivered_.other_bytes += frame.size();
  }
  Delivered& delivered_;
};

WalkingHall::WalkingHall(std::uint32_t people, std::uint32_t posters, std::uint32_t shards)
    : encoder_(std::make_unique<CountingEncoder>(delivered_)), plan_(hall_of(posters)) {
  hall::HallSetting setting = small_setting(people);
  setting.plan = plan_;
  store_.now = kNoon;
  store_.people = setting.people;
  open_shards(setting, shards);
  for (std::uint32_t i = 1; i <= people; ++i) {
    Walker& walker = *walkers_.emplace_back(std::make_unique<Walker>(delivered_));
    domain::Tile tile;
    do {
      tile = {static_cast<std::int32_t>(random_() % static_cast<std::uint32_t>(plan_->width)),
              static_cast<std::int32_t>(random_() % static_cast<std::uint32_t>(plan_->height))};
    } while (!plan_->walkable(tile));
    walker.at = domain::standing_in(tile, domain::Facing::down);
    store_.places[PersonId{i}] = {PersonId{i}, domain::pack_position(walker.at), RoomId{}, kNoon, false};
    walker.shard = shards_[i % shards].get();
    walker.id = walker.shard->attach({PersonId{i}, i}, walker);
    hall::command::Enter enter;
    enter.tab_id[0] = static_cast<std::uint8_t>(i);
    walker.shard->handle(walker.id, 1, enter);
    settle();
  }
  for (int i = 0; i < 200; ++i) step();
}

void WalkingHall::open_shards(const hall::HallSetting& setting, std::uint32_t shards) {
  const auto random = std::make_shared<std::mt19937_64>(11);
  const hall::ShardPorts ports{store_,
                               store_,
                               store_,
                               store_,
                               backplane_,
                               *encoder_,
                               [this] { return kNoon + static_cast<UnixMs>(clock_ms_ - 5'000); },
                               [this] { return clock_ms_; },
                               [random] { return (*random)(); }};
  for (std::uint32_t number = 0; number < shards; ++number) {
    auto& shard = *shards_.emplace_back(std::make_unique<hall::Shard>(number, loop_, ports, setting));
    shard.start([](std::shared_ptr<const hall::HallReport>) {});
  }
}

WalkingHall::~WalkingHall() = default;

void WalkingHall::walk(std::uint32_t seconds) {
  delivered_ = {};
  for (std::uint32_t i = 0; i < seconds * 100; ++i) {
    for (std::size_t w = i % kStepsAMove; w < walkers_.size(); w += kStepsAMove) move(*walkers_[w]);
    step();
  }
}

void WalkingHall::point(std::uint32_t seconds) {
  constexpr std::uint32_t kStepsAPoint = 5;
  const BoothNumber booth = plan_->booths.front().number;
  for (const auto& walker : walkers_) {
    hall::command::Go go;
    go.target.value = booth.value;
    go.how = hall::GoHow::set_down;
    walker->shard->handle(walker->id, 0, go);
  }
  for (int i = 0; i < 200; ++i) step();
  delivered_ = {};
  for (std::uint32_t i = 0; i < seconds * 100; ++i) {
    for (std::size_t w = i % kStepsAPoint; w < walkers_.size(); w += kStepsAPoint) {
      const hall::command::Point point{booth, static_cast<std::uint32_t>(random_()), false};
      walkers_[w]->shard->handle(walkers_[w]->id, 0, point);
    }
    step();
  }
}

void WalkingHall::move(Walker& walker) {
  static constexpr std::int32_t kHeadings[4][2] = {{0, 1}, {0, -1}, {-1, 0}, {1, 0}};
  for (int attempt = 0; attempt < 8; ++attempt) {
    if (attempt > 0 || random_() % 24 == 0 || (walker.heading_x == 0 && walker.heading_y == 0)) {
      const auto pick = random_() % 4;
      walker.heading_x = kHeadings[pick][0];
      walker.heading_y = kHeadings[pick][1];
      walker.at.facing = static_cast<domain::Facing>(pick);
    }
    const auto x = static_cast<std::int32_t>(walker.at.x) + walker.heading_x * kPixelsAMove;
    const auto y = static_cast<std::int32_t>(walker.at.y) + walker.heading_y * kPixelsAMove;
    const auto free = [&](std::int32_t px, std::int32_t py) {
      return px >= 0 && py >= 0 && plan_->walkable({px / domain::kTile, py / domain::kTile});
    };
    if (!free(x, y) || !free(x - walker.heading_x * kPixelsAMove / 2, y - walker.heading_y * kPixelsAMove / 2))
      continue;
    walker.at.x = static_cast<std::uint32_t>(x);
    walker.at.y = static_cast<std::uint32_t>(y);
    walker.sequence = (walker.sequence + 1) & 0xffU;
    walker.shard->handle(walker.id, 0, hall::command::Move{walker.sequence, domain::pack_position(walker.at)});
    return;
  }
}

void WalkingHall::step() {
  clock_ms_ += 10;
  store_.now = kNoon + static_cast<UnixMs>(clock_ms_ - 5'000);
  for (auto& shard : shards_) shard->run_step(clock_ms_);
  settle();
}

void WalkingHall::settle() {
  loop_.restart();
  while (loop_.poll() != 0) {
  }
}

double WalkingHall::in_view() const {
  const auto cell = [](const Walker& walker) {
    const auto tile = domain::tile_of(walker.at);
    return std::pair{tile.x / 24, tile.y / 16};
  };
  std::uint64_t seen = 0;
  for (const auto& one : walkers_) {
    for (const auto& other : walkers_) {
      const auto [x, y] = cell(*one);
      const auto [u, v] = cell(*other);
      if (one != other && std::abs(x - u) <= 1 && std::abs(y - v) <= 1) ++seen;
    }
  }
  return static_cast<double>(seen) / static_cast<double>(walkers_.size());
}

}  // namespace posterhall::tests
