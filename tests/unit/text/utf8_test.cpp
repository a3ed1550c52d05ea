#include <gtest/gtest.h>

#include "text/text.hpp"

namespace posterhall::text {
namespace {

TEST(Utf8, AcceptsTheEdgesOfEveryLength) {
  for (const char* text : {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
}

TEST(Utf8, NamesTheFirstFaultyByte) {
  struct Case {
    const char* bytes;
    std::size_t offset;
  };
  for (const Case& c : {Case{"Ren\xE9i", 3}, Case{"ab\xE2\x82", 2}, Case{"\xC0\xAF", 0}, Case{"a\xED\xA0\x80", 1},
                        Case{"\xFF", 0}, Case{"\x80", 0}, Case{"\xF4\x90\x80\x80", 0}, Case{"\xF0\x8F\xBF\xBF", 0},
                        Case{"\xE0\x9F\xBF", 0}, Case{"\xC3\xA9\xC3", 2}, Case{"\xF5\x80\x80\x80", 0}}) {
    EXPECT_EQ(first_utf8_fault(c.bytes), c.offset) << c.bytes;
  }
}

TEST(Utf8, CountsCodePointsNotBytes) {
  EXPECT_EQ(code_points("Schrödinger"), 11U);
  EXPECT_EQ(code_points("日本"), 2U);
  EXPECT_EQ(code_points("👩‍💻"), 3U);
}

TEST(Utf8, CodePointsComeBack) {
  EXPECT_EQ(from_code_points(to_code_points("aé日👩")), "aé日👩");
  EXPECT_EQ(to_code_points("a\xE9z"), U"a\uFFFDz");
  EXPECT_EQ(from_code_points(U"\xD800"), "\uFFFD");
}

TEST(Trim, TakesWhiteSpaceOfAnyScript) {
  EXPECT_EQ(trim("  a b\t\r\n"), "a b");
  EXPECT_EQ(trim("\u00A0\u3000x\u200A"), "x");
  EXPECT_EQ(trim(" \n "), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim(" \xE9 "), "\xE9") << "what is not UTF-8 is not white";
}

TEST(Shorten, CutsBetweenClustersOnly) {
  EXPECT_EQ(shorten("poster", 10), "poster");
  EXPECT_EQ(shorten("poster", 3), "pos");
  EXPECT_EQ(shorten("poster", 0), "");
  EXPECT_EQ(shorten("ae\u0301x", 2), "a") << "the accent stays with its letter";
  EXPECT_EQ(shorten("a👩‍💻b", 3), "a");
  EXPECT_EQ(shorten("a👩‍💻b", 4), "a👩‍💻");
}

}  // namespace
}  // namespace posterhall::text
