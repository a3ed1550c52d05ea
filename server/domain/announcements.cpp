#include "domain/announcements.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace posterhall::domain {
namespace {

constexpr char kField = '\x1f';

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

/// What stands before the next field's end, taken off `text`; nullopt: there is none.
std::optional<std::string_view> next_field(std::string_view& text) {
  const auto end = text.find(kField);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view field = text.substr(0, end);
  text.remove_prefix(end + 1);
  return field;
}

}  // namespace

std::string to_text(const NewAnnouncement& announcement) {
  return std::to_string(static_cast<unsigned>(announcement.to)) + kField + std::to_string(announcement.room.value) +
         kField + std::to_string(announcement.due) + kField + announcement.text;
}

std::optional<NewAnnouncement> parse_announcement(std::string_view text) {
  const auto to = next_field(text);
  const auto room = next_field(text);
  const auto due = next_field(text);
  NewAnnouncement out;
  unsigned audience = 0;
  if (!to || !room || !due || !read_number(*to, audience) || !read_number(*room, out.room.value) ||
      !read_number(*due, out.due)) {
    return std::nullopt;
  }
  if (audience < static_cast<unsigned>(Audience::everybody) ||
      audience > static_cast<unsigned>(Audience::unattended_authors) || out.due < 0 || text.empty()) {
    return std::nullopt;
  }
  out.to = static_cast<Audience>(audience);
  if ((out.to == Audience::room) != (out.room.value != 0)) return std::nullopt;
  out.text = text;
  return out;
}

bool Announcements::apply(const Event& event) {
  switch (event.kind) {
    case EventKind::announcement_planned: return plan(event);
    case EventKind::announcement_withdrawn: return settle(event, Announcement::State::withdrawn);
    case EventKind::announcement_given: return settle(event, Announcement::State::given);
    default: return false;
  }
}

bool Announcements::plan(const Event& event) {
  auto what = parse_announcement(event.text);
  if (!what) return false;
  Announcement planned;
  planned.number = event.number;
  planned.by = event.author;
  planned.planned_at = event.at;
  planned.what = std::move(*what);
  all_.push_back(std::move(planned));
  if (all_.size() > kMostKeptAnnouncements) {
    const auto settled =
        std::ranges::find_if(all_, [](const Announcement& each) { return each.state != Announcement::State::waiting; });
    if (settled != all_.end()) all_.erase(settled);
  }
  return true;
}

bool Announcements::settle(const Event& event, Announcement::State state) {
  const auto found = std::ranges::find(all_, event.ref, &Announcement::number);
  // The first word counts: what was given is not withdrawn any more.
  if (found == all_.end() || found->state != Announcement::State::waiting) return false;
  found->state = state;
  found->settled_at = event.at;
  if (state == Announcement::State::given) (void)read_number(event.text, found->reached);
  return true;
}

const Announcement* Announcements::find(std::uint32_t number) const {
  const auto found = std::ranges::find(all_, number, &Announcement::number);
  return found == all_.end() ? nullptr : &*found;
}

std::size_t Announcements::waiting() const {
  return static_cast<std::size_t>(std::ranges::count(all_, Announcement::State::waiting, &Announcement::state));
}

std::vector<std::uint32_t> Announcements::due(UnixMs now) const {
  std::vector<std::uint32_t> numbers;
  for (const Announcement& each : all_) {
    if (each.state == Announcement::State::waiting && each.what.due <= now) numbers.push_back(each.number);
  }
  return numbers;
}

}  // namespace posterhall::domain
