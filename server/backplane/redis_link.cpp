#include "backplane/redis_link.hpp"

#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <poll.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "backplane/redis_replies.hpp"

namespace posterhall::backplane {
namespace {

/// What may be read before a whole answer is there; more is no answer of ours.
constexpr std::size_t kMostUnread = std::size_t{4} * 1024 * 1024;
/// Reads of 16 KiB in one visit; what is more waits for the next.
constexpr int kMostTurns = 1024;
/// hiredis reads 16 KiB at a time. Where less than this came of them, nothing is left to ask the socket about.
constexpr std::size_t kLittle = 4096;

std::size_t bytes_of(const redisReply& reply) {
  std::size_t bytes = reply.str == nullptr ? 0 : static_cast<std::size_t>(reply.len);
  for (std::size_t i = 0; reply.type == REDIS_REPLY_ARRAY && i < reply.elements; ++i)
    bytes += bytes_of(*reply.element[i]);
  return bytes;
}

std::string text_of(const redisReply& reply) {
  if (reply.type == REDIS_REPLY_INTEGER) return std::to_string(reply.integer);
  return reply.str == nullptr ? std::string() : std::string(reply.str, static_cast<std::size_t>(reply.len));
}

RedisAnswer answer_of(const redisReply* reply) {
  RedisAnswer answer;
  if (reply == nullptr) return answer;
  switch (reply->type) {
    case REDIS_REPLY_ERROR: answer.kind = RedisAnswer::Kind::error; break;
    case REDIS_REPLY_NIL: answer.kind = RedisAnswer::Kind::nothing; break;
    case REDIS_REPLY_INTEGER: answer.kind = RedisAnswer::Kind::number; break;
    case REDIS_REPLY_ARRAY: answer.kind = RedisAnswer::Kind::list; break;
    default: answer.kind = RedisAnswer::Kind::text; break;
  }
  answer.number = reply->integer;
  answer.text = text_of(*reply);
  if (reply->type != REDIS_REPLY_ARRAY) return answer;
  for (std::size_t i = 0; i < reply->elements; ++i) answer.list.push_back(text_of(*reply->element[i]));
  return answer;
}

bool is_text(const redisReply& reply, std::string_view text) {
  return reply.type == REDIS_REPLY_STRING && std::string_view(reply.str, static_cast<std::size_t>(reply.len)) == text;
}

std::string why_of(const redisAsyncContext* context) {
  return context->err != 0 && context->errstr != nullptr ? context->errstr : "closed";
}

/// As Redis reads a command (RESP: an array of bulk strings), instead of what was in `out`. hiredis writes the same,
/// one small piece after the other.
void write_command(std::string& out, const std::vector<std::string_view>& words) {
  constexpr std::size_t kMostAround = 32;  // a sign, a number, the ends of two lines
  std::size_t size = kMostAround;
  for (const std::string_view word : words) size += word.size() + kMostAround;
  out.resize(size);
  char* at = out.data();
  const auto end_line = [&at] {
    *at++ = '\r';
    *at++ = '\n';
  };
  const auto head = [&](char sign, std::size_t number) {
    *at++ = sign;
    at = std::to_chars(at, at + kMostAround, number).ptr;
    end_line();
  };
  head('*', words.size());
  for (const std::string_view word : words) {
    head('$', word.size());
    at = std::copy(word.begin(), word.end(), at);
    end_line();
  }
  out.resize(static_cast<std::size_t>(at - out.data()));
}

}  // namespace

/// hiredis calls these; the first argument of the last four is the link.
struct RedisLink::Hooks {
  static RedisLink& link(void* data) { return *static_cast<RedisLink*>(data); }
  static void add_read(void* data) { link(data).wants_to_read_ = true; }
  static void del_read(void* data) { link(data).wants_to_read_ = false; }
  static void add_write(void* data) { link(data).wants_to_write_ = true; }
  static void del_write(void* data) { link(data).wants_to_write_ = false; }
  static void cleanup(void* data) { link(data).wants_to_read_ = link(data).wants_to_write_ = false; }

  static void connected(const redisAsyncContext* context, int status) {
    RedisLink& self = link(context->data);
    if (status == REDIS_OK) {
      if (self.live_ && self.handlers_.connected) self.handlers_.connected();
      return;
    }
    self.context_ = nullptr;  // hiredis takes it down when this returns
    self.fail(why_of(context));
  }
  static void disconnected(const redisAsyncContext* context, int) {
    RedisLink& self = link(context->data);
    self.context_ = nullptr;
    self.fail(why_of(context));
  }
  static void answered(redisAsyncContext*, void* reply, void* data) {
    const std::unique_ptr<Answered> function(static_cast<Answered*>(data));
    if (*function) (*function)(answer_of(static_cast<const redisReply*>(reply)));
  }
  static void message(redisAsyncContext*, void* data, void* link_data) {
    const auto* reply = static_cast<const redisReply*>(data);
    if (reply == nullptr || reply->type != REDIS_REPLY_ARRAY || reply->elements != 3) return;
    RedisLink& self = link(link_data);
    self.heard_ += bytes_of(*reply);
    if (!self.live_) return;
    if (is_text(*reply->element[0], "subscribe")) {
      const bool all = reply->element[2]->integer == static_cast<long long>(self.channels_);
      if (all && self.handlers_.subscribed) self.handlers_.subscribed();
      return;
    }
    if (!is_text(*reply->element[0], "message") || reply->element[2]->type != REDIS_REPLY_STRING) return;
    const redisReply& payload = *reply->element[2];
    if (self.live_ && self.handlers_.message)
      self.handlers_.message({payload.str, static_cast<std::size_t>(payload.len)});
  }
};

RedisLink::RedisLink(Handlers handlers) : handlers_(std::move(handlers)) {}

std::shared_ptr<RedisLink> RedisLink::open(Handlers handlers) {
  return std::shared_ptr<RedisLink>(new RedisLink(std::move(handlers)));
}

RedisLink::~RedisLink() { close(); }

void RedisLink::connect(const std::string& ip, std::uint16_t port) { begin(redisAsyncConnect(ip.c_str(), port)); }
void RedisLink::connect_unix(const std::string& path) { begin(redisAsyncConnectUnix(path.c_str())); }

void RedisLink::begin(redisAsyncContext* context) {
  const std::string why = context == nullptr ? "out of memory" : context->err != 0 ? context->errstr : "";
  if (!why.empty()) {
    if (context != nullptr) redisAsyncFree(context);
    not_begun_ = why;  // never told from inside the call that wanted it
    return;
  }
  context_ = context;
  context->c.reader->fn = &reused_replies();
  context->data = this;
  context->ev.data = this;
  context->ev.addRead = Hooks::add_read;
  context->ev.delRead = Hooks::del_read;
  context->ev.addWrite = Hooks::add_write;
  context->ev.delWrite = Hooks::del_write;
  context->ev.cleanup = Hooks::cleanup;
  redisAsyncSetConnectCallback(context, Hooks::connected);
  redisAsyncSetDisconnectCallback(context, Hooks::disconnected);
}

void RedisLink::fail(const std::string& why) {
  if (std::exchange(live_, false) && handlers_.closed) handlers_.closed(why);
}

void RedisLink::close() {
  live_ = false;  // the handlers stay: one of them may be running
  if (context_ != nullptr) redisAsyncFree(std::exchange(context_, nullptr));
}

/// Has the attempt to connect come to something? Only then may hiredis be told.
bool RedisLink::reached() const {
  if ((context_->c.flags & REDIS_CONNECTED) != 0) return true;
  pollfd socket{context_->c.fd, POLLOUT, 0};
  return ::poll(&socket, 1, 0) > 0;
}

/// Reads and writes once. False: that was all.
bool RedisLink::turn() {
  if (!reached()) return false;
  heard_ = 0;
  if (wants_to_read_) redisAsyncHandleRead(context_);
  if (context_ == nullptr) return false;
  if (context_->c.reader->len > kMostUnread) {
    auto* context = std::exchange(context_, nullptr);
    fail("an answer of more than 4 MiB");  // before hiredis says that it is closed
    redisAsyncFree(context);
    return false;
  }
  if (wants_to_write_) redisAsyncHandleWrite(context_);
  return context_ != nullptr && heard_ >= kLittle;
}

void RedisLink::visit() {
  const auto self = shared_from_this();  // a handler may let go of it
  if (!not_begun_.empty()) return fail(std::exchange(not_begun_, {}));
  for (int turns = 0; context_ != nullptr && turns < kMostTurns && turn();) ++turns;
}

void RedisLink::push() {
  const auto self = shared_from_this();
  if (context_ == nullptr || !wants_to_write_ || (context_->c.flags & REDIS_CONNECTED) == 0) return;
  redisAsyncHandleWrite(context_);
}

bool RedisLink::command(const std::vector<std::string_view>& words, Answered answered) {
  if (context_ == nullptr) return false;
  write_command(command_, words);
  auto function = std::make_unique<Answered>(std::move(answered));
  const int sent =
      redisAsyncFormattedCommand(context_, Hooks::answered, function.get(), command_.data(), command_.size());
  if (sent != REDIS_OK) return false;
  (void)function.release();  // answered() takes it
  return true;
}

bool RedisLink::subscribe(const std::vector<std::string>& channels) {
  if (context_ == nullptr) return false;
  channels_ = channels.size();
  std::vector<const char*> words{"SUBSCRIBE"};
  std::vector<std::size_t> sizes{9};
  for (const std::string& channel : channels) {
    words.push_back(channel.data());
    sizes.push_back(channel.size());
  }
  return redisAsyncCommandArgv(context_, Hooks::message, this, static_cast<int>(words.size()), words.data(),
                               sizes.data()) == REDIS_OK;
}

}  // namespace posterhall::backplane
