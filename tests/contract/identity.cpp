#include <atomic>
#include <thread>

#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Over>
class IdentityTest : public StoreTest<Over> {
 protected:
  std::optional<domain::Person> find_link(std::uint8_t n, UnixMs now) {
    return *wait_for<std::optional<domain::Person>>(
        [&](auto reply) { this->store_->identity().find_link(this->token(n), now, std::move(reply)); });
  }
  std::optional<hall::Session> find_session(std::uint8_t n, UnixMs now) {
    return *wait_for<std::optional<hall::Session>>(
        [&](auto reply) { this->store_->identity().find_session(this->token(n), now, std::move(reply)); });
  }
  bool issue(std::uint8_t ticket, std::uint8_t session, UnixMs expires) {
    const hall::Ticket made{this->token(ticket), this->token(session), "http://localhost:8080", expires};
    return *wait_for<bool>([&](auto reply) { this->store_->identity().issue_ticket(made, std::move(reply)); });
  }
  std::optional<hall::Session> redeem(store::Store& store, std::uint8_t ticket, UnixMs now,
                                      const std::string& origin = "http://localhost:8080") {
    return *wait_for<std::optional<hall::Session>>(
        [&](auto reply) { store.identity().redeem_ticket(this->token(ticket), origin, now, std::move(reply)); });
  }
  bool end(std::uint8_t session, bool all) {
    return *wait_for<bool>([&](auto reply) {
      this->store_->identity().end_sessions(this->token(session), all, this->kNow, std::move(reply));
    });
  }
};
TYPED_TEST_SUITE(IdentityTest, Backends);

TYPED_TEST(IdentityTest, LooksALinkUpWithoutChangingAnything) {
  const auto person = this->invite("amara@example.org", 1);
  const auto head = this->heads({domain::Channel::people()});
  for (int i = 0; i < 3; ++i) {
    const auto found = this->find_link(1, this->kNow);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, person);
    EXPECT_FALSE(found->entered);
  }
  EXPECT_EQ(this->heads({domain::Channel::people()}), head);
}

TYPED_TEST(IdentityTest, AnswersUnknownRevokedAndExpiredAlike) {
  this->invite("amara@example.org", 1);
  this->invite("bo@example.org", 2);
  ASSERT_TRUE(this->tools_->people().revoke("bo@example.org", this->kNow));
  EXPECT_FALSE(this->find_link(9, this->kNow));
  EXPECT_FALSE(this->find_link(2, this->kNow));
  EXPECT_FALSE(this->find_link(1, this->kLater));
  EXPECT_FALSE(this->enter(9, 20));
  EXPECT_FALSE(this->enter(2, 21));
  EXPECT_FALSE(this->enter(1, 22, this->kLater));
}

TYPED_TEST(IdentityTest, OpensASessionOnEachDeviceAndKeepsWhatWasChosen) {
  const auto person = this->invite("amara@example.org", 1);
  hall::NewSession wanted{this->token(1), this->token(20), this->kLater, "Ama", {1, 2, 3, 4, 5}, "Africa/Lagos"};
  const auto first = *wait_for<std::optional<hall::Session>>(
      [&](auto reply) { this->store_->identity().open_session(wanted, this->kNow, std::move(reply)); });
  const auto second = this->enter(1, 21);  // the same link on another device, nothing chosen
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_EQ(first->person, person);
  EXPECT_EQ(second->person, person);
  EXPECT_NE(first->device, second->device);
  const auto found = this->find_link(1, this->kNow);
  EXPECT_TRUE(found->entered);
  EXPECT_EQ(found->short_name, "Ama");
  EXPECT_EQ(found->look, wanted.look);
  this->reopen();
  EXPECT_EQ(this->find_session(20, this->kNow)->device, first->device);
  EXPECT_FALSE(this->find_session(20, this->kLater));
}

TYPED_TEST(IdentityTest, EndsOneSessionOrAllOfAPerson) {
  this->invite("amara@example.org", 1);
  this->invite("bo@example.org", 2);
  for (std::uint8_t session = 20; session < 23; ++session) ASSERT_TRUE(this->enter(1, session));
  ASSERT_TRUE(this->enter(2, 30));
  EXPECT_TRUE(this->end(20, false));
  EXPECT_FALSE(this->find_session(20, this->kNow));
  EXPECT_TRUE(this->find_session(21, this->kNow));
  EXPECT_TRUE(this->end(21, true));
  EXPECT_FALSE(this->find_session(22, this->kNow));
  EXPECT_TRUE(this->find_session(30, this->kNow));
  EXPECT_FALSE(this->end(22, true));
}

/// A process that heard nothing of it reads it here.
TYPED_TEST(IdentityTest, WhatEndedIsAnEntryThatNamesTheSessions) {
  const auto person = this->invite("amara@example.org", 1);
  const auto first = this->enter(1, 20), second = this->enter(1, 21);
  const auto before = this->heads({domain::Channel::people()})[0];
  ASSERT_TRUE(this->end(20, false));
  const auto third = this->enter(1, 22);
  ASSERT_TRUE(this->end(22, true));
  std::vector<std::string> words;
  for (const auto& entry : *this->read(domain::Channel::people(), before, 0, 10)) {
    EXPECT_EQ(entry.author, person);
    if (entry.text.starts_with("ended")) words.push_back(entry.text);
  }
  const auto number = [](const auto& session) { return std::to_string(session->device); };
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0], "ended " + number(first));
  EXPECT_EQ(words[1], "ended " + number(second) + " " + number(third));
  EXPECT_NE(number(first), number(third)) << "a number is never given again";
}

TYPED_TEST(IdentityTest, TakesATicketOnceFromItsOwnOriginInTime) {
  const auto person = this->invite("amara@example.org", 1);
  const auto session = this->enter(1, 20);
  EXPECT_FALSE(this->issue(40, 99, this->kNow + 30'000));  // no such session
  ASSERT_TRUE(this->issue(40, 20, this->kNow + 30'000));
  const auto redeemed = this->redeem(*this->store_, 40, this->kNow);
  ASSERT_TRUE(redeemed);
  EXPECT_EQ(redeemed->person, person);
  EXPECT_EQ(redeemed->device, session->device);
  EXPECT_FALSE(this->redeem(*this->store_, 40, this->kNow));
  ASSERT_TRUE(this->issue(41, 20, this->kNow + 30'000));
  EXPECT_FALSE(this->redeem(*this->store_, 41, this->kNow, "https://evil.example"));
  EXPECT_FALSE(this->redeem(*this->store_, 41, this->kNow));  // tried is used up
  ASSERT_TRUE(this->issue(42, 20, this->kNow + 30'000));
  EXPECT_FALSE(this->redeem(*this->store_, 42, this->kNow + 30'000));
  ASSERT_TRUE(this->issue(43, 20, this->kNow + 30'000));
  ASSERT_TRUE(this->end(20, false));
  EXPECT_FALSE(this->redeem(*this->store_, 43, this->kNow));
}

/// Two processes over one directory, both with the same ticket: one wins, every time.
TYPED_TEST(IdentityTest, LetsOneOfManyHaveTheTicket) {
  this->invite("amara@example.org", 1);
  ASSERT_TRUE(this->enter(1, 20));
  const auto second = this->backend_.open();
  for (std::uint8_t ticket = 40; ticket < 60; ++ticket) {
    ASSERT_TRUE(this->issue(ticket, 20, this->kNow + 30'000));
    std::atomic<int> winners = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&, i] {
        if (this->redeem(i % 2 == 0 ? *this->store_ : *second, ticket, this->kNow)) ++winners;
      });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(winners, 1);
  }
}

TYPED_TEST(IdentityTest, RenewingEndsTheOldLinkAndRevokingEndsEverything) {
  const auto person = this->invite("amara@example.org", 1);
  ASSERT_TRUE(this->enter(1, 20));
  ASSERT_TRUE(this->issue(40, 20, this->kNow + 30'000));
  ASSERT_EQ(*this->tools_->people().renew("amara@example.org", this->token(2), this->kLater, this->kNow), person);
  EXPECT_FALSE(this->find_link(1, this->kNow));
  EXPECT_TRUE(this->find_link(2, this->kNow));
  EXPECT_TRUE(this->find_session(20, this->kNow));
  ASSERT_EQ(*this->tools_->people().revoke("amara@example.org", this->kNow), person);
  EXPECT_FALSE(this->find_link(2, this->kNow));
  EXPECT_FALSE(this->find_session(20, this->kNow));
  EXPECT_FALSE(this->redeem(*this->store_, 40, this->kNow));
  const auto entry = this->tools_->read_channel(domain::Channel::people())->back();
  EXPECT_EQ(entry.author, person);
  EXPECT_EQ(entry.text, "revoked");
  EXPECT_EQ(this->tools_->people().renew("nobody@example.org", this->token(3), this->kLater, this->kNow).error(),
            store::StoreError::nothing_there);
}

}  // namespace
}  // namespace posterhall::store_test
