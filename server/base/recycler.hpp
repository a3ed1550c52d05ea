// Recycler: things that are made all the time and shared for a moment, in the room that earlier ones took.
// Runs on: any thread, also after the recycler is gone. Owns: those that were given back.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace posterhall {

template <class T>
class Recycler {
 public:
  /// Keeps `most` that nobody has any more; of those only which are `worth_keeping`, all without it.
  explicit Recycler(std::size_t most, std::function<bool(const T&)> worth_keeping = {})
      : kept_(std::make_shared<Kept>(most, std::move(worth_keeping))) {}

  /// A new one, or one as its last owner left it: empty it first. It comes back when the last owner lets go of it.
  [[nodiscard]] std::shared_ptr<T> take() {
    std::unique_ptr<T> one = kept_->take();
    if (!one) one = std::make_unique<T>();
    return {one.release(), [kept = kept_](T* last) { kept->give_back(std::unique_ptr<T>(last)); }};
  }

 private:
  class Kept {
   public:
    Kept(std::size_t most, std::function<bool(const T&)> worth_keeping)
        : most_(most), worth_keeping_(std::move(worth_keeping)) {
      free_.reserve(most);
    }
    std::unique_ptr<T> take() {
      const std::lock_guard lock(mutex_);
      if (free_.empty()) return nullptr;
      std::unique_ptr<T> one = std::move(free_.back());
      free_.pop_back();
      return one;
    }
    void give_back(std::unique_ptr<T> one) {
      if (worth_keeping_ && !worth_keeping_(*one)) return;
      const std::lock_guard lock(mutex_);
      if (free_.size() < most_) free_.push_back(std::move(one));
    }

   private:
    std::size_t most_;
    std::function<bool(const T&)> worth_keeping_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<T>> free_;
  };
  std::shared_ptr<Kept> kept_;
};

}  // namespace posterhall
