// Files that wait to be converted: first previews in a lane of their own, tiles behind them in as many lanes as given;
// slides in those too, before the tiles.
// Fair: who has many files waits with the later ones behind everybody's first. What an upload needs comes before what
// is made up for in idle times.
// Runs on: any thread may ask; the work is on threads of its own. Owns: the threads.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "hall/ports/poster_store.hpp"

namespace posterhall::media {

struct ConversionWork {
  /// Judges and converts a file for its first preview. Blocks for seconds.
  std::function<hall::ConvertedFile(const std::filesystem::path& file)> preview;
  /// Adds the tiles. Empty, or why not.
  std::function<std::string(hall::ConvertedFile& converted)> tiles;
  /// Something to make up for while nobody waits. False: nothing to do now.
  std::function<bool()> idle;
  /// Ends what is being worked on, now; it fails then, and is not remembered.
  std::function<void()> stop;
  /// Slides, whole: minutes, on a lane of the tiles and before those.
  std::function<hall::ConvertedFile(const std::filesystem::path& file)> slides{};
};

struct ConversionProgress {
  enum class Stage : std::uint8_t { unknown, waiting, preview, ready, refused };
  Stage stage = Stage::unknown;
  std::uint32_t place = 0;  ///< from 1 = being worked on
  std::uint32_t wait_s = 0;
  hall::ConvertedFile converted;  ///< from preview on
};

class ConversionQueue {
 public:
  ConversionQueue(ConversionWork work, std::size_t tile_lanes);
  /// Stops what is being worked on; the rest is left.
  ~ConversionQueue();
  ConversionQueue(const ConversionQueue&) = delete;
  ConversionQueue& operator=(const ConversionQueue&) = delete;

  enum class Kind : std::uint8_t { poster, slides };
  void add(const std::string& id, PersonId owner, std::filesystem::path file, Kind kind = Kind::poster);
  [[nodiscard]] ConversionProgress look(const std::string& id) const;
  void forget(const std::string& id);

 private:
  enum class Step : std::uint8_t { wait_preview, previewing, wait_tiles, tiling, wait_slides, drawing, done };
  struct Job {
    PersonId owner;
    std::filesystem::path file;
    std::uint64_t sequence = 0;
    Step step = Step::wait_preview;
    hall::ConvertedFile converted;
  };
  using Jobs = std::map<std::string, Job>;
  struct Lane {
    Step waits, works;
    double seconds;  ///< what one takes, lately
    std::size_t width;
  };

  void run_previews();
  void run_tiles();
  /// Slides that wait, if there are any. False: there are none.
  bool draw_slides(std::unique_lock<std::mutex>& lock);
  /// The ids that wait for a lane, in the order in which they will be taken.
  [[nodiscard]] std::vector<std::string> order(Step waits) const;
  [[nodiscard]] ConversionProgress progress_in(const Lane& lane, const std::string& id, const Job& job) const;
  void note_time(Lane& lane, std::chrono::steady_clock::time_point begun);

  ConversionWork work_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  Jobs jobs_;
  std::map<PersonId, std::uint64_t> served_;  ///< of this rush: cleared when nobody waits
  std::uint64_t next_ = 0;
  Lane previews_{Step::wait_preview, Step::previewing, 2.0, 1};
  Lane tiles_{Step::wait_tiles, Step::tiling, 8.0, 1};
  Lane slides_{Step::wait_slides, Step::drawing, 20.0, 1};
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace posterhall::media
