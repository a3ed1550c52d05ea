#include "store/event_table.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "crypto/crypto.hpp"
#include "domain/question.hpp"
#include "domain/settled_words.hpp"
#include "store/audit_table.hpp"

namespace posterhall::store {
namespace {

domain::Event event_of_row(const domain::Channel& channel, const Query& row) {
  domain::Event event;
  event.channel = channel;
  event.number = row.u32(0);
  event.author = PersonId{row.u32(1)};
  const auto id = row.blob(2);
  std::copy_n(id.begin(), std::min(id.size(), event.client_id.size()), event.client_id.begin());
  event.at = row.int64(3);
  event.kind = static_cast<domain::EventKind>(row.u32(4));
  event.ref = row.u32(5);
  event.text = row.text(6);
  return event;
}

using Numbers = std::set<std::uint32_t>;

/// `select`: of channel ?1, by the numbers in ?2.
void read_by_numbers(Connection& db, std::string_view select, std::int64_t row, const domain::Channel& channel,
                     const Numbers& numbers, std::vector<domain::Event>& out) {
  if (numbers.empty()) return;
  std::string list = "[";
  for (const auto number : numbers) list += (list.size() > 1 ? "," : "") + std::to_string(number);
  list += ']';
  Query query(db, select);
  query.bind(row).bind(list);
  while (query.next()) out.push_back(event_of_row(channel, query));
}

constexpr std::string_view kChanges =
    "select number, author, client_id, at, kind, ref, text from events indexed by events_changes "
    "where channel = ?1 and kind in (4, 5) and ref in (select value from json_each(?2)) order by number";
constexpr std::string_view kAnswers =
    "select number, author, client_id, at, kind, ref, text from events "
    "where channel = ?1 and number in (select value from json_each(?2)) and +kind in (3, 22) order by number";
constexpr std::string_view kShowing =
    "select number, author, client_id, at, kind, ref, text from events indexed by events_questions "
    "where channel = ?1 and kind in (23, 24, 25, 26, 27) and +kind >= 25 "
    "and ref in (select value from json_each(?2)) order by number";
/// All that was said of a question beside words.
constexpr std::string_view kTold =
    "select number, author, client_id, at, kind, ref, text from events indexed by events_questions "
    "where channel = ?1 and kind in (23, 24, 25, 26, 27) and ref in (select value from json_each(?2)) order by number";

/// The answers edited here that are elsewhere, and what hid or showed again the questions these entries belong to.
void read_showing(Connection& db, std::int64_t row, const domain::Channel& channel,
                  const std::vector<domain::Event>& events, std::vector<domain::Event>& out) {
  Numbers edited, questions;
  for (const auto& event : events) {
    if (domain::is_answer(event.kind)) {
      questions.insert(event.ref);
    } else {
      questions.insert(domain::words_of(event));
    }
    if (event.kind == domain::EventKind::edit && event.ref < events.front().number) edited.insert(event.ref);
  }
  read_by_numbers(db, kAnswers, row, channel, edited, out);
  for (const auto& answer : out) questions.insert(answer.ref);
  read_by_numbers(db, kShowing, row, channel, questions, out);
}

/// The edits and removals, wherever they are, of what these entries are about; at a poster also what hides it.
std::vector<domain::Event> read_changes(Connection& db, std::int64_t row, const domain::Channel& channel,
                                        const std::vector<domain::Event>& events) {
  std::vector<domain::Event> changes;
  if (channel.kind == domain::ChannelKind::poster) read_showing(db, row, channel, events, changes);
  Numbers words;
  for (const auto& event : events) words.insert(domain::words_of(event));
  read_by_numbers(db, kChanges, row, channel, words, changes);
  return changes;
}

constexpr std::string_view kHeadsInSqlite =
    "select wanted.key, channels.head from json_each(?1) as wanted cross join channels "
    "on kind = json_extract(wanted.value, '$[0]') and a = json_extract(wanted.value, '$[1]') "
    "and b = json_extract(wanted.value, '$[2]')";
constexpr std::string_view kHeadsInPostgres =
    "select wanted.place - 1, channels.head from json_array_elements(?1::json) with ordinality as wanted (value, "
    "place) "
    "join channels on kind = (wanted.value ->> 0)::bigint and a = (wanted.value ->> 1)::bigint "
    "and b = (wanted.value ->> 2)::bigint";

std::optional<hall::Appended> stored_before(Connection& db, const domain::NewEvent& event) {
  Query query(db, "select number, at from events where author = ?1 and client_id = ?2");
  query.bind(event.author).bind(std::span<const std::uint8_t>(event.client_id));
  if (!query.next()) return std::nullopt;
  return hall::Appended{query.u32(0), query.int64(1), true};
}

}  // namespace

hall::Appended append_event(Connection& db, const domain::NewEvent& event, UnixMs now) {
  if (const auto before = stored_before(db, event)) return *before;
  std::int64_t channel = 0;
  std::uint32_t number = 0;
  {
    Query raise(db,
                "insert into channels (kind, a, b, head) values (?1, ?2, ?3, 1) "
                "on conflict (kind, a, b) do update set head = channels.head + 1 returning id, head");
    raise.bind(static_cast<int>(event.channel.kind)).bind(event.channel.a).bind(event.channel.b);
    while (raise.next()) {
      channel = raise.int64(0);
      number = raise.u32(1);
    }
  }
  Query insert(db,
               "insert into events (channel, number, author, client_id, at, kind, ref, text) "
               "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  insert.bind(channel).bind(number).bind(event.author).bind(std::span<const std::uint8_t>(event.client_id));
  insert.bind(now).bind(static_cast<int>(event.kind)).bind(event.ref).bind(event.text).run();
  audit_event(db, event, number, now);
  return {number, now, false};
}

std::optional<std::int64_t> channel_row(Connection& db, const domain::Channel& channel) {
  Query query(db, "select id from channels where kind = ?1 and a = ?2 and b = ?3");
  query.bind(static_cast<int>(channel.kind)).bind(channel.a).bind(channel.b);
  if (!query.next()) return std::nullopt;
  return query.int64(0);
}

std::vector<domain::Event> read_events(Connection& db, const domain::Channel& channel, std::uint32_t after,
                                       std::uint32_t before, std::uint32_t limit) {
  std::vector<domain::Event> events;
  const auto row = channel_row(db, channel);
  if (!row) return events;
  Query query(db,
              "select number, author, client_id, at, kind, ref, text from events "
              "where channel = ?1 and number > ?2 and number < ?3 order by number desc limit ?4");
  query.bind(*row).bind(after).bind(before == 0 ? std::int64_t{1} << 40 : std::int64_t{before}).bind(limit);
  while (query.next()) events.push_back(event_of_row(channel, query));
  std::reverse(events.begin(), events.end());
  return events;
}

std::vector<domain::Event> read_settled_events(Connection& db, const domain::Channel& channel, std::uint32_t after,
                                               std::uint32_t before, std::uint32_t limit) {
  std::vector<domain::Event> events = read_events(db, channel, after, before, limit);
  const auto row = channel_row(db, channel);
  if (!events.empty() && row) domain::settle_words(events, read_changes(db, *row, channel, events));
  return events;
}

std::optional<domain::QuestionState> read_question(Connection& db, const domain::Channel& channel, std::uint32_t number,
                                                   PersonId person) {
  const auto row = channel_row(db, channel);
  auto events = number == 0 ? std::vector<domain::Event>{} : read_events(db, channel, number - 1, number + 1, 1);
  if (events.empty() || !row) return std::nullopt;
  read_by_numbers(db, kChanges, *row, channel, {number}, events);
  read_by_numbers(db, kTold, *row, channel, {number}, events);
  return domain::settle_question(events, person);
}

std::uint32_t read_head(Connection& db, const domain::Channel& channel) {
  Query query(db, "select head from channels where kind = ?1 and a = ?2 and b = ?3");
  query.bind(static_cast<int>(channel.kind)).bind(channel.a).bind(channel.b);
  return query.next() ? query.u32(0) : 0;
}

std::vector<domain::Head> read_heads(Connection& db, const std::vector<domain::Channel>& channels) {
  // One statement whatever the number asked: the channels come in as one JSON list of triples.
  std::string list = "[";
  for (const auto& channel : channels) {
    if (list.size() > 1) list += ',';
    list += '[' + std::to_string(static_cast<int>(channel.kind)) + ',' + std::to_string(channel.a) + ',' +
            std::to_string(channel.b) + ']';
  }
  list += ']';
  std::vector<domain::Head> heads;
  heads.reserve(channels.size());
  for (const auto& channel : channels) heads.push_back({channel, 0});
  Query query(db, db.dialect() == Dialect::postgres ? kHeadsInPostgres : kHeadsInSqlite);
  query.bind(list);
  while (query.next()) heads[static_cast<std::size_t>(query.int64(0))].number = query.u32(1);
  return heads;
}

std::uint32_t append_notice(Connection& db, const domain::Channel& channel, domain::EventKind kind, PersonId about,
                            const std::string& words, UnixMs now, std::uint32_t ref) {
  domain::NewEvent event{channel, {}, about, kind, ref, words};
  crypto::random_bytes(event.client_id);
  return append_event(db, event, now).number;
}

}  // namespace posterhall::store
