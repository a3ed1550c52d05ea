// DeckStore: slides put up, replaced, taken away; what running servers read of them, and which files they need.
#include <algorithm>

#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Backend>
class DeckStoreTest : public StoreTest<Backend> {
 protected:
  static std::string hash(char letter, std::uint32_t number = 0) {
    std::string made(64, letter);
    made.replace(0, 2, {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)});
    return made;
  }
  static hall::NewDeck wish(const std::string& session, char letter, std::uint32_t pages) {
    hall::NewDeck deck{session, std::string("talk ") + letter + ".pdf", {hash(letter), {}}, PersonId{7}};
    for (std::uint32_t i = 1; i <= pages; ++i) deck.files.pictures.push_back(hash(letter, i));
    return deck;
  }
  Result<domain::Deck> put_up(const hall::NewDeck& deck) {
    return wait_for<domain::Deck>([&](auto reply) { this->store_->decks().put_up(deck, std::move(reply)); });
  }
  domain::Deck deck_of(const std::string& session) {
    return *wait_for<domain::Deck>([&](auto reply) { this->store_->decks().deck_of(session, std::move(reply)); });
  }
  bool remove(const std::string& session) {
    return *wait_for<bool>([&](auto reply) { this->store_->decks().remove(session, PersonId{7}, std::move(reply)); });
  }
  std::vector<domain::Deck> read() {
    return wait_for<hall::CatalogueAndLayout>(
               [&](auto reply) { this->store_->catalogue().load_catalogue(std::move(reply)); })
        ->catalogue->decks;
  }
  bool needs(const std::string& file) {
    const auto needed = this->tools_->needed_files();
    return std::ranges::find(*needed, file) != needed->end();
  }
  std::uint32_t head() { return this->heads({domain::Channel::catalogue()}).front(); }
};
TYPED_TEST_SUITE(DeckStoreTest, Backends);

TYPED_TEST(DeckStoreTest, WhatWasPutUpCountsAndIsReadBackAfterARestart) {
  EXPECT_EQ(this->deck_of("b1").id, 0U);
  const auto before = this->head();
  const auto deck = this->put_up(this->wish("b1", 'a', 3));
  ASSERT_TRUE(deck);
  EXPECT_GT(this->head(), before) << "running servers look again";
  EXPECT_EQ(deck->pages, 3U);
  EXPECT_EQ(deck->name, "talk a.pdf");
  EXPECT_EQ(deck->by, PersonId{7});
  EXPECT_EQ(deck->at, this->kNow);
  this->reopen();
  EXPECT_EQ(this->deck_of("b1"), *deck);
  EXPECT_EQ(this->read(), std::vector<domain::Deck>{*deck});
  EXPECT_EQ(this->deck_of("b2").id, 0U);
  for (std::uint32_t i = 0; i <= 3; ++i) EXPECT_TRUE(this->needs(this->hash('a', i))) << i;
}

TYPED_TEST(DeckStoreTest, OneReplacedIsKeptForARoomThatShowsItAndFiveAtMost) {
  std::vector<domain::Deck> decks;
  for (const char letter : std::string("abcdef")) decks.push_back(*this->put_up(this->wish("b1", letter, 2)));
  const auto other = *this->put_up(this->wish("b2", '7', 1));
  EXPECT_EQ(this->deck_of("b1"), decks.back());
  const auto all = this->read();
  ASSERT_EQ(all.size(), 7U);
  EXPECT_EQ(all[0].list, "") << "the sixth before";
  EXPECT_EQ(all[0].name, "talk a.pdf") << "for what is told of the breakout afterwards";
  EXPECT_EQ(all[1], decks[1]);
  EXPECT_FALSE(this->needs(this->hash('a')));
  EXPECT_FALSE(this->needs(this->hash('a', 1)));
  EXPECT_TRUE(this->needs(this->hash('b', 2)));
  EXPECT_TRUE(this->needs(other.list));
}

TYPED_TEST(DeckStoreTest, TakenAwayIsAllOfTheSessionAndNothingOfAnother) {
  this->put_up(this->wish("b1", 'a', 2));
  this->put_up(this->wish("b1", 'b', 2));
  const auto other = *this->put_up(this->wish("b2", 'c', 1));
  const auto before = this->head();
  EXPECT_TRUE(this->remove("b1"));
  EXPECT_GT(this->head(), before);
  EXPECT_FALSE(this->remove("b1"));
  EXPECT_EQ(this->deck_of("b1").id, 0U);
  EXPECT_EQ(this->deck_of("b2"), other);
  for (const char letter : std::string("ab")) {
    for (std::uint32_t i = 0; i <= 2; ++i) EXPECT_FALSE(this->needs(this->hash(letter, i))) << letter << i;
  }
  // A number is never given twice: a room's stored events name it.
  EXPECT_EQ(this->put_up(this->wish("b1", 'd', 1))->id, other.id + 1);
  EXPECT_TRUE(this->tools_->faults()->empty());
}

TYPED_TEST(DeckStoreTest, WhatWasNotConvertedIsRefused) {
  EXPECT_FALSE(this->put_up(this->wish("b1", 'a', 0)));
  EXPECT_FALSE(this->put_up(this->wish("b1", 'a', domain::kMostSlides + 1)));
  auto none = this->wish("b1", 'a', 2);
  none.files.list.clear();
  EXPECT_FALSE(this->put_up(none));
  EXPECT_TRUE(this->read().empty());
}

}  // namespace
}  // namespace posterhall::store_test
