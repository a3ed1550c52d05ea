#include "store/postgres_schema.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "store/postgres_sql.hpp"

namespace posterhall::store {
namespace {

constexpr std::chrono::seconds kWithin{60};

/// The first step makes all of what SQLite had at this version.
constexpr std::size_t kBeginsAt = 13;
/// Of those, the step whose triggers PostgreSQL says in its own way (kAuditGuards).
constexpr std::size_t kAuditStep = 2;

constexpr std::string_view kVersion = R"(
create table schema_version (one bigint primary key check (one = 1), version bigint not null);
insert into schema_version (one, version) values (1, 0);
)";

// The numbers of a JSON list with their places, from 0: what json_each() is in SQLite.
constexpr std::string_view kNumberList = R"(
create function number_list (list text) returns table (key bigint, value bigint) language sql immutable as
$$ select place - 1, item::bigint from json_array_elements_text(list::json) with ordinality as items (item, place) $$;
)";

constexpr std::string_view kAuditGuards = R"(
create function audit_only_grows() returns trigger language plpgsql as
$$ begin raise exception 'the audit log only grows'; end $$;
create trigger audit_stays before update on audit for each row execute function audit_only_grows();
create trigger audit_keeps before delete on audit for each row execute function audit_only_grows();
create trigger audit_is_kept before truncate on audit for each statement execute function audit_only_grows();
)";

constexpr std::string_view kPlaces = R"(
create table places (
  person bigint primary key,
  place bigint not null, room bigint not null, at bigint not null, chosen_booth bigint not null
);
)";

// A batch of events of many writers, numbered without gaps in the order of commits. First the channels are locked, in
// one order for everybody; only then, in a statement of its own that sees what was committed before the locks were had,
// are those stored that are not there yet, numbered from the head; then the heads rise. The caller sends an id once a
// batch. The plans are held to look-ups: while a new hall's tables are still empty, reading all of one looks cheap.
constexpr std::string_view kAppend = R"(
alter table channels set (fillfactor = 50);
create function append_events (kinds bigint[], firsts bigint[], seconds bigint[], authors bigint[], ids bytea[],
  event_kinds bigint[], refs bigint[], texts text[], stamp bigint)
returns table (place bigint, number bigint, at bigint, again boolean)
language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  locked bigint[];
begin
  insert into channels (kind, a, b, head)
    select distinct w.kind, w.a, w.b, 0 from unnest(kinds, firsts, seconds) as w (kind, a, b)
    where not exists (select 1 from channels c where c.kind = w.kind and c.a = w.a and c.b = w.b)
    order by 1, 2, 3 on conflict do nothing;
  select array_agg(l.id) into locked from (
    select c.id from channels c
    where c.id in (select k.id from unnest(kinds, firsts, seconds) as w (kind, a, b)
                   join channels k on k.kind = w.kind and k.a = w.a and k.b = w.b)
    order by c.id for no key update) as l;
  return query
    with wanted as materialized (
      select w.place, c.id as channel, c.head, w.author, w.client_id, w.kind, w.ref, w.text
      from unnest(kinds, firsts, seconds, authors, ids, event_kinds, refs, texts) with ordinality
        as w (channel_kind, a, b, author, client_id, kind, ref, text, place)
      join channels c on c.kind = w.channel_kind and c.a = w.a and c.b = w.b),
    stored as materialized (
      select w.place, e.number, e.at from wanted w
      join events e on e.author = w.author and e.client_id = w.client_id),
    fresh as materialized (
      select w.*, w.head + row_number() over (partition by w.channel order by w.place) as number from wanted w
      where w.place not in (select s.place from stored s)),
    put as (
      insert into events (channel, number, author, client_id, at, kind, ref, text)
      select f.channel, f.number, f.author, f.client_id, stamp, f.kind, f.ref, f.text from fresh f)
    select s.place, s.number, s.at, true from stored s
    union all select f.place, f.number, stamp, false from fresh f;
  update channels c set head = t.top
    from (select l.id, (select max(e.number) from events e where e.channel = l.id) as top from unnest(locked) as l (id)) t
    where c.id = t.id and t.top > c.head;
end $$;
)";

std::string first_step(std::span<const std::string_view> steps) {
  std::string sql(kVersion);
  for (std::size_t i = 0; i < std::min(kBeginsAt, steps.size()); ++i) {
    // The guards come after the table, in PostgreSQL's words.
    const auto step = i == kAuditStep ? steps[i].substr(0, steps[i].find("create trigger")) : steps[i];
    sql += postgres_schema(step);
  }
  sql += kAuditGuards;
  sql += kNumberList;
  sql += kAppend;
  sql += kPlaces;
  return sql;
}

void judge_server(Connection& db, const std::string& name) {
  std::string encoding;
  std::int64_t version = 0;
  {
    Query row(db, "select current_setting('server_encoding'), current_setting('server_version_num')::bigint");
    if (row.next()) {
      encoding = row.text(0);
      version = row.int64(1);
    }
  }
  if (db.failed()) throw OpenFailed(name + ": cannot be read: " + db.error_text());
  if (version < 150000) throw OpenFailed(name + ": PostgreSQL 15 or newer is needed");
  if (encoding != "UTF8") {
    throw OpenFailed(name + ": its encoding is " + encoding + "; create it with: createdb --encoding UTF8 " +
                     "--template template0");
  }
}

OpenFailed newer(const std::string& name, int there, int newest) {
  return OpenFailed(name + ": made by a newer Posterhall (its schema is version " + std::to_string(there) +
                    ", this program knows " + std::to_string(newest) + "); start the newer program");
}

/// One transaction from the version that is there to the newest. False: somebody was in the way.
bool bring_up(Postgres& db, std::span<const std::string_view> steps, const std::string& name) {
  const auto newest = static_cast<int>(steps.size());
  db.run("begin; set local lock_timeout = 60000; set local statement_timeout = 60000");
  db.run("select pg_advisory_xact_lock(1347375957, hashtext(current_schema()))");
  auto there = postgres_version(db);
  if (there > newest) throw newer(name, there, newest);
  if (there == 0 && !db.failed()) {
    db.run(first_step(steps));
    there = static_cast<int>(std::min(kBeginsAt, steps.size()));
  }
  for (auto step = static_cast<std::size_t>(there); step < steps.size(); ++step) db.run(postgres_schema(steps[step]));
  db.run("update schema_version set version = " + std::to_string(newest));
  if (!db.failed()) db.run("commit");
  if (!db.failed()) return true;
  const bool again = db.worth_again();
  const std::string why = db.error_text();
  db.clear_error();
  if (db.in_transaction()) db.run("rollback");
  if (!again) throw OpenFailed(name + ": cannot be brought to version " + std::to_string(newest) + ": " + why);
  return false;
}

}  // namespace

int postgres_version(Connection& db) {
  {
    // By the catalogue's rows: to_regclass() may answer from what this connection saw before another made the table.
    Query table(db,
                "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                "where n.nspname = current_schema() and c.relname = 'schema_version'");
    if (!table.next()) return 0;
  }
  Query row(db, "select version from schema_version");
  return row.next() ? static_cast<int>(row.int64(0)) : 0;
}

void migrate_postgres(Postgres& db, std::span<const std::string_view> steps, const std::string& name) {
  constexpr int kTries = 5;
  db.allow(kWithin);
  judge_server(db, name);
  for (int tries = 0; tries < kTries; ++tries) {
    const int there = postgres_version(db);
    if (there > static_cast<int>(steps.size())) throw newer(name, there, static_cast<int>(steps.size()));
    if (there == static_cast<int>(steps.size()) && !db.failed()) return;
    if (db.failed()) throw OpenFailed(name + ": cannot be read: " + db.error_text());
    if (bring_up(db, steps, name)) return;
  }
  throw OpenFailed(name + ": another program is changing it; try again");
}

}  // namespace posterhall::store
