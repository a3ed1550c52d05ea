// posterhall-append-rate DIR [ADDRESS [SECONDS [CHANNELS]]]: events stored a second through the EventLog port, 2,000
// under way at once, as several processes would send them when it is started several times. Without ADDRESS: DIR's
// SQLite file. Ends with the gaps found, which have to be none.
#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <vector>

#include "store/database.hpp"
#include "store/open.hpp"

namespace {

using namespace posterhall;

struct Counts {
  std::uint64_t stored = 0, failed = 0;
  std::vector<std::int64_t> microseconds;
};

class Load {
 public:
  Load(store::Store& store, std::uint32_t channels)
      : store_(store), channels_(channels), random_(std::random_device{}()) {}

  void send() {
    domain::NewEvent event{domain::Channel::talk(RoomId{1 + next_ % channels_}),
                           {},
                           PersonId{1 + next_ % 500},
                           domain::EventKind::message,
                           0,
                           "A sentence as people write it at a poster, no longer."};
    for (auto& byte : event.client_id) byte = static_cast<std::uint8_t>(random_());
    ++next_;
    const auto sent = std::chrono::steady_clock::now();
    store_.events().append(
        std::move(event), hall::Reply<hall::Appended>(loop_.get_executor(), [this, sent](auto answer) {
          ++(answer ? counts_.stored : counts_.failed);
          const auto took = std::chrono::steady_clock::now() - sent;
          counts_.microseconds.push_back(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
          if (std::chrono::steady_clock::now() < until_) {
            send();
          } else if (--under_way_ == 0) {
            loop_.stop();
          }
        }));
  }
  Counts run(std::chrono::seconds time) {
    constexpr int kAtOnce = 2000;
    const auto guard = boost::asio::make_work_guard(loop_);
    until_ = std::chrono::steady_clock::now() + time;
    under_way_ = kAtOnce;
    for (int i = 0; i < kAtOnce; ++i) send();
    loop_.run();
    return std::move(counts_);
  }

 private:
  store::Store& store_;
  std::uint32_t channels_;
  std::mt19937_64 random_;
  boost::asio::io_context loop_;
  std::chrono::steady_clock::time_point until_;
  std::uint32_t next_ = 0;
  int under_way_ = 0;
  Counts counts_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "posterhall-append-rate DIR [ADDRESS [SECONDS [CHANNELS]]]\n";
    return 2;
  }
  const std::string dir = argv[1], address = argc > 2 ? argv[2] : "";
  const int seconds = argc > 3 ? std::atoi(argv[3]) : 5;
  const int channels = argc > 4 ? std::atoi(argv[4]) : 50;
  Counts counts;
  {
    const auto store = store::open_store(dir, [] { return UnixMs{1}; }, address);
    counts = Load(*store, static_cast<std::uint32_t>(channels)).run(std::chrono::seconds(seconds));
  }
  auto& times = counts.microseconds;
  std::sort(times.begin(), times.end());
  const auto at = [&](std::size_t percent) {
    return times.empty() ? 0 : times[(times.size() - 1) * percent / 100] / 1000;
  };
  std::cout << counts.stored / static_cast<std::uint64_t>(std::max(seconds, 1)) << " events a second, " << counts.failed
            << " failed, answered in " << at(50) << " ms (half), " << at(99) << " ms (99 of 100)\n";
  const auto faults = store::open_database(dir, address)->faults();
  std::cout << (faults && faults->empty() ? "no gaps" : "GAPS") << std::endl;
  return faults && faults->empty() ? 0 : 1;
}
