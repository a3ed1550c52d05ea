#include "store/migrations.hpp"

#include <array>
#include <string>

namespace posterhall::store {
namespace {

// Channels by kind and numbers, so that one person's conversations are one index look-up. `head` is the highest number.
// Events keep their client-made id for ever: the unique index makes each count once.
constexpr std::string_view kEvents = R"(
create table channels (
  id integer primary key,
  kind integer not null, a integer not null, b integer not null,
  head integer not null,
  unique (kind, a, b)
);
create index channels_by_second on channels (kind, b);
create table events (
  channel integer not null references channels (id),
  number integer not null,
  author integer not null,
  client_id blob not null,
  at integer not null,
  kind integer not null,
  ref integer not null,
  text text not null,
  primary key (channel, number)
) without rowid;
create unique index events_once on events (author, client_id);
)";

// A poster's key is kept for the event, removed or not: its questions and marks come back with it.
// `catalogues` holds each import whole, so that one can be taken back: `undo_to` is the version that then counts,
// `origin` the import whose content a row has (itself, but for what an undo brought back).
constexpr std::string_view kCatalogue = R"(
create table posters (
  key integer primary key,
  file_id text not null unique,
  live integer not null
);
create table catalogues (
  version integer primary key,
  undo_to integer,
  origin integer not null,
  at integer not null,
  file text not null,
  words text not null,
  document text not null,
  imported_event text not null,
  layout text not null
);
create table setting (
  one integer primary key check (one = 1),
  version integer not null,
  document text not null
);
create table poster_files (
  poster integer not null references posters (key),
  version integer not null,
  imported_in integer,
  at integer not null,
  file_hash text not null, file_type text not null,
  thumbnail_hash text not null, picture_hash text not null,
  width integer not null, height integer not null,
  primary key (poster, version)
) without rowid;
create table conversions (
  file_hash text primary key,
  converter integer not null,
  refused text not null,
  file_type text not null,
  thumbnail_hash text not null, picture_hash text not null,
  width integer not null, height integer not null,
  words text not null
) without rowid;
)";

// Tokens are kept as SHA-256 only. A person outlives their invitation: what they wrote keeps its author.
constexpr std::string_view kPeople = R"(
create table people (
  id integer primary key,
  email text not null unique,
  name text not null, short_name text not null, affiliation text not null,
  role integer not null,
  look blob not null, status text not null, do_not_locate integer not null,
  time_zone text not null,
  entered integer not null, epoch integer not null, marked integer not null
);
create table presents (
  person integer not null references people (id),
  poster integer not null references posters (key),
  primary key (person, poster)
) without rowid;
create index presents_by_poster on presents (poster);
create table invitations (
  id integer primary key,
  person integer not null references people (id),
  token blob not null unique,
  created integer not null, expires integer not null,
  ended integer not null
);
create index invitations_by_person on invitations (person);
create table sessions (
  id integer primary key autoincrement,
  person integer not null references people (id),
  token blob not null unique,
  created integer not null, expires integer not null
);
create index sessions_by_person on sessions (person);
create table tickets (
  token blob primary key,
  session integer not null references sessions (id) on delete cascade,
  origin text not null,
  expires integer not null
) without rowid;
create index tickets_by_session on tickets (session);
create table saves (
  person integer not null references people (id),
  poster integer not null references posters (key),
  primary key (person, poster)
) without rowid;
create index saves_by_poster on saves (poster);
create table read_marks (
  person integer not null references people (id),
  channel integer not null references channels (id),
  number integer not null,
  primary key (person, channel)
) without rowid;
create table poster_reads (
  poster integer not null references posters (key),
  person integer not null references people (id),
  first integer not null, last integer not null, times integer not null,
  primary key (poster, person)
) without rowid;
)";

const std::string& first_version() {
  static const std::string all = std::string(kEvents) + std::string(kCatalogue) + std::string(kPeople);
  return all;
}

// A page of history is shown with the words its entries have now: their edits and removals are found by what they name.
constexpr std::string_view kChangesByEntry = R"(
create index events_changes on events (channel, ref) where kind in (4, 5);
)";

// The log only grows: whoever wants to change a row has to take the guards away first, and is found by the hashes.
constexpr std::string_view kAudit = R"(
create table audit (
  number integer primary key,
  at integer not null,
  actor integer not null, about integer not null,
  kind integer not null,
  channel text not null, entry integer not null, ref integer not null,
  words text not null,
  hash blob not null
);
create trigger audit_stays before update on audit begin select raise(abort, 'the audit log only grows'); end;
create trigger audit_keeps before delete on audit begin select raise(abort, 'the audit log only grows'); end;
)";

// A converted file is known by its content, once for all versions and requests that have it; `panels` is its text as
// JSON. What a person wrote of a poster is in poster_texts: the newest row counts, an empty document takes it back.
constexpr std::string_view kPosterFiles = R"(
alter table poster_files add column name text not null default '';
alter table poster_files add column note text not null default '';
alter table poster_files add column person integer not null default 0;
alter table poster_files add column by_author integer not null default 0;
alter table poster_files add column same_as integer not null default 0;
alter table conversions add column panels text not null default '';
alter table conversions add column bytes integer not null default 0;
alter table conversions add column pages integer not null default 0;
alter table conversions add column smallest_type integer not null default 0;
alter table conversions add column tiles_hash text not null default '';
alter table conversions add column tile_size integer not null default 0;
alter table conversions add column levels integer not null default 0;
alter table conversions add column full_width integer not null default 0;
alter table conversions add column full_height integer not null default 0;
create index poster_files_by_file on poster_files (file_hash);
create table poster_texts (
  poster integer not null references posters (key),
  number integer not null,
  at integer not null,
  person integer not null,
  document text not null,
  words text not null,
  primary key (poster, number)
) without rowid;
create table poster_requests (
  number integer primary key,
  poster integer not null references posters (key),
  file_hash text not null,
  name text not null, note text not null,
  person integer not null, at integer not null,
  settled integer not null, settled_by integer not null, put_up integer not null, words text not null
);
create table poster_freeze (
  one integer primary key check (one = 1),
  at integer not null, set_by integer not null
);
)";

// Each row is told once and is gone then.
constexpr std::string_view kAttend = R"(
create table back_wanted (
  person integer not null references people (id),
  poster integer not null references posters (key),
  at integer not null,
  primary key (person, poster)
) without rowid;
create index back_wanted_by_poster on back_wanted (poster);
)";

// Who asked for a file of theirs to go up is told until they have seen the answer; what was settled before is old news.
constexpr std::string_view kSeenAnswers = R"(
alter table poster_requests add column seen integer not null default 0;
update poster_requests set seen = 1 where settled <> 0;
create index poster_requests_open on poster_requests (settled, seen);
)";

// What authors chose of a session, each choice kept: the newest counts. `document`: store/shift_table.cpp.
constexpr std::string_view kShifts = R"(
create table shift_plans (
  poster integer not null references posters (key),
  session text not null,
  number integer not null,
  at integer not null,
  person integer not null,
  document text not null,
  primary key (poster, session, number)
) without rowid;
)";

// Counts by poster and ten minutes; different visitors by a keyed hash each, whose keys are destroyed at closing. Who
// read what was kept by name before: the counts stay, the names go.
constexpr std::string_view kFigures = R"(
create table figure_steps (
  poster integer not null references posters (key),
  start integer not null,
  visits integer not null, reads integer not null, attended_ms integer not null,
  primary key (poster, start)
) without rowid;
create table figure_stays (
  poster integer not null references posters (key),
  seconds integer not null,
  times integer not null,
  primary key (poster, seconds)
) without rowid;
create table figure_marks (
  poster integer not null references posters (key),
  mark blob not null,
  primary key (poster, mark)
) without rowid;
create table figure_keys (
  poster integer primary key references posters (key),
  key blob not null
);
create table figure_closed (
  one integer primary key check (one = 1),
  at integer not null
);
insert into figure_steps (poster, start, visits, reads, attended_ms)
  select poster, first / 600000 * 600000, 0, sum(times), 0 from poster_reads group by 1, 2;
drop table poster_reads;
)";

// Told to nobody but the person, and to the authors of the poster a card was left at.
constexpr std::string_view kMyThings = R"(
create table visited (
  person integer not null references people (id),
  poster integer not null references posters (key),
  at integer not null,
  primary key (person, poster)
) without rowid;
create table cards (
  person integer not null references people (id),
  poster integer not null references posters (key),
  at integer not null,
  name text not null, affiliation text not null, email text not null, note text not null,
  primary key (person, poster)
) without rowid;
create index cards_by_poster on cards (poster);
)";

// What was said of a question beside words: who wants it answered, what hid it and showed it again.
constexpr std::string_view kQuestions = R"(
create index events_questions on events (channel, ref) where kind in (23, 24, 25, 26, 27);
)";

// What organisers change of the programme while the event runs; session '' = the event's times. The newest counts.
constexpr std::string_view kProgramme = R"(
create table programme_changes (
  session text not null,
  number integer not null,
  at integer not null,
  person integer not null,
  document text not null,
  primary key (session, number)
) without rowid;
)";

// Sessions chosen, by the programme's ids: one that is gone for a while is still chosen when it comes back. A
// calendar's address is a secret of which only the hash is kept.
constexpr std::string_view kMyProgramme = R"(
create table programme_saved (
  person integer not null references people (id),
  session text not null,
  at integer not null,
  primary key (person, session)
) without rowid;
create table calendars (
  person integer primary key references people (id),
  address blob not null unique,
  created integer not null
);
)";

// Proposals for breakouts; a placed one names its session in programme_changes. `mark` rises over all of them.
constexpr std::string_view kProposals = R"(
create table proposals (
  id integer primary key,
  person integer not null references people (id),
  poster integer not null references posters (key),
  kind integer not null,
  title text not null, summary text not null, wanted text not null,
  state integer not null,
  session text not null, room integer not null, starts integer not null, ends integer not null,
  word text not null,
  at integer not null, settled integer not null, settled_by integer not null, seen integer not null,
  change integer not null, mark integer not null
);
create index proposals_by_person on proposals (person);
)";

// Slides of breakouts. Those that were replaced stay for a while, for a room may show them; of those taken away the row
// stays, for what is told of a breakout afterwards, and no page.
constexpr std::string_view kDecks = R"(
create table decks (
  id integer primary key,
  session text not null,
  name text not null,
  pages integer not null,
  list_hash text not null,
  person integer not null,
  at integer not null,
  gone integer not null
);
create index decks_by_session on decks (session);
create table deck_pages (
  deck integer not null references decks (id),
  page integer not null,
  picture_hash text not null,
  primary key (deck, page)
);
)";

// Numbers of shards on lease, and the hall's own name: the processes that share this store know each other by it.
// `folder` and `version`: what those that hold numbers have in common.
// `until` is in seconds of the database's clock.
constexpr std::string_view kShardLeases = R"(
create table shard_leases (
  shard integer primary key,
  holder text not null,
  until integer not null
);
create table hall_name (
  one integer primary key check (one = 1),
  name text not null,
  folder text not null,
  version integer not null
);
)";

constexpr std::string_view kPlaces = R"(
create table places (
  person integer primary key,
  place integer not null, room integer not null, at integer not null, chosen_booth integer not null
);
)";

}  // namespace

std::span<const std::string_view> main_migrations() {
  static const std::array<std::string_view, 15> steps{
      first_version(), kChangesByEntry, kAudit,     kPosterFiles, kAttend,    kSeenAnswers, kShifts,     kFigures,
      kMyThings,       kQuestions,      kProgramme, kMyProgramme, kProposals, kDecks,       kShardLeases};
  return steps;
}

std::span<const std::string_view> places_migrations() {
  static const std::array<std::string_view, 1> steps{kPlaces};
  return steps;
}

int schema_version(Connection& db) {
  Query query(db, "pragma user_version");
  return query.next() ? static_cast<int>(query.int64(0)) : 0;
}

void migrate(Connection& db, std::span<const std::string_view> steps, const std::filesystem::path& file) {
  const auto newest = static_cast<int>(steps.size());
  for (;;) {
    const int there = schema_version(db);
    if (there > newest) {
      throw OpenFailed(file.string() + ": made by a newer Posterhall (its schema is version " + std::to_string(there) +
                       ", this program knows " + std::to_string(newest) + "); start the newer program");
    }
    if (there == newest && !db.failed()) return;
    Transaction transaction(db);
    // Two programs may open a new directory at once: look again, now that it is ours alone.
    if (schema_version(db) != there) continue;
    if (!db.failed()) {
      db.run(steps[static_cast<std::size_t>(there)]);
      db.run("pragma user_version=" + std::to_string(there + 1));
    }
    if (!transaction.commit()) {
      throw OpenFailed(file.string() + ": cannot be brought to version " + std::to_string(there + 1) + ": " +
                       db.error_text());
    }
  }
}

}  // namespace posterhall::store
