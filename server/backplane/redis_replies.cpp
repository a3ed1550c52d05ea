#include "backplane/redis_replies.hpp"

#include <hiredis/hiredis.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace posterhall::backplane {
namespace {

constexpr std::size_t kMostKept = 64;                           // a publication is four
constexpr std::size_t kMostKeptBytes = std::size_t{64} * 1024;  // of one text
constexpr int kMostElements = 1 << 16;  // more is no answer to anything we ask, and only a claim so far

struct Reply : redisReply {
  std::string text;
  std::vector<redisReply*> list;
};

/// Given back, and not taken yet.
std::vector<std::unique_ptr<Reply>>& kept() {
  thread_local std::vector<std::unique_ptr<Reply>> replies;
  return replies;
}

/// hiredis is C: nothing may be thrown through it, and null means that there is no memory.
template <class Fill>
void* make(const redisReadTask* task, Fill fill) noexcept {
  try {
    auto& replies = kept();
    std::unique_ptr<Reply> reply;
    if (replies.empty()) {
      reply = std::make_unique<Reply>();
    } else {
      reply = std::move(replies.back());
      replies.pop_back();
    }
    static_cast<redisReply&>(*reply) = {};
    reply->type = task->type;
    fill(*reply);
    Reply* made = reply.release();
    if (task->parent != nullptr) static_cast<redisReply*>(task->parent->obj)->element[task->idx] = made;
    return static_cast<redisReply*>(made);
  } catch (const std::exception&) {
    return nullptr;
  }
}

void* make_text(const redisReadTask* task, char* bytes, std::size_t size) {
  return make(task, [=](Reply& reply) {
    reply.text.assign(bytes, size);
    reply.str = reply.text.data();
    reply.len = size;
  });
}

void* make_list(const redisReadTask* task, int elements) {
  if (elements < 0 || elements > kMostElements) return nullptr;
  return make(task, [=](Reply& reply) {
    reply.list.assign(static_cast<std::size_t>(elements), nullptr);
    reply.element = reply.list.data();
    reply.elements = reply.list.size();
  });
}

void* make_number(const redisReadTask* task, long long value) {
  return make(task, [=](Reply& reply) { reply.integer = value; });
}

/// Read as a text or a list that is none.
void* make_nothing(const redisReadTask* task) {
  return make(task, [](Reply& reply) { reply.type = REDIS_REPLY_NIL; });
}

void give_back(void* object) noexcept {
  if (object == nullptr) return;
  std::unique_ptr<Reply> reply(static_cast<Reply*>(static_cast<redisReply*>(object)));
  for (redisReply* element : reply->list) give_back(element);
  reply->list.clear();
  auto& replies = kept();
  if (replies.size() >= kMostKept || reply->text.capacity() > kMostKeptBytes) return;
  try {
    replies.push_back(std::move(reply));
  } catch (const std::exception&) {  // then it is let go of
  }
}

}  // namespace

redisReplyObjectFunctions& reused_replies() {
  static redisReplyObjectFunctions functions{make_text, make_list, make_number, make_nothing, give_back};
  return functions;
}

}  // namespace posterhall::backplane
