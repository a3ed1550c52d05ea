#include "store/audit_table.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "crypto/crypto.hpp"
#include "domain/order_text.hpp"
#include "domain/question.hpp"
#include "store/event_table.hpp"
#include "store/people_table.hpp"

namespace posterhall::store {
namespace {

using domain::ChannelKind;
using domain::EventKind;

/// Whom an entry is about, and what is to be kept of it. No row: nothing happened that is audited.
struct Subject {
  bool audited = false;
  PersonId actor;
  PersonId about;
  std::string words;
};

struct Row {
  std::int64_t number = 0;
  UnixMs at = 0;
  std::uint32_t actor = 0, about = 0, kind = 0;
  std::string channel;
  std::uint32_t entry = 0, ref = 0;
  std::string words;
};

void put(std::string& out, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xffU);
}

void put(std::string& out, const std::string& words) {
  put(out, words.size());
  out += words;
}

crypto::Digest hash_of(const crypto::Digest& before, const Row& row) {
  std::string bytes(reinterpret_cast<const char*>(before.data()), before.size());
  put(bytes, static_cast<std::uint64_t>(row.number));
  put(bytes, static_cast<std::uint64_t>(row.at));
  put(bytes, std::uint64_t{row.actor} << 32 | row.about);
  put(bytes, std::uint64_t{row.kind});
  put(bytes, row.channel);
  put(bytes, std::uint64_t{row.entry} << 32 | row.ref);
  put(bytes, row.words);
  return crypto::sha256(bytes);
}

std::string role_of(Connection& db, PersonId person) {
  Query query(db, "select role from people where id = ?1");
  if (!query.bind(person).next()) return {};
  return std::string(domain::word_of(static_cast<domain::Role>(query.u32(0))));
}

PersonId author_of(Connection& db, const domain::Channel& channel, std::uint32_t number) {
  const auto row = channel_row(db, channel);
  if (!row) return {};
  Query query(db, "select author from events where channel = ?1 and number = ?2");
  query.bind(*row).bind(number);
  return query.next() ? PersonId{query.u32(0)} : PersonId{};
}

Subject subject_of(Connection& db, const domain::NewEvent& event) {
  if (event.channel.kind == ChannelKind::order) {
    Subject subject{true, event.author, {}, event.text};
    if (event.kind == EventKind::measure) {
      if (const auto measure = domain::parse_measure(event.text)) subject.about = measure->person;
    }
    if (event.kind == EventKind::report) {
      if (const auto report = domain::parse_report(event.text)) subject.about = report->about;
    }
    return subject;
  }
  if (event.kind == EventKind::poster_put_up || event.kind == EventKind::poster_settled) {
    return {true, event.author, {}, event.text};
  }
  if (event.kind == EventKind::person_changed && event.text != people_words::kProfile &&
      !event.text.starts_with(people_words::kEnded)) {
    return {true, {}, event.author, event.text + ", as " + role_of(db, event.author)};
  }
  if (domain::changes_showing(event.kind)) {
    return {true, event.author, author_of(db, event.channel, event.ref), event.text};
  }
  if (event.kind == EventKind::remove) {
    const PersonId writer = author_of(db, event.channel, event.ref);
    if (writer && writer != event.author) return {true, event.author, writer, {}};
  }
  return {};
}

Row row_of(const Query& query) {
  Row row;
  row.number = query.int64(0);
  row.at = query.int64(1);
  row.actor = query.u32(2);
  row.about = query.u32(3);
  row.kind = query.u32(4);
  row.channel = query.text(5);
  row.entry = query.u32(6);
  row.ref = query.u32(7);
  row.words = query.text(8);
  return row;
}

bool same(std::span<const std::uint8_t> stored, const crypto::Digest& wanted) {
  return std::equal(stored.begin(), stored.end(), wanted.begin(), wanted.end());
}

/// The event this row was written with is as it was then.
bool fits_event(Connection& db, const Row& row) {
  const auto channel = domain::parse_channel(row.channel);
  const auto number = channel ? channel_row(db, *channel) : std::nullopt;
  if (!number) return false;
  Query query(db, "select author, at, kind, ref, text from events where channel = ?1 and number = ?2");
  query.bind(*number).bind(row.entry);
  if (!query.next()) return false;
  if (query.int64(1) != row.at || query.u32(2) != row.kind || query.u32(3) != row.ref) return false;
  const bool people = channel->kind == ChannelKind::people;
  if (query.u32(0) != (people ? row.about : row.actor)) return false;
  const std::string text = query.text(4);
  return people ? row.words.starts_with(text + ", as ") : text == row.words;
}

/// Every entry of "order" has a row: the first that has none.
std::optional<std::uint32_t> entry_without_row(Connection& db) {
  const auto channel = channel_row(db, domain::Channel::order());
  if (!channel) return std::nullopt;
  Query query(db,
              "select number from events where channel = ?1 and number not in "
              "(select entry from audit where channel = 'order') order by number limit 1");
  query.bind(*channel);
  return query.next() ? std::optional(query.u32(0)) : std::nullopt;
}

}  // namespace

bool may_be_audited(const domain::NewEvent& event) {
  return event.channel.kind == ChannelKind::order || event.kind == EventKind::poster_put_up ||
         event.kind == EventKind::poster_settled || event.kind == EventKind::person_changed ||
         domain::changes_showing(event.kind) || event.kind == EventKind::remove;
}

void audit_event(Connection& db, const domain::NewEvent& event, std::uint32_t number, UnixMs now) {
  const Subject subject = subject_of(db, event);
  if (!subject.audited) return;
  Row row;
  crypto::Digest before{};
  {
    Query last(db, "select number, hash from audit order by number desc limit 1");
    if (last.next()) {
      row.number = last.int64(0);
      const auto hash = last.blob(1);
      std::copy_n(hash.begin(), std::min(hash.size(), before.size()), before.begin());
    }
  }
  ++row.number;
  row.at = now;
  row.actor = subject.actor.value;
  row.about = subject.about.value;
  row.kind = static_cast<std::uint32_t>(event.kind);
  row.channel = domain::to_text(event.channel);
  row.entry = number;
  row.ref = event.ref;
  row.words = subject.words;
  const crypto::Digest hash = hash_of(before, row);
  Query insert(db,
               "insert into audit (number, at, actor, about, kind, channel, entry, ref, words, hash) "
               "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  insert.bind(row.number).bind(row.at).bind(row.actor).bind(row.about).bind(row.kind).bind(row.channel);
  insert.bind(row.entry).bind(row.ref).bind(row.words).bind(std::span<const std::uint8_t>(hash)).run();
}

AuditCheck check_audit(Connection& db) {
  AuditCheck check;
  crypto::Digest before{};
  Query rows(db, "select number, at, actor, about, kind, channel, entry, ref, words, hash from audit order by number");
  while (rows.next()) {
    const Row row = row_of(rows);
    const auto number = static_cast<std::uint64_t>(row.number);
    const crypto::Digest wanted = hash_of(before, row);
    if (number != check.entries + 1) {
      check.wrong = check.entries + 1;
      check.why = "it is missing";
    } else if (!same(rows.blob(9), wanted)) {
      check.wrong = number;
      check.why = "it, or the hash before it, is not as it was written";
    } else if (!fits_event(db, row)) {
      check.wrong = number;
      check.why =
          "the entry " + std::to_string(row.entry) + " of \"" + row.channel + "\" it was written with is another";
    }
    if (check.wrong != 0) return check;
    ++check.entries;
    before = wanted;
  }
  if (const auto bare = entry_without_row(db)) {
    check.wrong = check.entries + 1;
    check.why = "it is missing: the entry " + std::to_string(*bare) + " of \"order\" has no row";
  }
  return check;
}

}  // namespace posterhall::store
