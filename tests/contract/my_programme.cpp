// Sessions that persons chose and the addresses of their calendars, as every store keeps them.
#include "domain/my_programme.hpp"
#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Over>
class MyProgrammeTest : public StoreTest<Over> {
 protected:
  void SetUp() override {
    StoreTest<Over>::SetUp();
    amara_ = this->invite("amara@example.org", 1, domain::Role::attendee, {});
    davit_ = this->invite("davit@example.org", 2, domain::Role::attendee, {});
  }
  hall::MyProgramme& port() { return this->store_->my_programme(); }
  hall::ChosenSessions chosen(PersonId person) {
    return *wait_for<hall::ChosenSessions>([&](auto reply) { port().chosen(person, std::move(reply)); });
  }
  Result<bool> choose(PersonId person, const std::string& session, bool on = true) {
    return wait_for<bool>([&](auto reply) { port().choose(person, session, on, std::move(reply)); });
  }
  void open_calendar(PersonId person, std::uint8_t address) {
    EXPECT_EQ(*wait_for<UnixMs>([&](auto reply) { port().open_calendar(person, hash(address), std::move(reply)); }),
              this->kNow);
  }
  hall::CalendarOf calendar(std::uint8_t address) {
    return *wait_for<hall::CalendarOf>([&](auto reply) { port().calendar_at(hash(address), std::move(reply)); });
  }
  static hall::TokenHash hash(std::uint8_t of) {
    hall::TokenHash made{};
    made.fill(of);
    return made;
  }
  PersonId amara_, davit_;
};
TYPED_TEST_SUITE(MyProgrammeTest, Backends);

TYPED_TEST(MyProgrammeTest, SessionsAreChosenOnceForOnePersonAndTakenOut) {
  EXPECT_TRUE(*this->choose(this->amara_, "opening"));
  EXPECT_TRUE(*this->choose(this->amara_, "demo"));
  EXPECT_TRUE(*this->choose(this->amara_, "opening"));
  EXPECT_EQ(this->chosen(this->amara_).sessions.size(), 2U);
  EXPECT_TRUE(this->chosen(this->davit_).sessions.empty());
  EXPECT_TRUE(*this->choose(this->amara_, "demo", false));
  EXPECT_TRUE(*this->choose(this->amara_, "never there", false));
  this->reopen();
  EXPECT_EQ(this->chosen(this->amara_).sessions, std::vector<std::string>{"opening"});
  EXPECT_FALSE(this->choose(PersonId{99}, "opening")) << "there is no such person";
}

TYPED_TEST(MyProgrammeTest, SoManyAndNoMore) {
  for (std::size_t i = 0; i < domain::kMostChosen; ++i) {
    ASSERT_TRUE(*this->choose(this->amara_, std::to_string(i)));
  }
  EXPECT_FALSE(*this->choose(this->amara_, "one more"));
  EXPECT_TRUE(*this->choose(this->amara_, "7")) << "it is there already";
  EXPECT_TRUE(*this->choose(this->amara_, "7", false));
  EXPECT_TRUE(*this->choose(this->amara_, "one more"));
}

TYPED_TEST(MyProgrammeTest, ACalendarHasOneAddressUntilItIsReplacedEndedOrItsPersonRevoked) {
  EXPECT_EQ(this->chosen(this->amara_).calendar_at, 0);
  EXPECT_FALSE(this->calendar(1).person);
  ASSERT_TRUE(*this->choose(this->amara_, "demo"));
  this->open_calendar(this->amara_, 1);
  this->open_calendar(this->davit_, 2);
  EXPECT_EQ(this->calendar(1).person, this->amara_);
  EXPECT_EQ(this->calendar(1).sessions, std::vector<std::string>{"demo"});
  EXPECT_EQ(this->chosen(this->amara_).calendar_at, this->kNow);
  this->open_calendar(this->amara_, 3);
  EXPECT_FALSE(this->calendar(1).person) << "replaced";
  EXPECT_EQ(this->calendar(3).person, this->amara_);
  const auto end = [this] {
    return *wait_for<bool>([this](auto reply) { this->port().close_calendar(this->amara_, std::move(reply)); });
  };
  EXPECT_TRUE(end());
  EXPECT_FALSE(end());
  EXPECT_FALSE(this->calendar(3).person);
  ASSERT_TRUE(this->tools_->people().revoke("davit@example.org", this->kNow));
  EXPECT_FALSE(this->calendar(2).person) << "who is out reads nothing";
}

}  // namespace
}  // namespace posterhall::store_test
