#include "net/http_connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <utility>

#include "net/request_parser.hpp"

namespace posterhall::net {
namespace {

constexpr std::uint64_t kFirstByteMs = 10'000;  ///< browsers open connections they may never use
constexpr std::uint64_t kKeepAliveMs = 30'000;
constexpr std::uint64_t kHeadMs = 5'000;
constexpr std::uint64_t kBodyMs = 10'000;
constexpr std::uint64_t kWriteMs = 15'000;  ///< a piece
constexpr std::uint64_t kLingerMs = 1'000;
constexpr std::size_t kPiece = 128 * 1024;
constexpr int kSendBuffer = 256 * 1024;  ///< bytes in the kernel: who asks for much and reads nothing holds no more
constexpr std::size_t kReadPiece = 4 * 1024;
constexpr std::size_t kLingerBytes = 256 * 1024;

}  // namespace

HttpConnection::HttpConnection(HttpHost& host, Socket socket) : host_(host), socket_(std::move(socket)) {
  boost::system::error_code error;
  connected_ = socket_.remote_endpoint(error).address();
  peer_.address = connected_;
  connected_prefix_ = prefix_of(connected_);
  peer_.loopback = connected_.is_loopback() || connected_prefix_.starts_with("127.");
  peer_.prefix = connected_prefix_;
}

void HttpConnection::deadline_in(std::uint64_t ms) { deadline_ms_ = host_.steady_ms() + ms; }

void HttpConnection::sweep(std::uint64_t now_ms) {
  if (deadline_ms_ == 0 || now_ms < deadline_ms_) return;
  deadline_ms_ = 0;
  timed_out_ = true;
  boost::system::error_code error;
  socket_.cancel(error);
}

bool HttpConnection::end_if_waiting() {
  if (!between_requests_ || ended_) return false;
  end();
  return true;
}

void HttpConnection::end() {
  ended_ = true;
  boost::system::error_code error;
  socket_.cancel(error);
}

Task<void> HttpConnection::run() {
  boost::system::error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  socket_.set_option(asio::socket_base::send_buffer_size(kSendBuffer), ignored);
  deadline_in(kFirstByteMs);
  Next next = Next::again;
  while (next == Next::again) {
    next = co_await serve_one();
    deadline_in(kKeepAliveMs);
  }
  if (next == Next::gone) co_return;
  if (!ended_) co_await linger();
  socket_.close(ignored);
}

Task<bool> HttpConnection::read_more() {
  if (ended_) co_return false;
  std::array<char, kReadPiece> piece{};
  boost::system::error_code error;
  waiting_ = Waiting::for_request;
  const std::size_t count =
      co_await socket_.async_read_some(asio::buffer(piece), asio::redirect_error(use_task, error));
  waiting_ = Waiting::no;
  if (error || ended_) co_return false;
  unread_.append(piece.data(), count);
  co_return true;
}

Task<HeadVerdict> HttpConnection::read_head() {
  between_requests_ = true;
  bool begun = false;
  while (true) {
    while (unread_.starts_with("\r\n") && !begun) unread_.erase(0, 2);  // RFC 9112, 2.2: blank lines before it
    if (!unread_.empty() && unread_ != "\r" && !begun) {
      begun = true;
      between_requests_ = false;
      deadline_in(kHeadMs);
    }
    const auto verdict = inspect_head(unread_);
    if (verdict.state != HeadVerdict::State::need_more) co_return verdict;
    const bool more = co_await read_more();
    if (more) continue;
    if (!timed_out_ || !begun || ended_) co_return HeadVerdict{};
    HeadVerdict late;
    late.state = HeadVerdict::State::refused;
    late.status = 408;
    late.because = "The request took too long.";
    co_return late;
  }
}

Task<HttpConnection::Next> HttpConnection::serve_one() {
  const auto head = co_await read_head();
  switch (head.state) {
    case HeadVerdict::State::need_more: co_return Next::close;
    case HeadVerdict::State::refused: {
      const auto next = co_await refuse(head.status, head.because);
      co_return next;
    }
    case HeadVerdict::State::complete: break;
  }
  const auto next = co_await read_and_answer(head);
  co_return next;
}

Task<HttpConnection::Next> HttpConnection::refuse(unsigned status, std::string_view because) {
  timed_out_ = false;
  auto answer = plain_answer(status, because);
  answer.close = true;
  const auto next = co_await write(std::move(answer), false, false);
  co_return next;
}

Task<HttpConnection::Next> HttpConnection::read_and_answer(const HeadVerdict& head) {
  RequestParser parser(host_.handler.most_body(std::string_view{unread_}.substr(0, head.size)));
  deadline_in(kBodyMs);
  bool wait_for_us = head.expects_continue && unread_.size() == head.size;
  while (true) {
    const auto progress = parser.put(unread_);
    unread_.erase(0, progress.used);
    if (progress.refused != 0) {
      const auto next = co_await refuse(
          progress.refused, progress.refused == 413 ? "The request's body is too large." : "The request is malformed.");
      co_return next;
    }
    if (progress.done) break;
    if (std::exchange(wait_for_us, false)) {
      const bool fine = co_await write_all("HTTP/1.1 100 Continue\r\n\r\n");
      if (!fine) co_return Next::close;
      deadline_in(kBodyMs);
    }
    const bool more = co_await read_more();
    if (more) continue;
    if (!timed_out_ || ended_) co_return Next::close;
    const auto next = co_await refuse(408, "The request took too long.");
    co_return next;
  }
  deadline_ms_ = 0;
  auto [request, refused] = parser.take();
  if (refused != 0) {
    const auto next = co_await refuse(refused, "The request's address is malformed.");
    co_return next;
  }
  peer_.address = forwarded_address(connected_, request.all("x-forwarded-for"), host_.trusted_proxies);
  peer_.prefix = prefix_of(peer_.address);
  auto answer = co_await host_.handler.answer(request, peer_);
  if (answer.upgrade) {
    const auto next = co_await become_websocket(std::move(answer));
    co_return next;
  }
  const bool keep_alive = request.keep_alive && !answer.close;
  const auto next = co_await write(std::move(answer), keep_alive, request.head());
  co_return next;
}

Task<bool> HttpConnection::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    if (ended_) co_return false;
    deadline_in(kWriteMs);
    const auto piece = bytes.substr(0, kPiece);
    boost::system::error_code error;
    waiting_ = Waiting::for_reader;
    co_await asio::async_write(socket_, asio::buffer(piece), asio::redirect_error(use_task, error));
    waiting_ = Waiting::no;
    if (error) co_return false;
    bytes.remove_prefix(piece.size());
  }
  deadline_ms_ = 0;
  co_return true;
}

Task<bool> HttpConnection::write_file(FileSlice file) {
  std::string piece(std::min<std::uint64_t>(kPiece, file.size), '\0');
  while (file.size > 0) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), file.size));
    const auto count = ::pread(file.file.get(), piece.data(), wanted, static_cast<off_t>(file.offset));
    if (count <= 0) co_return false;  // shorter than it was: the length is already said, so the connection ends
    const auto got = static_cast<std::size_t>(count);
    const bool fine = co_await write_all(std::string_view{piece}.substr(0, got));
    if (!fine) co_return false;
    file.offset += got;
    file.size -= got;
  }
  co_return true;
}

Task<HttpConnection::Next> HttpConnection::write(HttpAnswer answer, bool keep_alive, bool without_body) {
  std::string head = write_head(answer, keep_alive, host_.unix_seconds());
  const bool small = answer.body != nullptr && answer.body->size() <= kReadPiece && !without_body;
  if (small) head += *answer.body;  // one packet
  bool fine = co_await write_all(head);
  if (fine && !without_body && !small && answer.body != nullptr) fine = co_await write_all(*answer.body);
  if (fine && !without_body && answer.file) fine = co_await write_file(std::move(*answer.file));
  co_return fine&& keep_alive ? Next::again : Next::close;
}

Task<HttpConnection::Next> HttpConnection::become_websocket(HttpAnswer answer) {
  const std::string head = write_head(answer, true, host_.unix_seconds());
  const bool fine = co_await write_all(head);
  if (!fine) co_return Next::close;
  boost::system::error_code error;
  const int fd = socket_.release(error);
  if (error) co_return Next::close;
  host_.hand_over({Descriptor{fd}, std::move(unread_), answer.upgrade->arrival});
  co_return Next::gone;
}

/// Reads on for a moment after the last answer, so that unread bytes do not reset the connection under it.
Task<void> HttpConnection::linger() {
  boost::system::error_code error;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
  if (error) co_return;
  timed_out_ = false;
  waiting_ = Waiting::for_request;
  deadline_in(kLingerMs);
  std::array<char, kReadPiece> thrown_away{};
  for (std::size_t total = 0; total < kLingerBytes;) {
    const std::size_t count =
        co_await socket_.async_read_some(asio::buffer(thrown_away), asio::redirect_error(use_task, error));
    if (error || ended_) co_return;
    total += count;
  }
}

}  // namespace posterhall::net
