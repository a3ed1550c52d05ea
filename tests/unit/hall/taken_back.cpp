// What was taken back or edited: no page, no resume and no race brings the old words again.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::Channel;
using domain::EventKind;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

TEST(TakenBack, old_pages_have_the_words_of_now) {
  HallWorld world;
  auto put = [&, n = 0U](EventKind kind, std::uint32_t ref, const std::string& text) mutable {
    world.store.store({Channel::hall(), client_id(++n), kAttendee, kind, ref, text});
  };
  put(EventKind::message, 0, "secret");
  put(EventKind::edit, 1, "secret too");
  put(EventKind::message, 0, "helo");
  for (std::uint32_t i = 0; i < 300; ++i) put(EventKind::message, 0, "m");
  put(EventKind::remove, 1, "");
  put(EventKind::edit, 3, "hello");
  world.pass(2100);
  Tab& reader = world.come(kHost, {.resume = {{Channel::hall(), 0}}});
  world.ask(reader, command::History{Channel::hall(), 4, 50});
  const auto page = reader.last<notice::HistoryPage>();
  ASSERT_TRUE(page);
  ASSERT_EQ(page->events.size(), 3U);
  EXPECT_EQ(page->events[0].event.text, "");
  EXPECT_EQ(page->events[1].event.text, "");
  EXPECT_EQ(page->events[2].event.text, "hello");
}

TEST(TakenBack, what_is_taken_back_while_the_store_reads_does_not_leave) {
  HallWorld world(2);
  Tab& writer = world.come(kAttendee);
  Tab& reader = world.come(kHost);
  world.ask(writer, message(Channel::hall(), "secret", 1));
  world.pass(200);
  reader.forget();
  // The page was read before the removal was stored, and is answered after it was shown.
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = 1;
  batch->events.push_back({Channel::hall(), 2, client_id(9), world.store.now, kAttendee, EventKind::remove, 1, ""});
  world.backplane.publish(batch);
  world.pass(100);
  world.ask(reader, command::History{Channel::hall(), 0, 50});
  ASSERT_TRUE(reader.last<notice::HistoryPage>());
  EXPECT_EQ(reader.last<notice::HistoryPage>()->events[0].event.text, "");
}

TEST(TakenBack, what_was_taken_back_is_not_edited_and_its_edits_are_gone_with_it) {
  HallWorld world;
  Tab& writer = world.come(kAttendee);
  world.ask(writer, message(Channel::hall(), "secret", 1));
  world.ask(writer, command::Edit{Channel::hall(), client_id(2), 1, "secret too"});
  world.ask(writer, command::Delete{Channel::hall(), client_id(3), 1});
  world.pass(1000);
  const auto late = world.ask(writer, command::Edit{Channel::hall(), client_id(4), 1, "again"});
  ASSERT_TRUE(writer.reject_of(late));
  EXPECT_EQ(writer.reject_of(late)->code, RejectCode::not_found);
  Tab& later = world.come(kHost, {.resume = {{Channel::hall(), 0}}});
  world.pass(200);
  ASSERT_EQ(later.numbers(Channel::hall()), (std::vector<std::uint32_t>{1, 2, 3}));
  for (const domain::Event& event : later.events(Channel::hall())) EXPECT_EQ(event.text, "");
}

}  // namespace
}  // namespace posterhall::tests
