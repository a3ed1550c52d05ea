#include "history.hpp"

#include <algorithm>
#include <set>

namespace posterhall::load {
namespace {

class Judge {
 public:
  explicit Judge(Verdict& verdict) : verdict_(verdict) {}

  void lost(const std::string& words, std::uint64_t count = 1) { note(verdict_.lost, count, words); }
  void duplicated(const std::string& words) { note(verdict_.duplicated, 1, words); }
  void reordered(const std::string& words) { note(verdict_.reordered, 1, words); }

 private:
  void note(std::uint64_t& counter, std::uint64_t count, const std::string& words) {
    counter += count;
    if (verdict_.findings.size() < 20) verdict_.findings.push_back(words);
  }
  Verdict& verdict_;
};

std::uint32_t last_number(const ChannelHistory& channel) {
  std::uint32_t last = 0;
  for (const auto& a : channel.acked) last = std::max(last, a.number);
  for (const auto& s : channel.stored) last = std::max(last, s.number);
  for (const auto& m : channel.members) {
    for (const auto& s : m.seen) last = std::max(last, s.number);
  }
  return last;
}

void check_member(const std::string& name, const ChannelHistory& channel, std::size_t index, std::uint32_t last,
                  Judge& judge) {
  const auto& member = channel.members[index];
  const auto who = name + ", member " + std::to_string(index) + ": ";
  std::map<std::uint32_t, std::string> by_number;
  std::set<std::string> ids;
  std::uint32_t before = 0;
  for (const auto& seen : member.seen) {
    const bool again = by_number.contains(seen.number) || ids.contains(seen.client_id);
    if (again) judge.duplicated(who + "number " + std::to_string(seen.number) + " shown twice");
    if (!again && before != 0 && seen.number < before) {
      judge.reordered(who + std::to_string(seen.number) + " shown after " + std::to_string(before));
    }
    by_number.emplace(seen.number, seen.client_id);
    ids.insert(seen.client_id);
    before = std::max(before, seen.number);
  }
  for (std::uint32_t n = member.first; n <= last; ++n) {
    if (!by_number.contains(n)) judge.lost(who + "never saw number " + std::to_string(n));
  }
  for (const auto& acked : channel.acked) {
    const auto found = by_number.find(acked.number);
    if (found != by_number.end() && found->second != acked.client_id) {
      judge.reordered(who + "saw another event as number " + std::to_string(acked.number));
    }
  }
}

void check_stored(const std::string& name, const ChannelHistory& channel, Judge& judge) {
  std::map<std::uint32_t, std::string> by_number;
  std::set<std::string> ids;
  std::uint32_t expected = 1;
  for (const auto& s : channel.stored) {
    if (!by_number.emplace(s.number, s.client_id).second || !ids.insert(s.client_id).second) {
      judge.duplicated(name + ": number " + std::to_string(s.number) + " stored twice");
    }
    if (s.number != expected) judge.lost(name + ": the store has no number " + std::to_string(expected));
    expected = s.number + 1;
  }
  for (const auto& a : channel.acked) {
    const auto found = by_number.find(a.number);
    if (found == by_number.end() || found->second != a.client_id) {
      judge.lost(name + ": acked as number " + std::to_string(a.number) + ", but the store does not have it");
    }
  }
}

}  // namespace

Verdict check(const History& history) {
  Verdict verdict;
  Judge judge(verdict);
  for (const auto& [name, channel] : history) {
    std::set<std::uint32_t> numbers;
    for (const auto& a : channel.acked) {
      if (!numbers.insert(a.number).second) {
        judge.duplicated(name + ": number " + std::to_string(a.number) + " acked to two senders");
      }
    }
    const auto last = last_number(channel);
    for (std::size_t i = 0; i < channel.members.size(); ++i) check_member(name, channel, i, last, judge);
    if (!channel.stored.empty()) check_stored(name, channel, judge);
  }
  return verdict;
}

bool spoil(History& history, Break how) {
  for (auto& [name, channel] : history) {
    for (auto& member : channel.members) {
      if (member.seen.size() < 2) continue;
      switch (how) {
        case Break::none: return true;
        case Break::drop: member.seen.erase(member.seen.begin()); return true;
        case Break::twice: member.seen.push_back(member.seen.back()); return true;
        case Break::swap: std::swap(member.seen[0], member.seen[1]); return true;
      }
    }
  }
  return false;
}

}  // namespace posterhall::load
