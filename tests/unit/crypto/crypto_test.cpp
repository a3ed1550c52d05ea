#include "crypto/crypto.hpp"

#include <gtest/gtest.h>

#include <set>

namespace posterhall::crypto {
namespace {

std::vector<std::uint8_t> bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

// FIPS 180-4 examples.
TEST(Sha256, KnownAnswers) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abc")[0], 0xBA);
}

TEST(Sha256, PiecesGiveTheSameAsTheWhole) {
  Sha256 hash;
  hash.update("a");
  hash.update("");
  hash.update("bc");
  EXPECT_EQ(hash.finish(), sha256("abc"));
  EXPECT_EQ(hash.finish(), sha256("")) << "finish begins anew";
}

// RFC 4231, test case 2.
TEST(Hmac, KnownAnswer) {
  EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_NE(hmac_sha256("", "x"), hmac_sha256("k", "x"));
}

// RFC 4648 §10, in the URL alphabet and without padding.
TEST(Base64url, KnownAnswers) {
  EXPECT_EQ(to_base64url(bytes_of("")), "");
  EXPECT_EQ(to_base64url(bytes_of("f")), "Zg");
  EXPECT_EQ(to_base64url(bytes_of("fo")), "Zm8");
  EXPECT_EQ(to_base64url(bytes_of("foobar")), "Zm9vYmFy");
  EXPECT_EQ(to_base64url(std::vector<std::uint8_t>{0xFB, 0xFF}), "-_8");
}

TEST(Base64url, ComesBack) {
  std::vector<std::uint8_t> bytes;
  for (unsigned i = 0; i < 100; ++i) {
    EXPECT_EQ(from_base64url(to_base64url(bytes)).value(), bytes);
    bytes.push_back(static_cast<std::uint8_t>(i * 37 + 255));
  }
}

TEST(Base64url, RefusesEveryOtherText) {
  for (const char* text : {"A", "Zg==", "Zh", "Zm9", "Zm8+", "Z g", "Zg\n", "+/8", "\xC3\xA9"}) {
    const auto bytes = from_base64url(text);
    ASSERT_FALSE(bytes.has_value()) << text;
    EXPECT_EQ(bytes.error(), make_error_code(Error::bad_base64url));
  }
}

TEST(Hex, ComesBackAndRefuses) {
  const std::vector<std::uint8_t> bytes{0, 15, 16, 255};
  EXPECT_EQ(to_hex(bytes), "000f10ff");
  EXPECT_EQ(from_hex("000F10fF").value(), bytes);
  EXPECT_EQ(from_hex("abc").error(), make_error_code(Error::bad_hex));
  EXPECT_EQ(from_hex("0g").error(), make_error_code(Error::bad_hex));
}

TEST(ConstantTime, Compares) {
  EXPECT_TRUE(equal_constant_time("", ""));
  EXPECT_TRUE(equal_constant_time("secret", "secret"));
  EXPECT_FALSE(equal_constant_time("secret", "secreT"));
  EXPECT_FALSE(equal_constant_time("secret", "secrets"));
}

TEST(Token, IsLongAndNeverTheSame) {
  EXPECT_EQ(new_token().size(), 22U);
  EXPECT_EQ(from_base64url(new_token()).value().size(), 16U);
  EXPECT_EQ(new_token(32).size(), 43U);
  EXPECT_EQ(new_token(2).size(), 22U) << "never fewer than 128 bits";
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(seen.insert(new_token()).second);
}

}  // namespace
}  // namespace posterhall::crypto
