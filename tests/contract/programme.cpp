// ProgrammeStore: what organisers change while the event runs, over what the files say.
#include <algorithm>

#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

constexpr UnixMs kHour = 3'600'000;
constexpr UnixMs kStart = 1'776'751'200'000;

template <class Over>
class ProgrammeStoreTest : public StoreTest<Over> {
 protected:
  static domain::Session session(const std::string& id, UnixMs start, UnixMs end) {
    domain::Session out;
    out.id = out.title = id;
    out.kind = domain::SessionKind::talks;
    out.day = "2026-04-21";
    out.host_emails = {"host@example.org"};
    out.span = {start, end};
    return out;
  }
  store::CatalogueChange event() {
    auto change = this->change({this->poster(1, "p-1")});
    change.setting.event.times = {kStart, kStart + 9 * kHour, 0, 0};
    change.setting.sessions = {session("morning", kStart, kStart + 4 * kHour),
                               session("evening", kStart + 5 * kHour, kStart + 9 * kHour)};
    return change;
  }
  void SetUp() override {
    StoreTest<Over>::SetUp();
    ASSERT_TRUE(this->tools_->catalogue().apply(event(), this->kNow));
  }
  Result<hall::ProgrammeStored> say(hall::SessionChange change) {
    return wait_for<hall::ProgrammeStored>(
        [&](auto reply) { this->store_->programme().change_session(std::move(change), std::move(reply)); });
  }
  Result<hall::ProgrammeStored> say(hall::TimesChange change) {
    return wait_for<hall::ProgrammeStored>(
        [&](auto reply) { this->store_->programme().change_times(change, std::move(reply)); });
  }
  std::shared_ptr<const domain::Catalogue> read() {
    return wait_for<hall::CatalogueAndLayout>(
               [&](auto reply) { this->store_->catalogue().load_catalogue(std::move(reply)); })
        ->catalogue;
  }
  const domain::Session* find(const domain::Catalogue& catalogue, const std::string& id) {
    const auto there = std::ranges::find(catalogue.sessions, id, &domain::Session::id);
    return there == catalogue.sessions.end() ? nullptr : &*there;
  }
  PersonId wairimu_{7};
};
TYPED_TEST_SUITE(ProgrammeStoreTest, Backends);

TYPED_TEST(ProgrammeStoreTest, AChangedSessionCountsAndSurvivesTheNextImport) {
  auto longer = this->session("morning", kStart, kStart + 5 * kHour);
  longer.title = "Morning, longer";
  ASSERT_TRUE(this->say(hall::SessionChange{longer, 0, false, false, this->wairimu_}));
  auto catalogue = this->read();
  const auto* morning = this->find(*catalogue, "morning");
  ASSERT_NE(morning, nullptr);
  EXPECT_EQ(morning->title, "Morning, longer");
  EXPECT_EQ(morning->span.end, kStart + 5 * kHour);
  EXPECT_EQ(morning->change, 1U);
  EXPECT_EQ(morning->host_emails.size(), 1U);
  auto again = this->event();
  again.expected_version = catalogue->version;
  ASSERT_TRUE(this->tools_->catalogue().apply(again, this->kNow + 1));
  catalogue = this->read();
  EXPECT_EQ(this->find(*catalogue, "morning")->title, "Morning, longer");
  // The file's own word is still known, to compare the next file with.
  const auto state = this->tools_->catalogue().load();
  ASSERT_TRUE(state);
  EXPECT_EQ(state->setting.sessions.front().title, "morning");
  ASSERT_TRUE(this->say(hall::SessionChange{this->session("morning", 0, 0), 1, false, true, this->wairimu_}));
  catalogue = this->read();
  EXPECT_EQ(this->find(*catalogue, "morning")->title, "morning");
  EXPECT_EQ(this->find(*catalogue, "morning")->change, 2U);
}

TYPED_TEST(ProgrammeStoreTest, SessionsComeAndGoInTheirOrder) {
  ASSERT_TRUE(this->say(hall::SessionChange{this->session("noon", kStart + 4 * kHour, kStart + 5 * kHour), 0, false,
                                            false, this->wairimu_}));
  ASSERT_TRUE(this->say(hall::SessionChange{this->session("evening", 0, 0), 0, true, false, this->wairimu_}));
  const auto catalogue = this->read();
  ASSERT_EQ(catalogue->sessions.size(), 2U);
  EXPECT_EQ(catalogue->sessions[0].id, "morning");
  EXPECT_EQ(catalogue->sessions[1].id, "noon");
}

TYPED_TEST(ProgrammeStoreTest, WhoIsSecondIsToldAndOverwritesNothing) {
  auto first = this->session("morning", kStart, kStart + kHour);
  auto second = this->session("morning", kStart, kStart + 2 * kHour);
  const auto version = this->read()->version;
  EXPECT_FALSE(this->say(hall::SessionChange{first, 0, false, false, this->wairimu_})->moved_on);
  EXPECT_TRUE(this->say(hall::SessionChange{second, 0, false, false, this->wairimu_})->moved_on);
  const auto catalogue = this->read();
  EXPECT_EQ(this->find(*catalogue, "morning")->span.end, kStart + kHour);
  EXPECT_EQ(catalogue->version, version + 1) << "a running server looks again once";
}

TYPED_TEST(ProgrammeStoreTest, TheHoursAreExtendedAndGoBack) {
  EXPECT_EQ(this->read()->event.times, (domain::EventTimes{kStart, kStart + 9 * kHour, 0, 0}));
  const domain::EventTimes later{kStart, kStart + 10 * kHour, 0, 0};
  ASSERT_TRUE(this->say(hall::TimesChange{later, 0, this->wairimu_}));
  EXPECT_EQ(this->read()->event.times, (domain::EventTimes{kStart, kStart + 10 * kHour, 0, 1}));
  EXPECT_TRUE(this->say(hall::TimesChange{domain::EventTimes{}, 0, this->wairimu_})->moved_on);
  ASSERT_TRUE(this->say(hall::TimesChange{std::nullopt, 1, this->wairimu_}));
  EXPECT_EQ(this->read()->event.times, (domain::EventTimes{kStart, kStart + 9 * kHour, 0, 2}));
}

}  // namespace
}  // namespace posterhall::store_test
