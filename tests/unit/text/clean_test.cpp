#include <gtest/gtest.h>

#include <random>

#include "text/text.hpp"

namespace posterhall::text {
namespace {

std::string line(std::string_view text) { return clean_line(text, 1000).value(); }
std::string lines(std::string_view text) { return clean_text(text, 1000).value(); }

TEST(CleanLine, CollapsesAndTrimsWhiteSpace) {
  EXPECT_EQ(line("  A\t title\r\nof \u00A0\u200Atwo lines "), "A title of two lines");
  EXPECT_EQ(line(" \u3000\u2028 "), "");
}

TEST(CleanLine, ComposesToNfc) { EXPECT_EQ(line("Schro\u0308dinger"), "Schrödinger"); }

TEST(CleanLine, DropsControlsAndDirectionOverrides) {
  EXPECT_EQ(line(std::string_view("a\0b\x1B[31mc\x7F", 9)), "ab[31mc");
  EXPECT_EQ(line("\u202Egnp.exe\u202C"), "gnp.exe");
  EXPECT_EQ(line("a\u2066b\u2069\u200E\u200F\u061Cc"), "abc");
  EXPECT_EQ(line("\u0080x\u009F"), "x");
}

TEST(CleanLine, DropsWhatShowsNothing) {
  EXPECT_EQ(line("ze\u200Bro\uFEFF wi\u2060dth\u00AD"), "zero width");
  EXPECT_EQ(line("\u3164"), "") << "a name of Hangul filler looks empty";
  EXPECT_EQ(line("\u2800\u115F"), "");
  EXPECT_EQ(line("a\uFFFEb\uFDD0"), "ab");
}

TEST(CleanLine, KeepsEmojiWhole) {
  EXPECT_EQ(line("👩‍💻"), "👩‍💻");
  EXPECT_EQ(line("👩🏽‍🚀"), "👩🏽‍🚀");
  EXPECT_EQ(line("❤️ 1️⃣"), "❤️ 1️⃣");
  EXPECT_EQ(line("🏴󠁧󠁢󠁥󠁮󠁧󠁿"), "🏴󠁧󠁢󠁥󠁮󠁧󠁿");
  EXPECT_EQ(line("🏳️‍🌈"), "🏳️‍🌈");
}

TEST(CleanLine, DropsJoinersTagsAndSelectorsElsewhere) {
  EXPECT_EQ(line("Ada\u200D Lovelace\u200D"), "Ada Lovelace");
  EXPECT_EQ(line("a\U000E0041b"), "ab");
  EXPECT_EQ(line("\uFE0Fa"), "a");
  EXPECT_EQ(line("a\uFE0F\uFE0E\uFE0Fb"), "a\uFE0Fb");
}

TEST(CleanLine, KeepsJoinersThatSpell) {
  EXPECT_EQ(line("می\u200Cخواهم"), "می\u200Cخواهم");
  EXPECT_EQ(line("क्\u200Dष"), "क्\u200Dष");
  EXPECT_EQ(line("می\u200C\u200C\u200Cخواهم"), "می\u200Cخواهم") << "one of a row";
}

TEST(CleanLine, LimitsMarksInARow) {
  std::string stacked = "Z";
  for (int i = 0; i < 100; ++i) stacked += "\u0335";
  EXPECT_EQ(code_points(line(stacked + "o")), 1 + max_marks + 1);
  EXPECT_EQ(line("\u0301abc"), "abc") << "a mark with nothing to stand on";
  EXPECT_EQ(line("นี้"), "นี้");
}

TEST(CleanLine, RefusesWhatIsTooLongAndCountsAfterCleaning) {
  EXPECT_EQ(clean_line("  abc  ", 3).value(), "abc");
  EXPECT_EQ(clean_line("abcd", 3).error(), make_error_code(Error::too_long));
  EXPECT_EQ(clean_line("日本語", 3).value(), "日本語");
  EXPECT_EQ(clean_line("a\xE9", 3).error(), make_error_code(Error::invalid_utf8));
}

TEST(CleanText, KeepsLinesAtMostTwoEndsInARow) {
  EXPECT_EQ(lines("one\r\ntwo\rthree\n\n\n\n  four  \n"), "one\ntwo\nthree\n\nfour");
  EXPECT_EQ(lines("one \t \n two"), "one\ntwo");
  EXPECT_EQ(lines("one\u2028two"), "one\ntwo");
  EXPECT_EQ(lines("\n\n"), "");
}

TEST(Clean, ASecondTimeChangesNothing) {
  const std::u32string alphabet =
      U"a e1\n\r\t\u0301\u0335\u0308\u0958\u094D\u093C\u0600\u0645\u06CC\u064B\u061C\u200B\u200C\u200D\uFE0F\U0001F469"
      U"\U0001F3FD\U0001F4BB\u2764\U0001F3F4\U000E0067\U000E007F\u1100\u1161\u11A8\u3099\u304B\u202E\u00A0\u2028"
      U"\u0344\u1E9B\u0323\u180B\u1820\u20E3\u115F\u2126\uFB1D";
  std::mt19937 random(20211204);
  for (int round = 0; round < 20000; ++round) {
    std::u32string text;
    for (auto n = random() % 24; n > 0; --n) text.push_back(alphabet[random() % alphabet.size()]);
    const std::string once = lines(from_code_points(text));
    ASSERT_EQ(lines(once), once) << "round " << round;
    const std::string once_line = line(from_code_points(text));
    ASSERT_EQ(line(once_line), once_line) << "round " << round;
    ASSERT_EQ(once_line.find('\n'), std::string::npos);
    ASSERT_TRUE(is_utf8(once));
  }
}

TEST(Clean, AHugeStackOfMarksTakesNoHugeTime) {
  std::string stacked = "a";
  for (int i = 0; i < 200000; ++i) stacked += i % 2 == 0 ? "\u0301" : "\u0323";
  EXPECT_EQ(code_points(line(stacked)), max_marks) << "ạ and its accents, eight in all";
}

}  // namespace
}  // namespace posterhall::text
