#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

using domain::ShiftPiece;
using domain::TimeSpan;

constexpr UnixMs kHour = 3'600'000;
constexpr UnixMs kStart = 1'776'751'200'000;

template <class Over>
class ShiftStoreTest : public StoreTest<Over> {
 protected:
  static domain::Session session(const std::string& id, UnixMs start, UnixMs end) {
    domain::Session out;
    out.id = out.title = id;
    out.kind = domain::SessionKind::exhibition;
    out.day = "2026-04-21";
    out.span = {start, end};
    return out;
  }
  /// The list says: poster 1 in the morning, and an hour of its own.
  store::CatalogueChange event() {
    auto one = this->poster(1, "p-1");
    one.shift_ids = {"morning"};
    one.own_hours = {{kStart - 2 * kHour, kStart - kHour}};
    auto change = this->change({one, this->poster(2, "p-2")});
    change.setting.sessions = {session("morning", kStart, kStart + 4 * kHour),
                               session("evening", kStart + 10 * kHour, kStart + 14 * kHour)};
    return change;
  }
  void SetUp() override {
    StoreTest<Over>::SetUp();
    ASSERT_TRUE(this->tools_->catalogue().apply(event(), this->kNow));
    ingrid_ = this->invite("i@example.org", 1, domain::Role::attendee, {PosterKey{1}});
    davit_ = this->invite("d@example.org", 2, domain::Role::attendee, {PosterKey{1}});
  }
  Result<hall::ShiftPlanStored> choose(const std::string& id, std::uint32_t after, std::vector<ShiftPiece> pieces) {
    return wait_for<hall::ShiftPlanStored>([&](auto reply) {
      this->store_->shifts().set_plan({PosterKey{1}, id, after, pieces, ingrid_}, std::move(reply));
    });
  }
  domain::Poster first() {
    const auto loaded = *wait_for<hall::CatalogueAndLayout>(
        [&](auto reply) { this->store_->catalogue().load_catalogue(std::move(reply)); });
    for (const auto& poster : loaded.catalogue->posters) {
      if (poster.id == "p-1") return poster;
    }
    return {};
  }
  PersonId ingrid_, davit_;
};
TYPED_TEST_SUITE(ShiftStoreTest, Backends);

TYPED_TEST(ShiftStoreTest, TheListCountsUntilAnAuthorChooses) {
  auto poster = this->first();
  ASSERT_EQ(poster.plans.size(), 1U);
  EXPECT_EQ(poster.plans[0], (domain::ShiftPlan{"morning", 0, {{PersonId{}, 0, 4 * kHour}}}));
  EXPECT_EQ(poster.shifts, (std::vector<TimeSpan>{{kStart - 2 * kHour, kStart - kHour}, {kStart, kStart + 4 * kHour}}));
  const auto before = this->heads({domain::Channel::catalogue()}).front();
  const std::vector<ShiftPiece> shared = {{this->ingrid_, 0, kHour}, {this->davit_, kHour, 2 * kHour}};
  const auto chosen = this->choose("morning", 0, shared);
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->number, 1U);
  EXPECT_GT(this->heads({domain::Channel::catalogue()}).front(), before) << "running servers see it";
  this->reopen();
  poster = this->first();
  EXPECT_EQ(poster.plans[0], (domain::ShiftPlan{"morning", 1, shared}));
  EXPECT_EQ(poster.shifts, (std::vector<TimeSpan>{{kStart - 2 * kHour, kStart - kHour}, {kStart, kStart + 2 * kHour}}));
}

TYPED_TEST(ShiftStoreTest, AnImportDoesNotOverwriteWhatAuthorsChoseNorWhatTheyGaveBack) {
  ASSERT_TRUE(this->choose("evening", 0, {{this->ingrid_, 0, kHour}}));
  ASSERT_TRUE(this->choose("morning", 0, {}));
  auto change = this->event();
  change.posters[0].shift_ids = {"morning", "evening"};
  ASSERT_TRUE(this->tools_->catalogue().apply(change, this->kNow));
  const auto poster = this->first();
  ASSERT_EQ(poster.plans.size(), 2U);
  EXPECT_TRUE(poster.plans[0].pieces.empty()) << "given back stays given back";
  EXPECT_EQ(poster.plans[1].pieces, (std::vector<ShiftPiece>{{this->ingrid_, 0, kHour}}));
}

TYPED_TEST(ShiftStoreTest, MovesWithItsSessionAndWithWhoIsAnAuthor) {
  ASSERT_TRUE(this->choose("evening", 0, {{this->ingrid_, 0, kHour}, {this->davit_, 2 * kHour, 4 * kHour}}));
  auto change = this->event();
  change.setting.sessions[1].span = {kStart + 20 * kHour, kStart + 23 * kHour};
  ASSERT_TRUE(this->tools_->catalogue().apply(change, this->kNow));
  auto poster = this->first();
  EXPECT_EQ(poster.shifts.back(), (TimeSpan{kStart + 22 * kHour, kStart + 23 * kHour})) << "cut to what is left of it";
  store::Invite invite;
  invite.email = "d@example.org";
  invite.posters = std::vector<PosterKey>{};
  ASSERT_TRUE(this->tools_->people().invite({invite}, this->kLater, this->kNow));
  poster = this->first();
  EXPECT_EQ(poster.shifts.back(), (TimeSpan{kStart + 20 * kHour, kStart + 21 * kHour}));
}

TYPED_TEST(ShiftStoreTest, WhoChoosesLaterDoesNotOverwriteWhatTheyDidNotSee) {
  ASSERT_TRUE(this->choose("evening", 0, {{this->ingrid_, 0, kHour}}));
  const auto late = this->choose("evening", 0, {{this->davit_, 0, kHour}});
  ASSERT_TRUE(late);
  EXPECT_TRUE(late->moved_on);
  EXPECT_EQ(late->number, 1U);
  EXPECT_EQ(this->first().plans.back().pieces[0].person, this->ingrid_);
  EXPECT_FALSE(this->choose("evening", 1, {{this->davit_, 0, kHour}})->moved_on);
}

}  // namespace
}  // namespace posterhall::store_test
