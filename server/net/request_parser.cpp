#include "net/request_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "net/http_guard.hpp"

namespace posterhall::net {
namespace http = boost::beast::http;

struct RequestParser::State {
  http::request_parser<http::string_body> parser;
};

RequestParser::RequestParser(std::size_t max_body) : state_(std::make_unique<State>()) {
  state_->parser.header_limit(static_cast<std::uint32_t>(kMaxHead) + 1);
  state_->parser.body_limit(max_body);
  state_->parser.eager(true);
}

RequestParser::~RequestParser() = default;

RequestParser::Progress RequestParser::put(std::string_view bytes) {
  boost::beast::error_code error;
  Progress progress;
  progress.used = state_->parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
  progress.done = state_->parser.is_done();
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
    const auto path = rest.find('/', rest.find("//") + 2);
    rest = path == std::string_view::npos ? std::string_view{"/"} : rest.substr(path);
  }
  rest = rest.substr(0, rest.find('#'));
  const auto question = rest.find('?');
  if (question != std::string_view::npos) request.query = rest.substr(question + 1);
  auto path = percent_decode(rest.substr(0, question), false);
  if (!path) return 400;
  request.path = std::move(*path);
  return 0;
}

}  // namespace

std::pair<HttpRequest, unsigned> RequestParser::take() {
  auto message = state_->parser.release();
  HttpRequest request;
  request.method = std::string{message.method_string()};
  request.target = std::string{message.target()};
  for (const auto& field : message) {
    std::string name{field.name_string()};
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    request.headers.emplace_back(std::move(name), std::string{field.value()});
  }
  request.body = std::move(message.body());
  request.keep_alive = message.keep_alive();
  request.http_1_0 = message.version() == 10;
  const unsigned refused = split_target(request);
  return {std::move(request), refused};
}

}  // namespace posterhall::net
