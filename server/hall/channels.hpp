// Channels: stored events on their way to who watches: in number order, without gaps, to each once. What the relay
// lost is found by the heads, read every 2 s; what comes out of order waits 100 ms before the store is asked.
// Runs on: its shard's thread. Owns: the feeds and their watchers.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "hall/channel_feed.hpp"
#include "hall/core.hpp"

namespace posterhall::hall {

class Channels {
 public:
  explicit Channels(Core& core) : core_(core) {}

  /// Told every event of a followed channel, in order.
  void on_followed(std::function<void(const domain::Event&)> function) { followed_ = std::move(function); }
  /// Reads a channel from its first event on and stays with it (rooms' states).
  void follow(const domain::Channel& channel);
  /// Keeps a channel's newest events at hand (hall, announce).
  void keep(const domain::Channel& channel);

  /// A tab wants what comes after `after` (0 = the newest 50), then everything new.
  void watch(ConnectionSlot connection, const domain::Channel& channel, std::uint32_t after);
  /// The tab was told `head` in Welcome: sends what comes after it, without a Watching.
  void watch_quietly(ConnectionSlot connection, const domain::Channel& channel, std::uint32_t head);
  void unwatch(ConnectionSlot connection, const domain::Channel& channel);
  void unwatch_all(ConnectionSlot connection);
  /// The guest answers help no more: only their own stays.
  void unwatch_help_of_others(GuestSlot guest);

  /// Just stored by this shard: shown here and told to the other shards.
  void stored(const domain::Event& event);
  /// From the relay or the store.
  void received(const domain::Event& event);

  /// Null when the channel is not at hand.
  [[nodiscard]] const ChannelFeed* feed(const domain::Channel& channel) const;
  /// The head a newcomer is told: what has been shown here, or what the store says when the channel is not at hand.
  [[nodiscard]] std::uint32_t head_to_tell(const domain::Channel& channel, std::uint32_t stored_head) const;
  /// As this person is shown them; nobody = as everybody else is.
  [[nodiscard]] std::vector<notice::ShownEvent> shown(const std::vector<domain::Event>& events, PersonId person) const;
  [[nodiscard]] const std::vector<ConnectionSlot>& watchers(const domain::Channel& channel) const;

  /// Each step: sends what came in order, asks the store for what is missing for 100 ms.
  void run_step();
  /// Every 2 s. `done` learns whether the store answered; what is behind is being read then.
  void read_heads(std::function<void(bool)> done = {});
  /// Something behind is being read.
  [[nodiscard]] bool reading() const;
  /// Once a second: lets go of channels nobody has watched for a minute.
  void sweep();

 private:
  struct Waiting {
    ConnectionId connection;
    std::uint32_t after = 0;
    bool quietly = false;
  };
  struct Entry {
    ChannelFeed feed;
    std::vector<ConnectionSlot> watchers;
    std::vector<Waiting> waiting;      ///< until the feed has begun
    std::vector<domain::Event> fresh;  ///< in order, not yet sent
    bool reading = false;
    bool permanent = false;
    bool followed = false;
    std::uint64_t unwatched_since_ms = 0;
  };
  Entry& entry(const domain::Channel& channel);
  void add(ConnectionSlot connection, const domain::Channel& channel, Waiting wish);
  void serve(const domain::Channel& channel, Entry& entry, const Waiting& wish);
  void load(const domain::Channel& channel);
  void fetch(const domain::Channel& channel, std::uint32_t up_to);
  void take(const domain::Channel& channel, Entry& entry, domain::Event event);
  void send_fresh(Entry& entry);
  void correct(const domain::Channel& channel);
  void catch_up(const std::vector<domain::Head>& heads);
  void reach(const domain::Event& event);
  void reach(GuestSlot guest, const domain::Event& event);

  Core& core_;
  std::function<void(const domain::Event&)> followed_;
  std::unordered_map<domain::Channel, Entry, domain::ChannelHash> entries_;
  std::vector<domain::Channel> fresh_;    ///< channels with something to send
  std::vector<domain::Channel> waiting_;  ///< channels in which something came early
  bool reading_heads_ = false;
  std::vector<std::function<void(bool)>> heads_wanted_;
};

}  // namespace posterhall::hall
