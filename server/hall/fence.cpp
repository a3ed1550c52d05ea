#include "hall/fence.hpp"

#include <utility>

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kAskAgainMs = 500;
constexpr std::uint64_t kMostClosedMs = 5000;

}  // namespace

void Fence::slept() {
  core_.fenced = true;
  since_ms_ = core_.now_ms;
  epochs_known_ = heads_known_ = false;
  if (core_.ports.figures != nullptr) core_.ports.figures->slept.add();
  ask();
}

void Fence::run_step() {
  if (epochs_known_ && heads_known_ && !channels_.reading()) return open();
  if (core_.now_ms - since_ms_ >= kMostClosedMs) return open();
  if (core_.now_ms >= ask_again_ms_ && !(epochs_known_ && heads_known_)) ask();
}

void Fence::ask() {
  ask_again_ms_ = core_.now_ms + kAskAgainMs;
  const std::uint32_t asked = ++asked_;
  std::vector<PersonId> persons;
  for (const VisitorSlot slot : core_.visitors.live()) {
    if (core_.visitors[slot].own) persons.push_back(core_.visitors[slot].person);
  }
  core_.ports.people.epochs(persons, core_.reply_at_once<std::vector<Epoch>>([this, asked, persons](auto epochs) {
    if (!core_.fenced || asked != asked_ || !epochs) return;
    compare(persons, *epochs);
    epochs_known_ = true;
  }));
  channels_.read_heads([this, asked](bool read) {
    if (core_.fenced && asked == asked_ && read) heads_known_ = true;
  });
}

void Fence::compare(const std::vector<PersonId>& persons, const std::vector<Epoch>& epochs) {
  for (std::size_t i = 0; i < persons.size() && i < epochs.size(); ++i) {
    const VisitorSlot slot = core_.visitors.find(persons[i]);
    if (slot == kNone || !core_.visitors[slot].own || !(core_.visitors[slot].epoch < epochs[i])) continue;
    give_up(slot);
  }
}

void Fence::give_up(VisitorSlot slot) {
  const GuestSlot guest = core_.visitors[slot].guest;
  avatars_.give_up(slot);
  if (guest == kNone) return;
  const std::vector<ConnectionSlot> tabs = core_.guests[guest].connections;
  for (const ConnectionSlot tab : tabs) tabs_.close(tab, CloseReason::replaced);
}

void Fence::look() {
  std::vector<PersonId> persons;
  for (const VisitorSlot slot : core_.visitors.live()) {
    if (core_.visitors[slot].own) persons.push_back(core_.visitors[slot].person);
  }
  if (persons.empty()) return;
  core_.ports.people.epochs(persons, core_.reply_at_once<std::vector<Epoch>>([this, persons](auto epochs) {
    if (core_.fenced || !epochs) return;
    std::map<PersonId, Epoch> behind;
    for (std::size_t i = 0; i < persons.size() && i < epochs->size(); ++i) {
      const VisitorSlot slot = core_.visitors.find(persons[i]);
      if (slot == kNone || !core_.visitors[slot].own || !(core_.visitors[slot].epoch < (*epochs)[i])) continue;
      const auto before = behind_.find(persons[i]);
      if (before != behind_.end() && before->second == core_.visitors[slot].epoch) {
        give_up(slot);
      } else {
        behind.emplace(persons[i], core_.visitors[slot].epoch);
      }
    }
    behind_ = std::move(behind);
  }));
}

void Fence::open() {
  core_.fenced = false;
  ++asked_;
  if (opened_) opened_();
  for (auto& action : std::exchange(core_.held, {})) action();
}

}  // namespace posterhall::hall
