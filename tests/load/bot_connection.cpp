// The bot's way in and its connection.
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>

#include "bot.hpp"
#include "posterhall/v1/plan.pb.h"

namespace posterhall::load {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using WebSocket = beast::websocket::stream<Tcp::socket>;
using namespace std::chrono_literals;

// As the browser does (client-web/src/net/connection.ts, silence.ts, backoff.ts); it looks four times a second.
constexpr auto kOpenWithin = 4s;
constexpr auto kQuiet = 1500ms;      // asks
constexpr auto kElsewhere = 1750ms;  // is another process within reach?
constexpr auto kMove = 2250ms;       // goes there
constexpr auto kGone = 4250ms;
constexpr std::array kBackOff = {300ms, 800ms, 1500ms, 3000ms};
constexpr auto kComeBackWithin = 300s;
// A server that nobody kills is given all the time it wants: it may run under valgrind.
constexpr auto kPatience = 600s;

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

/// One request over a connection of its own; an error when it takes longer than `within`.
asio::awaitable<http::response<http::string_body>> ask(const Address& to, http::request<http::string_body> r,
                                                       std::chrono::seconds within) {
  auto socket = co_await connect(to);
  beast::tcp_stream stream(std::move(socket));
  stream.expires_after(within);
  co_await http::async_write(stream, r, asio::use_awaitable);
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(8 * 1024 * 1024);
  co_await http::async_read(stream, buffer, parser, asio::use_awaitable);
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

Bot::Bot(BotTask task, Crowd& crowd, std::shared_ptr<const WalkPlan>& plan)
    : task_(std::move(task)), crowd_(crowd), plan_(plan), random_(task_.seed * 7919U + task_.index) {}
Bot::~Bot() = default;

bool Bot::live() const { return welcomed_ && connection_ && connection_->open; }

asio::awaitable<void> Bot::come_in() {
  co_await sign_in();
  co_await open();
  been_in_ = true;
  ++crowd_.connected;
}

asio::awaitable<void> Bot::sign_in() {
  const auto enter = request(address(), http::verb::post, "/api/v1/enter", "",
                             R"({"token":")" + task_.token + R"(","timeZone":"UTC","takeOver":true})");
  const auto entered = co_await ask(address(), enter, kPatience);
  must(entered, "enter");
  const auto header = std::string(entered[http::field::set_cookie]);
  cookie_ = header.substr(0, header.find(';'));
}

asio::awaitable<std::string> Bot::take_ticket() {
  const auto wish = request(address(), http::verb::post, "/api/v1/ticket", cookie_, "");
  const auto ticketed = co_await ask(address(), wish, been_in_ ? kOpenWithin : kPatience);
  must(ticketed, "ticket");
  co_return json_text(ticketed.body(), "ticket");
}

/// Ticket (a spare one if there is one), WebSocket, Enter, Welcome.
asio::awaitable<void> Bot::open() {
  auto ticket = std::exchange(spare_ticket_, {});
  if (ticket.empty()) ticket = co_await take_ticket();
  auto ws_socket = co_await connect(address());
  const auto connection = std::make_shared<Connection>(std::move(ws_socket));
  auto& stream = connection->stream;
  const auto origin = address().origin;
  stream.set_option(beast::websocket::stream_base::decorator([origin, ticket](beast::websocket::request_type& r) {
    r.set(http::field::origin, origin);
    r.set(http::field::sec_websocket_protocol, "posterhall.v1, ticket." + ticket);
  }));
  stream.binary(true);
  if (task_.reconnect) {
    const auto never = beast::websocket::stream_base::none();
    stream.set_option(beast::websocket::stream_base::timeout{kOpenWithin, never, false});
  }
  const auto host = address().host + ":" + address().port;
  co_await stream.async_handshake(host, "/ws", asio::use_awaitable);
  connection_ = connection;
  opened_ = Clock::now();
  welcomed_ = asked_ = looked_elsewhere_ = false;
  send(hello());
  auto self = shared_from_this();
  const auto executor = co_await asio::this_coro::executor;
  while (!welcomed_) {
    beast::flat_buffer buffer;
    co_await stream.async_read(buffer, asio::use_awaitable);
    on_message(beast::buffers_to_string(buffer.data()));
  }
  asio::co_spawn(executor, [self, connection]() { return self->read_loop(connection); }, asio::detached);
}

void Bot::begin_fetching_plan(const std::string& hash) {
  auto self = shared_from_this();
  asio::co_spawn(connection_->stream.get_executor(), [self, hash]() { return self->fetch_plan(hash); }, asio::detached);
}

asio::awaitable<void> Bot::fetch_plan(std::string hash) {
  const auto wish = request(address(), http::verb::get, "/files/plan/" + hash, cookie_, "");
  const auto answer = co_await ask(address(), wish, kPatience);
  v1::FloorPlan plan;
  if (answer.result() != http::status::ok || !plan.ParseFromString(answer.body())) co_return;
  auto made = std::make_shared<WalkPlan>();
  made->width = plan.width();
  made->height = plan.height();
  made->blocked = plan.blocked();
  plan_ = made;
}

asio::awaitable<void> Bot::read_loop(ConnectionPtr connection) {
  auto self = shared_from_this();
  beast::flat_buffer buffer;
  std::string why;
  try {
    while (connection->open) {
      buffer.clear();
      const auto size = co_await connection->stream.async_read(buffer, asio::use_awaitable);
      crowd_.bytes_received += size;
      last_heard_ = Clock::now();
      asked_ = looked_elsewhere_ = false;
      spare_ticket_.clear();
      on_message(beast::buffers_to_string(buffer.data()));
    }
  } catch (const std::exception& fault) {
    why = fault.what();
  }
  lost(connection, why);
}

void Bot::lost(ConnectionPtr connection, const std::string& why) {
  connection->open = false;
  if (ending_ || connection != connection_) return;
  gone_silent();
  if (!task_.reconnect) {
    if (crowd_.first_failure.empty()) crowd_.first_failure = "a connection ended: " + why;
    return;
  }
  auto self = shared_from_this();
  asio::co_spawn(connection->stream.get_executor(), [self]() { return self->come_back(); }, asio::detached);
}

asio::awaitable<void> Bot::come_back() {
  auto self = shared_from_this();
  const auto executor = co_await asio::this_coro::executor;
  const auto until = Clock::now() + kComeBackWithin;
  for (std::size_t attempt = 0; Clock::now() < until && !ending_; ++attempt) {
    const auto step = kBackOff[std::min(attempt, kBackOff.size() - 1)];
    asio::steady_timer timer(executor, step * (75 + random_() % 51) / 100);
    // Who has a ticket of another process already goes there at once.
    if (spare_ticket_.empty()) co_await timer.async_wait(asio::use_awaitable);
    ++way_;
    try {
      co_await open();
      ++crowd_.returned;
      send_again();
      co_return;
    } catch (const std::exception&) {
      // This process is not back yet.
    }
  }
  if (!ending_ && crowd_.first_failure.empty()) crowd_.first_failure = "a bot could not come back";
}

void Bot::send(const std::string& bytes) {
  if (!connection_ || !connection_->open) return;
  connection_->waiting.push_back(bytes);
  if (!connection_->writing) pump(connection_);
}

void Bot::pump(const ConnectionPtr& connection) {
  if (connection->waiting.empty()) return;
  connection->writing = true;
  auto self = shared_from_this();
  connection->stream.async_write(asio::buffer(connection->waiting.front()),
                                 [self, connection](beast::error_code error, std::size_t) {
                                   connection->writing = false;
                                   connection->waiting.pop_front();
                                   if (error) {
                                     connection->open = false;
                                     return;
                                   }
                                   self->pump(connection);
                                 });
}

void Bot::sweep(Clock::time_point now) {
  if (!task_.reconnect || !connection_ || !connection_->open) return;
  const auto quiet = now - std::max(last_heard_, opened_);
  if (quiet >= kGone || (quiet >= kMove && !spare_ticket_.empty())) {
    const auto silent = connection_;
    beast::error_code ignored;
    silent->stream.next_layer().close(ignored);  // its read ends, and with it the connection
  } else if (!welcomed_) {
    return;
  } else if (quiet >= kElsewhere && !looked_elsewhere_) {
    looked_elsewhere_ = true;
    asio::co_spawn(
        connection_->stream.get_executor(), [self = shared_from_this()] { return self->look_elsewhere(); },
        asio::detached);
  } else if (quiet >= kQuiet && !asked_) {
    asked_ = true;
    send(ping());
  }
}

asio::awaitable<void> Bot::look_elsewhere() {
  const auto silent = connection_;
  const Address& other = task_.addresses[(way_ + 1) % task_.addresses.size()];
  const auto answer = co_await ask(other, request(other, http::verb::post, "/api/v1/ticket", cookie_, ""), kOpenWithin);
  if (connection_ != silent || !looked_elsewhere_ || answer.result() != http::status::ok) co_return;
  const auto process = json_text(answer.body(), "process");
  if (!process.empty() && process != process_) spare_ticket_ = json_text(answer.body(), "ticket");
}

void Bot::close() {
  ending_ = true;
  if (!connection_) return;
  connection_->open = false;
  beast::error_code ignored;
  connection_->stream.next_layer().close(ignored);
}

}  // namespace posterhall::load
