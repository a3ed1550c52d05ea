// Origins, prefixes, forwarded addresses, cookies, ranges, entity tags, codings, tickets and the slowing of guesses.
#include <gtest/gtest.h>

#include "crypto/crypto.hpp"
#include "net/client_files.hpp"
#include "net/file_routes.hpp"
#include "net/guess_gate.hpp"
#include "net/hall_view.hpp"
#include "net/http_message.hpp"
#include "net/peer.hpp"
#include "net/upgrade_route.hpp"

namespace posterhall::net {
namespace {

namespace ip = boost::asio::ip;

TEST(Origin, is_scheme_host_and_port_and_nothing_else) {
  EXPECT_EQ(origin_of("https://Hall.Example.org/"), "https://hall.example.org");
  EXPECT_EQ(origin_of("https://hall.example.org:443/p/3"), "https://hall.example.org");
  EXPECT_EQ(origin_of("http://hall.example.org:8080"), "http://hall.example.org:8080");
  EXPECT_EQ(origin_of("http://[::1]:8080"), "http://[::1]:8080");
  EXPECT_EQ(origin_of("ftp://hall.example.org"), std::nullopt);
  EXPECT_EQ(origin_of("https://me@hall.example.org"), std::nullopt);
  EXPECT_EQ(origin_of("hall.example.org"), std::nullopt);
  EXPECT_EQ(origin_of(""), std::nullopt);
}

TEST(OriginRules, match_exactly) {
  const OriginRules rules({"https://hall.example.org"});
  EXPECT_TRUE(rules.allows("https://hall.example.org"));
  for (const char* other :
       {"", "null", "http://hall.example.org", "https://hall.example.org.", "https://hall.example.org:8443",
        "https://evil.example", "https://hall.example.org.evil.example", "https://HALL.example.org",
        "https://hall.example.org/", "https://xhall.example.org"}) {
    EXPECT_FALSE(rules.allows(other)) << other;
  }
}

TEST(Prefix, is_24_or_64_bits) {
  EXPECT_EQ(prefix_of(ip::make_address("192.0.2.77")), "192.0.2.0/24");
  EXPECT_EQ(prefix_of(ip::make_address("::ffff:192.0.2.77")), "192.0.2.0/24");
  EXPECT_EQ(prefix_of(ip::make_address("2001:db8:1:2:3::4")), "2001:db8:1:2::/64");
}

TEST(AddressRange, is_an_address_or_a_prefix) {
  EXPECT_EQ(parse_address_range("10.1.2.3/8")->to_string(), "10.0.0.0/8");
  EXPECT_EQ(parse_address_range("10.1.2.3")->to_string(), "10.1.2.3");
  EXPECT_EQ(parse_address_range("2001:db8::7/32")->to_string(), "2001:db8::/32");
  EXPECT_EQ(parse_address_range("0.0.0.0/0")->to_string(), "0.0.0.0/0");
  for (const char* wrong : {"", "/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "::1/129", "hall"}) {
    EXPECT_FALSE(parse_address_range(wrong)) << wrong;
  }
  EXPECT_TRUE(parse_address_range("10.0.0.0/8")->holds(ip::make_address("::ffff:10.200.0.1")));
  EXPECT_FALSE(parse_address_range("10.0.0.0/8")->holds(ip::make_address("11.0.0.1")));
  EXPECT_FALSE(parse_address_range("10.0.0.0/8")->holds(ip::make_address("::1")));
  EXPECT_TRUE(parse_address_range("2001:db8::/32")->holds(ip::make_address("2001:db8:5::1")));
  EXPECT_FALSE(parse_address_range("2001:db8::/32")->holds(ip::make_address("2001:db9::1")));
}

TEST(ForwardedAddress, counts_only_from_trusted_proxies_and_only_the_last_before_them) {
  const std::vector<AddressRange> proxies = {*parse_address_range("10.0.0.0/30")};
  const auto proxy = ip::make_address("10.0.0.2");
  const auto stranger = ip::make_address("203.0.113.5");
  EXPECT_EQ(forwarded_address(proxy, "1.2.3.4, 198.51.100.9", proxies), ip::make_address("198.51.100.9"));
  EXPECT_EQ(forwarded_address(proxy, "1.2.3.4, 198.51.100.9,10.0.0.3", proxies), ip::make_address("198.51.100.9"));
  EXPECT_EQ(forwarded_address(stranger, "198.51.100.9", proxies), stranger);
  EXPECT_EQ(forwarded_address(proxy, "nonsense", proxies), proxy);
  EXPECT_EQ(forwarded_address(proxy, "198.51.100.9, nonsense", proxies), proxy);
  EXPECT_EQ(forwarded_address(proxy, "10.0.0.1", proxies), ip::make_address("10.0.0.1"));
  EXPECT_EQ(forwarded_address(proxy, "", proxies), proxy);
}

TEST(HttpRequest, reads_headers_of_one_name_as_one_list) {
  HttpRequest request;
  request.headers = {{"x-forwarded-for", "1.2.3.4"}, {"host", "hall"}, {"x-forwarded-for", "198.51.100.9"}};
  EXPECT_EQ(request.all("x-forwarded-for"), "1.2.3.4,198.51.100.9");
  EXPECT_EQ(request.all("origin"), "");
}

TEST(HttpRequest, finds_cookies_and_parameters) {
  HttpRequest request;
  request.headers = {{"cookie", "a=1; posterhall-local=tok; b=2"}, {"cookie", "posterhall-local=other"}};
  EXPECT_EQ(request.cookie("posterhall-local"), "tok");
  EXPECT_EQ(request.cookie("posterhall"), "");
  request.query = "q=Schr%C3%B6dinger+x&limit=5&empty&bad=%zz";
  EXPECT_EQ(request.parameter("q"),
            "Schr\xc3\xb6"
            "dinger x");
  EXPECT_EQ(request.parameter("limit"), "5");
  EXPECT_EQ(request.parameter("empty"), "");
  EXPECT_EQ(request.parameter("bad"), std::nullopt);
  EXPECT_EQ(request.parameter("none"), std::nullopt);
}

TEST(PercentDecode, refuses_broken_escapes_and_NUL) {
  EXPECT_EQ(percent_decode("/p/a%2Fb", false), "/p/a/b");
  EXPECT_EQ(percent_decode("a+b", false), "a+b");
  EXPECT_EQ(percent_decode("%", false), std::nullopt);
  EXPECT_EQ(percent_decode("%4", false), std::nullopt);
  EXPECT_EQ(percent_decode("%4g", false), std::nullopt);
  EXPECT_EQ(percent_decode("%00", false), std::nullopt);
}

TEST(Range, one_range_or_the_whole) {
  const auto range = [](std::string_view header, std::uint64_t size) {
    ByteRange out{0, size};
    const auto asked = parse_range(header, size, out);
    return std::tuple{asked, out.first, out.size};
  };
  EXPECT_EQ(range("bytes=0-9", 100), (std::tuple{RangeAsked::part, 0U, 10U}));
  EXPECT_EQ(range("bytes=90-", 100), (std::tuple{RangeAsked::part, 90U, 10U}));
  EXPECT_EQ(range("bytes=90-1000", 100), (std::tuple{RangeAsked::part, 90U, 10U}));
  EXPECT_EQ(range("bytes=-10", 100), (std::tuple{RangeAsked::part, 90U, 10U}));
  EXPECT_EQ(range("bytes=-1000", 100), (std::tuple{RangeAsked::part, 0U, 100U}));
  EXPECT_EQ(std::get<0>(range("bytes=100-", 100)), RangeAsked::impossible);
  EXPECT_EQ(std::get<0>(range("bytes=-0", 100)), RangeAsked::impossible);
  EXPECT_EQ(std::get<0>(range("bytes=0-", 0)), RangeAsked::impossible);
  for (const char* whole : {"", "bytes=", "bytes=a-b", "bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "bytes=1-x"}) {
    EXPECT_EQ(std::get<0>(range(whole, 100)), RangeAsked::whole) << whole;
  }
}

TEST(TypeByContent, knows_what_posters_may_be_and_nothing_that_runs) {
  using namespace std::string_view_literals;
  EXPECT_EQ(type_by_content("\x89PNG\r\n\x1a\n...."sv), "image/png");
  EXPECT_EQ(type_by_content("\xff\xd8\xff\xe0"sv), "image/jpeg");
  EXPECT_EQ(type_by_content("RIFF\x10\0\0\0WEBPVP8 "sv), "image/webp");
  EXPECT_EQ(type_by_content("%PDF-1.7"sv), "application/pdf");
  for (const auto other : {"<svg xmlns"sv, "<!doctype html>"sv, "RIFF\x10\0\0\0WAVE"sv, ""sv, "GIF89a"sv}) {
    EXPECT_EQ(type_by_content(other), "application/octet-stream") << other;
  }
}

TEST(Etag, matches_weakly_and_in_lists) {
  EXPECT_TRUE(matches_etag("\"a\"", "\"a\""));
  EXPECT_TRUE(matches_etag("\"x\", W/\"a\"", "\"a\""));
  EXPECT_TRUE(matches_etag("*", "\"a\""));
  EXPECT_FALSE(matches_etag("", "\"a\""));
  EXPECT_FALSE(matches_etag("\"ab\"", "\"a\""));
}

TEST(Coding, is_negotiated) {
  EXPECT_TRUE(accepts_coding("gzip, deflate, br", "br"));
  EXPECT_TRUE(accepts_coding("br;q=0.5", "br"));
  EXPECT_FALSE(accepts_coding("br;q=0, gzip", "br"));
  EXPECT_FALSE(accepts_coding("brotli", "br"));
  EXPECT_FALSE(accepts_coding("", "gzip"));
}

TEST(Page, is_served_at_the_addresses_of_the_hall) {
  for (const char* page : {"/", "/join", "/hall", "/list", "/p/312", "/p/D4"}) EXPECT_TRUE(is_page(page)) << page;
  for (const char* other : {"/p", "/joint", "/assets/x.js", "/../etc/passwd", "/api/v1/event"}) {
    EXPECT_FALSE(is_page(other)) << other;
  }
}

TEST(WebSocketAccept, is_RFC_6455s_own_example) {
  EXPECT_EQ(crypto::websocket_accept("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  EXPECT_EQ(crypto::websocket_accept("dGhlIHNhbXBsZSBub25jZQ="), std::nullopt);
  EXPECT_EQ(crypto::websocket_accept("****************------=="), std::nullopt);
  EXPECT_EQ(crypto::websocket_accept(""), std::nullopt);
}

TEST(TicketOf, needs_our_protocol_too) {
  EXPECT_EQ(ticket_of("posterhall.v1, ticket.abc"), "abc");
  EXPECT_EQ(ticket_of("ticket.abc,posterhall.v1"), "abc");
  EXPECT_EQ(ticket_of("ticket.abc"), std::nullopt);
  EXPECT_EQ(ticket_of("posterhall.v1"), std::nullopt);
  EXPECT_EQ(ticket_of("posterhall.v2, ticket.abc"), std::nullopt);
}

TEST(GuessGate, slows_a_prefix_after_ten_wrong_guesses_and_no_other) {
  GuessGate gate;
  for (std::uint32_t i = 0; i <= GuessGate::kFree; ++i) {
    EXPECT_EQ(gate.enter("a", 1'000), 0U);
    gate.leave("a", true, 1'000);
  }
  EXPECT_GT(gate.enter("a", 1'000).value_or(0), 0U);
  gate.leave("a", false, 1'000);
  EXPECT_EQ(gate.enter("b", 1'000), 0U);
}

TEST(GuessGate, never_waits_longer_than_two_seconds_and_forgets) {
  GuessGate gate;
  for (int i = 0; i < 1'000; ++i) {
    ASSERT_TRUE(gate.enter("a", 5).has_value());
    gate.leave("a", true, 5);
  }
  EXPECT_EQ(gate.enter("a", 6), GuessGate::kLongestMs);
  gate.leave("a", false, 6);
  EXPECT_EQ(gate.enter("a", 6 + GuessGate::kForgetMs), 0U);
}

TEST(Whereabouts, an_agreement_counts_for_one_arrival) {
  Whereabouts whereabouts(1);
  (void)whereabouts.arrive({PersonId{1}, 10});
  EXPECT_FALSE(whereabouts.asks_first(PersonId{1}, 10));
  EXPECT_TRUE(whereabouts.asks_first(PersonId{1}, 20));
  whereabouts.agreed(20);
  EXPECT_FALSE(whereabouts.asks_first(PersonId{1}, 20));
  EXPECT_TRUE(whereabouts.asks_first(PersonId{1}, 20));
}

TEST(GuessGate, bounds_how_many_wait_at_once) {
  GuessGate gate;
  for (std::uint32_t i = 0; i < GuessGate::kMaxWaiting; ++i) EXPECT_TRUE(gate.enter("a", 1).has_value());
  EXPECT_EQ(gate.enter("a", 1), std::nullopt);
  gate.leave("a", false, 1);
  EXPECT_TRUE(gate.enter("a", 1).has_value());
}

TEST(GuessGate, keeps_a_bounded_number_of_prefixes) {
  GuessGate gate;
  for (std::size_t i = 0; i < GuessGate::kMaxPrefixes + 100; ++i) {
    const auto prefix = std::to_string(i);
    ASSERT_TRUE(gate.enter(prefix, i).has_value());
    gate.leave(prefix, true, i);
  }
  // The oldest made room: counted from nothing again.
  for (std::uint32_t i = 0; i <= GuessGate::kFree; ++i) {
    EXPECT_EQ(gate.enter("0", 9'000), 0U);
    gate.leave("0", true, 9'000);
  }
}

TEST(Whereabouts, keeps_a_person_on_one_shard_and_fills_the_emptiest) {
  Whereabouts whereabouts(2);
  const auto first = whereabouts.arrive({PersonId{1}, 10});
  const auto second = whereabouts.arrive({PersonId{2}, 20});
  EXPECT_NE(first, second);
  EXPECT_EQ(whereabouts.arrive({PersonId{1}, 11}), first);
  EXPECT_EQ(whereabouts.arrive({PersonId{3}, 30}), second);
  EXPECT_EQ(whereabouts.connections(), 4U);
  EXPECT_TRUE(whereabouts.on_another_device(PersonId{1}, 10));
  EXPECT_TRUE(whereabouts.on_another_device(PersonId{2}, 0));
  EXPECT_FALSE(whereabouts.on_another_device(PersonId{2}, 20));
  EXPECT_FALSE(whereabouts.on_another_device(PersonId{9}, 0));
  whereabouts.gone(first, {PersonId{1}, 11});
  EXPECT_FALSE(whereabouts.on_another_device(PersonId{1}, 10));
  whereabouts.gone(first, {PersonId{1}, 10});
  EXPECT_FALSE(whereabouts.on_another_device(PersonId{1}, 0));
  EXPECT_EQ(whereabouts.connections(), 2U);
}

}  // namespace
}  // namespace posterhall::net
