#include <gtest/gtest.h>

#include "text/text.hpp"

namespace posterhall::text {
namespace {

using Words = std::vector<std::string>;

TEST(Fold, CaseAndAccentsGo) {
  EXPECT_EQ(fold("Schrödinger"), "schrodinger");
  EXPECT_EQ(fold("ÉCUYER Ana-Lucía Havlíček"), "ecuyer ana-lucia havlicek");
  EXPECT_EQ(fold("Nguyễn"), "nguyen");
  EXPECT_EQ(fold("e\u0301"), fold("é"));
}

TEST(Fold, LettersThatDoNotComeApart) {
  EXPECT_EQ(fold("Bjørn Łukasz Đorđe Straße Æsir Œuvre Þór Ísafjörður ħ ŧ ŋ"),
            "bjorn lukasz dorde strasse aesir oeuvre thor isafjordur h t n");
  EXPECT_EQ(fold("Işık İstanbul ISTANBUL"), "isik istanbul istanbul");
  EXPECT_EQ(fold("ΣΊΣΥΦΟΣ"), fold("Σίσυφος"));
}

TEST(Fold, WidthLigaturesAndInvisibles) {
  EXPECT_EQ(fold("ﬁne ＧＰＵ x²"), "fine gpu x2");
  EXPECT_EQ(fold("ze\u200Bro"), "zero");
  EXPECT_EQ(fold("❤️"), fold("❤"));
}

TEST(Fold, MarksThatAreLettersStay) {
  EXPECT_NE(fold("が"), fold("か"));
  EXPECT_NE(fold("कि"), fold("की"));
  EXPECT_EQ(fold("ガ"), fold("ｶﾞ"));
  EXPECT_EQ(fold("한글"), "한글");
}

TEST(Fold, TakesAnyBytes) { EXPECT_EQ(fold("A\xE9"), "a\uFFFD"); }

TEST(Words, OfSpacedScripts) {
  EXPECT_EQ(words("Bring Quantum machine-learning to PyTorch!"),
            (Words{"bring", "quantum", "machine", "learning", "to", "pytorch"}));
  EXPECT_EQ(words("L’Écuyer s390x 12.5"), (Words{"l", "ecuyer", "s390x", "12", "5"}));
  EXPECT_EQ(words("Привет, мир"), (Words{"привет", "мир"}));
  EXPECT_EQ(words(" -- "), Words{});
  EXPECT_EQ(words(""), Words{});
}

TEST(Words, SignsOfProgrammingLanguagesStay) {
  EXPECT_EQ(words("C++ and C#, A+B"), (Words{"c++", "and", "c#", "a", "b"}));
  EXPECT_EQ(words("+1 ++"), (Words{"1"}));
}

TEST(Words, UnspacedScriptsGoByCharacter) {
  EXPECT_EQ(words("機械学習 GPUで"), (Words{"機", "械", "学", "習", "gpu", "で"}));
  EXPECT_EQ(words("がぎ"), (Words{"が", "ぎ"}));
  EXPECT_EQ(words("นี้ดี"), (Words{"นี้", "ดี"}));
  EXPECT_EQ(words("한글 검색"), (Words{"한글", "검색"}));
}

}  // namespace
}  // namespace posterhall::text
