// A breakout over real sockets, on one shard and on two: the line, hands, a question without a name (looked for in the
// raw frames of everybody else), a whole session shortened by an organiser, a server that is killed in the middle of
// it, and what stays of it afterwards.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "integration/support/hall_test.hpp"
#include "integration/support/moments.hpp"

namespace posterhall::integration {
namespace {

using std::chrono::system_clock;

class Breakout : public HallTest {
 protected:
  Breakout() : HallTest(4) {}

  /// One settles what one was told of: the other shard may not have read it yet.
  static void knows(Tab& tab, std::uint32_t question) {
    (void)tab.hear([&](const auto& heard) {
      return std::ranges::any_of(heard.room_questions().questions(),
                                 [&](const auto& told) { return told.number() == question; });
    });
  }
};

TEST_P(Breakout, the_line_the_hands_and_a_question_without_a_name) {
  auto amara = browser(links_[0]), bo = browser(links_[1]), ines = browser(links_[2]), wei = browser(organiser_);
  Tab a(amara), b(bo), c(ines), w(wei);
  for (Tab* tab : {&a, &b, &c, &w}) (void)tab->enter();
  open_for(w, {&a, &b, &c});
  done(a, going_in());
  done(b, going_in());
  done(c, going_in());
  EXPECT_EQ(state(c, [](const auto& room) { return room.waiting_place() == 1; }).waiting(), 1U);
  done(b, deed(v1::ROOM_DEED_RAISE_HAND));
  done(a, deed(v1::ROOM_DEED_RAISE_HAND));
  const auto hands = state(a, [](const auto& room) { return room.hands_size() == 2; });
  EXPECT_EQ(hands.hands(0), b.welcome().me().person());
  EXPECT_EQ(answer(c, deed(v1::ROOM_DEED_RAISE_HAND)).reject().code(), v1::REJECT_CODE_NOT_ALLOWED);
  const auto number = done(a, deed(v1::ROOM_DEED_ASK_UNNAMED, 0, "How deep is the lake?"));
  knows(w, number);
  done(w, deed(v1::ROOM_DEED_APPROVE, number));
  (void)c.hear([](const auto& heard) { return heard.room_questions().questions_size() == 1; });
  for (Tab* tab : {&b, &c, &w}) {
    for (const auto& heard : tab->heard()) {
      for (const auto& question : heard.room_questions().questions()) EXPECT_EQ(question.person(), 0U);
    }
  }
  v1::ClientMessage leave;
  leave.mutable_room_leave();
  done(b, leave);
  EXPECT_TRUE(state(c, [](const auto& room) { return room.inside(); }).inside());
}

TEST_P(Breakout, a_whole_one_shortened_by_an_organiser_and_its_recap) {
  auto amara = browser(links_[0]), wei = browser(organiser_);
  Tab a(amara), w(wei);
  for (Tab* tab : {&a, &w}) (void)tab->enter();
  EXPECT_EQ(amara.get("/api/v1/recap?session=b1").status, 404);
  open_for(w, {&a});
  done(a, going_in());
  const auto number = done(a, deed(v1::ROOM_DEED_ASK, 0, "How deep is it?"));
  knows(w, number);
  done(w, deed(v1::ROOM_DEED_ANSWERED, number, "Twelve metres."));
  done(w, deed(v1::ROOM_DEED_SET_LINK, 0, "https://meet.example.org/a"));
  EXPECT_EQ(answer(w, deed(v1::ROOM_DEED_SET_LINK, 0, "javascript:alert(1)")).reject().code(),
            v1::REJECT_CODE_MALFORMED);
  v1::ClientMessage word;
  word.mutable_send()->set_channel("talk/1");
  word.mutable_send()->set_client_id(std::string(16, 'z'));
  word.mutable_send()->set_kind(v1::EVENT_KIND_MESSAGE);
  word.mutable_send()->set_text("A pleasure.");
  done(a, word);
  // It ends in a moment: five minutes are left at once, and then none.
  const std::string body =
      R"({"session":{"id":"b1","title":"A breakout","kind":"SESSION_KIND_BREAKOUT","room":1,"day":"2026-04-21",)" +
      std::string(R"("span":{"startMs":)") + ms(system_clock::now() - std::chrono::minutes(5)) + R"(,"endMs":)" +
      ms(system_clock::now() + std::chrono::seconds(5)) + "}}}";
  const auto changed = wei.post("/api/v1/programme/session", body);
  EXPECT_EQ(changed.status, 200) << changed.body;
  (void)state(a, [](const auto& room) { return room.warned() && !room.ended(); });
  const auto over = state(a, [](const auto& room) { return room.ended(); });
  EXPECT_TRUE(over.inside());
  // Not read for so long the organiser's tab is given up: another one.
  Tab again(wei);
  (void)again.enter();
  v1::ClientMessage close;
  close.mutable_room_close()->set_room(1);
  done(again, close);
  (void)state(a, [](const auto& room) { return !room.inside(); });
  const auto recap = amara.get("/api/v1/recap?session=b1");
  EXPECT_EQ(recap.status, 200) << recap.body;
  for (const char* there : {"How deep is it?", "Twelve metres.", "https://meet.example.org/a", "A pleasure."}) {
    EXPECT_NE(recap.body.find(there), std::string::npos) << there;
  }
  Browser nobody(server_->port(), server_->origin());
  EXPECT_EQ(nobody.get("/api/v1/recap?session=b1").status, 401);
  // Reading a whole day of a room is work: who asks without end waits, others do not.
  auto often = recap;
  for (int i = 0; i < 60 && often.status == 200; ++i) often = amara.get("/api/v1/recap?session=b1");
  EXPECT_EQ(often.status, 429) << often.body;
  EXPECT_NE(often.header("retry-after"), "");
  EXPECT_EQ(wei.get("/api/v1/recap?session=b1").status, 200);
}

TEST_P(Breakout, what_was_done_is_there_after_the_server_was_killed) {
  auto amara = browser(links_[0]), bo = browser(links_[1]), ines = browser(links_[2]), wei = browser(organiser_);
  {
    Tab a(amara), b(bo), c(ines), w(wei);
    for (Tab* tab : {&a, &b, &c, &w}) (void)tab->enter();
    open_for(w, {&a, &b, &c});
    done(a, going_in());
    done(b, going_in());
    done(c, going_in());
    done(b, deed(v1::ROOM_DEED_RAISE_HAND));
    done(w, deed(v1::ROOM_DEED_NAME_COHOST, b.welcome().me().person()));
    server_->kill();
  }
  server_.reset();
  server_.emplace(data_, arguments());
  for (auto* one : {&amara, &bo, &ines}) one->move_to(server_->port(), server_->origin());
  Tab b(bo), c(ines);
  (void)b.enter();
  (void)c.enter();
  const auto back = state(b, [](const auto& room) { return room.inside(); });
  EXPECT_TRUE(back.leads());
  EXPECT_EQ(back.hands_size(), 1);
  EXPECT_EQ(state(c, [](const auto&) { return true; }).waiting_place(), 1U);
}

INSTANTIATE_TEST_SUITE_P(OnOneShardAndOnTwo, Breakout, testing::Values(1, 2));

}  // namespace
}  // namespace posterhall::integration
