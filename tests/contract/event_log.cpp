#include <algorithm>
#include <atomic>
#include <numeric>
#include <set>
#include <thread>

#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

using domain::Channel;

template <class Over>
class EventLogTest : public StoreTest<Over> {};
TYPED_TEST_SUITE(EventLogTest, Backends);

TYPED_TEST(EventLogTest, NumbersEachChannelFromOneWithoutGaps) {
  for (std::uint32_t i = 1; i <= 5; ++i) {
    const auto hall = this->append(this->message(Channel::hall(), 7, i));
    ASSERT_TRUE(hall);
    EXPECT_EQ(hall->number, i);
    EXPECT_EQ(hall->at, this->kNow);
    EXPECT_FALSE(hall->already_there);
  }
  EXPECT_EQ(this->append(this->message(Channel::talk(RoomId{2}), 7, 100))->number, 1U);
}

TYPED_TEST(EventLogTest, CountsTheSameClientIdOnceForEver) {
  const auto event = this->message(Channel::hall(), 7, 1);
  ASSERT_TRUE(this->append(event));
  ASSERT_TRUE(this->append(this->message(Channel::hall(), 8, 1)));  // another author's id is another id
  this->now_ += 1000;
  auto again = event;
  again.text = "changed on the way";
  const auto answer = this->append(again);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->already_there);
  EXPECT_EQ(answer->number, 1U);
  EXPECT_EQ(answer->at, this->kNow);
  this->reopen();
  EXPECT_TRUE(this->append(event)->already_there);
  const auto events = this->read(Channel::hall(), 0, 0, 10);
  ASSERT_EQ(events->size(), 2U);
  EXPECT_EQ(events->front().text, "hello");
}

TYPED_TEST(EventLogTest, KeepsEveryFieldAndEveryByteOfTheText) {
  auto event = this->message(Channel::direct(PersonId{9}, PersonId{3}), 9, 77, "a\\b \"x\" {'}, 山田 \n\t");
  event.kind = domain::EventKind::edit;
  event.ref = 4;
  ASSERT_TRUE(this->append(event));
  this->reopen();
  const auto events = this->read(event.channel, 0, 0, 10);
  ASSERT_EQ(events->size(), 1U);
  const auto& stored = events->front();
  EXPECT_EQ(stored.channel, event.channel);
  EXPECT_EQ(stored.client_id, event.client_id);
  EXPECT_EQ(stored.author, event.author);
  EXPECT_EQ(stored.kind, event.kind);
  EXPECT_EQ(stored.ref, event.ref);
  EXPECT_EQ(stored.text, event.text);
  EXPECT_EQ(stored.at, this->kNow);
}

TYPED_TEST(EventLogTest, BytesThatAreNoTextHarmNobody) {
  // What comes from outside was cleaned of them long before. Kept whole or refused, and nothing beside it suffers.
  std::vector<std::thread> writers;
  std::atomic<int> fine{0};
  for (std::uint32_t i = 1; i <= 8; ++i) {
    writers.emplace_back([&, i] {
      const bool odd = i % 4 == 0;
      const auto text = odd ? std::string("a\0b", 3) : std::string("words");
      if (this->append(this->message(Channel::hall(), i, i, text)) || odd) ++fine;
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(fine, 8);
  for (const auto& event : *this->read(Channel::hall(), 0, 0, 100)) {
    EXPECT_TRUE(event.text == "words" || event.text == std::string("a\0b", 3));
  }
  EXPECT_TRUE(this->tools_->faults()->empty());
}

TYPED_TEST(EventLogTest, ReadsTheNewestOfAWindowInOrder) {
  for (std::uint32_t i = 1; i <= 10; ++i) ASSERT_TRUE(this->append(this->message(Channel::hall(), 7, i)));
  const auto numbers = [&](std::uint32_t after, std::uint32_t before, std::uint32_t limit) {
    std::vector<std::uint32_t> result;
    for (const auto& event : *this->read(Channel::hall(), after, before, limit)) result.push_back(event.number);
    return result;
  };
  EXPECT_EQ(numbers(0, 0, 3), (std::vector<std::uint32_t>{8, 9, 10}));
  EXPECT_EQ(numbers(0, 8, 3), (std::vector<std::uint32_t>{5, 6, 7}));
  EXPECT_EQ(numbers(6, 9, 100), (std::vector<std::uint32_t>{7, 8}));
  EXPECT_EQ(numbers(10, 0, 100), (std::vector<std::uint32_t>{}));
  EXPECT_TRUE(this->read(Channel::talk(RoomId{9}), 0, 0, 10)->empty());
}

/// Removed and edited far outside the page: the page has the words of now, in the entries and in their edits.
TYPED_TEST(EventLogTest, ReadsTheWordsOfNow) {
  const auto put = [&](std::uint32_t id, domain::EventKind kind, std::uint32_t ref, const std::string& text) {
    auto event = this->message(Channel::hall(), 7, id, text);
    event.kind = kind;
    event.ref = ref;
    ASSERT_TRUE(this->append(event));
  };
  put(1, domain::EventKind::message, 0, "secret");
  put(2, domain::EventKind::edit, 1, "secret too");
  put(3, domain::EventKind::message, 0, "helo");
  put(4, domain::EventKind::edit, 3, "hallo");
  put(5, domain::EventKind::answer, 1, "an answer stays");
  for (std::uint32_t i = 6; i <= 20; ++i) ASSERT_TRUE(this->append(this->message(Channel::hall(), 7, i)));
  put(21, domain::EventKind::edit, 3, "hello you");
  put(22, domain::EventKind::remove, 1, "");
  // The same numbers in another channel change nothing here.
  for (std::uint32_t i = 30; i <= 35; ++i) {
    auto other = this->message(Channel::announce(), 7, i);
    other.kind = domain::EventKind::remove;
    other.ref = 5;
    ASSERT_TRUE(this->append(other));
  }
  const auto texts = [&](std::uint32_t after, std::uint32_t before) {
    std::vector<std::string> result;
    for (const auto& event : *this->read(Channel::hall(), after, before, 100)) result.push_back(event.text);
    return result;
  };
  EXPECT_EQ(texts(0, 6), (std::vector<std::string>{"", "", "hello you", "hello you", "an answer stays"}));
  EXPECT_EQ(texts(1, 3), (std::vector<std::string>{""}));
  EXPECT_EQ(texts(20, 0), (std::vector<std::string>{"hello you", ""}));
  // Tools read what is stored, word for word.
  EXPECT_EQ(this->tools_->read_channel(Channel::hall())->front().text, "secret");
}

/// What is hidden says so wherever it is read, with its answers and their edits; who wants it answered is counted once.
TYPED_TEST(EventLogTest, KnowsWhatBecameOfAQuestion) {
  const Channel poster = Channel::poster(PosterKey{17});
  const auto put = [&](std::uint32_t id, domain::EventKind kind, std::uint32_t ref, std::uint32_t by) {
    auto event = this->message(poster, by, id, "words");
    event.kind = kind;
    event.ref = ref;
    ASSERT_TRUE(this->append(event));
  };
  put(1, domain::EventKind::question_unnamed, 0, 7);
  put(2, domain::EventKind::answer, 1, 8);
  for (std::uint32_t i = 3; i <= 9; ++i) put(i, domain::EventKind::question, 0, 9);
  put(10, domain::EventKind::edit, 2, 8);
  put(11, domain::EventKind::wanted, 1, 9);
  put(12, domain::EventKind::wanted, 3, 8);
  put(13, domain::EventKind::hidden_by_order, 1, 4);
  const auto hidden = [&](std::uint32_t after, std::uint32_t before) {
    std::vector<std::uint32_t> numbers;
    for (const auto& event : *this->read(poster, after, before, 100)) {
      EXPECT_EQ(event.text, "words");
      if (event.hidden) numbers.push_back(event.number);
    }
    return numbers;
  };
  EXPECT_EQ(hidden(0, 0), (std::vector<std::uint32_t>{1, 2, 10}));
  EXPECT_EQ(hidden(9, 11), (std::vector<std::uint32_t>{10}));
  const auto first = this->question(poster, 1, PersonId{9});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->asker, PersonId{7});
  EXPECT_EQ(first->hidden, domain::HiddenBy::order);
  EXPECT_EQ(first->reason, "words");
  EXPECT_EQ(first->wants, 1U);
  EXPECT_TRUE(first->wanted);
  EXPECT_FALSE(this->question(poster, 1, PersonId{8})->wanted);
  EXPECT_FALSE(this->question(poster, 2, PersonId{9})) << "an answer";
  EXPECT_FALSE(this->question(poster, 99, PersonId{9}));
  EXPECT_FALSE(this->question(Channel::poster(PosterKey{18}), 1, PersonId{9}));
  put(14, domain::EventKind::shown_again, 1, 4);
  EXPECT_TRUE(hidden(0, 0).empty());
}

TYPED_TEST(EventLogTest, AnswersHeadsInTheOrderAskedWithZeroForEmpty) {
  ASSERT_TRUE(this->append(this->message(Channel::hall(), 7, 1)));
  ASSERT_TRUE(this->append(this->message(Channel::poster(PosterKey{17}), 7, 2)));
  ASSERT_TRUE(this->append(this->message(Channel::poster(PosterKey{17}), 7, 3)));
  EXPECT_EQ(this->heads({Channel::poster(PosterKey{17}), Channel::announce(), Channel::hall()}),
            (std::vector<std::uint32_t>{2, 0, 1}));
  EXPECT_TRUE(this->heads({}).empty());
}

/// Many threads over two stores, as two processes over one directory would: one gap-free order.
TYPED_TEST(EventLogTest, KeepsOneOrderUnderManyWriters) {
  constexpr std::uint32_t kWriters = 4;
  constexpr std::uint32_t kEach = 100;
  const auto second = this->backend_.open();
  std::vector<std::set<std::uint32_t>> numbers(kWriters);
  std::vector<std::thread> threads;
  for (std::uint32_t w = 0; w < kWriters; ++w) {
    threads.emplace_back([&, w] {
      LentLoop loop;
      const auto guard = boost::asio::make_work_guard(*loop);
      std::uint32_t waiting = kEach;
      auto& store = w % 2 == 0 ? *this->store_ : *second;
      for (std::uint32_t i = 0; i < kEach; ++i) {
        auto reply = hall::Reply<hall::Appended>(loop->get_executor(), [&](Result<hall::Appended> result) {
          if (result) numbers[w].insert(result->number);
          if (--waiting == 0) loop->stop();
        });
        store.events().append(this->message(Channel::hall(), w + 1, i), std::move(reply));
      }
      loop->run();
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::uint32_t> all;
  for (const auto& some : numbers) all.insert(some.begin(), some.end());
  ASSERT_EQ(all.size(), kWriters * kEach);
  EXPECT_EQ(*all.rbegin(), kWriters * kEach);
  const auto events = this->read(Channel::hall(), 0, 0, 10'000);
  ASSERT_EQ(events->size(), kWriters * kEach);
  for (std::uint32_t i = 0; i < events->size(); ++i) EXPECT_EQ((*events)[i].number, i + 1);
}

TYPED_TEST(EventLogTest, AnswersEverythingThatWaitsBeforeItCloses) {
  boost::asio::io_context loop;
  std::uint32_t answered = 0;
  for (std::uint32_t i = 0; i < 300; ++i) {
    auto reply = hall::Reply<hall::Appended>(loop.get_executor(), [&](Result<hall::Appended> result) {
      if (result) ++answered;
    });
    this->store_->events().append(this->message(Channel::hall(), 7, i), std::move(reply));
  }
  this->store_.reset();
  loop.run();
  EXPECT_EQ(answered, 300U);
  this->open();
  EXPECT_EQ(this->heads({Channel::hall()}), std::vector<std::uint32_t>{300});
}

TYPED_TEST(EventLogTest, FindsNothingUnsoundAfterwards) {
  for (std::uint32_t i = 0; i < 20; ++i) ASSERT_TRUE(this->append(this->message(Channel::hall(), 7, i)));
  EXPECT_TRUE(this->tools_->faults()->empty());
  EXPECT_EQ(this->tools_->read_channel(Channel::hall())->size(), 20U);
}

}  // namespace
}  // namespace posterhall::store_test
