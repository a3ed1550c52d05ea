#include "net/request_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "net/chunk_reader.hpp"
#include "net/http_guard.hpp"

namespace posterhall::net {
namespace http = boost::beast::http;

struct RequestParser::State {
  explicit State(std::size_t max_body) : chunks(max_body) {}

  http::request_parser<http::string_body> parser;
  ChunkReader chunks;
  std::vector<std::pair<std::string, std::string>> headers;
  bool head_taken = false;

  void take_head() {
    for (const auto& field : parser.get()) {
      const auto name = field.name_string();
      headers.emplace_back(ascii_lower({name.data(), name.size()}), std::string{field.value()});
    }
    head_taken = true;
  }
};

RequestParser::RequestParser(std::size_t max_body) : state_(std::make_unique<State>(max_body)) {
  state_->parser.header_limit(static_cast<std::uint32_t>(kMaxHead) + 1);
  state_->parser.body_limit(max_body);
  state_->parser.eager(false);  // stops after the head
}

RequestParser::~RequestParser() = default;

RequestParser::Progress RequestParser::put(std::string_view bytes) {
  boost::beast::error_code error;
  Progress progress;
  auto& parser = state_->parser;
  if (!state_->head_taken) {
    progress.used = parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    bytes.remove_prefix(progress.used);
    if (!error && parser.is_header_done()) {
      state_->take_head();
      parser.eager(true);
    }
  }
  if (!error && state_->head_taken && parser.chunked()) {
    const auto chunks = state_->chunks.put(bytes);
    return {progress.used + chunks.used, chunks.done, chunks.refused};
  }
  if (!error && state_->head_taken && !parser.is_done() && !bytes.empty()) {
    progress.used += parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
  }
  progress.done = parser.is_done();
  if (error == http::error::need_more) return progress;
  if (error == http::error::body_limit) {
    progress.refused = 413;
  } else if (error == http::error::header_limit) {
    progress.refused = 431;
  } else if (error) {
    progress.refused = 400;
  }
  return progress;
}

namespace {

/// The path of a target in origin or absolute form, percent-decoded.
unsigned split_target(HttpRequest& request) {
  std::string_view rest = request.target;
  if (!rest.starts_with('/') && rest != "*") {
    const auto path = rest.find_first_of("/?", rest.find("//") + 2);
    rest = path == std::string_view::npos ? std::string_view{} : rest.substr(path);
  }
  const auto question = rest.find('?');
  if (question != std::string_view::npos) request.query = rest.substr(question + 1);
  auto path = percent_decode(rest.substr(0, question), false);
  if (!path) return 400;
  request.path = path->empty() ? "/" : std::move(*path);
  return 0;
}

}  // namespace

std::pair<HttpRequest, unsigned> RequestParser::take() {
  auto message = state_->parser.release();
  HttpRequest request;
  request.method = std::string{message.method_string()};
  request.target = std::string{message.target()};
  request.headers = std::move(state_->headers);
  request.body = message.chunked() ? state_->chunks.take() : std::move(message.body());
  request.keep_alive = message.keep_alive();
  request.http_1_0 = message.version() == 10;
  const unsigned refused = split_target(request);
  return {std::move(request), refused};
}

}  // namespace posterhall::net
