#include "net/outbox.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>

#include "net/descriptor.hpp"

namespace posterhall::net {
namespace {

using Outcome = Outbox::Outcome;

/// A connected pair with small buffers, so that a socket is soon full.
struct Pair {
  Descriptor ours, theirs;
  Pair() {
    std::array<int, 2> fds{};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()), 0);
    ours = Descriptor{fds[0]};
    theirs = Descriptor{fds[1]};
    const int small = 4'096;
    (void)::setsockopt(ours.get(), SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
  }
  std::string read_all() const {
    std::string out;
    std::array<char, 4096> piece{};
    for (ssize_t count = 0; (count = ::recv(theirs.get(), piece.data(), piece.size(), 0)) > 0;) {
      out.append(piece.data(), static_cast<std::size_t>(count));
    }
    return out;
  }
};

SharedBytes bytes(std::size_t size, char c) { return share(std::string(size, c)); }

/// Reads and resumes until nothing is left.
std::string drain(Pair& pair, Outbox& outbox) {
  std::string all = pair.read_all();
  while (outbox.unfinished()) {
    EXPECT_NE(outbox.resume(pair.ours.get()), Outcome::broken);
    all += pair.read_all();
  }
  return all;
}

TEST(Outbox, sends_at_once_when_there_is_room) {
  Pair pair;
  Outbox outbox;
  EXPECT_EQ(outbox.send(pair.ours.get(), share("ack")), Outcome::written);
  EXPECT_EQ(pair.read_all(), "ack");
  EXPECT_EQ(outbox.waiting(), 0U);
}

TEST(Outbox, events_wait_for_the_flush_and_go_before_the_state) {
  Pair pair;
  Outbox outbox;
  EXPECT_EQ(outbox.queue(share("one ")), Outcome::written);
  EXPECT_EQ(outbox.queue(share("two ")), Outcome::written);
  EXPECT_EQ(pair.read_all(), "");
  EXPECT_EQ(outbox.flush(pair.ours.get(), share("state")), Outcome::written);
  EXPECT_EQ(pair.read_all(), "one two state");
  EXPECT_EQ(outbox.flush(pair.ours.get(), nullptr), Outcome::written);
}

TEST(Outbox, skips_the_state_while_a_write_is_unfinished_and_keeps_every_event) {
  Pair pair;
  Outbox outbox;
  const std::string big(60'000, 'b');
  EXPECT_EQ(outbox.send(pair.ours.get(), share(big)), Outcome::waiting);
  EXPECT_EQ(outbox.queue(share("event")), Outcome::written);
  EXPECT_EQ(outbox.flush(pair.ours.get(), share("state")), Outcome::skipped);
  EXPECT_EQ(drain(pair, outbox), big + "event");  // its flush was refused: it goes as soon as it can
  EXPECT_EQ(outbox.flush(pair.ours.get(), share("snapshot")), Outcome::written);
  EXPECT_EQ(pair.read_all(), "snapshot");
}

TEST(Outbox, drops_a_state_frame_of_which_not_a_byte_went_out) {
  Pair pair;
  Outbox outbox;
  while (::send(pair.ours.get(), "x", 1, MSG_DONTWAIT | MSG_NOSIGNAL) == 1) {
  }
  EXPECT_EQ(outbox.queue(share("event")), Outcome::written);
  EXPECT_EQ(outbox.flush(pair.ours.get(), share("stale")), Outcome::skipped);
  EXPECT_TRUE(outbox.unfinished());
  const auto all = drain(pair, outbox);
  EXPECT_TRUE(all.ends_with("event"));
  EXPECT_EQ(all.find("stale"), std::string::npos);
  EXPECT_EQ(outbox.waiting(), 0U);
}

TEST(Outbox, finishes_a_state_frame_that_has_begun) {
  Pair pair;
  Outbox outbox;
  const std::string big(60'000, 's');
  EXPECT_EQ(outbox.flush(pair.ours.get(), share(big)), Outcome::waiting);
  EXPECT_EQ(drain(pair, outbox), big);
}

TEST(Outbox, is_full_at_256_KiB_of_events_and_writes_together) {
  Pair pair;
  Outbox outbox;
  EXPECT_EQ(outbox.queue(bytes(Outbox::kMaxWaiting, 'e')), Outcome::written);
  EXPECT_EQ(outbox.queue(share("x")), Outcome::full);
  EXPECT_EQ(outbox.send(pair.ours.get(), share("x")), Outcome::full);
  EXPECT_EQ(outbox.waiting(), Outbox::kMaxWaiting);
}

TEST(Outbox, forgets_what_has_not_begun_but_finishes_the_frame_that_has) {
  Pair pair;
  Outbox outbox;
  const std::string big(60'000, 'b');
  EXPECT_EQ(outbox.send(pair.ours.get(), share(big)), Outcome::waiting);
  EXPECT_EQ(outbox.send(pair.ours.get(), share("never")), Outcome::waiting);
  EXPECT_EQ(outbox.queue(share("nor this")), Outcome::written);
  outbox.forget_unbegun();
  EXPECT_EQ(outbox.send(pair.ours.get(), share("bye")), Outcome::waiting);
  EXPECT_EQ(drain(pair, outbox), big + "bye");
  EXPECT_EQ(outbox.waiting(), 0U);
}

TEST(Outbox, many_small_frames_keep_their_order) {
  Pair pair;
  Outbox outbox;
  std::string expected;
  for (int i = 0; i < 2'000; ++i) {
    expected += std::to_string(i) + ",";
    EXPECT_EQ(outbox.queue(share(std::to_string(i) + ",")), Outcome::written);
  }
  EXPECT_NE(outbox.flush(pair.ours.get(), nullptr), Outcome::broken);
  EXPECT_EQ(drain(pair, outbox), expected);
}

TEST(Outbox, notices_that_the_other_side_is_gone) {
  Pair pair;
  Outbox outbox;
  pair.theirs.close();
  EXPECT_EQ(outbox.send(pair.ours.get(), share("x")), Outcome::broken);
}

}  // namespace
}  // namespace posterhall::net
