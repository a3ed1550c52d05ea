// Space that is kept for the day the disk is full: a file that is given up so that order can still be kept and people
// can come back (bans, tickets), and taken again when there is room.
// Runs on: the writer's thread. Owns: the file.
#pragma once

#include <cstddef>
#include <filesystem>

namespace posterhall::store {

class Reserve {
 public:
  static constexpr std::size_t kBytes = 2 * 1024 * 1024;

  /// Takes the space if it is to be had. An empty path: there is none to take.
  explicit Reserve(std::filesystem::path file);

  [[nodiscard]] bool held() const { return held_; }
  /// Takes the space again, if there is room; says whether it is held now.
  bool take();
  /// Gives it to the rest of the disk.
  void give_up();

 private:
  std::filesystem::path file_;
  bool held_ = false;
};

}  // namespace posterhall::store
