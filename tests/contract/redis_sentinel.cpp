// Through a real Sentinel: the master dies, another one is made the master, and the processes find it by themselves.
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <algorithm>
#include <fstream>

#include "contract/relay_nets.hpp"

namespace posterhall::tests {
namespace {

/// A port that nobody has just now.
std::uint16_t free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof where;
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): the interface of sockets
  const bool bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0 &&
                     ::getsockname(fd, reinterpret_cast<sockaddr*>(&where), &size) == 0;
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  ::close(fd);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(where.sin_port);
}

/// A master, a replica of it, and one sentinel that decides alone.
class Watched {
 public:
  Watched() {
    const auto file = second_.socket() + ".sentinel.conf";
    std::ofstream(file) << "port " << port_ << "\nbind 127.0.0.1\nsentinel monitor hall 127.0.0.1 " << first_port_
                        << " 1\nsentinel down-after-milliseconds hall 500\nsentinel failover-timeout hall 3000\n";
    sentinel_ = ::fork();
    if (sentinel_ == 0) {
      const int nothing = ::open("/dev/null", O_RDWR);
      for (const int fd : {0, 1, 2}) (void)::dup2(nothing, fd);
      ::execlp("redis-server", "redis-server", file.c_str(), "--sentinel", nullptr);
      ::_exit(127);
    }
  }
  ~Watched() {
    (void)::kill(sentinel_, SIGKILL);
    (void)::waitpid(sentinel_, nullptr, 0);
  }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

  /// The replica has everything, and the sentinel knows of it.
  [[nodiscard]] bool ready() const {
    return second_.cli("info replication").find("master_link_status:up") != std::string::npos &&
           ask("sentinel replicas hall").find(std::to_string(second_port_)) != std::string::npos;
  }
  [[nodiscard]] std::string address() const {
    return "redis+sentinel://127.0.0.1:" + std::to_string(port_) + "/hall/0";
  }
  [[nodiscard]] bool second_is_master() const {
    return ask("sentinel get-master-addr-by-name hall").find(std::to_string(second_port_)) != std::string::npos;
  }
  void kill_master() { first_.kill(); }
  /// Two masters, as after a partition: the first is one still, and the sentinel names the second.
  void name_the_second() const {
    (void)second_.cli("replicaof no one");
    (void)second_.cli("flushall");  // what it has of the first
    (void)ask("sentinel remove hall");
    (void)ask("sentinel monitor hall 127.0.0.1 " + std::to_string(second_port_) + " 1");
  }
  [[nodiscard]] std::string second_cli(const std::string& words) const { return second_.cli(words); }

 private:
  [[nodiscard]] std::string ask(const std::string& words) const {
    return RedisServer::shell("redis-cli -p " + std::to_string(port_) + " " + words);
  }
  static std::vector<std::string> on_port(std::uint16_t port) {
    return {"--port", std::to_string(port), "--bind", "127.0.0.1", "--repl-diskless-sync-delay", "0"};
  }
  static std::vector<std::string> replica(std::uint16_t port, std::uint16_t master) {
    auto words = on_port(port);
    words.insert(words.end(), {"--replicaof", "127.0.0.1 " + std::to_string(master)});
    return words;
  }

  std::uint16_t first_port_ = free_port(), second_port_ = free_port(), port_ = free_port();
  RedisServer first_{on_port(first_port_)}, second_{replica(second_port_, first_port_)};
  pid_t sentinel_ = -1;
};

TEST(RedisSentinel, the_master_dies_and_the_next_one_is_found) {
  Watched redis;
  ASSERT_TRUE(RedisNet::wait_until([&] { return redis.ready(); }));
  LinkedPair pair(redis.address());
  RedisNet& net = pair.net;
  ASSERT_TRUE(pair.hear_each_other(1));
  redis.kill_master();
  ASSERT_TRUE(net.wait_linked(false));
  ASSERT_TRUE(RedisNet::wait_until([&] { return redis.second_is_master(); }));
  const auto promoted = std::chrono::steady_clock::now();
  ASSERT_TRUE(net.wait_linked(true));
  EXPECT_LE(std::chrono::steady_clock::now() - promoted, std::chrono::seconds(5));
  EXPECT_TRUE(pair.hear_each_other(2));
  EXPECT_NE(redis.second_cli("--scan --pattern 'ph:{test}:process:*'"), "") << "and who is where is told there";
}

TEST(RedisSentinel, a_master_that_does_not_know_it_was_replaced_is_left) {
  Watched redis;
  ASSERT_TRUE(RedisNet::wait_until([&] { return redis.ready(); }));
  LinkedPair pair(redis.address());
  RedisNet& net = pair.net;
  redis.name_the_second();
  const auto processes = [&] { return redis.second_cli("--scan --pattern 'ph:{test}:process:*'"); };
  const auto named = std::chrono::steady_clock::now();
  ASSERT_TRUE(RedisNet::wait_until([&] { return std::ranges::count(processes(), '\n') == 2; })) << processes();
  EXPECT_LE(std::chrono::steady_clock::now() - named, std::chrono::seconds(5));
  ASSERT_TRUE(net.wait_linked(true));
  EXPECT_TRUE(pair.hear_each_other(2));
}

}  // namespace
}  // namespace posterhall::tests
