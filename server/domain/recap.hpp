// Recap: what stays of a breakout: its questions with their answers, the links, posters and slides that were shown, and
// when it was open, for its talk. Made from the stored events of the room, from the first. Runs on: any thread (a
// value). Owns: its lists.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/breakout_room.hpp"

namespace posterhall::domain {

class Recap {
 public:
  explicit Recap(std::string session) : session_(std::move(session)) {}

  /// In number order.
  void take(const Event& event);

  [[nodiscard]] bool opened() const { return from_ != 0; }
  [[nodiscard]] UnixMs from() const { return from_; }
  /// 0 = still open.
  [[nodiscard]] UnixMs until() const { return until_; }
  [[nodiscard]] std::size_t people() const { return people_.size(); }  ///< who came
  [[nodiscard]] const std::vector<std::string>& links() const {
    return links_;
  }  ///< in the order they were set, each once
  [[nodiscard]] const std::vector<PosterKey>& posters() const { return posters_; }
  [[nodiscard]] const std::vector<std::uint32_t>& decks() const { return decks_; }         ///< slides, as posters
  [[nodiscard]] const std::vector<RoomQuestion>& questions() const { return questions_; }  ///< that all might read

 private:
  void note_stage();

  std::string session_;
  BreakoutRoom room_;
  UnixMs from_ = 0;
  UnixMs until_ = 0;
  std::set<PersonId> people_;
  std::vector<std::string> links_;
  std::vector<PosterKey> posters_;
  std::vector<std::uint32_t> decks_;
  std::vector<RoomQuestion> questions_;
};

}  // namespace posterhall::domain
