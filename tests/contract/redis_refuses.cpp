// A Redis that is there and does not do what it is there for: it keeps silent, it refuses; and a process that stood
// still.
#include <gtest/gtest.h>
#include <poll.h>

#include "contract/relay_nets.hpp"

namespace posterhall::tests {
namespace {

/// Lets everybody in, says that it is a master, and never answers a SUBSCRIBE. Redis itself cannot be brought to this.
class DeafRedis {
 public:
  DeafRedis() {
    std::string name = (std::filesystem::temp_directory_path() / "posterhall-deaf-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    folder_ = name;
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    std::strncpy(where.sun_path, socket().c_str(), sizeof where.sun_path - 1);
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the interface of sockets
    const auto* address = reinterpret_cast<const sockaddr*>(&where);
    if (::bind(listening_, address, sizeof where) != 0 || ::listen(listening_, 8) != 0)
      throw std::runtime_error("bind");
    thread_ = std::thread([this] { serve(); });
  }
  ~DeafRedis() {
    stopped_ = true;
    thread_.join();
    for (const int fd : open_) ::close(fd);
    ::close(listening_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  DeafRedis(const DeafRedis&) = delete;
  DeafRedis& operator=(const DeafRedis&) = delete;

  [[nodiscard]] std::string socket() const { return (folder_ / "redis.sock").string(); }
  [[nodiscard]] int subscriptions() const { return subscriptions_; }

 private:
  void serve() {
    while (!stopped_) {
      std::vector<pollfd> waiting{{listening_, POLLIN, 0}};
      for (const int fd : open_) waiting.push_back({fd, POLLIN, 0});
      (void)::poll(waiting.data(), waiting.size(), 50);
      if (waiting[0].revents != 0) open_.push_back(::accept(listening_, nullptr, nullptr));
      for (std::size_t i = 1; i < waiting.size(); ++i) {
        if (waiting[i].revents != 0) answer(waiting[i].fd);
      }
    }
  }
  void answer(int fd) {
    std::array<char, 4096> piece{};
    const auto count = ::recv(fd, piece.data(), piece.size(), MSG_DONTWAIT);
    if (count <= 0) {
      std::erase(open_, fd);
      ::close(fd);
      return;
    }
    const std::string_view words(piece.data(), static_cast<std::size_t>(count));
    constexpr std::string_view kMaster = "*3\r\n$6\r\nmaster\r\n:0\r\n*0\r\n";
    if (words.find("ROLE") != std::string_view::npos) (void)::send(fd, kMaster.data(), kMaster.size(), MSG_NOSIGNAL);
    if (words.find("SUBSCRIBE") != std::string_view::npos) ++subscriptions_;
  }

  std::filesystem::path folder_;
  int listening_ = -1;
  std::vector<int> open_;  ///< of the thread
  std::atomic<int> subscriptions_{0};
  std::atomic<bool> stopped_{false};
  std::thread thread_;
};

TEST(RedisRefuses, a_subscription_without_an_answer_is_asked_for_anew) {
  DeafRedis redis;
  RedisNet net(1, "unix://" + redis.socket());
  net.begin();
  EXPECT_TRUE(RedisNet::wait_until([&] { return redis.subscriptions() >= 2; }));
  EXPECT_FALSE(net.relay(0).linked());
}

TEST(RedisRefuses, who_may_not_subscribe_asks_less_and_less_often) {
  RedisNet net(1);
  (void)net.redis().cli("acl setuser default resetchannels");
  const auto refused = [&] {
    const std::string said = net.redis().cli("info errorstats"), name = "errorstat_NOPERM:count=";
    const auto at = said.find(name);
    return at == std::string::npos ? 0 : std::stoi(said.substr(at + name.size()));
  };
  const auto begun = std::chrono::steady_clock::now();
  net.begin();
  ASSERT_TRUE(RedisNet::wait_until([&] { return refused() >= 6; })) << net.redis().cli("info errorstats");
  // 50 + 100 + 200 + 400 + 500 ms at least; asked at once each time it would be 250 to 500 ms.
  EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::seconds(1));
  EXPECT_FALSE(net.relay(0).linked());
}

TEST(RedisRefuses, who_stood_still_asks_everybody_for_everything) {
  LinkedPair pair;
  auto& [net, a, b] = pair;
  ASSERT_TRUE(pair.hear_each_other(1));
  // When it was linked, and when the other was heard for the first time.
  ASSERT_TRUE(a.wait_for_wishes(2) && b.wait_for_wishes(2));
  const std::size_t of_a = a.wishes(), of_b = b.wishes();
  net.stand_still(std::chrono::milliseconds(3200));
  ASSERT_TRUE(pair.hear_each_other(2));
  EXPECT_TRUE(a.wait_for_wishes(of_a + 1));
  EXPECT_TRUE(b.wait_for_wishes(of_b + 1));
  // Its own standstill is not Redis's: what was answered meanwhile lay there.
  EXPECT_EQ(net.figures(0).lost.value() + net.figures(1).lost.value(), 0U);
}

}  // namespace
}  // namespace posterhall::tests
