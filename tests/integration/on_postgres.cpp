// Servers over PostgreSQL that goes and comes back, and over one database together. The other promises are the other
// tests', run over PostgreSQL by POSTERHALL_TEST_POSTGRES (CMakeLists.txt).
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>

#include "contract/postgres_server.hpp"
#include "contract/store_fixture.hpp"
#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"
#include "integration/support/without_store.hpp"

namespace posterhall::integration {
namespace {

/// Set while the data directory is made, so that its event.toml names a database.
struct InPostgres {
  InPostgres() : was_set(std::getenv("POSTERHALL_TEST_POSTGRES") != nullptr) {
    ::setenv("POSTERHALL_TEST_POSTGRES", "1", 1);
  }
  ~InPostgres() {
    if (!was_set) ::unsetenv("POSTERHALL_TEST_POSTGRES");
  }
  InPostgres(const InPostgres&) = delete;
  InPostgres& operator=(const InPostgres&) = delete;
  bool was_set;
};

class OnPostgres : public testing::Test {
 protected:
  InPostgres in_postgres_;
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(4);
};

constexpr std::chrono::seconds kTold{5};  ///< the promise: sent or failed

v1::ClientMessage question(std::uint8_t id) { return send_message("poster/1", "why?", id, v1::EVENT_KIND_QUESTION); }

v1::ClientMessage watch_questions() {
  v1::ClientMessage message;
  message.mutable_watch()->set_channel("poster/1");
  return message;
}

std::vector<std::uint32_t> numbers(const Tab& tab) {
  std::vector<std::uint32_t> out;
  for (const auto& event : tab.events()) {
    if (event.channel() == "poster/1") out.push_back(event.number());
  }
  return out;
}

/// One person inside, at some server.
struct Inside {
  Inside(const Server& server, const std::string& link) : browser(server.port(), server.origin()) {
    if (browser.enter(link).status != 200) throw std::runtime_error("not let in");
    tab.emplace(browser);
    (void)tab->enter();
    tab->say(watch_questions());
    (void)tab->hear([](const auto& heard) { return heard.has_watching(); });
  }
  Browser browser;
  std::optional<Tab> tab;
};

TEST(ImportToPostgres, goes_where_the_given_event_file_says) {
  const store_test::TemporaryFolder lists, data;
  const auto event = lists.path() / "event.toml", posters = lists.path() / "posters.csv";
  std::ofstream(event)
      << "[event]\nname = \"A day\"\ntime_zone = \"UTC\"\ncontact = \"x@example.org\"\n[server]\ndatabase = \""
      << store_test::PostgresServer::shared().fresh() << "\"\n";
  std::ofstream(posters) << "id,title\nA1,Deep things\n";
  const auto imported =
      run_posterhall({"import", posters.string(), "--data", data.path().string(), "--event", event.string()});
  ASSERT_EQ(imported.status, 0) << imported.output;
  EXPECT_FALSE(std::filesystem::exists(data.path() / "posterhall.sqlite"));
  const auto again = run_posterhall({"import", posters.string(), "--data", data.path().string()});
  EXPECT_NE(again.output.find("Nothing to change"), std::string::npos) << again.output;
}

TEST_F(OnPostgres, the_database_gone_is_told_and_found_again_and_nothing_is_lost_or_doubled) {
  Server server(data_);
  Inside amara(server, links_[0]), bo(server, links_[1]);
  Browser late(server.port(), server.origin());
  EXPECT_EQ(stored_within(*amara.tab, question(1), kTold), 1U);
  auto& postgres = store_test::PostgresServer::shared();
  std::uint32_t last = 1;
  for (const int how : {SIGQUIT, SIGINT}) {
    const auto next = static_cast<std::uint8_t>(last + 1);
    postgres.stop(how);
    EXPECT_EQ(stored_within(*amara.tab, question(next), kTold), 0U);
    const auto door = late.enter(links_[2]);
    EXPECT_EQ(door.status, 503) << "no new sign-in: " << door.body;
    expect_moving_goes_on(*amara.tab, *bo.tab);
    postgres.start();
    EXPECT_EQ(stored_at_last(*amara.tab, question(next)), next);
    EXPECT_EQ(stored_at_last(*amara.tab, question(next)), next) << "the same again has the number it has";
    last = next;
  }
  const auto until = give_up_at();
  int door = 503;  // each of the server's connections finds the way by itself, within two seconds
  while (door == 503 && std::chrono::steady_clock::now() < until) door = late.enter(links_[2]).status;
  EXPECT_EQ(door, 200);
  bo.tab->hear_until([&] { return numbers(*bo.tab).size() >= last; });
  EXPECT_EQ(numbers(*bo.tab), (std::vector<std::uint32_t>{1, 2, 3})) << "each once, in order";
}

/// Killed in the middle of what it was told: what had no answer is sent again, as a browser does.
TEST_F(OnPostgres, the_database_killed_under_load_loses_and_doubles_nothing) {
  Server server(data_);
  std::vector<std::unique_ptr<Inside>> people;
  for (std::size_t i = 0; i < 4; ++i) people.push_back(std::make_unique<Inside>(server, links_[i]));
  auto& postgres = store_test::PostgresServer::shared();
  for (std::uint8_t i = 0; i < 4; ++i) people[i]->tab->say(question(static_cast<std::uint8_t>(i + 1)));
  postgres.stop(SIGQUIT);  // some are stored and were not acked, some not
  postgres.start();
  std::set<std::uint32_t> given;
  for (std::uint8_t i = 0; i < 4; ++i) {
    given.insert(stored_at_last(*people[i]->tab, question(static_cast<std::uint8_t>(i + 1))));
  }
  EXPECT_EQ(given, (std::set<std::uint32_t>{1, 2, 3, 4}));
  for (const auto& one : people) {
    one->tab->hear_until([&] { return numbers(*one->tab).size() >= 4; });
    EXPECT_EQ(numbers(*one->tab), (std::vector<std::uint32_t>{1, 2, 3, 4}));
  }
}

/// Two processes, one database: one order of numbers for all, also over the death of one and while one is stopped.
TEST_F(OnPostgres, two_servers_give_one_order_and_one_that_stops_or_dies_holds_up_nobody) {
  auto first = std::make_unique<Server>(data_);
  Server second(data_);
  Inside amara(*first, links_[0]), bo(second, links_[1]);
  std::uint8_t id = 0;
  std::uint32_t last = 0;
  for (; id < 3; ++id) {
    EXPECT_EQ(stored_within(*(id % 2 == 0 ? amara : bo).tab, question(id + 1), kTold), ++last);
  }
  ASSERT_EQ(::kill(first->pid(), SIGSTOP), 0);
  EXPECT_EQ(stored_within(*bo.tab, question(++id), kTold), ++last);
  ASSERT_EQ(::kill(first->pid(), SIGCONT), 0);
  EXPECT_EQ(stored_within(*amara.tab, question(++id), kTold), ++last);
  amara.tab->say(question(++id));
  first->kill();  // stored or not: nobody was told
  EXPECT_GT(stored_within(*bo.tab, question(++id), kTold), last);
  Server third(data_);
  Browser again(third.port(), third.origin());
  ASSERT_EQ(again.enter(links_[0]).status, 200);
  Tab tab(again);
  (void)tab.enter();
  EXPECT_GT(stored_at_last(tab, question(6)), last);
  bo.tab->hear_until([&] { return numbers(*bo.tab).size() >= 7; });
  EXPECT_EQ(numbers(*bo.tab), (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 7})) << "seen from the other process too";
}

TEST_F(OnPostgres, the_tools_find_the_same_event_and_a_backup_is_no_half_one) {
  EXPECT_FALSE(std::filesystem::exists(data_.path() / "posterhall.sqlite"));
  (void)data_.organiser_link();
  const auto check = run_posterhall({"check", "--data", data_.path().string()});
  EXPECT_EQ(check.status, 0) << check.output;
  const auto list = run_posterhall({"invite", "--list", "--data", data_.path().string()});
  EXPECT_NE(list.output.find("wairimu@example.org"), std::string::npos) << list.output;
  const auto backup = (data_.path() / "backup.tar").string();
  const auto said = run_posterhall({"backup", "--data", data_.path().string(), "--out", backup});
  EXPECT_NE(said.status, 0);
  EXPECT_NE(said.output.find("pg_dump"), std::string::npos) << said.output;
  EXPECT_FALSE(std::filesystem::exists(backup));
  const auto nowhere = run_posterhall({"serve", "--data", data_.path().string(), "--database",
                                       "postgresql://amara:hunter2@127.0.0.1:1/event", "--print-config"});
  EXPECT_EQ(nowhere.output.find("hunter2"), std::string::npos) << nowhere.output;
  EXPECT_NE(nowhere.output.find("Warning: --database carries a password"), std::string::npos) << nowhere.output;
}

}  // namespace
}  // namespace posterhall::integration
