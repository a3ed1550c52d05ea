#include "unit/hall/hall_world.hpp"

#include <map>
#include <utility>

namespace posterhall::tests {

std::optional<std::uint32_t> Frame::place_of(VisitorId id) const {
  for (std::size_t i = records.size(); i >= 2; i -= 2) {
    if (domain::visitor_of(records[i - 2]) == id) return records[i - 1];
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Frame::sequence_of(VisitorId id) const {
  for (std::size_t i = records.size(); i >= 2; i -= 2) {
    if (domain::visitor_of(records[i - 2]) == id) return domain::sequence_of(records[i - 2]);
  }
  return std::nullopt;
}

SharedBytes RecordingEncoder::notice(const hall::Notice& notice) {
  notices.push_back(notice);
  return share("n" + std::to_string(notices.size() - 1));
}

SharedBytes RecordingEncoder::state(const hall::StateBlock& block) {
  frames.push_back({block.step,
                    block.centre_cell,
                    block.snapshot,
                    {block.records.begin(), block.records.end()},
                    {block.gone.begin(), block.gone.end()}});
  return share("s" + std::to_string(frames.size() - 1));
}

const hall::Notice* RecordingEncoder::notice_of(const std::string& bytes) const {
  return &notices.at(std::stoul(bytes.substr(1)));
}

const Frame* RecordingEncoder::frame_of(const std::string& bytes) const {
  return &frames.at(std::stoul(bytes.substr(1)));
}

bool Tab::flush(SharedBytes state) {
  if (slow) return false;
  for (hall::Notice& notice : queued_) received.push_back(std::move(notice));
  queued_.clear();
  if (state) {
    frames.push_back(*encoder_.frame_of(*state));
    frame_bytes.push_back(state);
    history_.push_back(frames.back());
  }
  return true;
}

void Tab::close(hall::CloseReason reason, std::uint32_t after_ms) {
  flush(nullptr);
  closed = reason;
  retry_after_ms = after_ms;
}

std::optional<hall::notice::Reject> Tab::reject_of(std::uint32_t seq_asked) const {
  for (const auto& reject : all<hall::notice::Reject>()) {
    if (reject.in_reply_to == seq_asked) return reject;
  }
  return std::nullopt;
}

bool Tab::acked(std::uint32_t seq_asked) const {
  const auto acks = all<hall::notice::Ack>();
  return std::any_of(acks.begin(), acks.end(), [&](const auto& ack) { return ack.in_reply_to == seq_asked; });
}

std::vector<domain::Event> Tab::events(const domain::Channel& channel) const {
  std::vector<domain::Event> found;
  for (const auto& events : all<hall::notice::Events>()) {
    for (const auto& shown : events.events) {
      if (shown.event.channel == channel) found.push_back(shown.event);
    }
  }
  return found;
}

std::vector<std::uint32_t> Tab::numbers(const domain::Channel& channel) const {
  std::vector<std::uint32_t> numbers;
  for (const domain::Event& event : events(channel)) numbers.push_back(event.number);
  return numbers;
}

std::vector<std::pair<VisitorId, std::uint32_t>> Tab::sees() const {
  const domain::CellGeometry geometry{4, 3};
  std::map<VisitorId, std::uint32_t> seen;
  for (const Frame& frame : history_) {
    if (frame.snapshot) seen.clear();
    for (std::size_t i = 0; i < frame.records.size(); i += 2) {
      seen[domain::visitor_of(frame.records[i])] = frame.records[i + 1];
    }
    for (const std::uint32_t gone : frame.gone) seen.erase(VisitorId{gone});
    const std::uint32_t centre = (frame.centre_cell >> 16) * geometry.columns + (frame.centre_cell & 0xffffU);
    std::erase_if(seen, [&](const auto& item) {
      return !geometry.in_block(geometry.index_of(domain::unpack_position(item.second)), centre);
    });
  }
  return {seen.begin(), seen.end()};
}

std::optional<std::uint32_t> Tab::sees(VisitorId id_asked) const {
  for (const auto& [id_seen, place] : sees()) {
    if (id_seen == id_asked) return place;
  }
  return std::nullopt;
}

HallWorld::HallWorld(std::size_t count, std::uint32_t people) : setting(small_setting(people)) {
  store.now = kNoon;
  store.people = setting.people;
  for (std::size_t i = 0; i < count; ++i) {
    shards.push_back(std::make_unique<hall::Shard>(static_cast<hall::ShardNumber>(i), loop, ports(), setting));
    running.push_back(true);
  }
  reports.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    shards[i]->start([this, i](std::shared_ptr<const hall::HallReport> report) { reports[i] = std::move(report); });
  }
  settle();
  pass(20);  // shards have heard of one another
}

HallWorld::~HallWorld() = default;

hall::ShardPorts HallWorld::ports() {
  return {store,
          store,
          store,
          store,
          backplane,
          encoder,
          [this] { return kNoon + static_cast<UnixMs>(clock_ms - 5'000); },
          [this] { return clock_ms; },
          [this] { return random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL; },
          &figures,
          nullptr};
}

Tab& HallWorld::come(PersonId person, Coming coming) {
  Tab& tab = tabs.emplace_back(encoder);
  tab.shard = coming.shard;
  tab.person = person;
  tab.id = shards[coming.shard]->attach({person, coming.device, coming.asks_first}, tab);
  hall::command::Enter enter;
  enter.view = coming.view;
  enter.watch_only = coming.watch_only;
  enter.place = coming.place;
  enter.resume = std::move(coming.resume);
  enter.tab_id[0] = coming.tab != 0 ? coming.tab : next_tab_;
  enter.tab_id[1] = coming.tab != 0 ? 1 : 0;
  ++next_tab_;
  ask(tab, enter);
  if (const auto welcome = tab.last<hall::notice::Welcome>()) {
    tab.visitor = welcome->visitor;
    tab.sequence = welcome->sequence;
  }
  return tab;
}

Tab& HallWorld::come_at(PersonId person, std::int32_t x, std::int32_t y, Coming coming) {
  store.places[person] = {person, place_at(x, y), RoomId{}, kNoon, false};
  return come(person, std::move(coming));
}

std::uint32_t HallWorld::ask(Tab& tab, hall::Command command) {
  const std::uint32_t seq = ++tab.seq;
  shards[tab.shard]->handle(tab.id, seq, std::move(command));
  settle();
  return seq;
}

void HallWorld::step_to(Tab& tab, std::int32_t x, std::int32_t y) {
  tab.sequence = (tab.sequence + 1) & 0xffU;
  shards[tab.shard]->handle(tab.id, 0, hall::command::Move{tab.sequence, place_at(x, y)});
}

void HallWorld::walk_to(Tab& tab, std::int32_t x, std::int32_t y) {
  pass(200);
  domain::Tile at = tile_of(*tab.sees(tab.visitor));
  while (at.x != x || at.y != y) {
    if (at.x != x) {
      at.x += x > at.x ? 1 : -1;
    } else {
      at.y += y > at.y ? 1 : -1;
    }
    step_to(tab, at.x, at.y);
    pass(170);
  }
  pass(120);
}

void HallWorld::drop(Tab& tab, std::uint64_t silent_ms) {
  shards[tab.shard]->detach(tab.id, silent_ms);
  settle();
}

void HallWorld::settle() {
  loop.restart();
  while (loop.poll() != 0) {
  }
}

void HallWorld::pass(std::uint64_t ms) {
  for (std::uint64_t passed = 0; passed < ms; passed += 10) {
    clock_ms += 10;
    store.now = kNoon + static_cast<UnixMs>(clock_ms - 5'000);
    for (std::size_t i = 0; i < shards.size(); ++i) {
      if (running[i]) shards[i]->run_step(clock_ms);
    }
    backplane.collect_from(static_cast<hall::ShardNumber>(shards.size()));
    settle();
  }
}

void HallWorld::skip(std::uint64_t ms) {
  clock_ms += ms;
  pass(10);
}

void HallWorld::replace(hall::HallSetting next) {
  setting = std::move(next);
  for (const auto& shard : shards) shard->post_setting(setting);
  settle();
}

domain::ClientEventId client_id(std::uint32_t n) {
  domain::ClientEventId id{};
  for (std::size_t i = 0; i < 4; ++i) id[i] = static_cast<std::uint8_t>(n >> (8 * i));
  id[15] = 0x77;
  return id;
}

hall::command::Send message(const domain::Channel& channel, std::string text, std::uint32_t id, domain::EventKind kind,
                            std::uint32_t ref) {
  return {channel, client_id(id), kind, std::move(text), ref};
}

hall::command::Go go_booth(BoothNumber booth, hall::GoHow how) {
  return {{hall::GoTarget::Kind::booth, booth.value}, how};
}

domain::Tile tile_of(std::uint32_t word1) { return domain::tile_of(domain::unpack_position(word1)); }

}  // namespace posterhall::tests
