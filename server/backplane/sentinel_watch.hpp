// Asks the sentinels twice a second who the master is, also while all seems well: after a partition the former master
// is made a replica only many seconds later (13.6 s were seen after a cut of 11 s), and until then takes what nobody
// hears. Two of them in a row have to name the same one, so that one who was away is not believed; where there is one,
// its word is enough. Runs on: its loop's thread. Owns: one short connection at a time, a timer.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "backplane/asio_types.hpp"
#include "backplane/redis_address.hpp"
#include "backplane/redis_link.hpp"

namespace posterhall::backplane {

/// What a sentinel said to SENTINEL get-master-addr-by-name; nothing where that is no address.
[[nodiscard]] std::optional<RedisHost> master_in(const RedisAnswer& answer);

class SentinelWatch {
 public:
  using Named = std::function<void(const RedisHost& master)>;

  SentinelWatch(boost::asio::io_context& loop, const RedisAddress& address, Named named);
  ~SentinelWatch();
  SentinelWatch(const SentinelWatch&) = delete;
  SentinelWatch& operator=(const SentinelWatch&) = delete;

  /// Nothing happens where the address is not of sentinels.
  void start();
  void stop();
  /// Reads what has come; every 20 ms.
  void visit();

 private:
  using Resolver = boost::asio::ip::basic_resolver<boost::asio::ip::tcp, Executor>;
  void wait();
  void ask();
  void open(const boost::asio::ip::tcp::endpoint& sentinel);
  void take(const RedisAnswer& answer);
  void close();

  std::vector<RedisHost> sentinels_;
  std::string name_;
  Named named_;
  Resolver resolver_;
  Timer timer_;
  std::shared_ptr<RedisLink> link_;
  std::size_t next_ = 0;
  RedisHost last_;           ///< named by the sentinel asked before
  std::uint64_t round_ = 0;  ///< answers to earlier ones do not count
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace posterhall::backplane
