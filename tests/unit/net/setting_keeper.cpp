// Whose sessions ended elsewhere: told of each, also of very many at once, also when the store fails in between.
#include "net/setting_keeper.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <set>

#include "unit/hall/fake_store.hpp"

namespace posterhall::tests {
namespace {

class NoCatalogue final : public hall::CatalogueSource {
 public:
  void load_catalogue(hall::Reply<hall::CatalogueAndLayout> reply) override { reply(hall::CatalogueAndLayout{}); }
};

class SettingKeeper : public ::testing::Test {
 protected:
  SettingKeeper() {
    store.people = std::make_shared<const hall::People>();
    boost::asio::co_spawn(
        loop, [this]() -> net::Task<void> { EXPECT_FALSE(co_await keeper.load()); }, boost::asio::detached);
    loop.run();
  }
  void look() {
    loop.restart();
    boost::asio::co_spawn(loop, keeper.look(), boost::asio::detached);
    loop.run();
  }
  void revoke(std::uint32_t person) {
    domain::NewEvent event;
    event.channel = domain::Channel::people();
    event.author = PersonId{person};
    event.text = "revoked";
    (void)store.store(event);
  }

  boost::asio::io_context loop{1};
  FakeStore store;
  NoCatalogue catalogue;
  Log log{LogLevel::error};
  std::multiset<std::uint32_t> ended;  ///< persons
  std::size_t changes = 0;
  net::SettingKeeper keeper{loop,
                            {store, store, catalogue},
                            "build",
                            log,
                            {[this](const net::EncodedSetting&) { ++changes; },
                             [this](PersonId person, std::uint32_t device) {
                               EXPECT_EQ(device, 0U);
                               ended.insert(person.value);
                             }}};
};

TEST_F(SettingKeeper, tells_who_was_sent_out_elsewhere_once) {
  revoke(7);
  look();
  look();
  EXPECT_EQ(ended, std::multiset<std::uint32_t>{7});
}

TEST_F(SettingKeeper, a_read_that_failed_is_done_again) {
  revoke(7);
  store.failing_reads = 1;
  look();
  EXPECT_TRUE(ended.empty());
  look();
  EXPECT_EQ(ended, std::multiset<std::uint32_t>{7});
}

TEST_F(SettingKeeper, who_asks_while_a_look_goes_on_waits_for_its_end) {
  auto person = domain::Person{};
  person.id = PersonId{5};
  store.people = std::make_shared<const hall::People>(hall::People{person});
  revoke(7);
  const std::size_t told_before = changes;
  int ended_looks = 0;
  loop.restart();
  for (int i = 0; i < 3; ++i) {
    boost::asio::co_spawn(
        loop,
        [&]() -> net::Task<void> {
          co_await keeper.look();
          ++ended_looks;
          EXPECT_EQ(keeper.current().setting.people->size(), 1U);
        },
        boost::asio::detached);
  }
  loop.run();
  EXPECT_EQ(ended_looks, 3);
  EXPECT_EQ(changes, told_before + 1);  // loaded once
}

TEST_F(SettingKeeper, thousands_at_once_are_all_told) {
  for (std::uint32_t person = 1; person <= 2500; ++person) revoke(person);
  look();
  EXPECT_EQ(ended.size(), 2500U);
  EXPECT_EQ(std::set<std::uint32_t>(ended.begin(), ended.end()).size(), 2500U);
}

}  // namespace
}  // namespace posterhall::tests
