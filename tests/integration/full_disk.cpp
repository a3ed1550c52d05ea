// The disk is full: nothing is acked that is not stored, who writes is told at once, moving goes on, order is kept and
// people come back, and all of it is well again without a restart when there is room.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <fstream>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"
#include "integration/support/without_store.hpp"

namespace posterhall::integration {
namespace {

namespace fs = std::filesystem;

/// A program that gives the server a small disk of its own over its data directory; empty when this user may not mount.
std::vector<std::string> on_a_small_disk(const fs::path& data) {
  for (const std::string flags : {"-m", "-Urm"}) {
    if (std::system(("unshare " + flags + " mount -t tmpfs tmpfs /mnt 2>/dev/null").c_str()) != 0) continue;
    const std::string script =
        "set -e; keep=$(mktemp -d); cp -a \"$0/.\" $keep; mount -t tmpfs -o size=16m tmpfs \"$0\"; cp -a $keep/. "
        "\"$0\"; "
        "rm -r $keep; exec \"$@\"";
    return {"unshare", flags, "sh", "-c", script, data.string()};
  }
  return {};
}

class FullDisk : public testing::Test {
 protected:
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(4);
  std::string organiser_link_ = data_.organiser_link();

  Browser browser(const Server& server, const std::string& link) {
    Browser out(server.port(), server.origin());
    EXPECT_EQ(out.enter(link, true).status, 200);
    return out;
  }
};

/// Told within a second.
std::uint32_t stored(Tab& tab, const v1::ClientMessage& message) {
  return stored_within(tab, message, std::chrono::seconds(1));
}

v1::ClientMessage question(std::uint8_t id) {
  return send_message("poster/1", std::string(3'900, 'q'), id, v1::EVENT_KIND_QUESTION);
}

/// Questions of all who are here, until one is not stored. The number of the last that was.
std::uint32_t write_until_it_is_refused(const std::vector<Tab*>& tabs) {
  std::uint32_t last = 0;
  for (std::uint8_t i = 0; i < 12; ++i) {
    const auto number = stored(*tabs[i % tabs.size()], question(static_cast<std::uint8_t>(i + 1)));
    if (number == 0) return last;
    EXPECT_EQ(number, last + 1);
    last = number;
  }
  ADD_FAILURE() << "the disk did not become full";
  return last;
}

TEST_F(FullDisk, order_is_kept_and_moving_goes_on_until_there_is_room_again) {
  const auto in_front = on_a_small_disk(data_.path());
  if (in_front.empty()) {
    SUCCEED() << "this user may not mount: a_file_that_may_not_grow tests what can be tested without";
    return;
  }
  Server server(data_, {}, in_front);
  const fs::path inside = "/proc/" + std::to_string(server.pid()) + "/root" + data_.path().string();
  auto amara = browser(server, links_[0]), bo = browser(server, links_[1]), ines = browser(server, links_[2]),
       organiser = browser(server, organiser_link_);
  Tab a(amara), b(bo), o(organiser);
  for (Tab* tab : {&a, &b, &o}) (void)tab->enter();
  {
    std::ofstream ballast(inside / "ballast", std::ios::binary);
    const std::string piece(4'096, 'b');
    while (ballast.write(piece.data(), 4'096).flush()) {
    }
  }
  const auto last = write_until_it_is_refused({&a, &b, &o});
  EXPECT_EQ(stored(o, question(200)), 0U) << "still";
  expect_moving_goes_on(a, b);
  // A mute, a ban, coming back and coming in: with the space that is kept for it.
  const auto measure = [&](v1::MeasureKind kind, const Tab& on, char id) {
    v1::ClientMessage message;
    message.mutable_measure()->set_client_id(std::string(16, id));
    message.mutable_measure()->set_person(on.welcome().me().person());
    message.mutable_measure()->set_kind(kind);
    message.mutable_measure()->set_minutes(30);
    message.mutable_measure()->set_reason("advertising");
    return message;
  };
  EXPECT_NE(stored(o, measure(v1::MEASURE_KIND_MUTE, a, 'm')), 0U);
  EXPECT_EQ(a.hear([](const auto& heard) { return heard.has_my_measure(); }).my_measure().kind(),
            v1::MEASURE_KIND_MUTE);
  EXPECT_NE(stored(o, measure(v1::MEASURE_KIND_BAN, b, 'b')), 0U);
  EXPECT_EQ(b.hear_end(), 4009);
  EXPECT_EQ(bo.post("/api/v1/ticket", "{}").status, 403);
  Tab comes(ines);
  EXPECT_NE(comes.enter().visitor(), 0U);
  auto late = browser(server, links_[3]);
  Tab new_one(late);
  EXPECT_NE(new_one.enter().visitor(), 0U);
  EXPECT_EQ(stored(comes, question(201)), 0U) << "talk does not use up what is kept for order";
  const auto verified = run_posterhall({"audit", "verify", "--data", inside.string()});
  EXPECT_EQ(verified.status, 0) << verified.output;
  fs::remove(inside / "ballast");
  EXPECT_EQ(stored_at_last(o, question(202)), last + 1) << "no gap, nothing lost, no restart";
  EXPECT_EQ(stored_at_last(comes, question(203)), last + 2);
  EXPECT_TRUE(fs::exists(inside / "kept-free")) << "the space is kept again";
  const auto checked = run_posterhall({"check", "--data", inside.string()});
  EXPECT_NE(checked.status, 2) << checked.output;
}

/// Without the right to mount: the store's files may not grow. Not the same error, and the same promise.
TEST_F(FullDisk, a_file_that_may_not_grow_loses_nothing_and_stops_nobody) {
  Server server(data_);
  auto amara = browser(server, links_[0]), bo = browser(server, links_[1]);
  Tab a(amara), b(bo);
  for (Tab* tab : {&a, &b}) (void)tab->enter();
  const auto first = stored(a, question(1));
  EXPECT_EQ(first, 1U);
  rlimit limit{};
  ASSERT_EQ(::prlimit(server.pid(), RLIMIT_FSIZE, nullptr, &limit), 0);
  rlimit low = limit;
  low.rlim_cur = fs::file_size(data_.path() / "posterhall.sqlite-wal");
  ASSERT_EQ(::prlimit(server.pid(), RLIMIT_FSIZE, &low, nullptr), 0);
  EXPECT_EQ(stored(b, question(2)), 0U);
  expect_moving_goes_on(a, b);
  ASSERT_EQ(::prlimit(server.pid(), RLIMIT_FSIZE, &limit, nullptr), 0);
  EXPECT_EQ(stored_at_last(b, question(2)), 2U);
}

}  // namespace
}  // namespace posterhall::integration
