#include "integration/support/http.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "integration/support/patience.hpp"

namespace posterhall::integration {

RawSocket::RawSocket(std::uint16_t port, int receive_buffer) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0) (void)::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("connect");
  const int on = 1;  // what is sent in pieces shall travel in pieces
  (void)::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

RawSocket::~RawSocket() { close(); }

RawSocket::RawSocket(RawSocket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

void RawSocket::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

bool RawSocket::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool RawSocket::readable(int milliseconds) const {
  pollfd waiting{fd_, POLLIN, 0};
  return ::poll(&waiting, 1, milliseconds) > 0;
}

bool RawSocket::receive(std::string& into) const {
  if (!readable(milliseconds_until(give_up_at()))) throw std::runtime_error("nothing came from the server");
  std::array<char, 65'536> piece{};
  const ssize_t count = ::recv(fd_, piece.data(), piece.size(), 0);
  if (count <= 0) return false;
  into.append(piece.data(), static_cast<std::size_t>(count));
  return true;
}

std::string Answer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string{} : found->second;
}

Answer read_answer(RawSocket& socket, std::string& rest, bool head_only) {
  std::size_t end = 0;
  while ((end = rest.find("\r\n\r\n")) == std::string::npos) {
    if (!socket.receive(rest)) return {};
  }
  Answer answer;
  answer.status = std::stoi(rest.substr(9, 3));
  for (std::size_t at = rest.find("\r\n") + 2; at < end + 2;) {
    const auto stop = rest.find("\r\n", at);
    const auto colon = rest.find(": ", at);
    std::string name = rest.substr(at, colon - at);
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    answer.headers[name] = rest.substr(colon + 2, stop - colon - 2);
    at = stop + 2;
  }
  rest.erase(0, end + 4);
  const auto length = answer.headers.find("content-length");
  const std::size_t size = length == answer.headers.end() || head_only ? 0 : std::stoul(length->second);
  while (rest.size() < size) {
    if (!socket.receive(rest)) break;
  }
  answer.body = rest.substr(0, size);
  rest.erase(0, size);
  return answer;
}

Answer fetch(std::uint16_t port, const std::string& request) {
  RawSocket socket(port);
  (void)socket.send(request);
  std::string rest;
  return read_answer(socket, rest, request.starts_with("HEAD "));
}

Answer get(std::uint16_t port, const std::string& path, const std::string& headers) {
  return fetch(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
}

Answer post(std::uint16_t port, const std::string& path, const std::string& json, const std::string& headers) {
  return fetch(port, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers +
                         "Content-Length: " + std::to_string(json.size()) + "\r\nConnection: close\r\n\r\n" + json);
}

std::string json_text(const std::string& json, const std::string& key) {
  const auto at = json.find("\"" + key + "\":\"");
  if (at == std::string::npos) return {};
  const auto from = at + key.size() + 4;
  return json.substr(from, json.find('"', from) - from);
}

}  // namespace posterhall::integration
