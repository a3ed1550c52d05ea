#include "media/conversion_queue.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace posterhall::media {
namespace {

constexpr std::chrono::seconds kIdleEvery{10};
constexpr double kNewest = 0.3;  ///< how much the last duration counts

}  // namespace

ConversionQueue::ConversionQueue(ConversionWork work, std::size_t tile_lanes) : work_(std::move(work)) {
  slides_.width = tiles_.width = std::max<std::size_t>(1, tile_lanes);
  threads_.emplace_back([this] { run_previews(); });
  for (std::size_t i = 0; i < tiles_.width; ++i) threads_.emplace_back([this] { run_tiles(); });
}

ConversionQueue::~ConversionQueue() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.stop();
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void ConversionQueue::add(const std::string& id, PersonId owner, std::filesystem::path file, Kind kind) {
  const auto first = kind == Kind::slides ? Step::wait_slides : Step::wait_preview;
  {
    const std::lock_guard lock(mutex_);
    jobs_.try_emplace(id, Job{owner, std::move(file), ++next_, first, {}});
  }
  wake_.notify_all();
}

void ConversionQueue::forget(const std::string& id) {
  const std::lock_guard lock(mutex_);
  jobs_.erase(id);  // who works on it finds it gone and lets the result be
}

std::vector<std::string> ConversionQueue::order(Step waits) const {
  std::vector<std::pair<std::uint64_t, const Jobs::value_type*>> waiting;
  for (const auto& entry : jobs_) {
    if (entry.second.step == waits) waiting.emplace_back(0, &entry);
  }
  const auto by_sequence = [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->second.sequence) < std::tie(b.first, b.second->second.sequence);
  };
  std::sort(waiting.begin(), waiting.end(), by_sequence);
  auto rounds = served_;  // each further file of a person is a round later
  for (auto& [round, entry] : waiting) round = rounds[entry->second.owner]++;
  std::sort(waiting.begin(), waiting.end(), by_sequence);
  std::vector<std::string> ids;
  for (const auto& [round, entry] : waiting) ids.push_back(entry->first);
  return ids;
}

ConversionProgress ConversionQueue::progress_in(const Lane& lane, const std::string& id, const Job& job) const {
  ConversionProgress progress;
  progress.place = 1;
  if (job.step == lane.waits) {
    const auto ids = order(lane.waits);
    const auto before = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    const auto working = static_cast<std::size_t>(std::count_if(
        jobs_.begin(), jobs_.end(), [&lane](const auto& entry) { return entry.second.step == lane.works; }));
    progress.place = static_cast<std::uint32_t>(before + working + 1);
  }
  const double rounds = std::ceil(static_cast<double>(progress.place) / static_cast<double>(lane.width));
  progress.wait_s = static_cast<std::uint32_t>(std::ceil(rounds * lane.seconds));
  return progress;
}

ConversionProgress ConversionQueue::look(const std::string& id) const {
  using Stage = ConversionProgress::Stage;
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return {};
  const auto& job = found->second;
  ConversionProgress progress;
  switch (job.step) {
    case Step::wait_preview:
    case Step::previewing:
      progress = progress_in(previews_, id, job);
      progress.stage = Stage::waiting;
      return progress;
    case Step::wait_slides:
    case Step::drawing:
      progress = progress_in(slides_, id, job);
      progress.stage = Stage::waiting;
      return progress;
    case Step::wait_tiles:
    case Step::tiling:
      progress = progress_in(tiles_, id, job);
      progress.stage = Stage::preview;
      break;
    case Step::done: progress.stage = job.converted.refused.empty() ? Stage::ready : Stage::refused; break;
  }
  progress.converted = job.converted;
  return progress;
}

void ConversionQueue::note_time(Lane& lane, std::chrono::steady_clock::time_point begun) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  lane.seconds += kNewest * (took.count() - lane.seconds);
}

void ConversionQueue::run_previews() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto ids = order(Step::wait_preview);
    if (ids.empty()) {
      wake_.wait(lock);
      continue;
    }
    auto& job = jobs_.at(ids.front());
    job.step = Step::previewing;
    ++served_[job.owner];
    const auto file = job.file;
    lock.unlock();
    const auto begun = std::chrono::steady_clock::now();
    auto converted = work_.preview(file);
    lock.lock();
    note_time(previews_, begun);
    const auto still = jobs_.find(ids.front());
    if (still == jobs_.end()) continue;
    const bool whole = !converted.refused.empty() || !converted.file.tiles_hash.empty();
    still->second.converted = std::move(converted);
    still->second.step = whole ? Step::done : Step::wait_tiles;
    wake_.notify_all();
  }
}

bool ConversionQueue::draw_slides(std::unique_lock<std::mutex>& lock) {
  const auto ids = order(Step::wait_slides);
  if (ids.empty()) return false;
  auto& job = jobs_.at(ids.front());
  job.step = Step::drawing;
  ++served_[job.owner];
  const auto file = job.file;
  lock.unlock();
  const auto begun = std::chrono::steady_clock::now();
  auto converted = work_.slides(file);
  lock.lock();
  note_time(slides_, begun);
  const auto still = jobs_.find(ids.front());
  if (still == jobs_.end()) return true;
  still->second.converted = std::move(converted);
  still->second.step = Step::done;
  return true;
}

void ConversionQueue::run_tiles() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (draw_slides(lock)) continue;
    const auto ids = order(Step::wait_tiles);
    if (ids.empty()) {
      if (order(Step::wait_preview).empty()) served_.clear();
      lock.unlock();
      const bool did = work_.idle();
      lock.lock();
      const bool none = order(Step::wait_tiles).empty() && order(Step::wait_slides).empty();
      if (!did && !stopping_ && none) wake_.wait_for(lock, kIdleEvery);
      continue;
    }
    auto& job = jobs_.at(ids.front());
    job.step = Step::tiling;
    auto converted = job.converted;
    lock.unlock();
    const auto begun = std::chrono::steady_clock::now();
    const auto why = work_.tiles(converted);
    lock.lock();
    note_time(tiles_, begun);
    const auto still = jobs_.find(ids.front());
    if (still == jobs_.end()) continue;
    converted.refused = why;
    still->second.converted = std::move(converted);
    still->second.step = Step::done;
  }
}

}  // namespace posterhall::media
