#include "backplane/process_register.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "domain/conversation.hpp"

namespace posterhall::backplane {
namespace {

constexpr std::string_view kLastsMs = "5000";
constexpr std::size_t kMostFields = 512;   ///< of one command
constexpr std::size_t kMostOfValue = 160;  ///< bytes, but for the name and value_end_

/// Writes into room that is there.
class Pen {
 public:
  explicit Pen(char* at) : at_(at) {}
  void text(std::string_view text) { at_ = std::copy(text.begin(), text.end(), at_); }
  void number(std::uint64_t number) { at_ = std::to_chars(at_, at_ + kDigits, number).ptr; }
  /// A text in JSON; what would have to be escaped is left out.
  void quoted(std::string_view text) {
    *at_++ = '"';
    for (const char c : text) {
      if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= ' ') *at_++ = c;
    }
    *at_++ = '"';
  }
  [[nodiscard]] char* at() const { return at_; }

 private:
  static constexpr std::size_t kDigits = 20;
  char* at_;
};

std::string in_quotes(std::string_view text) {
  std::string out(text.size() + 2, ' ');
  Pen pen(out.data());
  pen.quoted(text);
  out.resize(static_cast<std::size_t>(pen.at() - out.data()));
  return out;
}

void append_number(std::string& out, auto number) {
  std::array<char, 20> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end);
}

}  // namespace

std::string process_name(std::uint64_t process) {
  std::array<char, 16> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), process, 16);
  const std::string text(digits.data(), end);
  return std::string(16 - text.size(), '0') + text;
}

ProcessRegister::ProcessRegister(RedisConnection& redis, ProcessFacts facts)
    : redis_(redis),
      facts_(std::move(facts)),
      name_(process_name(facts_.process)),
      process_key_(facts_.prefix + "process:" + name_),
      people_key_(facts_.prefix + "here:" + name_),
      value_end_(",\"process\":\"" + name_ + "\",\"since\":"),
      started_(facts_.now()) {}

ProcessRegister::Spot& ProcessRegister::spot(VisitorId id) {
  auto& spots = spots_[hall::shard_of(id)];
  const std::uint32_t counter = hall::counter_of(id);
  if (spots.size() <= counter) spots.resize(counter + std::size_t{1});
  return spots[counter];
}

void ProcessRegister::put(const hall::RelayedVisitor& record) {
  const Spot now{record.person, record.conversation, record.room};
  Spot& before = spot(record.id);
  if (before == now) return;  // nearly always: they walk
  before = now;
  people_[record.id] = {now, facts_.now(), true, {}};
  due_.push_back(record.id);
}

void ProcessRegister::take(const hall::RelayBatch& batch) {
  const auto leave = [this](auto it) {
    spot(it->first) = {};
    if (!all_due_) gone_.push_back(it->second.spot.person);  // else all is written anew
    return people_.erase(it);
  };
  for (const VisitorId id : batch.departed) {
    const auto it = people_.find(id);
    if (it != people_.end()) leave(it);
  }
  for (const auto& record : batch.records) put(record);
  if (!batch.complete) return;
  std::unordered_set<VisitorId> named;
  for (const auto& record : batch.records) named.insert(record.id);
  for (auto it = people_.begin(); it != people_.end();) {
    const bool theirs = hall::shard_of(it->first) == batch.from;
    it = theirs && !named.contains(it->first) ? leave(it) : std::next(it);
  }
}

void ProcessRegister::append_value(const Person& person) {
  std::string& out = words_.text;
  const std::size_t before = out.size();
  out.resize(before + kMostOfValue + value_end_.size() + (person.told ? person.told->size() : 0));
  Pen pen(out.data() + before);
  pen.text("{\"person\":");
  pen.number(person.spot.person.value);
  if (person.told) {
    pen.text(",\"name\":");
    pen.quoted(*person.told);
    if (person.spot.room) {
      pen.text(",\"hall\":\"room/");
      pen.number(person.spot.room.value);
      pen.text("\",\"booth\":");
    } else {
      pen.text(",\"hall\":\"floor\",\"booth\":");
    }
    const bool booth = domain::kind_of(person.spot.conversation) == domain::ConversationKind::booth;
    pen.number(booth ? domain::index_of(person.spot.conversation) : 0);
  }
  pen.text(value_end_);
  pen.number(static_cast<std::uint64_t>(person.since));
  pen.text("}");
  out.resize(static_cast<std::size_t>(pen.at() - out.data()));
}

void ProcessRegister::leave() {
  left_ = true;
  (void)redis_.command({"DEL", process_key_, people_key_});
}

void ProcessRegister::beat() {
  if (left_) return;
  std::string shards;
  for (const auto shard : facts_.shards) shards += (shards.empty() ? "" : ",") + std::to_string(shard);
  const std::string value = "{\"process\":\"" + name_ + "\",\"place\":" + in_quotes(facts_.place) + ",\"shards\":[" +
                            shards + "],\"people\":" + std::to_string(people_.size()) +
                            ",\"since\":" + std::to_string(started_) + "}";
  (void)redis_.command({"SET", process_key_, value, "PX", kLastsMs});
  write_people();
  const bool expected = !people_.empty();
  (void)redis_.command({"PEXPIRE", people_key_, kLastsMs}, [this, expected](const RedisAnswer& answer) {
    if (expected && answer.ok() && answer.number == 0) forget();  // written anew at the next beat
  });
}

void ProcessRegister::write_people() {
  // All of it or nothing, with its end: a process that dies in the middle leaves no key that stays.
  (void)redis_.command({"MULTI"});
  if (all_due_) (void)redis_.command({"DEL", people_key_});
  const auto names = facts_.names.version();
  if (all_due_ || names_version_ != names) {
    for (auto& [id, person] : people_) write_one(person);
  } else {
    for (const VisitorId id : due_) {
      const auto it = people_.find(id);
      if (it != people_.end() && it->second.due) write_one(it->second);
    }
  }
  send("HSET", 1);
  drop_gone();
  (void)redis_.command({"PEXPIRE", people_key_, kLastsMs});
  (void)redis_.command({"EXEC"});
  names_version_ = names;
  due_.clear();
  all_due_ = false;
}

void ProcessRegister::write_one(Person& person) {
  const auto name = facts_.names.of(person.spot.person);
  if (!person.due && !all_due_ && name == person.told) return;
  person.told.reset();
  if (name) person.told.emplace(*name);
  person.due = false;
  append_number(words_.text, person.spot.person.value);
  end_word();
  append_value(person);
  end_word();
  send("HSET", kMostFields);
}

void ProcessRegister::drop_gone() {
  if (gone_.empty()) return;
  std::unordered_set<PersonId> here;
  for (const auto& [id, person] : people_) here.insert(person.spot.person);
  for (const PersonId person : gone_) {
    if (here.contains(person)) continue;  // they stand here as another visitor
    append_number(words_.text, person.value);
    end_word();
    send("HDEL", kMostFields);
  }
  send("HDEL", 1);
  gone_.clear();
}

void ProcessRegister::send(std::string_view command, std::size_t at_least) {
  if (words_.ends.size() < at_least) return;
  std::vector<std::string_view> words{command, people_key_};
  words.reserve(words_.ends.size() + 2);
  std::size_t from = 0;
  for (const std::size_t end : words_.ends) {
    words.push_back(std::string_view(words_.text).substr(from, end - from));
    from = end;
  }
  (void)redis_.command(words);
  words_.text.clear();
  words_.ends.clear();
}

}  // namespace posterhall::backplane
