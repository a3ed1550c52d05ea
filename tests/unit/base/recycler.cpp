// What is given back is taken again, as it was left.
#include "base/recycler.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>

namespace posterhall {
namespace {

TEST(Recycler, what_its_last_owner_let_go_of_is_taken_again) {
  Recycler<std::string> strings(2);
  auto first = strings.take();
  EXPECT_EQ(*first, "");
  *first = "left behind";
  const std::string* const place = first.get();
  auto shared = first;
  first.reset();
  auto second = strings.take();
  EXPECT_NE(second.get(), place) << "somebody has it";
  shared.reset();
  const auto third = strings.take();
  EXPECT_EQ(third.get(), place);
  EXPECT_EQ(*third, "left behind");
}

TEST(Recycler, keeps_as_many_as_it_may_and_only_what_is_worth_it) {
  struct Counted {
    int* alive = nullptr;
    bool large = false;
    ~Counted() {
      if (alive != nullptr) --*alive;
    }
  };
  int alive = 0;
  {
    Recycler<Counted> recycler(1, [](const Counted& one) { return !one.large; });
    auto a = recycler.take(), b = recycler.take(), c = recycler.take();
    for (const auto& one : {a, b, c}) one->alive = &alive;
    alive = 3;
    c->large = true;
    c.reset();
    EXPECT_EQ(alive, 2);
    a.reset();
    EXPECT_EQ(alive, 2) << "kept";
    b.reset();
    EXPECT_EQ(alive, 1) << "one is kept already";
  }
  EXPECT_EQ(alive, 0);
}

TEST(Recycler, may_end_before_what_was_taken_from_it) {
  std::shared_ptr<std::string> last;
  {
    Recycler<std::string> strings(1);
    last = strings.take();
  }
  std::thread elsewhere([one = std::move(last)] { EXPECT_TRUE(one->empty()); });
  elsewhere.join();
}

}  // namespace
}  // namespace posterhall
