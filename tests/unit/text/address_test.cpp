#include <gtest/gtest.h>

#include "text/text.hpp"

namespace posterhall::text {
namespace {

TEST(CleanLink, KeepsHonestLinksAsTheyAre) {
  for (const char* link :
       {"http://pennylane.ai", "https://example.org/a?b=c#d", "HTTPS://Example.ORG", "https://example.org:8443/x",
        "http://[2001:db8::1]/", "http://localhost:8080", "https://例え.jp/パス", "https://example.org./",
        "https://example.org/a(b)c,d;e~f'g", "https://example.org/@name"}) {
    EXPECT_EQ(clean_link(link), link);
  }
  EXPECT_EQ(clean_link("  https://example.org\n"), "https://example.org");
}

TEST(CleanLink, RefusesEverythingElse) {
  for (const char* link : {"",
                           "example.org",
                           "//example.org",
                           "ftp://example.org",
                           "javascript:alert(1)",
                           "data:text/html,x",
                           "https://",
                           "https:///path",
                           "https://user@example.org",
                           "https://user:word@example.org",
                           "https://a b.org",
                           "https://example.org/a b",
                           "https://example.org/\x01",
                           "https://example.org/\"onload",
                           "https://example.org/<x>",
                           "https:\\\\example.org",
                           "https://example.org\\@evil.org",
                           "https://ex%61mple.org",
                           "https://example.org:99999",
                           "https://example.org:80x",
                           "https://.example.org",
                           "https://a..b",
                           "java\nscript:alert(1)",
                           "https://example.org/\u202Egpj",
                           "https://example.org/\xE9",
                           "https://[::1",
                           "https://[xyz]/",
                           "https://example.org/a\u2028b"}) {
    EXPECT_EQ(clean_link(link), std::nullopt) << link;
  }
  EXPECT_EQ(clean_link("https://example.org/" + std::string(2000, 'a')), std::nullopt);
}

TEST(CleanEmail, TrimsAndLowers) {
  EXPECT_EQ(clean_email(" Ada.Lovelace+hall@Example.ORG "), "ada.lovelace+hall@example.org");
  EXPECT_EQ(clean_email("o'neil@example.co.uk"), "o'neil@example.co.uk");
  EXPECT_EQ(clean_email("me@localhost"), "me@localhost");
}

TEST(CleanEmail, RefusesWhatReachesNobody) {
  for (const char* email :
       {"", "ada", "@example.org", "ada@", "ada@example", "a b@example.org", "ada@exa mple.org", "ada@example..org",
        ".ada@example.org", "a..b@example.org", "ada@example.org.", "ada@-example.org", "Ada <ada@example.org>",
        "ada@example.org,bo@example.org", "ada@@example.org", "ada@example.org\u200B", "mailto:ada@example.org"}) {
    EXPECT_EQ(clean_email(email), std::nullopt) << email;
  }
}

}  // namespace
}  // namespace posterhall::text
