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

TEST(SettledWords, a_hidden_question_its_answers_and_their_edits_say_so_and_keep_their_words) {
  const auto hidden = [](std::vector<Event> page, const std::vector<Event>& changes) {
    settle_words(page, changes);
    std::vector<bool> all;
    for (const Event& event : page) all.push_back(event.hidden);
    EXPECT_EQ(page.front().text, "Why?");
    return all;
  };
  const std::vector<Event> page{entry(1, EventKind::question_unnamed, 0, "Why?"), entry(2, EventKind::answer, 1, "so"),
                                entry(3, EventKind::edit, 2, "So"), entry(4, EventKind::question, 0, "Other?"),
                                entry(5, EventKind::answer, 4, "other")};
  const std::vector<Event> hide{entry(8, EventKind::hidden_by_order, 1, "spam")};
  EXPECT_EQ(hidden(page, hide), (std::vector<bool>{true, true, true, false, false}));
  std::vector<Event> again = hide;
  again.push_back(entry(9, EventKind::shown_again, 1, ""));
  EXPECT_EQ(hidden(page, again), std::vector<bool>(5));
  // An edit alone on a page: its answer comes with the changes.
  std::vector<Event> edit{entry(3, EventKind::edit, 2, "So")};
  settle_words(edit, std::vector<Event>{entry(2, EventKind::answer, 1, "so"), hide.front()});
  EXPECT_TRUE(edit.front().hidden);
}

}  // namespace
}  // namespace posterhall::domain
