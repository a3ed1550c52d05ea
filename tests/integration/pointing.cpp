// Thirty people point at one poster in the real hall, its presenter among them, on one shard and on two: everybody sees
// every pointer and the presenter's view, in messages whose number and size are bounded. Prints how long a move took to
// be seen (docs/performance.md).
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <thread>

#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::uint32_t kPeople = 30;
constexpr std::uint32_t kBooth = 101;
constexpr std::uint32_t kConversation = 1U << 28 | kBooth;
constexpr int kRounds = 60;  // three seconds at 20 Hz
constexpr auto kRound = 50ms;

v1::ClientMessage stand_there() {
  v1::ClientMessage message;
  message.mutable_go()->set_booth(kBooth);
  message.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
  return message;
}

v1::ClientMessage point(std::uint32_t place) {
  v1::ClientMessage message;
  message.mutable_point()->set_booth(kBooth);
  message.mutable_point()->set_place(place);
  return message;
}

v1::ClientMessage show(std::uint32_t centre) {
  v1::ClientMessage message;
  message.mutable_show_view()->set_booth(kBooth);
  message.mutable_show_view()->set_centre(centre);
  message.mutable_show_view()->set_extent(0x40004000);
  return message;
}

/// Everybody at the booth, the presenter first.
class Booth {
 public:
  Booth(const DataFolder& data, const Server& server, const std::string& author) {
    auto links = data.links(kPeople - 1);
    links.insert(links.begin(), author);
    for (const auto& link : links) {
      browsers_.push_back(std::make_unique<Browser>(server.port(), server.origin()));
      EXPECT_EQ(browsers_.back()->enter(link).status, 200);
      tabs_.push_back(std::make_unique<Tab>(*browsers_.back()));
      (void)tabs_.back()->enter();
      tabs_.back()->say(stand_there());
    }
    for (auto& tab : tabs_) {
      (void)tab->hear([](const v1::ServerMessage& heard) {
        return heard.has_conversation() && heard.conversation().conversation() == kConversation &&
               heard.conversation().members_size() == static_cast<int>(kPeople);
      });
    }
  }
  [[nodiscard]] Tab& presenter() { return *tabs_.front(); }
  [[nodiscard]] std::vector<std::unique_ptr<Tab>>& tabs() { return tabs_; }
  [[nodiscard]] std::uint32_t person(std::size_t i) const { return tabs_[i]->welcome().me().person(); }

 private:
  std::vector<std::unique_ptr<Browser>> browsers_;
  std::vector<std::unique_ptr<Tab>> tabs_;
};

/// What each saw of each round, and how much it took.
struct Seen {
  std::vector<double> milliseconds;
  std::vector<std::size_t> messages, bytes, read;
  std::vector<std::map<std::uint32_t, std::uint32_t>> last;  ///< place by person
  std::vector<std::uint32_t> views;                          ///< the presenter's centre

  explicit Seen(Booth& booth) : messages(kPeople), bytes(kPeople), read(kPeople), last(kPeople), views(kPeople) {
    for (std::size_t i = 0; i < kPeople; ++i) read[i] = booth.tabs()[i]->heard().size();
  }

  void look(Booth& booth, const std::map<std::uint32_t, Clock::time_point>& sent) {
    for (std::size_t i = 0; i < kPeople; ++i) {
      Tab& tab = *booth.tabs()[i];
      tab.hear_what_is_there();
      const auto now = Clock::now();
      for (; read[i] < tab.heard().size(); ++read[i]) {
        const auto& heard = tab.heard()[read[i]];
        if (!heard.has_pointers()) continue;
        ++messages[i];
        bytes[i] += heard.ByteSizeLong();
        note(last[i], heard.pointers(), sent, now);
        if (heard.pointers().views_size() == 1) views[i] = heard.pointers().views(0).centre();
      }
    }
  }

 private:
  void note(std::map<std::uint32_t, std::uint32_t>& known, const v1::Pointers& pointers,
            const std::map<std::uint32_t, Clock::time_point>& sent, Clock::time_point now) {
    for (int p = 0; p < pointers.person_size(); ++p) {
      std::uint32_t& place = known[pointers.person(p)];
      if (place == pointers.place(p)) continue;
      place = pointers.place(p);
      const auto since = sent.find(place);
      if (since == sent.end()) continue;
      milliseconds.push_back(std::chrono::duration<double, std::milli>(now - since->second).count());
    }
  }
};

class PointingThere : public testing::TestWithParam<int> {
 protected:
  std::string invite_author() {
    const auto invited = run_posterhall({"invite", "--data", data_.path().string(), "--name", "Ingrid Solheim",
                                         "--email", "ingrid@example.org", "--poster", "one"});
    const auto from = invited.output.find("/join#") + 6;
    return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
  }

  DataFolder data_;
  std::string author_ = invite_author();
  Server server_{data_, {"--shards", std::to_string(GetParam())}};
};

TEST_P(PointingThere, thirty_people_see_thirty_pointers_and_the_presenters_view) {
  Booth booth(data_, server_, author_);
  Seen seen(booth);
  std::map<std::uint32_t, Clock::time_point> sent;  // every place is sent once
  const auto place_of = [](std::size_t person, int round) {
    return static_cast<std::uint32_t>(person) << 16 | static_cast<std::uint32_t>(round + 1);
  };
  const auto begun = Clock::now();
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < kPeople; ++i) {  // spread over the round, as people are
      const auto due = begun + round * kRound + i * kRound / kPeople;
      while (Clock::now() < due) seen.look(booth, sent);
      sent[place_of(i, round)] = Clock::now();
      booth.tabs()[i]->say(point(place_of(i, round)));
    }
    booth.presenter().say(show(place_of(0, round)));
  }
  const auto everybody_knows = [&] {
    // The view is said last, and is a message of its own.
    const std::uint32_t view = place_of(0, kRounds - 1);
    if (!std::ranges::all_of(seen.views, [&](std::uint32_t centre) { return centre == view; })) return false;
    return std::ranges::all_of(seen.last, [&](const auto& known) {
      for (std::size_t i = 0; i < kPeople; ++i) {
        const auto pointer = known.find(booth.person(i));
        if (pointer == known.end() || pointer->second != place_of(i, kRounds - 1)) return false;
      }
      return true;
    });
  };
  const auto patience = give_up_at();
  while (!everybody_knows() && Clock::now() < patience) seen.look(booth, sent);
  EXPECT_TRUE(everybody_knows());
  const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();

  for (std::size_t i = 0; i < kPeople; ++i) {
    const auto& heard = booth.tabs()[i]->heard();
    const auto last = std::ranges::find_if(heard.rbegin(), heard.rend(),
                                           [](const v1::ServerMessage& message) { return message.has_pointers(); });
    ASSERT_NE(last, heard.rend());
    EXPECT_EQ(last->pointers().presenting(), 1U);
    EXPECT_EQ(last->pointers().person(0), booth.person(0)) << "who presents is first";
    ASSERT_EQ(last->pointers().views_size(), 1);
    EXPECT_EQ(last->pointers().views(0).centre(), place_of(0, kRounds - 1));
    EXPECT_LE(static_cast<double>(seen.messages[i]), 20 * seconds + 2);
    EXPECT_LE(seen.bytes[i], seen.messages[i] * 400);
  }
  auto& times = seen.milliseconds;
  ASSERT_FALSE(times.empty());
  std::ranges::sort(times);
  const auto at = [&times](double part) {
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
  };
  std::printf(
      "pointing: 30 people at 20 Hz, %d shard(s): p50 %.0f ms, p99 %.0f ms of %zu; %.1f messages, %.0f bytes a "
      "client and second\n",
      GetParam(), at(0.5), at(0.99), times.size(), static_cast<double>(seen.messages[1]) / seconds,
      static_cast<double>(seen.bytes[1]) / seconds);
}

INSTANTIATE_TEST_SUITE_P(Shards, PointingThere, testing::Values(1, 2),
                         [](const auto& shards) { return shards.param == 1 ? "one" : "two"; });

}  // namespace
}  // namespace posterhall::integration
