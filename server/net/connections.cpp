#include "net/connections.hpp"

#include <boost/asio/post.hpp>
#include <chrono>

#include "net/echo_session.hpp"
#include "net/ws_session.hpp"

namespace posterhall::net {
namespace {

constexpr std::size_t kReadBuffer = 64 * 1024;
constexpr std::chrono::milliseconds kSweepEvery{500};

}  // namespace

Connections::Connections(boost::asio::io_context& loop, HallDoor& hall, hall::Encoder& encoder,
                         ConnectionFigures figures, Gone gone)
    : loop_(loop),
      hall_(hall),
      encoder_(encoder),
      figures_(figures),
      gone_(std::move(gone)),
      poller_(
          loop,
          [this](void* who, Ready ready) {
            read_clock();
            static_cast<WsLink*>(who)->on_ready(ready);
          },
          [this] { see_to_all(); }),
      sweep_timer_(loop),
      buffer_(kReadBuffer) {
  read_clock();
}

Connections::~Connections() = default;

void Connections::read_clock() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  now_ms_ = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

void Connections::start() {
  poller_.start();
  tick();
}

void Connections::stop() {
  stopped_ = true;
  poller_.stop();
  sweep_timer_.cancel();
  for (auto& session : sessions_) session->forget_hall();
  sessions_.clear();
  to_see_.clear();
}

void Connections::tick() {
  sweep_timer_.expires_after(kSweepEvery);
  sweep_timer_.async_wait([this](const boost::system::error_code& error) {
    if (error || stopped_) return;
    read_clock();
    for (std::size_t i = 0; i < sessions_.size(); ++i) sessions_[i]->sweep(now_ms_);
    see_to_all();
    tick();
  });
}

void Connections::adopt(Handover handover) {
  if (stopped_) return;
  read_clock();
  std::unique_ptr<WsLink> session;
  if (handover.arrival) {
    session = std::make_unique<WsSession>(*this, std::move(handover.socket), *handover.arrival);
  } else {
    session = std::make_unique<EchoSession>(*this, std::move(handover.socket));
  }
  session->set_place(sessions_.size());
  auto& adopted = *sessions_.emplace_back(std::move(session));
  adopted.open({reinterpret_cast<std::uint8_t*>(handover.leftover.data()), handover.leftover.size()});
}

void Connections::post_adopt(Handover handover) {
  auto shared = std::make_shared<Handover>(std::move(handover));
  boost::asio::post(loop_, [this, shared] { adopt(std::move(*shared)); });
}

void Connections::see_to(WsLink& session) {
  if (session.listed()) return;
  session.set_listed(true);
  to_see_.push_back(&session);
  if (seeing_posted_) return;
  seeing_posted_ = true;
  boost::asio::post(loop_, [this] {
    seeing_posted_ = false;
    see_to_all();
  });
}

void Connections::see_to_all() {
  // Telling the hall may close others, which come onto the list behind.
  for (std::size_t i = 0; i < to_see_.size(); ++i) to_see_[i]->leave_hall();
  std::vector<WsLink*> seen;
  seen.swap(to_see_);
  for (auto* session : seen) session->set_listed(false);
  for (auto* session : seen) {
    if (session->dead()) bury(*session);
  }
}

void Connections::bury(WsLink& session) {
  poller_.remove(session.socket());
  const auto arrival = session.arrival() != nullptr ? std::optional{*session.arrival()} : std::nullopt;
  const std::size_t place = session.place();
  if (place + 1 != sessions_.size()) {
    sessions_[place].swap(sessions_.back());
    sessions_[place]->set_place(place);
  }
  sessions_.pop_back();
  if (arrival) gone_(*arrival);
}

}  // namespace posterhall::net
