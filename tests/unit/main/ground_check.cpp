// What processes of one hall must have in common, looked at before one opens: each fault is a sentence of its own.
#include "main/ground_check.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "contract/store_fixture.hpp"

namespace posterhall::tests {
namespace {

constexpr UnixMs kStoreNow = 1'700'000'000'000;  // the store tells whole seconds

class GroundCheck : public testing::Test {
 protected:
  /// As the one that came first does.
  hall::CommonGround first() {
    const auto ground = make_ground(data_.path(), [this] { return ++random_; });
    EXPECT_FALSE(fault(leased(ground), ground));
    return ground;
  }
  std::optional<std::string> fault(const hall::LeasedShards& leased, const hall::CommonGround& ours,
                                   UnixMs now = kStoreNow) {
    return ground_fault(leased, ours, data_.path(), now);
  }
  static hall::LeasedShards leased(hall::CommonGround ground) {
    hall::LeasedShards out;
    out.ground = std::move(ground);
    out.now = kStoreNow;
    return out;
  }
  [[nodiscard]] std::vector<std::string> marks() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(data_.path() / "files")) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }
  hall::CommonGround next() {
    return make_ground(data_.path(), [this] { return ++random_; });
  }

  store_test::TemporaryFolder data_;
  std::uint64_t random_ = 6;
};

TEST_F(GroundCheck, who_shares_the_folder_fits_and_leaves_the_firsts_mark_alone) {
  const auto ours = first();
  EXPECT_FALSE(fault(leased(ours), next()));
  EXPECT_EQ(marks(), std::vector<std::string>{".shared-" + ours.folder});
}

TEST_F(GroundCheck, a_mark_that_was_left_behind_goes_with_the_next_first) {
  (void)first();
  const auto later = first();
  EXPECT_EQ(marks(), std::vector<std::string>{".shared-" + later.folder});
}

TEST_F(GroundCheck, another_folder_of_poster_files_is_named) {
  (void)first();
  const auto said = fault(leased({"0123456789abcdef", next().version}), next());
  ASSERT_TRUE(said);
  EXPECT_NE(said->find("is not the folder of poster files"), std::string::npos) << *said;
}

TEST_F(GroundCheck, another_version_is_named_with_both) {
  const auto ours = first();
  const auto said = fault(leased({ours.folder, 99}), next());
  ASSERT_TRUE(said);
  EXPECT_NE(said->find("speak version 99 to each other; this program speaks version"), std::string::npos) << *said;
}

TEST_F(GroundCheck, clocks_within_what_tickets_allow_fit_and_others_do_not) {
  const auto ours = first();
  const auto at = [&](std::int64_t apart_ms) { return fault(leased(ours), next(), kStoreNow + apart_ms); };
  EXPECT_FALSE(at(10'999));  // less than 11 s by the store's whole seconds may be 10
  EXPECT_FALSE(at(-10'000));
  const auto ahead = at(12'000), behind = at(-11'000);
  ASSERT_TRUE(ahead && behind);
  EXPECT_NE(ahead->find("12 s ahead of the store's"), std::string::npos) << *ahead;
  EXPECT_NE(behind->find("11 s behind the store's"), std::string::npos) << *behind;
}

}  // namespace
}  // namespace posterhall::tests
