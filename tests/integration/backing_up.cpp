// A backup beside a hall in which people talk, restored and opened again: what was acked before it is in it, in order,
// and what was open then counts no more.
#include <gtest/gtest.h>

#include <deque>
#include <future>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"
#include "store/database.hpp"

namespace posterhall::integration {
namespace {

namespace fs = std::filesystem;

/// A directory that is not there yet, gone with the object.
class FreshFolder {
 public:
  explicit FreshFolder(const DataFolder& beside) : path_(beside.path().string() + "-restored") {}
  ~FreshFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<domain::Event> questions(const fs::path& dir) {
  const auto database = store::open_database(dir);
  return *database->read_channel(*domain::parse_channel("poster/1"));
}

std::uint32_t ask(Tab& tab, std::uint8_t n) {
  const auto seq = tab.say(send_message("poster/1", "question " + std::to_string(n), n, v1::EVENT_KIND_QUESTION));
  return tab.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == seq; })
      .ack()
      .number();
}

TEST(BackingUp, beside_a_running_hall_and_back) {
  const DataFolder data;
  const auto links = data.links(10);
  const auto file = (data.path() / "backup.tar").string();
  const FreshFolder restored(data);
  std::string cookie;
  std::uint32_t before = 0;
  {
    const Server server(data);
    std::deque<Browser> browsers;
    std::deque<Tab> tabs;
    for (const auto& link : links) {
      ASSERT_EQ(browsers.emplace_back(server.port(), server.origin()).enter(link).status, 200);
      (void)tabs.emplace_back(browsers.back()).enter();
    }
    cookie = browsers[0].cookie();
    std::uint8_t n = 0;
    for (; n < 4; ++n) before = ask(tabs[0], n);
    // Questions go on until the backup is done, four of each person: nobody waits for it.
    auto backup = std::async(std::launch::async,
                             [&] { return run_posterhall({"backup", "--data", data.path().string(), "--out", file}); });
    while (backup.wait_for(std::chrono::seconds{0}) != std::future_status::ready && n < 40) {
      (void)ask(tabs[n / 4], n);
      n += 1;
    }
    const auto done = backup.get();
    ASSERT_EQ(done.status, 0) << done.output;
    (void)ask(tabs[0], n);
  }
  const auto again = run_posterhall({"restore", file, "--data", restored.path().string()});
  ASSERT_EQ(again.status, 0) << again.output;
  const auto all = questions(data.path());
  const auto kept = questions(restored.path());
  ASSERT_GE(kept.size(), before);
  ASSERT_LT(kept.size(), all.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    EXPECT_EQ(kept[i].number, all[i].number);
    EXPECT_EQ(kept[i].text, all[i].text);
    EXPECT_EQ(kept[i].client_id, all[i].client_id);
    EXPECT_EQ(kept[i].at, all[i].at);
  }
  EXPECT_EQ(run_posterhall({"check", "--data", restored.path().string()}).status, 0);
  fs::rename(data.path(), data.path().string() + "-gone");
  fs::rename(restored.path(), data.path());
  fs::rename(data.path().string() + "-gone/client", data.client());
  fs::remove_all(data.path().string() + "-gone");
  const Server server(data);
  Browser amara(server.port(), server.origin());
  EXPECT_EQ(get(server.port(), "/api/v1/session", "Cookie: " + cookie + "\r\n").status, 401);
  ASSERT_EQ(amara.enter(links[0]).status, 200);  // the link holds, and nobody asks: no device is in
  EXPECT_EQ(get(server.port(), "/api/v1/session", "Cookie: " + amara.cookie() + "\r\n").status, 200);
  Tab tab(amara);
  (void)tab.enter();
  EXPECT_EQ(ask(tab, 201), kept.size() + 1);
}

}  // namespace
}  // namespace posterhall::integration
