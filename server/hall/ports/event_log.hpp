// Port: the numbered, durable events of all channels. Answered after the commit's fdatasync has returned.
// Runs on: called from shard threads; answers come back there (Reply). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/event.hpp"
#include "domain/question.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

struct Appended {
  std::uint32_t number = 0;
  UnixMs at = 0;
  bool already_there = false;  ///< the same author and client id was stored before: its number
};

class EventLog {
 public:
  virtual ~EventLog() = default;
  /// Stores one event; many in flight share a commit. Errors: StoreError (unavailable, full).
  virtual void append(domain::NewEvent event, Reply<Appended> reply) = 0;
  /// Events with numbers in (after, before), newest last, at most `limit` of the newest of them (before = 0: no upper
  /// bound), with the words they have now (domain/settled_words.hpp): what was removed or edited by an entry outside of
  /// the page has none, or the newest ones.
  virtual void read(domain::Channel channel, std::uint32_t after, std::uint32_t before, std::uint32_t limit,
                    Reply<std::vector<domain::Event>> reply) = 0;
  /// A question at a poster as it stands, and what this person said of it; nullopt: no such question.
  virtual void question(domain::Channel channel, std::uint32_t number, PersonId person,
                        Reply<std::optional<domain::QuestionState>> reply) = 0;
  /// The highest number of each channel (0 = empty), in one query, in the order asked.
  virtual void heads(std::vector<domain::Channel> channels, Reply<std::vector<domain::Head>> reply) = 0;
};

}  // namespace posterhall::hall
