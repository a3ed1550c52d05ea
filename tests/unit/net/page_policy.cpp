// What the page may load from elsewhere, and which sessions may be watched without an invitation.
#include "net/page_policy.hpp"

#include <gtest/gtest.h>

#include "net/hall_view.hpp"

namespace posterhall::net {
namespace {

domain::Session streamed(std::string stream, bool open = false, std::string recording = {}) {
  domain::Session session;
  session.id = "talk";
  session.stream = std::move(stream);
  session.stream_public = open;
  session.recording = std::move(recording);
  return session;
}

std::vector<std::string> origins_of(const std::string& stream) {
  domain::Catalogue catalogue;
  catalogue.sessions.push_back(streamed(stream));
  return stream_origins(catalogue, Streams::all);
}

TEST(PagePolicy, a_playlist_is_told_by_its_path) {
  EXPECT_TRUE(is_playlist("https://v.example/live/main.m3u8"));
  EXPECT_TRUE(is_playlist("https://v.example/MAIN.M3U8?token=a#b"));
  for (const char* other : {"", ".m3u8", "https://v.example/watch?file=main.m3u8", "https://v.example/#x.m3u8",
                            "https://v.example/main.m3u8/", "https://v.example/main.mp4"}) {
    EXPECT_FALSE(is_playlist(other)) << other;
  }
}

TEST(PagePolicy, lets_in_the_origins_of_playlists_and_of_nothing_else) {
  domain::Catalogue catalogue;
  EXPECT_EQ(page_policy(&catalogue, Streams::all), page_policy(nullptr, Streams::all));
  EXPECT_NE(page_policy(nullptr, Streams::all).find("connect-src 'self'; worker-src"), std::string::npos);
  EXPECT_EQ(page_policy(nullptr, Streams::all).find("media-src"), std::string::npos);
  catalogue.sessions = {streamed("https://Live.Example:443/a.m3u8"), streamed("https://live.example/b.m3u8", true),
                        streamed("https://meet.example/room", true, "http://archive.example:8080/c.m3u8")};
  EXPECT_EQ(stream_origins(catalogue, Streams::all),
            (std::vector<std::string>{"http://archive.example:8080", "https://live.example"}));
  const auto policy = page_policy(&catalogue, Streams::all);
  EXPECT_NE(policy.find("connect-src 'self' http://archive.example:8080 https://live.example; media-src blob: "
                        "http://archive.example:8080 https://live.example; worker-src"),
            std::string::npos);
  EXPECT_EQ(policy.find("meet.example"), std::string::npos);
  catalogue.sessions[1].stream_public = false;
  EXPECT_EQ(stream_origins(catalogue, Streams::open_to_everybody),
            std::vector<std::string>{"http://archive.example:8080"});
}

TEST(PagePolicy, no_address_writes_into_the_policy) {
  EXPECT_EQ(origins_of("https://v.example/a.m3u8"), std::vector<std::string>{"https://v.example"});
  EXPECT_EQ(origins_of("http://127.0.0.1:9000/a.m3u8"), std::vector<std::string>{"http://127.0.0.1:9000"});
  for (const char* hostile :
       {"https://*/a.m3u8", "https://*.example/a.m3u8", "https://v.example;script-src/a.m3u8",
        "https://v.example,default-src/a.m3u8", "https://v.example'self'/a.m3u8", "https://v.example /a.m3u8",
        "https://v.example\r\nSet-Cookie: a=b/a.m3u8", "https://v%2aexample/a.m3u8", "https://%3b/a.m3u8",
        "https:///a.m3u8", "https:a.m3u8", "data:x.m3u8", "blob:https://v.example/a.m3u8", "javascript:a.m3u8",
        "ftp://v.example/a.m3u8", "https://me@v.example/a.m3u8", "https://[::1]/a.m3u8",
        "https://v.ex\xc3\xa4mple/a.m3u8"}) {
    EXPECT_TRUE(origins_of(hostile).empty()) << hostile;
  }
}

TEST(PagePolicy, a_port_that_is_none_opens_no_other) {
  for (const auto& origin : origins_of("https://v.example:*/a.m3u8")) EXPECT_EQ(origin, "https://v.example");
}

TEST(PagePolicy, stays_a_header_however_many_streams) {
  domain::Catalogue catalogue;
  for (int i = 0; i < 200; ++i) {
    catalogue.sessions.push_back(streamed("https://v" + std::to_string(i) + ".example/a.m3u8"));
  }
  EXPECT_EQ(stream_origins(catalogue, Streams::all).size(), kMostStreamOrigins);
}

TEST(PagePolicy, only_what_is_said_to_be_public_is_found) {
  domain::Catalogue catalogue;
  catalogue.sessions = {streamed("https://v.example/a.m3u8"), streamed("", true),
                        streamed("", true, "https://r.example")};
  catalogue.sessions[0].id = "closed";
  catalogue.sessions[1].id = "nothing";
  EXPECT_EQ(find_public_stream(catalogue, "closed"), nullptr);
  EXPECT_EQ(find_public_stream(catalogue, "nothing"), nullptr);
  EXPECT_EQ(find_public_stream(catalogue, ""), nullptr);
  EXPECT_EQ(find_public_stream(catalogue, "talk"), &catalogue.sessions[2]);
}

TEST(PagePolicy, follows_the_catalogue_and_changes_its_hash_with_it) {
  HallView view;
  const auto before = view.policy(false);
  EXPECT_EQ(before.words, page_policy(nullptr, Streams::all));
  auto catalogue = std::make_shared<domain::Catalogue>();
  catalogue->sessions = {streamed("https://v.example/a.m3u8")};
  EncodedSetting encoded;
  encoded.setting.catalogue = catalogue;
  view.set(std::move(encoded));
  EXPECT_NE(view.policy(false).words.find("https://v.example"), std::string::npos);
  EXPECT_NE(view.policy(false).hash, before.hash);
  EXPECT_EQ(view.policy(true).words, before.words);
}

}  // namespace
}  // namespace posterhall::net
