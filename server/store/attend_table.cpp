#include "store/attend_table.hpp"

namespace posterhall::store {

std::vector<PosterKey> read_wanted(Connection& db, PersonId person) {
  std::vector<PosterKey> posters;
  Query rows(db,
             "select poster from back_wanted join posters on posters.key = poster where person = ?1 and live = 1 "
             "order by poster");
  rows.bind(person);
  while (rows.next()) posters.emplace_back(rows.u32(0));
  return posters;
}

bool write_wanted(Connection& db, PersonId person, PosterKey poster, bool wanted, UnixMs now) {
  if (!wanted) {
    Query query(db, "delete from back_wanted where person = ?1 and poster = ?2");
    query.bind(person).bind(poster).run();
    return true;
  }
  Query query(db, "insert into back_wanted (person, poster, at) values (?1, ?2, ?3) on conflict do nothing");
  query.bind(person).bind(poster).bind(now).run();
  return true;
}

}  // namespace posterhall::store
