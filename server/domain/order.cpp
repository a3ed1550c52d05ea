#include "domain/order.hpp"

#include <algorithm>
#include <utility>

#include "domain/order_text.hpp"

namespace posterhall::domain {
namespace {

constexpr UnixMs kMinuteMs = 60'000;

bool lasts_longer(const Measure& a, const Measure& b) {
  if ((a.until == 0) != (b.until == 0)) return a.until == 0;
  return a.until > b.until;
}

class Fnv {
 public:
  void mix(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) hash_ = (hash_ ^ ((value >> (8 * i)) & 0xffU)) * 1099511628211ULL;
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 1469598103934665603ULL;
};

}  // namespace

OrderBook::Applied OrderBook::apply(const Event& event) {
  if (event.number <= applied_) return {};
  applied_ = event.number;
  switch (event.kind) {
    case EventKind::measure: return take(event);
    case EventKind::measure_lifted: {
      const auto found = measures_.find(event.ref);
      if (found == measures_.end() || found->second.lifted) return {};
      found->second.lifted = true;
      return {Change::lifted, event.ref};
    }
    case EventKind::measure_seen: {
      const auto found = measures_.find(event.ref);
      if (found == measures_.end() || found->second.person != event.author || found->second.seen) return {};
      found->second.seen = true;
      return {Change::seen, event.ref};
    }
    case EventKind::report: {
      auto what = parse_report(event.text);
      if (!what) return {};
      open_.insert_or_assign(event.number, Report{event.number, event.author, event.at, std::move(*what)});
      return {Change::reported, event.number};
    }
    case EventKind::report_settled:
      if (open_.erase(event.ref) == 0) return {};
      return {Change::settled, event.ref};
    case EventKind::message:
    case EventKind::question:
    case EventKind::answer:
    case EventKind::edit:
    case EventKind::remove:
    case EventKind::announcement:
    case EventKind::room_opened:
    case EventKind::room_closed:
    case EventKind::room_joined:
    case EventKind::room_left:
    case EventKind::imported:
    case EventKind::poster_put_up:
    case EventKind::poster_asked:
    case EventKind::poster_settled:
    case EventKind::question_unnamed:
    case EventKind::answer_unnamed:
    case EventKind::wanted:
    case EventKind::unwanted:
    case EventKind::hidden_by_author:
    case EventKind::hidden_by_order:
    case EventKind::shown_again:
    case EventKind::room_act:
    case EventKind::person_changed:
    case EventKind::blocked:
    case EventKind::unblocked:
    case EventKind::announcement_planned:
    case EventKind::announcement_withdrawn:
    case EventKind::announcement_given: return {};
  }
  return {};
}

OrderBook::Applied OrderBook::take(const Event& event) {
  auto asked = parse_measure(event.text);
  if (!asked) return {};
  if (event.author && banned(event.author, event.at) != nullptr) return {};
  Measure taken;
  taken.number = event.number;
  taken.kind = asked->kind;
  taken.person = asked->person;
  taken.by = event.author;
  taken.at = event.at;
  const bool lasting = asked->kind == MeasureKind::mute || asked->kind == MeasureKind::ban;
  if (lasting && asked->minutes != 0) taken.until = event.at + asked->minutes * kMinuteMs;
  taken.reason = std::move(asked->reason);
  taken.report = event.ref;
  of_person_[taken.person].push_back(event.number);
  measures_.emplace(event.number, std::move(taken));
  return {Change::measured, event.number};
}

const Measure* OrderBook::measure(std::uint32_t number) const {
  const auto found = measures_.find(number);
  return found == measures_.end() ? nullptr : &found->second;
}

const Report* OrderBook::open_report(std::uint32_t number) const {
  const auto found = open_.find(number);
  return found == open_.end() ? nullptr : &found->second;
}

const Measure* OrderBook::longest(PersonId person, MeasureKind kind, UnixMs now) const {
  const auto of = of_person_.find(person);
  if (of == of_person_.end()) return nullptr;
  const Measure* found = nullptr;
  for (const std::uint32_t number : of->second) {
    const Measure& one = measures_.at(number);
    if (one.kind == kind && one.holds(now) && (found == nullptr || lasts_longer(one, *found))) found = &one;
  }
  return found;
}

std::vector<const Measure*> OrderBook::to_tell(PersonId person, UnixMs now) const {
  std::vector<const Measure*> found;
  const auto of = of_person_.find(person);
  if (of == of_person_.end()) return found;
  for (const std::uint32_t number : of->second) {
    const Measure& one = measures_.at(number);
    const bool once = one.kind == MeasureKind::warn || one.kind == MeasureKind::remove;
    if (one.holds(now) || (once && !one.seen && !one.lifted)) found.push_back(&one);
  }
  return found;
}

std::vector<const Measure*> OrderBook::taken_on(PersonId person) const {
  std::vector<const Measure*> found;
  const auto of = of_person_.find(person);
  if (of == of_person_.end()) return found;
  for (auto it = of->second.rbegin(); it != of->second.rend(); ++it) found.push_back(&measures_.at(*it));
  return found;
}

std::vector<const Measure*> OrderBook::in_force(UnixMs now) const {
  std::vector<const Measure*> found;
  for (auto it = measures_.rbegin(); it != measures_.rend(); ++it) {
    if (it->second.holds(now)) found.push_back(&it->second);
  }
  return found;
}

std::uint64_t OrderBook::state_hash() const {
  Fnv hash;
  for (const auto& [number, one] : measures_) {
    hash.mix(number);
    hash.mix(static_cast<std::uint64_t>(one.kind) << 32 | one.person.value);
    hash.mix(static_cast<std::uint64_t>(one.until));
    hash.mix((one.lifted ? 2U : 0U) | (one.seen ? 1U : 0U));
  }
  for (const auto& [number, one] : open_) {
    hash.mix(number);
    hash.mix(one.what.about.value);
  }
  return hash.value();
}

bool Blocks::apply(const Event& event) {
  if (event.number <= applied_) return false;
  applied_ = event.number;
  const PersonId whom{event.ref};
  if (event.kind == EventKind::blocked) {
    if (has(event.author, whom)) return false;
    by_[event.author].push_back(whom);
    return true;
  }
  const auto list = by_.find(event.author);
  if (event.kind != EventKind::unblocked || list == by_.end()) return false;
  const bool changed = std::erase(list->second, whom) > 0;
  if (list->second.empty()) by_.erase(list);
  return changed;
}

bool Blocks::has(PersonId who, PersonId whom) const {
  const auto list = by_.find(who);
  return list != by_.end() && std::find(list->second.begin(), list->second.end(), whom) != list->second.end();
}

std::vector<PersonId> Blocks::of(PersonId who) const {
  const auto list = by_.find(who);
  if (list == by_.end()) return {};
  std::vector<PersonId> found = list->second;
  std::sort(found.begin(), found.end());
  return found;
}

Act act_of(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::warn: return Act::warn;
    case MeasureKind::mute: return Act::mute;
    case MeasureKind::remove: return Act::put_out;
    case MeasureKind::ban: return Act::ban;
  }
  return Act::ban;
}

bool may_measure(const Party& by, const Party& whom, MeasureKind kind, std::size_t organisers) {
  if (by.id == whom.id) return false;
  if (whom.role == Role::organiser && organisers <= 1) return false;
  return may(by.role, act_of(kind), whose_order(whom.role));
}

bool may_lift(const Party& by, const Party& whom) {
  return by.id != whom.id && may(by.role, Act::lift, whose_order(whom.role));
}

bool may_settle(const Party& by, const Party& about) {
  return by.id != about.id && may(by.role, Act::settle_report, whose_order(about.role));
}

// clang-format off
bool stopped_by_mute(Act act) {
  switch (act) {
    case Act::say: case Act::write_hall: case Act::write_room: case Act::write_direct: case Act::ask:
    case Act::answer: case Act::announce: case Act::edit: case Act::typing: case Act::emote: case Act::invite:
    case Act::point: case Act::show_view: case Act::raise_hand: case Act::give_floor: case Act::write_poster_text:
    case Act::leave_card: case Act::want_answer: case Act::hide_question: case Act::room_raise_hand: case Act::room_ask:
    case Act::room_want: case Act::room_settle_question: case Act::room_give_floor: case Act::room_show:
    case Act::room_link: case Act::room_ask_for_more: case Act::room_step_in: case Act::propose_breakout: return true;
    // write_help: how to ask for a review
    case Act::enter: case Act::move: case Act::go: case Act::claim_control: case Act::leave: case Act::activity:
    case Act::see_people: case Act::write_help: case Act::remove: case Act::read: case Act::mark_read:
    case Act::set_profile: case Act::save_poster: case Act::read_poster: case Act::room_enter: case Act::room_leave:
    case Act::room_open: case Act::room_close: case Act::answer_invitation: case Act::ping: case Act::block:
    case Act::report: case Act::warn: case Act::mute: case Act::put_out: case Act::ban: case Act::lift:
    case Act::see_reports: case Act::settle_report: case Act::see_measure: case Act::answer_call:
    case Act::tell_when_back: case Act::plan_shifts: case Act::see_coverage: case Act::call_authors:
    case Act::see_figures: case Act::lower_hand: case Act::put_poster: case Act::settle_poster:
    case Act::keep_visited: case Act::see_cards: case Act::freeze_posters: case Act::show_question:
    case Act::change_programme: case Act::keep_programme: case Act::room_lower_hand: case Act::room_mute:
    case Act::room_put_out: case Act::room_seats: case Act::room_cohost: case Act::room_extend:
    case Act::place_proposals: case Act::put_slides: return false;
  }
  return true;
}
// clang-format on

}  // namespace posterhall::domain
