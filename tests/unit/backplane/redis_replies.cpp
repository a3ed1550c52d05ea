// Replies in the room of earlier ones are as hiredis's own; and a claim of thousands of elements takes no memory.
#include "backplane/redis_replies.hpp"

#include <gtest/gtest.h>
#include <hiredis/hiredis.h>

#include <memory>
#include <string>
#include <string_view>

namespace posterhall::backplane {
namespace {

struct Reader {
  Reader() : reader(redisReaderCreate(), redisReaderFree) { reader->fn = &reused_replies(); }
  void feed(std::string_view bytes) const {
    ASSERT_EQ(redisReaderFeed(reader.get(), bytes.data(), bytes.size()), REDIS_OK);
  }
  /// Null: not whole yet, or an error (reader->err).
  [[nodiscard]] redisReply* next() const {
    void* reply = nullptr;
    (void)redisReaderGetReply(reader.get(), &reply);
    return static_cast<redisReply*>(reply);
  }
  void give_back(redisReply* reply) const { reader->fn->freeObject(reply); }
  std::unique_ptr<redisReader, void (*)(redisReader*)> reader;
};

std::string_view text(const redisReply& reply) { return {reply.str, static_cast<std::size_t>(reply.len)}; }

TEST(RedisReplies, every_kind_is_read_also_in_pieces) {
  const Reader reader;
  reader.feed("*5\r\n$7\r\nmessage\r\n:42\r\n$-1\r\n*2\r\n+OK\r\n$0\r\n\r\n-ERR no");
  EXPECT_EQ(reader.next(), nullptr) << "it is not whole yet";
  reader.feed("\r\n");
  redisReply* list = reader.next();
  ASSERT_NE(list, nullptr);
  ASSERT_EQ(list->type, REDIS_REPLY_ARRAY);
  ASSERT_EQ(list->elements, 5U);
  EXPECT_EQ(list->element[0]->type, REDIS_REPLY_STRING);
  EXPECT_EQ(text(*list->element[0]), "message");
  EXPECT_EQ(list->element[1]->type, REDIS_REPLY_INTEGER);
  EXPECT_EQ(list->element[1]->integer, 42);
  EXPECT_EQ(list->element[2]->type, REDIS_REPLY_NIL);
  EXPECT_EQ(list->element[2]->str, nullptr);
  ASSERT_EQ(list->element[3]->elements, 2U);
  EXPECT_EQ(list->element[3]->element[0]->type, REDIS_REPLY_STATUS);
  EXPECT_EQ(text(*list->element[3]->element[1]), "");
  EXPECT_EQ(list->element[4]->type, REDIS_REPLY_ERROR);
  EXPECT_EQ(text(*list->element[4]), "ERR no");
  reader.give_back(list);
}

TEST(RedisReplies, one_in_the_room_of_another_has_nothing_of_it) {
  const Reader reader;
  reader.feed("$6\r\nbefore\r\n:7\r\n*0\r\n$-1\r\n");
  redisReply* first = reader.next();
  ASSERT_NE(first, nullptr);
  reader.give_back(first);
  redisReply* number = reader.next();
  EXPECT_EQ(number, first) << "the same room";
  EXPECT_EQ(number->integer, 7);
  EXPECT_EQ(number->str, nullptr);
  EXPECT_EQ(number->len, 0U);
  reader.give_back(number);
  redisReply* list = reader.next();
  EXPECT_EQ(list->integer, 0);
  EXPECT_EQ(list->elements, 0U);
  reader.give_back(list);
  redisReply* nothing = reader.next();
  EXPECT_EQ(nothing->type, REDIS_REPLY_NIL);
  EXPECT_EQ(nothing->elements, 0U);
  reader.give_back(nothing);
}

TEST(RedisReplies, a_list_that_claims_more_than_any_answer_has_is_an_error) {
  const Reader most;
  most.feed("*65536\r\n");
  EXPECT_EQ(most.next(), nullptr);
  EXPECT_EQ(most.reader->err, 0) << "the rest may come";
  const Reader more;
  more.feed("*65537\r\n");
  EXPECT_EQ(more.next(), nullptr);
  EXPECT_NE(more.reader->err, 0);
  const Reader far;
  far.feed("*2147483647\r\n");
  EXPECT_EQ(far.next(), nullptr);
  EXPECT_NE(far.reader->err, 0);
}

}  // namespace
}  // namespace posterhall::backplane
