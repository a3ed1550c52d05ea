#include "bot.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include "posterhall/v1/api.pb.h"
#include "posterhall/v1/client.pb.h"
#include "posterhall/v1/plan.pb.h"
#include "posterhall/v1/server.pb.h"

namespace posterhall::load {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace pb = posterhall::v1;
using Tcp = asio::ip::tcp;
using WebSocket = beast::websocket::stream<Tcp::socket>;

constexpr std::int32_t kStep = 36;  // pixels in 200 ms at 170 ms a tile of 32, with room for rounding

http::request<http::string_body> request(const Address& to, http::verb verb, const std::string& target,
                                         const std::string& cookie, std::string body) {
  http::request<http::string_body> r{verb, target, 11};
  r.set(http::field::host, to.host + ":" + to.port);
  r.set(http::field::origin, to.origin);
  if (!cookie.empty()) r.set(http::field::cookie, cookie);
  if (verb == http::verb::post) r.set(http::field::content_type, "application/json");
  r.body() = std::move(body);
  r.prepare_payload();
  return r;
}

asio::awaitable<Tcp::socket> connect(const Address& to) {
  const auto executor = co_await asio::this_coro::executor;
  Tcp::resolver resolver(executor);
  const auto found = co_await resolver.async_resolve(to.host, to.port, asio::use_awaitable);
  Tcp::socket socket(executor);
  co_await asio::async_connect(socket, found, asio::use_awaitable);
  socket.set_option(Tcp::no_delay(true));
  co_return socket;
}

asio::awaitable<http::response<http::string_body>> ask(Tcp::socket& socket, http::request<http::string_body> r) {
  co_await http::async_write(socket, r, asio::use_awaitable);
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(8 * 1024 * 1024);
  co_await http::async_read(socket, buffer, parser, asio::use_awaitable);
  co_return parser.release();
}

/// The value of "key":"…" in a small JSON object whose values have no escapes (tickets).
std::string json_text(const std::string& body, const std::string& key) {
  const auto at = body.find("\"" + key + "\"");
  if (at == std::string::npos) return {};
  const auto open = body.find('"', body.find(':', at) + 1);
  const auto close = body.find('"', open + 1);
  return close == std::string::npos ? std::string{} : body.substr(open + 1, close - open - 1);
}

void must(const http::response<http::string_body>& answer, const std::string& what) {
  if (answer.result() == http::status::ok) return;
  throw std::runtime_error(what + " was answered " + std::to_string(answer.result_int()) + ": " +
                           answer.body().substr(0, 200));
}

}  // namespace

struct Bot::Connection {
  explicit Connection(Tcp::socket socket) : stream(std::move(socket)) {}
  WebSocket stream;
  std::deque<std::string> waiting;
  bool writing = false;
  bool open = true;
};

Bot::Bot(BotTask task, Crowd& crowd, std::shared_ptr<const WalkPlan>& plan, asio::io_context&)
    : task_(std::move(task)), crowd_(crowd), plan_(plan), random_(task_.seed * 7919u + task_.index) {}
Bot::~Bot() = default;

bool Bot::live() const { return welcomed_ && connection_ && connection_->open; }

asio::awaitable<bool> Bot::come_in() {
  auto socket = co_await connect(task_.address);
  const auto enter = request(task_.address, http::verb::post, "/api/v1/enter", "",
                             R"({"token":")" + task_.token + R"(","timeZone":"UTC","takeOver":true})");
  const auto entered = co_await ask(socket, enter);
  must(entered, "enter");
  const auto header = std::string(entered[http::field::set_cookie]);
  cookie_ = header.substr(0, header.find(';'));
  const auto wish = request(task_.address, http::verb::post, "/api/v1/ticket", cookie_, "");
  const auto ticketed = co_await ask(socket, wish);
  must(ticketed, "ticket");
  const auto ticket = json_text(ticketed.body(), "ticket");

  auto ws_socket = co_await connect(task_.address);
  connection_ = std::make_unique<Connection>(std::move(ws_socket));
  auto& stream = connection_->stream;
  const auto origin = task_.address.origin;
  stream.set_option(beast::websocket::stream_base::decorator([origin, ticket](beast::websocket::request_type& r) {
    r.set(http::field::origin, origin);
    r.set(http::field::sec_websocket_protocol, "posterhall.v1, ticket." + ticket);
  }));
  stream.binary(true);
  const auto host = task_.address.host + ":" + task_.address.port;
  co_await stream.async_handshake(host, "/ws", asio::use_awaitable);

  pb::ClientMessage hello;
  hello.set_seq(next_seq_++);
  hello.mutable_enter()->set_view(pb::VIEW_HALL);
  hello.mutable_enter()->set_tab_id(std::string(16, static_cast<char>('a' + task_.index % 26)));
  send(hello.SerializeAsString());
  auto self = shared_from_this();
  const auto executor = co_await asio::this_coro::executor;
  while (!welcomed_) {
    beast::flat_buffer buffer;
    co_await stream.async_read(buffer, asio::use_awaitable);
    on_message(beast::buffers_to_string(buffer.data()));
  }
  ++crowd_.connected;
  asio::co_spawn(executor, [self]() { return self->read_loop(); }, asio::detached);
  co_return true;
}

asio::awaitable<void> Bot::fetch_plan(std::string hash) {
  auto self = shared_from_this();
  auto socket = co_await connect(task_.address);
  const auto wish = request(task_.address, http::verb::get, "/files/plan/" + hash, cookie_, "");
  const auto answer = co_await ask(socket, wish);
  pb::FloorPlan plan;
  if (answer.result() != http::status::ok || !plan.ParseFromString(answer.body())) co_return;
  auto made = std::make_shared<WalkPlan>();
  made->width = plan.width();
  made->height = plan.height();
  made->blocked = plan.blocked();
  plan_ = made;
}

asio::awaitable<void> Bot::read_loop() {
  auto self = shared_from_this();
  beast::flat_buffer buffer;
  try {
    while (connection_->open) {
      buffer.clear();
      const auto size = co_await connection_->stream.async_read(buffer, asio::use_awaitable);
      crowd_.bytes_received += size;
      on_message(beast::buffers_to_string(buffer.data()));
    }
  } catch (const std::exception& fault) {
    if (connection_->open && crowd_.first_failure.empty()) {
      crowd_.first_failure = std::string("a connection ended: ") + fault.what();
    }
    connection_->open = false;
  }
}

void Bot::send(const std::string& bytes) {
  if (!connection_ || !connection_->open) return;
  connection_->waiting.push_back(bytes);
  if (!connection_->writing) pump();
}

void Bot::pump() {
  if (connection_->waiting.empty()) return;
  connection_->writing = true;
  auto self = shared_from_this();
  connection_->stream.async_write(asio::buffer(connection_->waiting.front()),
                                  [self](beast::error_code error, std::size_t) {
                                    self->connection_->writing = false;
                                    self->connection_->waiting.pop_front();
                                    if (error) {
                                      self->connection_->open = false;
                                      return;
                                    }
                                    self->pump();
                                  });
}

void Bot::watch_channels() {
  for (const auto& channel : task_.channels) {
    pb::ClientMessage m;
    m.mutable_watch()->set_channel(channel);
    m.mutable_watch()->set_after(0);
    m.set_seq(next_seq_++);
    send(m.SerializeAsString());
  }
}

void Bot::on_message(const std::string& bytes) {
  // The state frame is field 1: its tag is the first byte. Counted clients need not decode it.
  if (!bytes.empty() && bytes[0] == '\x0a') {
    if (task_.sampled) {
      on_state(bytes);
    } else {
      ++crowd_.updates_received;
    }
    return;
  }
  pb::ServerMessage m;
  if (!m.ParseFromString(bytes)) return;
  if (m.has_welcome()) {
    welcomed_ = true;
    visitor_ = m.welcome().visitor();
    x_ = static_cast<std::int32_t>(m.welcome().place() >> 18);
    y_ = static_cast<std::int32_t>((m.welcome().place() >> 4) & 0x3FFF);
    sequence_ = m.welcome().sequence();
    crowd_.true_place[visitor_] = m.welcome().place() >> 4;
    watch_channels();
    if (!plan_ && task_.index == 0) {
      auto self = shared_from_this();
      asio::co_spawn(
          connection_->stream.get_executor(),
          [self, hash = m.welcome().plan_hash()]() { return self->fetch_plan(hash); }, asio::detached);
    }
  } else if (m.has_ack()) {
    const auto found = pending_.find(m.ack().in_reply_to());
    if (found != pending_.end()) {
      crowd_.history[pending_channel_[found->first]].acked.push_back({m.ack().number(), found->second.client_id});
      pending_channel_.erase(found->first);
      pending_.erase(found);
    }
  } else if (m.has_reject()) {
    ++crowd_.rejected;
    pending_channel_.erase(m.reject().in_reply_to());
    pending_.erase(m.reject().in_reply_to());
  } else if (m.has_watching() && task_.sampled) {
    auto& member = members_[m.watching().channel()];
    member.first = m.watching().head() + 1;
    member.seen.clear();
  } else if (m.has_events() && task_.sampled) {
    for (const auto& event : m.events().events()) {
      auto& member = members_[event.channel()];
      if (member.first != 0 && event.number() >= member.first)
        member.seen.push_back({event.number(), event.client_id()});
    }
  }
}

void Bot::on_state(const std::string& bytes) {
  pb::ServerMessage m;
  if (!m.ParseFromString(bytes)) return;
  const auto& state = m.state();
  const auto now = Clock::now();
  if (state.snapshot()) view_.visitors.clear();
  view_.centre_cell = state.centre_cell();
  crowd_.updates_received += static_cast<std::uint64_t>(state.records_size() / 2);
  for (int i = 0; i + 1 < state.records_size(); i += 2) {
    const auto word0 = state.records(i), word1 = state.records(i + 1);
    const auto id = word0 >> 8;
    auto& seen = view_.visitors[id];
    if (!state.snapshot() && id != visitor_ && (seen.word0 & 0xFF) != (word0 & 0xFF)) {
      const auto sent = crowd_.sent_at.find(id);
      if (sent != crowd_.sent_at.end()) {
        const auto at = sent->second[word0 & 0xFF];
        if (at.time_since_epoch().count() != 0) {
          crowd_.latency.add(std::chrono::duration<double, std::milli>(now - at).count());
        }
      }
    }
    if (id == visitor_ && (word0 & 0xFF) == (sequence_ & 0xFF)) {
      x_ = static_cast<std::int32_t>(word1 >> 18);
      y_ = static_cast<std::int32_t>((word1 >> 4) & 0x3FFF);
    }
    seen = {word0, word1};
  }
  for (const auto id : state.gone()) view_.visitors.erase(id);
  // Everybody outside the block of 3 x 3 cells is dropped, as a browser does.
  const auto column = static_cast<std::int32_t>(view_.centre_cell & 0xFFFF);
  const auto row = static_cast<std::int32_t>(view_.centre_cell >> 16);
  std::erase_if(view_.visitors, [&](const auto& entry) {
    const auto cx = static_cast<std::int32_t>(entry.second.word1 >> 18) / (24 * 32);
    const auto cy = static_cast<std::int32_t>((entry.second.word1 >> 4) & 0x3FFF) / (16 * 32);
    return std::abs(cx - column) > 1 || std::abs(cy - row) > 1;
  });
}

void Bot::move() {
  if (!live() || !plan_) return;
  for (int attempt = 0; attempt < 8; ++attempt) {
    if ((heading_x_ == 0 && heading_y_ == 0) || random_() % 24 == 0 || attempt > 0) {
      static constexpr std::int32_t kHeadings[4][2] = {{kStep, 0}, {-kStep, 0}, {0, kStep}, {0, -kStep}};
      const auto pick = random_() % 4;
      heading_x_ = kHeadings[pick][0];
      heading_y_ = kHeadings[pick][1];
    }
    const auto to_x = x_ + heading_x_, to_y = y_ + heading_y_;
    if (!plan_->walkable(to_x, to_y) || !plan_->walkable((x_ + to_x) / 2, (y_ + to_y) / 2)) continue;
    x_ = to_x;
    y_ = to_y;
    const std::uint32_t facing = heading_x_ > 0 ? 3 : heading_x_ < 0 ? 2 : heading_y_ < 0 ? 1 : 0;
    sequence_ = (sequence_ + 1) & 0xFF;
    const auto place = (static_cast<std::uint32_t>(x_) << 18) | (static_cast<std::uint32_t>(y_) << 4) | (facing << 2);
    pb::ClientMessage m;
    m.mutable_move()->set_sequence(sequence_);
    m.mutable_move()->set_place(place);
    crowd_.sent_at[visitor_][sequence_] = Clock::now();
    crowd_.true_place[visitor_] = place >> 4;
    ++crowd_.moves_sent;
    send(m.SerializeAsString());
    return;
  }
}

void Bot::write() {
  if (!live() || task_.channels.empty()) return;
  const auto& channel = task_.channels[next_channel_++ % task_.channels.size()];
  std::string id(16, '\0');
  for (auto& c : id) c = static_cast<char>(random_() & 0xFF);
  pb::ClientMessage m;
  const auto seq = next_seq_++;
  m.set_seq(seq);
  auto& body = *m.mutable_send();
  body.set_channel(channel);
  body.set_client_id(id);
  body.set_kind(channel.starts_with("poster/") ? pb::EVENT_KIND_QUESTION : pb::EVENT_KIND_MESSAGE);
  body.set_text("Bot " + std::to_string(task_.index) + " asks number " + std::to_string(seq));
  pending_[seq] = {0, id};
  pending_channel_[seq] = channel;
  send(m.SerializeAsString());
}

void Bot::settle() {
  if (!live()) return;
  for (auto& [channel, member] : members_) {
    if (member.first != 0) crowd_.history[channel].members.push_back(std::move(member));
  }
  members_.clear();
}

void Bot::close() {
  if (!connection_) return;
  connection_->open = false;
  beast::error_code ignored;
  connection_->stream.next_layer().close(ignored);
}

}  // namespace posterhall::load
