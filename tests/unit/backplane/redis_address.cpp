// Where Redis is, as written: what is read of it, what is refused, and that no password is ever said again.
#include "backplane/redis_address.hpp"

#include <gtest/gtest.h>

namespace posterhall::backplane {
namespace {

using Kind = RedisAddress::Kind;

TEST(RedisAddress, a_host_a_port_a_database) {
  const auto address = parse_redis_address("redis://cache.example.org:6380/3");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->kind, Kind::tcp);
  EXPECT_EQ(address->hosts, (std::vector<RedisHost>{{"cache.example.org", 6380}}));
  EXPECT_EQ(address->database, 3U);
  const auto plain = parse_redis_address("redis://localhost");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->hosts[0].port, 6379);
  EXPECT_EQ(parse_redis_address("redis://[::1]:7000/")->hosts, (std::vector<RedisHost>{{"::1", 7000}}));
}

TEST(RedisAddress, user_and_password_also_encoded) {
  const auto address = parse_redis_address("redis://hall:p%40ss%2Fword@localhost:6379/0");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->user, "hall");
  EXPECT_EQ(address->password, "p@ss/word");
  EXPECT_EQ(parse_redis_address("redis://:secret@localhost")->password, "secret");
  EXPECT_EQ(parse_redis_address("redis://:secret@localhost")->user, "");
}

TEST(RedisAddress, a_socket) {
  for (const std::string scheme : {"unix", "redis+unix"}) {
    const auto address = parse_redis_address(scheme + "://:secret@/run/redis/redis.sock?db=2");
    ASSERT_TRUE(address) << scheme;
    EXPECT_EQ(address->kind, Kind::unix_socket);
    EXPECT_EQ(address->path, "/run/redis/redis.sock");
    EXPECT_EQ(address->password, "secret");
    EXPECT_EQ(address->database, 2U);
  }
}

TEST(RedisAddress, sentinels_and_the_name_they_know_it_by) {
  const auto address = parse_redis_address("redis+sentinel://:secret@a.example.org,b.example.org:26380/hall/1");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->kind, Kind::sentinel);
  EXPECT_EQ(address->hosts, (std::vector<RedisHost>{{"a.example.org", 26379}, {"b.example.org", 26380}}));
  EXPECT_EQ(address->master, "hall");
  EXPECT_EQ(address->database, 1U);
}

TEST(RedisAddress, what_is_none_is_refused) {
  for (const char* text : {"",
                           "localhost:6379",
                           "http://localhost",
                           "rediss://localhost",
                           "redis://",
                           "redis://:6379",
                           "redis://a b",
                           "redis://host:0",
                           "redis://host:65536",
                           "redis://host:6379x",
                           "redis://host:6379/x",
                           "redis://host/1024",
                           "redis://host/-1",
                           "redis://user@host",
                           "redis://user:@host",
                           "redis://u:%zz@host",
                           "redis://u:%4@host",
                           "redis://[::1",
                           "redis://a,b/0",
                           "unix://",
                           "unix://relative/path",
                           "unix:///a?db=",
                           "unix:///a?db=x",
                           "unix:///a?other=1",
                           "redis+sentinel://a",
                           "redis+sentinel://a/",
                           "redis+sentinel://,a/name",
                           "redis+sentinel://a/na me"}) {
    EXPECT_FALSE(parse_redis_address(text)) << text;
  }
  EXPECT_FALSE(parse_redis_address("unix:///" + std::string(200, 'x')));
}

TEST(RedisAddress, is_told_without_user_and_password) {
  for (const auto& [text, told] : std::vector<std::pair<std::string, std::string>>{
           {"redis://hall:secret@localhost:6380/3", "redis://localhost:6380/3"},
           {"redis://:secret@[::1]", "redis://[::1]:6379/0"},
           {"unix://hall:secret@/run/redis.sock?db=2", "unix:///run/redis.sock?db=2"},
           {"redis+sentinel://:secret@a,b:1/hall", "redis+sentinel://a:26379,b:1/hall/0"}}) {
    const auto address = parse_redis_address(text);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(without_password(*address), told);
  }
}

}  // namespace
}  // namespace posterhall::backplane
