#include "backplane/process_register.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "domain/conversation.hpp"

namespace posterhall::backplane {
namespace {

constexpr std::string_view kLastsMs = "5000";
constexpr std::size_t kMostFields = 512;  ///< of one command

/// A text in JSON; what would have to be escaped is left out.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= ' ') out.push_back(c);
  }
  return out + "\"";
}

/// Several commands' words, kept until they are sent.
std::vector<std::string_view> views(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

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

std::string ProcessRegister::value_of(const Person& person) const {
  const std::string person_and = "{\"person\":" + std::to_string(person.spot.person.value);
  const std::string and_process = ",\"process\":\"" + name_ + "\",\"since\":" + std::to_string(person.since) + "}";
  if (!person.told) return person_and + and_process;
  const bool booth = domain::kind_of(person.spot.conversation) == domain::ConversationKind::booth;
  const std::string where = person.spot.room ? "room/" + std::to_string(person.spot.room.value) : "floor";
  const std::uint32_t number = booth ? domain::index_of(person.spot.conversation) : 0;
  return person_and + ",\"name\":" + in_quotes(*person.told) + ",\"hall\":\"" + where +
         "\",\"booth\":" + std::to_string(number) + and_process;
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
  std::unordered_set<PersonId> here;
  std::vector<std::string> words;
  const auto send = [&](const char* command, std::size_t most) {
    if (words.size() < most || words.empty()) return;
    words.insert(words.begin(), {command, people_key_});
    (void)redis_.command(views(words));
    words.clear();
  };
  for (auto& [id, person] : people_) {
    if (!gone_.empty()) here.insert(person.spot.person);
    const auto name = facts_.name_of ? facts_.name_of(person.spot.person) : std::optional<std::string_view>();
    if (!person.due && !all_due_ && name == person.told) continue;
    person.told.reset();
    if (name) person.told.emplace(*name);
    person.due = false;
    words.push_back(std::to_string(person.spot.person.value));
    words.push_back(value_of(person));
    send("HSET", kMostFields);
  }
  send("HSET", 1);
  for (const PersonId person : gone_) {
    if (here.contains(person)) continue;  // they stand here as another visitor
    words.push_back(std::to_string(person.value));
    send("HDEL", kMostFields);
  }
  send("HDEL", 1);
  (void)redis_.command({"PEXPIRE", people_key_, kLastsMs});
  (void)redis_.command({"EXEC"});
  gone_.clear();
  all_due_ = false;
}

}  // namespace posterhall::backplane
