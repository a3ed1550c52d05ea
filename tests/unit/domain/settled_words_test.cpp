// Edits and removals as they bear on the entries they name.
#include "domain/settled_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace posterhall::domain {
namespace {

Event entry(std::uint32_t number, EventKind kind, std::uint32_t ref, std::string text) {
  Event event;
  event.number = number;
  event.kind = kind;
  event.ref = ref;
  event.text = std::move(text);
  return event;
}

std::vector<std::string> texts(const std::vector<Event>& events) {
  std::vector<std::string> all;
  for (const Event& event : events) all.push_back(event.text);
  return all;
}

TEST(SettledWords, the_newest_edit_counts_in_the_entry_and_in_its_edits) {
  std::vector<Event> page{entry(1, EventKind::message, 0, "helo"), entry(2, EventKind::edit, 1, "hallo"),
                          entry(3, EventKind::message, 0, "other")};
  settle_words(page, std::vector<Event>{entry(2, EventKind::edit, 1, "hallo"), entry(9, EventKind::edit, 1, "hello")});
  EXPECT_EQ(texts(page), (std::vector<std::string>{"hello", "hello", "other"}));
}

TEST(SettledWords, what_was_removed_is_empty_with_its_edits_whatever_came_after) {
  std::vector<Event> page{entry(1, EventKind::question, 0, "secret"), entry(2, EventKind::edit, 1, "more secret"),
                          entry(3, EventKind::answer, 1, "stays")};
  settle_words(page, std::vector<Event>{entry(8, EventKind::remove, 1, ""), entry(9, EventKind::edit, 1, "again")});
  EXPECT_EQ(texts(page), (std::vector<std::string>{"", "", "stays"}));
}

TEST(SettledWords, a_page_may_settle_itself) {
  std::vector<Event> page{entry(1, EventKind::message, 0, "a"), entry(2, EventKind::edit, 1, "b"),
                          entry(3, EventKind::edit, 1, "c")};
  settle_words(page, page);
  EXPECT_EQ(texts(page), (std::vector<std::string>{"c", "c", "c"}));
}

}  // namespace
}  // namespace posterhall::domain
