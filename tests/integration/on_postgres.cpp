// A server over PostgreSQL that goes and comes back. The other promises are the other tests', run over PostgreSQL by
// POSTERHALL_TEST_POSTGRES (CMakeLists.txt).
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>

#include "contract/postgres_server.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

using Clock = std::chrono::steady_clock;

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
  std::vector<std::string> links_ = data_.links(2);
};

/// Ack's number, or 0 for "not stored", told within the promised time.
std::uint32_t stored(Tab& tab, const v1::ClientMessage& message) {
  const auto begun = Clock::now();
  const auto seq = tab.say(message);
  const auto answer = tab.hear([&](const auto& heard) {
    return (heard.has_ack() && heard.ack().in_reply_to() == seq) ||
           (heard.has_reject() && heard.reject().in_reply_to() == seq);
  });
  EXPECT_LE(Clock::now() - begun, std::chrono::seconds(5));
  if (answer.has_ack()) return answer.ack().number();
  EXPECT_EQ(answer.reject().code(), v1::REJECT_CODE_STORE_UNAVAILABLE);
  return 0;
}

TEST_F(OnPostgres, the_database_gone_is_told_and_found_again_and_nothing_is_lost_or_doubled) {
  Server server(data_);
  Browser amara(server.port(), server.origin()), bo(server.port(), server.origin());
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  Tab tab(amara);
  (void)tab.enter();
  const auto question = [](std::uint8_t id) { return send_message("poster/1", "why?", id, v1::EVENT_KIND_QUESTION); };
  EXPECT_EQ(stored(tab, question(1)), 1U);
  auto& postgres = store_test::PostgresServer::shared();
  postgres.stop(SIGQUIT);
  EXPECT_EQ(stored(tab, question(2)), 0U);
  EXPECT_NE(bo.enter(links_[1]).status, 200) << "no new sign-in";
  postgres.start();
  std::uint32_t number = 0;
  for (const auto until = Clock::now() + std::chrono::seconds(60); number == 0 && Clock::now() < until;) {
    number = stored(tab, question(2));
  }
  EXPECT_EQ(number, 2U);
  EXPECT_EQ(stored(tab, question(2)), 2U) << "the same again has the number it has";
  EXPECT_EQ(bo.enter(links_[1]).status, 200);
}

TEST_F(OnPostgres, the_tools_find_the_same_event_and_a_backup_is_no_half_one) {
  EXPECT_FALSE(std::filesystem::exists(data_.path() / "posterhall.sqlite"));
  EXPECT_EQ(run_posterhall({"check", "--data", data_.path().string()}).output.find("unsound"), std::string::npos);
  const auto list = run_posterhall({"invite", "--list", "--data", data_.path().string()});
  EXPECT_NE(list.output.find("bot-1@bots.invalid"), std::string::npos) << list.output;
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
