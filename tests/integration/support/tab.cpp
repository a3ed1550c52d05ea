#include "integration/support/tab.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "integration/support/patience.hpp"

namespace posterhall::integration {
namespace {

RawSocket open_socket(Browser& browser, int receive_buffer, std::string& unread) {
  RawSocket socket(browser.port(), receive_buffer);
  (void)socket.send(upgrade_request(browser.origin(), "posterhall.v1, ticket." + browser.ticket()));
  const auto answer = read_answer(socket, unread);
  if (answer.status != 101) throw std::runtime_error("the upgrade was answered " + std::to_string(answer.status));
  return socket;
}

std::string fresh_tab_id() {
  std::random_device random;
  std::string id;
  while (id.size() < 16) id.push_back(static_cast<char>(random()));
  return id;
}

std::uint64_t big_endian(const std::string& bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

std::string Browser::own_headers() const {
  return "Origin: " + origin_ + "\r\n" + (cookie_.empty() ? "" : "Cookie: " + cookie_ + "\r\n");
}

Answer Browser::post(const std::string& path, const std::string& json) {
  return integration::post(port_, path, json, own_headers());
}

Answer Browser::get(const std::string& path) { return integration::get(port_, path, own_headers()); }

Answer Browser::enter(const std::string& token, bool take_over) {
  const auto answer =
      post("/api/v1/enter", "{\"token\":\"" + token + "\",\"takeOver\":" + (take_over ? "true" : "false") + "}");
  const auto cookie = answer.header("set-cookie");
  if (!cookie.empty()) cookie_ = cookie.substr(0, cookie.find(';'));
  return answer;
}

std::string Browser::ticket() { return json_text(post("/api/v1/ticket", "{}").body, "ticket"); }

void Browser::move_to(std::uint16_t port, std::string origin) {
  port_ = port;
  origin_ = std::move(origin);
}

std::string upgrade_request(const std::string& origin, const std::string& protocols) {
  return "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         (origin.empty() ? "" : "Origin: " + origin + "\r\n") + "Sec-WebSocket-Protocol: " + protocols + "\r\n\r\n";
}

std::string masked_frame(std::uint8_t first_byte, const std::string& payload) {
  std::string out(1, static_cast<char>(first_byte));
  if (payload.size() < 126) {
    out.push_back(static_cast<char>(0x80 | payload.size()));
  } else {
    out.push_back(static_cast<char>(0x80 | 126));
    out.push_back(static_cast<char>(payload.size() >> 8));
    out.push_back(static_cast<char>(payload.size()));
  }
  return out + std::string(4, '\0') + payload;  // a mask of zeros
}

Tab::Tab(Browser& browser, int receive_buffer) : socket_(open_socket(browser, receive_buffer, unread_)) {}

const v1::Welcome& Tab::enter(const std::vector<std::pair<std::string, std::uint32_t>>& resume, bool watch_only) {
  v1::ClientMessage message;
  auto& enter = *message.mutable_enter();
  enter.set_view(v1::VIEW_HALL);
  enter.set_tab_id(fresh_tab_id());
  enter.set_watch_only(watch_only);
  for (const auto& [channel, after] : resume) {
    auto& cursor = *enter.add_resume();
    cursor.set_channel(channel);
    cursor.set_after(after);
  }
  say(std::move(message));
  welcome_ = hear([](const auto& heard) { return heard.has_welcome(); }).welcome();
  return welcome_;
}

std::uint32_t Tab::say(v1::ClientMessage message) {
  if (!message.has_move()) message.set_seq(++seq_);
  (void)socket_.send(masked_frame(0x82, message.SerializeAsString()));
  return message.seq();
}

bool Tab::receive() {
  if (!socket_.receive(unread_)) return false;
  while (take_frame()) {
  }
  return true;
}

bool Tab::take_frame() {
  if (unread_.size() < 2) return false;
  const auto short_size = static_cast<unsigned char>(unread_[1]);
  const std::size_t extra = short_size == 126 ? 2U : short_size == 127 ? 8U : 0U;
  if (unread_.size() < 2 + extra) return false;
  const auto size = extra == 0 ? short_size : static_cast<std::size_t>(big_endian(unread_, 2, extra));
  if (unread_.size() < 2 + extra + size) return false;
  const auto opcode = static_cast<unsigned char>(unread_[0]) & 0x0fU;
  const std::string payload = unread_.substr(2 + extra, size);
  unread_.erase(0, 2 + extra + size);
  if (opcode == 9) (void)socket_.send(masked_frame(0x8A, payload));
  if (opcode == 8 && size >= 2) close_code_ = static_cast<std::uint16_t>(big_endian(payload, 0, 2));
  if (opcode == 8) (void)socket_.send(masked_frame(0x88, payload.substr(0, 2)));
  if (opcode == 2) take_message(payload);
  return true;
}

void Tab::take_message(const std::string& payload) {
  v1::ServerMessage message;
  if (!message.ParseFromString(payload)) throw std::runtime_error("a frame of the server is no message");
  if (message.has_state()) {
    const auto& state = message.state();
    if (state.snapshot()) places_.clear();
    for (int i = 0; i + 1 < state.records_size(); i += 2) {
      const std::uint32_t visitor = state.records(i) >> 8;
      std::erase_if(places_, [visitor](const auto& place) { return place.first == visitor; });
      places_.emplace_back(visitor, state.records(i + 1));
    }
    for (const auto visitor : state.gone()) {
      std::erase_if(places_, [visitor](const auto& place) { return place.first == visitor; });
    }
    return;
  }
  for (const auto& event : message.events().events()) events_.push_back(event);
  heard_.push_back(std::move(message));
}

v1::ServerMessage Tab::hear(const std::function<bool(const v1::ServerMessage&)>& fits) {
  const auto until = give_up_at();
  for (;;) {
    for (; looked_at_ < heard_.size(); ++looked_at_) {
      if (fits(heard_[looked_at_])) return heard_[looked_at_++];
    }
    if (milliseconds_until(until) == 0) throw std::runtime_error("what was waited for did not come");
    if (!receive()) throw std::runtime_error("the connection ended, close code " + std::to_string(close_code_));
  }
}

void Tab::hear_until(const std::function<bool()>& holds) {
  const auto until = give_up_at();
  while (!holds()) {
    if (milliseconds_until(until) == 0) throw std::runtime_error("what was waited for did not happen");
    if (!receive()) throw std::runtime_error("the connection ended, close code " + std::to_string(close_code_));
  }
}

std::uint16_t Tab::hear_end() {
  while (receive()) {
  }
  return close_code_;
}

void Tab::hear_what_is_there() {
  while (socket_.readable(0) && receive()) {
  }
}

std::optional<std::uint32_t> Tab::place_of(std::uint32_t visitor) const {
  const auto found =
      std::find_if(places_.begin(), places_.end(), [visitor](const auto& place) { return place.first == visitor; });
  return found == places_.end() ? std::nullopt : std::optional{found->second};
}

v1::ClientMessage send_message(const std::string& channel, const std::string& text, std::uint8_t n,
                               v1::EventKind kind) {
  v1::ClientMessage message;
  auto& send = *message.mutable_send();
  send.set_channel(channel);
  send.set_client_id(std::string(16, static_cast<char>(n)));
  send.set_kind(kind);
  send.set_text(text);
  return message;
}

}  // namespace posterhall::integration
