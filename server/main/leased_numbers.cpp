#include "main/leased_numbers.hpp"

#include <array>
#include <cstdio>
#include <utility>

namespace posterhall {
namespace {

constexpr std::chrono::seconds kRenewEvery{5};

std::string holder_name(const std::function<std::uint64_t()>& random) {
  std::array<char, 33> text{};
  (void)std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(random()),
                      static_cast<unsigned long long>(random()));
  return text.data();
}

}  // namespace

LeasedNumbers::LeasedNumbers(net::asio::io_context& loop, hall::ShardLeases& leases,
                             const std::function<std::uint64_t()>& random)
    : loop_(loop), leases_(leases), holder_(holder_name(random)), timer_(loop) {}

void LeasedNumbers::lease(std::uint32_t count, hall::CommonGround ours, std::function<void()> lost,
                          std::function<void(const Result<hall::LeasedShards>&)> leased) {
  lost_ = std::move(lost);
  auto taken = [this, count, leased = std::move(leased),
                alive = std::weak_ptr<int>(alive_)](const Result<hall::LeasedShards>& answer) {
    if (alive.expired()) return;
    if (answer && !answer->numbers.empty()) {
      count_ = count;
      keep();
    }
    leased(answer);
  };
  leases_.lease(holder_, count, std::move(ours),
                hall::Reply<hall::LeasedShards>(loop_.get_executor(), std::move(taken)));
}

void LeasedNumbers::keep() {
  timer_.expires_after(kRenewEvery);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (error || count_ == 0) return;
    // A store that does not answer is no reason to end: the numbers are ours until somebody else has them.
    auto renewed = [this, alive = std::weak_ptr<int>(alive_)](const Result<bool>& ours) {
      if (alive.expired() || count_ == 0) return;
      if (ours && !*ours) return lost_();
      keep();
    };
    leases_.renew(holder_, count_, hall::Reply<bool>(loop_.get_executor(), std::move(renewed)));
  });
}

void LeasedNumbers::release() {
  if (count_ == 0) return;
  stop();
  leases_.release(holder_, hall::Reply<bool>(loop_.get_executor(), [](const Result<bool>&) {}));
}

void LeasedNumbers::stop() {
  count_ = 0;
  timer_.cancel();
}

}  // namespace posterhall
