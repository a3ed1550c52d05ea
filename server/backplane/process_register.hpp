// This process in Redis, for whoever wants to know who is where: a key that says it is there, and a hash of the people
// it carries. Both are renewed every second and run out 5 s after the last time; when they are gone before (FLUSHALL)
// they are written anew. Nothing in the hall depends on them. Names of keys and values: docs/protocol.md.
// Runs on: the backplane's loop. Owns: what it wrote last.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "backplane/redis_connection.hpp"
#include "hall/ports/relay.hpp"

namespace posterhall::backplane {

/// How a process is called towards others: in Redis, to browsers and in the log. 16 hexadecimal digits.
[[nodiscard]] std::string process_name(std::uint64_t process);

/// How people are called.
struct Names {
  /// To be read at once; nothing when they do not want to be located.
  std::function<std::optional<std::string_view>(PersonId)> of;
  std::function<std::uint64_t()> version;  ///< another one when any of them may be another
};

struct ProcessFacts {
  std::string prefix;  ///< of its keys
  std::uint64_t process = 0;
  std::string place;  ///< where it serves
  std::vector<hall::ShardNumber> shards;
  std::function<UnixMs()> now;
  Names names;
};

class ProcessRegister {
 public:
  ProcessRegister(RedisConnection& redis, ProcessFacts facts);

  /// What a shard of this process said.
  void take(const hall::RelayBatch& batch);
  /// Once a second.
  void beat();
  /// Takes its keys away and writes no more.
  void leave();
  /// Redis may know nothing any more.
  void forget() { all_due_ = true; }

 private:
  /// Who a visitor is and where; nobody: not here.
  struct Spot {
    PersonId person;
    std::uint32_t conversation = 0;
    RoomId room;
    friend bool operator==(const Spot&, const Spot&) = default;
  };
  struct Person {
    Spot spot;
    UnixMs since = 0;  ///< there
    bool due = true;
    std::optional<std::string> told;  ///< the name that was written; nothing: not to be located
  };
  [[nodiscard]] Spot& spot(VisitorId id);
  /// The words of one command, behind one another: hundreds of them each second, without a text for each.
  struct Words {
    std::string text;
    std::vector<std::size_t> ends;
  };
  void put(const hall::RelayedVisitor& record);
  void write_people();
  void write_one(Person& person);
  void drop_gone();
  void send(std::string_view command, std::size_t at_least);  ///< what is in words_, when it is so many
  void append_value(const Person& person);                    ///< with the name as in `told`
  void end_word() { words_.ends.push_back(words_.text.size()); }

  RedisConnection& redis_;
  ProcessFacts facts_;
  std::string name_, process_key_, people_key_;
  std::string value_end_;  ///< of everybody's value, but for since when
  UnixMs started_ = 0;
  std::unordered_map<VisitorId, Person> people_;
  /// By shard and a visitor's counter: what is in people_, where every move finds it at once.
  std::unordered_map<hall::ShardNumber, std::vector<Spot>> spots_;
  std::vector<VisitorId> due_;  ///< may name some who have gone, or one twice
  std::vector<PersonId> gone_;
  Words words_;
  std::optional<std::uint64_t> names_version_;  ///< of the names that were written
  bool all_due_ = true;
  bool left_ = false;
};

}  // namespace posterhall::backplane
