#include "media/conversion_queue.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>

namespace posterhall::media {
namespace {

using Stage = ConversionProgress::Stage;

/// A lane that does one step each time the test says so.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    ++steps_;
    changed_.notify_all();
  }
  void pass(const std::string& what) {
    std::unique_lock lock(mutex_);
    began_.push_back(what);
    changed_.notify_all();
    changed_.wait(lock, [this] { return steps_ > 0; });
    --steps_;
  }
  std::string wait_for(std::size_t nth) {
    std::unique_lock lock(mutex_);
    const bool came = changed_.wait_for(lock, std::chrono::seconds(60), [&] { return began_.size() > nth; });
    return came ? began_[nth] : "nothing";
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t steps_ = 0;
  std::vector<std::string> began_;
};

class QueueTest : public testing::Test {
 protected:
  ConversionWork work() {
    return {[this](const std::filesystem::path& file) {
              previews_.pass(file.string());
              hall::ConvertedFile converted;
              if (file == "bad") converted.refused = "is a web page";
              converted.file.file_hash = file.string();
              return converted;
            },
            [this](hall::ConvertedFile& converted) {
              tiles_.pass(converted.file.file_hash);
              converted.file.tiles_hash = "tiles";
              return std::string();
            },
            [] { return false; }, [] {},
            [this](const std::filesystem::path& file) {
              slides_.pass(file.string());
              hall::ConvertedFile converted;
              if (file == "bad") converted.refused = "is a picture";
              converted.deck = {"list", {"one", "two"}};
              return converted;
            }};
  }
  static Stage wait_until(const ConversionQueue& queue, const std::string& id, Stage wanted) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    auto stage = queue.look(id).stage;
    while (stage != wanted && std::chrono::steady_clock::now() < end) {
      std::this_thread::yield();
      stage = queue.look(id).stage;
    }
    return stage;
  }
  Gate previews_, tiles_, slides_;
};

TEST_F(QueueTest, PreviewsComeBeforeTilesAndPlacesAreTold) {
  ConversionQueue queue(work(), 1);
  queue.add("a", PersonId{1}, "a");
  queue.add("b", PersonId{2}, "b");
  EXPECT_EQ(previews_.wait_for(0), "a");
  EXPECT_EQ(queue.look("a").place, 1U);
  EXPECT_EQ(queue.look("b").place, 2U);
  EXPECT_GE(queue.look("b").wait_s, queue.look("a").wait_s);
  previews_.open();
  EXPECT_EQ(tiles_.wait_for(0), "a");
  EXPECT_EQ(queue.look("a").stage, Stage::preview);
  EXPECT_EQ(previews_.wait_for(1), "b") << "while the tiles of a are made";
  previews_.open();
  EXPECT_EQ(wait_until(queue, "b", Stage::preview), Stage::preview);
  EXPECT_EQ(queue.look("b").place, 2U);
  tiles_.open();
  EXPECT_EQ(wait_until(queue, "a", Stage::ready), Stage::ready);
  EXPECT_EQ(queue.look("a").converted.file.tiles_hash, "tiles");
  tiles_.open();
  EXPECT_EQ(wait_until(queue, "b", Stage::ready), Stage::ready);
  EXPECT_EQ(queue.look("c").stage, Stage::unknown);
}

TEST_F(QueueTest, WhoHasManyFilesWaitsBehindEverybodysFirst) {
  ConversionQueue queue(work(), 1);
  for (const auto* name : {"a1", "a2", "a3"}) queue.add(name, PersonId{1}, name);
  EXPECT_EQ(previews_.wait_for(0), "a1");
  queue.add("b1", PersonId{2}, "b1");
  EXPECT_EQ(queue.look("b1").place, 2U);
  EXPECT_EQ(queue.look("a3").place, 4U);
  for (int i = 0; i < 4; ++i) previews_.open();
  EXPECT_EQ(previews_.wait_for(1), "b1");
  EXPECT_EQ(previews_.wait_for(2), "a2");
  EXPECT_EQ(previews_.wait_for(3), "a3");
  for (int i = 0; i < 4; ++i) tiles_.open();
}

TEST_F(QueueTest, SlidesComeBeforeTilesAndLeaveThePreviewsAlone) {
  using Kind = ConversionQueue::Kind;
  ConversionQueue queue(work(), 1);
  queue.add("a", PersonId{1}, "a");
  previews_.open();
  EXPECT_EQ(tiles_.wait_for(0), "a");  // takes the only lane
  queue.add("b", PersonId{2}, "b");
  previews_.open();
  EXPECT_EQ(wait_until(queue, "b", Stage::preview), Stage::preview);
  queue.add("talk", PersonId{3}, "talk", Kind::slides);
  queue.add("bad", PersonId{3}, "bad", Kind::slides);
  EXPECT_EQ(queue.look("talk").stage, Stage::waiting);
  EXPECT_EQ(queue.look("bad").place, 2U);
  tiles_.open();
  EXPECT_EQ(slides_.wait_for(0), "talk") << "before the tiles of b";
  queue.add("c", PersonId{4}, "c");
  EXPECT_EQ(previews_.wait_for(2), "c") << "while slides are drawn";
  previews_.open();
  slides_.open();
  EXPECT_EQ(wait_until(queue, "talk", Stage::ready), Stage::ready);
  EXPECT_EQ(queue.look("talk").converted.deck.pictures.size(), 2U);
  slides_.open();
  EXPECT_EQ(wait_until(queue, "bad", Stage::refused), Stage::refused);
  EXPECT_EQ(queue.look("bad").converted.refused, "is a picture");
  tiles_.open();
  tiles_.open();
}

TEST_F(QueueTest, WhatIsRefusedHasNoTilesAndWhatIsForgottenIsGone) {
  ConversionQueue queue(work(), 1);
  queue.add("bad", PersonId{1}, "bad");
  previews_.open();
  EXPECT_EQ(wait_until(queue, "bad", Stage::refused), Stage::refused);
  EXPECT_EQ(queue.look("bad").converted.refused, "is a web page");
  queue.add("a", PersonId{1}, "a");
  EXPECT_EQ(previews_.wait_for(1), "a");
  queue.forget("a");
  previews_.open();
  EXPECT_EQ(queue.look("a").stage, Stage::unknown);
}

}  // namespace
}  // namespace posterhall::media
