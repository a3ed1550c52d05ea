#include "tools/frab_schedule.hpp"

#include <algorithm>
#include <charconv>

#include "crypto/crypto.hpp"
#include "text/text.hpp"
#include "tools/import/programme.hpp"
#include "tools/session_words.hpp"
#include "tools/toml_reader.hpp"

namespace posterhall::tools {
namespace {

constexpr std::int64_t kDay = 86'400;

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock(std::int64_t seconds) {
  auto text = two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60);
  if (seconds % 60 != 0) text += ":" + two_digits(seconds % 60);
  return text;
}

std::string slug_of(const std::string& text) {
  std::string slug;
  for (const auto& word : text::words(text)) slug += (slug.empty() ? "" : "-") + word;
  return text::shorten(slug, 60);
}

std::string number_of(const std::string& guid) {
  std::uint32_t number = 0;
  std::from_chars(guid.data(), guid.data() + 7, number, 16);
  return std::to_string(number + 1);
}

}  // namespace

FrabSchedule::FrabSchedule(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone)
    : catalogue_(catalogue), zone_(zone), acronym_(slug_of(catalogue.event.name + " " + catalogue.event.edition)) {
  for (const auto& date : catalogue.event.days) (void)day(date);
  for (const auto& session : catalogue.sessions) add(session);
  std::ranges::sort(days_, {}, &FrabDay::date);
}

FrabDay& FrabSchedule::day(const std::string& date) {
  const auto found = std::ranges::find(days_, date, &FrabDay::date);
  if (found != days_.end()) return *found;
  const auto at = parse_day(date).value_or(0) * kDay;
  days_.push_back({date, moment(unix_of(at)), moment(unix_of(at + kDay - 60)), {}});
  return days_.back();
}

void FrabSchedule::add(const domain::Session& session) {
  auto entry = entry_of(session);
  auto& rooms = day(session.day).rooms;
  auto room = std::ranges::find_if(rooms, [&](const auto& one) { return one.first == entry.room; });
  if (room == rooms.end()) room = rooms.insert(rooms.end(), {entry.room, {}});
  room->second.push_back(std::move(entry));
}

FrabEntry FrabSchedule::entry_of(const domain::Session& session) {
  FrabEntry entry;
  entry.guid = guid_of("session\n" + session.id);
  entry.id = number_of(entry.guid);
  entry.code = session.id;
  entry.room = room_of(session);
  entry.title = session.title;
  entry.subtitle = session.audience;
  entry.type = word_of(session.kind);
  take_hours(entry, session);
  entry.abstract = session.summary;
  entry.slug = acronym_ + "-" + entry.id + "-" + slug_of(session.title);
  if (!session.sponsor.empty()) entry.description = std::string(frab_sponsor) + session.sponsor;
  for (const auto& name : session.people) {
    const auto number = persons_.emplace(name, persons_.size() + 1).first->second;
    entry.persons.emplace_back(std::to_string(number), name);
  }
  if (!session.stream.empty()) {
    entry.links.push_back({std::string(session.stream_public ? frab_public_stream : frab_stream), session.stream});
  }
  if (!session.recording.empty()) entry.links.push_back({std::string(frab_recording), session.recording});
  return entry;
}

/// A session that stands by its day begins at midnight and lasts no time.
void FrabSchedule::take_hours(FrabEntry& entry, const domain::Session& session) const {
  const bool by_day = session.span.end == 0;
  const auto start = by_day ? unix_of(parse_day(session.day).value_or(0) * kDay) : session.span.start;
  const auto end = by_day ? start : session.span.end;
  entry.date = moment(start);
  entry.end = moment(end);
  entry.start = entry.date.substr(11, 5);
  entry.duration = clock((end - start) / 1000);
}

std::string FrabSchedule::room_of(const domain::Session& session) const {
  const auto room = std::ranges::find(catalogue_.rooms, session.room, &domain::RoomDef::id);
  if (session.room && room != catalogue_.rooms.end()) return room->name;
  return session.place.empty() ? std::string(frab_no_room) : session.place;
}

std::string FrabSchedule::guid_of(const std::string& name) const {
  const auto& days = catalogue_.event.days;
  auto hex = crypto::sha256_hex("posterhall\n" + catalogue_.event.name + '\n' + catalogue_.event.edition + '\n' +
                                (days.empty() ? "" : days.front()) + '\n' + name);
  hex.resize(32);
  hex[12] = '8';
  hex[16] = 'a';
  for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, "-");
  return hex;
}

std::string FrabSchedule::moment(UnixMs at) const {
  const auto offset = zone_ ? zone_->offset_at(at) : 0;
  const auto local = at / 1000 + offset;
  const auto day = local >= 0 ? local / kDay : (local - kDay + 1) / kDay;
  const auto second = local - day * kDay;
  const auto minutes = (offset < 0 ? -offset : offset) / 60;
  return day_text(day) + "T" + clock(second / 60 * 60) + ":" + two_digits(second % 60) + (offset < 0 ? "-" : "+") +
         two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

}  // namespace posterhall::tools
