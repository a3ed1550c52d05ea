#include "store/catalogue_document.hpp"

#include <boost/json.hpp>

namespace posterhall::store {
namespace {

namespace json = boost::json;

json::array list_of(const std::vector<std::string>& texts) {
  json::array list;
  list.reserve(texts.size());
  for (const auto& text : texts) list.emplace_back(text);
  return list;
}

// Reading: a missing member is an empty one, so that a document of an earlier version stays readable.
std::string text_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

std::uint32_t u32_at(const json::object& object, std::string_view key) {
  return static_cast<std::uint32_t>(number_at(object, key));
}

const json::array& array_at(const json::object& object, std::string_view key) {
  static const json::array none;
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_array() ? value->get_array() : none;
}

std::vector<std::string> texts_at(const json::object& object, std::string_view key) {
  std::vector<std::string> texts;
  for (const auto& value : array_at(object, key)) {
    if (value.is_string()) texts.emplace_back(value.get_string());
  }
  return texts;
}

std::optional<json::object> parse_object(const std::string& text) {
  boost::system::error_code error;
  auto value = json::parse(text, error);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

json::object to_json(const domain::Poster& poster) {
  json::array own_hours;
  for (const auto& span : poster.own_hours) own_hours.push_back(json::array{span.start, span.end});
  return {{"key", poster.key.value},
          {"id", poster.id},
          {"title", poster.title},
          {"authors", list_of(poster.authors)},
          {"summary", poster.summary},
          {"category", poster.category},
          {"link", poster.link},
          {"image_url", poster.image_url},
          {"file_booth", poster.file_booth},
          {"keywords", list_of(poster.keywords)},
          {"shift_ids", list_of(poster.shift_ids)},
          {"own_hours", std::move(own_hours)},
          {"topic", poster.topic}};
}

domain::Poster poster_of(const json::object& object) {
  domain::Poster poster;
  poster.key = PosterKey{u32_at(object, "key")};
  poster.id = text_at(object, "id");
  poster.title = text_at(object, "title");
  poster.authors = texts_at(object, "authors");
  poster.summary = text_at(object, "summary");
  poster.category = text_at(object, "category");
  poster.link = text_at(object, "link");
  poster.image_url = text_at(object, "image_url");
  poster.file_booth = text_at(object, "file_booth");
  poster.keywords = texts_at(object, "keywords");
  poster.shift_ids = texts_at(object, "shift_ids");
  for (const auto& span : array_at(object, "own_hours")) {
    if (!span.is_array() || span.get_array().size() != 2) continue;
    const auto& pair = span.get_array();
    poster.own_hours.push_back({pair[0].to_number<std::int64_t>(), pair[1].to_number<std::int64_t>()});
  }
  poster.topic = u32_at(object, "topic");
  return poster;
}

json::object to_json(const domain::Session& session) {
  return {{"id", session.id},
          {"title", session.title},
          {"kind", static_cast<std::int64_t>(session.kind)},
          {"audience", session.audience},
          {"place", session.place},
          {"room", session.room.value},
          {"people", list_of(session.people)},
          {"host_emails", list_of(session.host_emails)},
          {"summary", session.summary},
          {"day", session.day},
          {"start", session.span.start},
          {"end", session.span.end},
          {"sponsor", session.sponsor},
          {"stream", session.stream},
          {"stream_public", session.stream_public},
          {"recording", session.recording}};
}

domain::Session session_of(const json::object& object) {
  domain::Session session;
  session.id = text_at(object, "id");
  session.title = text_at(object, "title");
  session.kind = static_cast<domain::SessionKind>(number_at(object, "kind"));
  session.audience = text_at(object, "audience");
  session.place = text_at(object, "place");
  session.room = RoomId{u32_at(object, "room")};
  session.people = texts_at(object, "people");
  session.host_emails = texts_at(object, "host_emails");
  session.summary = text_at(object, "summary");
  session.day = text_at(object, "day");
  session.span = {number_at(object, "start"), number_at(object, "end")};
  session.sponsor = text_at(object, "sponsor");
  session.stream = text_at(object, "stream");
  const auto* open = object.if_contains("stream_public");
  session.stream_public = open != nullptr && open->is_bool() && open->get_bool();
  session.recording = text_at(object, "recording");
  return session;
}

json::object to_json(const domain::EventTimes& times) {
  return {{"doors", times.doors}, {"closes", times.closes}, {"readable_until", times.readable_until}};
}

domain::EventTimes times_of(const json::object& object) {
  return {number_at(object, "doors"), number_at(object, "closes"), number_at(object, "readable_until")};
}

json::object to_json(const domain::EventInfo& event) {
  return {{"name", event.name},           {"edition", event.edition},       {"time_zone", event.time_zone},
          {"days", list_of(event.days)},  {"contact", event.contact},       {"code_of_conduct", event.code_of_conduct},
          {"privacy", event.privacy},     {"public_url", event.public_url}, {"posters_public", event.posters_public},
          {"times", to_json(event.times)}};
}

domain::EventInfo event_of(const json::object& object) {
  domain::EventInfo event;
  event.name = text_at(object, "name");
  event.edition = text_at(object, "edition");
  event.time_zone = text_at(object, "time_zone");
  event.days = texts_at(object, "days");
  event.contact = text_at(object, "contact");
  event.code_of_conduct = text_at(object, "code_of_conduct");
  event.privacy = text_at(object, "privacy");
  event.public_url = text_at(object, "public_url");
  const auto* open = object.if_contains("posters_public");
  event.posters_public = open == nullptr || !open->is_bool() || open->get_bool();
  const auto* times = object.if_contains("times");
  if (times != nullptr && times->is_object()) event.times = times_of(times->get_object());
  return event;
}

}  // namespace

std::string to_document(const std::vector<domain::Poster>& posters, const std::vector<domain::Topic>& topics) {
  json::array poster_list;
  poster_list.reserve(posters.size());
  for (const auto& poster : posters) poster_list.push_back(to_json(poster));
  json::array topic_list;
  for (const auto& topic : topics) {
    topic_list.push_back(json::object{{"name", topic.name}, {"categories", list_of(topic.categories)}});
  }
  return json::serialize(json::object{{"posters", std::move(poster_list)}, {"topics", std::move(topic_list)}});
}

std::optional<PosterDocument> parse_poster_document(const std::string& text) {
  const auto object = parse_object(text);
  if (!object) return std::nullopt;
  PosterDocument document;
  for (const auto& value : array_at(*object, "posters")) {
    if (value.is_object()) document.posters.push_back(poster_of(value.get_object()));
  }
  for (const auto& value : array_at(*object, "topics")) {
    if (!value.is_object()) continue;
    document.topics.push_back({text_at(value.get_object(), "name"), texts_at(value.get_object(), "categories")});
  }
  return document;
}

std::string to_document(const EventSetting& setting) {
  json::array sessions;
  for (const auto& session : setting.sessions) sessions.push_back(to_json(session));
  json::array rooms;
  for (const auto& room : setting.rooms) {
    rooms.push_back(json::object{{"id", room.id.value}, {"name", room.name}, {"capacity", room.capacity}});
  }
  json::array slots;
  for (const auto& slot : setting.slots) {
    slots.push_back(json::object{{"start", slot.span.start}, {"end", slot.span.end}, {"day", slot.day}});
  }
  return json::serialize(json::object{{"event", to_json(setting.event)},
                                      {"sessions", std::move(sessions)},
                                      {"rooms", std::move(rooms)},
                                      {"slots", std::move(slots)}});
}

std::optional<EventSetting> parse_setting_document(const std::string& text) {
  const auto object = parse_object(text);
  if (!object) return std::nullopt;
  EventSetting setting;
  if (const auto* event = object->if_contains("event"); event != nullptr && event->is_object()) {
    setting.event = event_of(event->get_object());
  }
  for (const auto& value : array_at(*object, "sessions")) {
    if (value.is_object()) setting.sessions.push_back(session_of(value.get_object()));
  }
  for (const auto& value : array_at(*object, "rooms")) {
    if (!value.is_object()) continue;
    const auto& room = value.get_object();
    setting.rooms.push_back({RoomId{u32_at(room, "id")}, text_at(room, "name"), u32_at(room, "capacity")});
  }
  for (const auto& value : array_at(*object, "slots")) {
    if (!value.is_object()) continue;
    const auto& slot = value.get_object();
    setting.slots.push_back({{number_at(slot, "start"), number_at(slot, "end")}, text_at(slot, "day")});
  }
  return setting;
}

std::string to_document(const domain::Session& session) { return json::serialize(to_json(session)); }

std::optional<domain::Session> parse_session_document(const std::string& text) {
  const auto object = parse_object(text);
  return object ? std::optional(session_of(*object)) : std::nullopt;
}

std::string to_document(const domain::EventTimes& times) { return json::serialize(to_json(times)); }

std::optional<domain::EventTimes> parse_times_document(const std::string& text) {
  const auto object = parse_object(text);
  return object ? std::optional(times_of(*object)) : std::nullopt;
}

}  // namespace posterhall::store
