#include "store/lease_table.hpp"

namespace posterhall::store {
namespace {

/// Whole seconds by the database's clock, the one clock that all holders share: rounded down, as SQLite's are. A cast
/// alone rounds to the nearest, and would tell a second that has not come.
std::int64_t database_time(Connection& db) {
  Query query(db, db.dialect() == Dialect::postgres ? "select floor(extract(epoch from clock_timestamp()))::bigint"
                                                    : "select cast(strftime('%s', 'now') as integer)");
  return query.next() ? query.int64(0) : 0;
}

/// Made of the first holder's randomness.
std::string name_of_hall(Connection& db, const std::string& holder) {
  constexpr std::size_t kNameLength = 12;
  Query name(db,
             "insert into hall_name (one, name, folder, version) values (1, ?1, '', 0) on conflict (one) do nothing");
  name.bind(holder.substr(0, kNameLength)).run();
  Query query(db, "select name from hall_name where one = 1");
  return query.next() ? query.text(0) : std::string();
}

/// Who is alone says what counts from now on.
hall::CommonGround common_ground(Connection& db, std::int64_t now, const hall::CommonGround& ours) {
  Query others(db, "select count(*) from shard_leases where until > ?1");
  others.bind(now);
  const bool alone = !others.next() || others.int64(0) == 0;
  if (alone) {
    Query ground(db, "update hall_name set folder = ?1, version = ?2 where one = 1");
    ground.bind(ours.folder).bind(ours.version).run();
    return ours;
  }
  Query query(db, "select folder, version from hall_name where one = 1");
  return query.next() ? hall::CommonGround{query.text(0), query.u32(1)} : ours;
}

/// The next number that is nobody's; kNoShard when all are taken.
hall::ShardNumber free_number(Connection& db, std::int64_t now) {
  Query unused(db, "select coalesce(max(shard) + 1, 0) from shard_leases");
  if (unused.next() && unused.u32(0) < hall::kShardNumbers) return unused.u32(0);
  Query over(db, "select shard from shard_leases where until <= ?1 order by until, shard limit 1");
  over.bind(now);
  return over.next() ? over.u32(0) : hall::kNoShard;
}

}  // namespace

hall::LeasedShards lease_shards(Connection& db, const std::string& holder, std::uint32_t count,
                                const hall::CommonGround& ours) {
  hall::LeasedShards leased;
  leased.hall = name_of_hall(db, holder);
  const std::int64_t now = database_time(db);
  leased.ground = common_ground(db, now, ours);
  leased.now = now * 1000;
  for (std::uint32_t i = 0; i < count && !db.failed(); ++i) {
    const hall::ShardNumber number = free_number(db, now);
    if (number == hall::kNoShard) {
      release_shards(db, holder);
      leased.numbers.clear();
      return leased;
    }
    Query take(db,
               "insert into shard_leases (shard, holder, until) values (?1, ?2, ?3) "
               "on conflict (shard) do update set holder = excluded.holder, until = excluded.until");
    take.bind(number).bind(holder).bind(now + kLeaseSeconds).run();
    leased.numbers.push_back(number);
  }
  return leased;
}

bool renew_shards(Connection& db, const std::string& holder, std::uint32_t count) {
  // Also when it has run out: as long as nobody else has it, it is still its holder's.
  const std::int64_t now = database_time(db);
  Query renew(db, "update shard_leases set until = ?1 where holder = ?2");
  renew.bind(now + kLeaseSeconds).bind(holder).run();
  return db.changes() == static_cast<std::int64_t>(count);
}

void release_shards(Connection& db, const std::string& holder) {
  const std::int64_t now = database_time(db);  // what ran out longest ago is given again first
  Query release(db, "update shard_leases set holder = '', until = ?1 where holder = ?2");
  release.bind(now).bind(holder).run();
}

}  // namespace posterhall::store
