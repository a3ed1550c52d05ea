// Slides of a breakout at the real server, on one shard and on two: uploaded by who may, drawn, shown by the page to
// who sits there, who waits and who comes late; refused when they are hostile; still there when the server was killed.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "integration/support/hall_test.hpp"
#include "integration/support/patience.hpp"
#include "media/converter.hpp"
#include "support/slides_pdf.hpp"

namespace posterhall::integration {
namespace {

/// The value behind "key": in a small JSON answer, without quotes.
std::string json_value(const std::string& json, const std::string& key) {
  const auto at = json.find("\"" + key + "\":");
  if (at == std::string::npos) return {};
  const auto from = at + key.size() + 3;
  auto value = json.substr(from, json.find_first_of(",}]", from) - from);
  std::erase(value, '"');
  return value;
}

class Slides : public HallTest {
 protected:
  Slides() : HallTest(4) {}
  void SetUp() override { ASSERT_EQ(media::missing_packages(), "") << "has to be installed"; }
  static bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }
  static Answer begin(Browser& who, std::size_t size, const std::string& session = "b1") {
    return who.post("/api/v1/uploads",
                    R"({"session":")" + session + R"(","name":"talk.pdf","size":)" + std::to_string(size) + "}");
  }
  /// All of it, until it is drawn or refused; its id.
  static std::string upload(Browser& who, const std::string& bytes, Answer& ended) {
    const auto id = json_value(begin(who, bytes.size()).body, "id");
    for (std::size_t at = 0; at < bytes.size(); at += 256 * 1024) {
      const auto piece =
          who.post("/api/v1/uploads/" + id + "/bytes?offset=" + std::to_string(at), bytes.substr(at, 256 * 1024));
      EXPECT_EQ(piece.status, 200) << piece.body;
    }
    const auto end = give_up_at();
    do {
      std::this_thread::yield();
      ended = who.get("/api/v1/uploads/" + id);
    } while (!has(ended, "_READY") && !has(ended, "_REFUSED") && std::chrono::steady_clock::now() < end);
    return id;
  }
  std::uint32_t put_up(Browser& who, const std::vector<std::string>& words) {
    Answer ready;
    const auto id = upload(who, tests::slides_pdf(words), ready);
    EXPECT_TRUE(has(ready, "_READY")) << ready.body;
    EXPECT_EQ(json_value(ready.body, "pages"), std::to_string(words.size()));
    const auto live = who.post("/api/v1/uploads/" + id + "/live", "{}");
    EXPECT_EQ(live.status, 200) << live.body;
    return static_cast<std::uint32_t>(std::stoul("0" + json_value(live.body, "version")));
  }
  static auto shows(std::uint32_t deck, std::uint32_t page) {
    return [=](const v1::RoomState& room) { return room.shown_deck().deck() == deck && room.shown_page() == page; };
  }
};

TEST_P(Slides, one_page_for_who_sits_there_who_waits_and_who_comes_late) {
  auto amara = browser(links_[0]), bo = browser(links_[1]), ines = browser(links_[2]), late = browser(links_[3]);
  auto wei = browser(organiser_);
  const auto deck = put_up(wei, {"Kettles", "Lids", "Twelve metres"});
  Answer drawn;
  const auto other = upload(wei, tests::slides_pdf({"Kettles, again"}), drawn);
  Tab a(amara), b(bo), c(ines), w(wei);
  for (Tab* tab : {&a, &b, &c, &w}) (void)tab->enter();
  open_for(w, {&a, &b, &c});
  for (Tab* tab : {&a, &b, &c}) done(*tab, going_in());
  const auto ready = state(w, [&](const auto& room) { return room.open() && room.ready_deck().deck() == deck; });
  EXPECT_EQ(ready.ready_deck().pages(), 3U);
  EXPECT_EQ(ready.ready_deck().name(), "talk.pdf");
  EXPECT_EQ(answer(a, deed(v1::ROOM_DEED_SHOW_DECK, deck, 1)).reject().code(), v1::REJECT_CODE_NOT_ALLOWED);
  EXPECT_EQ(answer(w, deed(v1::ROOM_DEED_SHOW_DECK, deck, 4)).reject().code(), v1::REJECT_CODE_NOT_FOUND);
  EXPECT_EQ(answer(w, deed(v1::ROOM_DEED_SHOW_DECK, deck + 1, 1)).reject().code(), v1::REJECT_CODE_NOT_FOUND);
  done(w, deed(v1::ROOM_DEED_SHOW_DECK, deck, 2));
  for (Tab* tab : {&a, &b}) EXPECT_TRUE(state(*tab, shows(deck, 2)).inside());
  EXPECT_EQ(state(c, shows(deck, 2)).waiting_place(), 1U);
  Tab d(late);
  (void)d.enter();
  done(d, going_in());
  const auto seen = state(d, shows(deck, 2));

  // What they see: a list whose pages are pictures with their words, and nothing that runs.
  const auto list = late.get("/files/" + seen.shown_deck().list());
  ASSERT_EQ(list.status, 200);
  EXPECT_NE(list.header("cache-control").find("immutable"), std::string::npos);
  EXPECT_EQ(list.header("x-content-type-options"), "nosniff");
  for (const char* word : {"Kettles", "Lids", "Twelve metres"}) EXPECT_TRUE(has(list, word)) << word;
  const auto picture = late.get("/files/" + json_value(list.body, "picture"));
  EXPECT_EQ(picture.status, 200);
  EXPECT_EQ(picture.header("content-type"), "image/webp");
  EXPECT_NE(picture.header("content-security-policy").find("sandbox"), std::string::npos);

  // Another PDF in its place: what is shown stays what it was.
  const auto live = wei.post("/api/v1/uploads/" + other + "/live", "{}");
  const auto second = static_cast<std::uint32_t>(std::stoul("0" + json_value(live.body, "version")));
  ASSERT_GT(second, deck) << live.body;
  (void)state(w, [&](const auto& room) { return room.ready_deck().deck() == second; });
  EXPECT_EQ(late.get("/files/" + seen.shown_deck().list()).status, 200);
  done(w, deed(v1::ROOM_DEED_SHOW_DECK, deck, 3));
  EXPECT_FALSE(state(a, shows(deck, 3)).shown_deck().list().empty());
  done(w, deed(v1::ROOM_DEED_SHOW_DECK, second, 1));
  (void)state(a, shows(second, 1));
  EXPECT_EQ(wei.post("/api/v1/decks/remove", R"({"session":"b1"})").status, 200);
  (void)state(a,
              [&](const auto& room) { return room.shown_deck().deck() == second && room.shown_deck().list().empty(); });
  EXPECT_EQ(answer(w, deed(v1::ROOM_DEED_SHOW_DECK, deck, 1)).reject().code(), v1::REJECT_CODE_NOT_FOUND);
  EXPECT_TRUE(has(amara.get("/api/v1/recap?session=b1"), R"("slides":["talk.pdf","talk.pdf"])"));
}

TEST_P(Slides, are_there_when_the_server_was_killed) {
  auto amara = browser(links_[0]), wei = browser(organiser_);
  const auto deck = put_up(wei, {"Kettles", "Lids"});
  {
    Tab a(amara), w(wei);
    for (Tab* tab : {&a, &w}) (void)tab->enter();
    open_for(w, {&a});
    done(a, going_in());
    (void)state(w, [&](const auto& room) { return room.ready_deck().deck() == deck; });
    done(w, deed(v1::ROOM_DEED_SHOW_DECK, deck, 2));
    server_->kill();
  }
  server_.reset();
  server_.emplace(data_, arguments());
  amara.move_to(server_->port(), server_->origin());
  Tab a(amara);
  (void)a.enter();
  const auto back = state(a, shows(deck, 2));
  EXPECT_EQ(amara.get("/files/" + back.shown_deck().list()).status, 200);
  // None of the files it needs is missing or another.
  const auto checked = run_posterhall({"check", "--data", data_.path().string()});
  EXPECT_EQ(checked.output.find("/files/"), std::string::npos) << checked.output;
}

TEST_P(Slides, are_put_up_by_who_hosts_and_by_nobody_with_a_file_that_is_none) {
  auto amara = browser(links_[0]), wei = browser(organiser_);
  EXPECT_EQ(begin(amara, 100).status, 403);
  EXPECT_EQ(amara.get("/api/v1/decks?session=b1").status, 403);
  EXPECT_EQ(amara.post("/api/v1/decks/remove", R"({"session":"b1"})").status, 403);
  EXPECT_TRUE(has(amara.get("/api/v1/decks"), R"("sessions":[])"));
  EXPECT_TRUE(has(wei.get("/api/v1/decks"), R"("sessions":["b1"])"));
  EXPECT_EQ(begin(wei, 100, "nowhere").status, 404);
  EXPECT_EQ(begin(wei, 50'000'001).status, 413);
  Browser nobody(server_->port(), server_->origin());
  EXPECT_EQ(nobody.get("/api/v1/decks?session=b1").status, 401);
  const std::vector<std::pair<std::string, std::string>> hostile{
      {"<html><script>alert(1)</script></html>", "is a web page; save the slides as PDF"},
      {"PK\x03\x04 a presentation", "is an office document or an archive; save the slides as PDF"},
      {"%PDF-1.4\nnothing more", "could not be opened"},
      {tests::slides_pdf(std::vector<std::string>(101, "x")), "has 101 pages; the limit is 100"}};
  for (const auto& [bytes, why] : hostile) {
    Answer ended;
    const auto id = upload(wei, bytes, ended);
    EXPECT_TRUE(has(ended, "_REFUSED") && has(ended, why)) << ended.body;
    EXPECT_EQ(wei.post("/api/v1/uploads/" + id + "/live", "{}").status, 409);
  }
  EXPECT_EQ(json_value(wei.get("/api/v1/decks?session=b1").body, "deck"), "0");
}

INSTANTIATE_TEST_SUITE_P(OnOneShardAndOnTwo, Slides, testing::Values(1, 2));

}  // namespace
}  // namespace posterhall::integration
