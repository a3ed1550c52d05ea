// The tables behind Database (database.hpp).
#include <chrono>
#include <utility>

#include "store/audit_table.hpp"
#include "store/catalogue_table.hpp"
#include "store/connections.hpp"
#include "store/database.hpp"
#include "store/deck_table.hpp"
#include "store/event_table.hpp"
#include "store/figure_table.hpp"
#include "store/invitation_table.hpp"
#include "store/poster_request_table.hpp"
#include "store/poster_table.hpp"

namespace posterhall::store {
namespace {

UnixMs system_now() {
  using std::chrono::duration_cast;
  return duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

constexpr std::chrono::seconds kWithin{120};  ///< a tool is patient, and ends all the same

template <class T>
Result<T> failure(StoreError error) {
  return {boost::system::in_place_error, make_error_code(error)};
}

/// One transaction around `work`; its value, or why nothing happened. Again, when only another writer was in the way.
template <class T, class Work>
Result<T> write(Connection& db, Work work) {
  constexpr int kMostTries = 10;
  for (int tries = 1;; ++tries) {
    db.clear_error();
    db.allow(kWithin);
    Transaction transaction(db);
    T value{};
    if (!db.failed()) value = work();
    if (transaction.commit()) return {boost::system::in_place_value, std::move(value)};
    if (!db.worth_again() || tries == kMostTries) return failure<T>(*db.error());
  }
}

template <class T, class Work>
Result<T> read(Connection& db, Work work) {
  db.clear_error();
  db.allow(kWithin);
  db.begin_read();
  T value{};
  if (!db.failed()) value = work();
  const auto error = db.error();
  db.clear_error();
  if (db.in_transaction()) db.run("rollback");
  if (error) return failure<T>(*error);
  return {boost::system::in_place_value, std::move(value)};
}

class TableCatalogueDesk final : public CatalogueDesk {
 public:
  explicit TableCatalogueDesk(Connection& db) : db_(db) {}
  Result<CatalogueState> load() override {
    return read<CatalogueState>(db_, [&] { return read_catalogue(db_); });
  }
  Result<std::uint32_t> apply(const CatalogueChange& change, UnixMs now) override {
    return write<std::uint32_t>(db_, [&] { return write_catalogue(db_, change, now); });
  }
  Result<CatalogueState> load_before() override {
    return read<CatalogueState>(db_, [&] { return read_catalogue_before(db_); });
  }
  Result<std::uint32_t> undo(std::uint32_t expected_version, const EventSetting& setting, UnixMs now) override {
    return write<std::uint32_t>(db_, [&] { return undo_catalogue(db_, expected_version, setting, now); });
  }
  Result<std::uint32_t> change_setting(const EventSetting& setting, const std::string& words, UnixMs now) override {
    return write<std::uint32_t>(db_, [&] { return write_setting(db_, setting, words, now); });
  }
  Result<std::vector<PosterUse>> use_of_posters() override {
    return read<std::vector<PosterUse>>(db_, [&] { return read_use(db_); });
  }

 private:
  Connection& db_;
};

class TablePosterDesk final : public PosterDesk {
 public:
  explicit TablePosterDesk(Connection& db) : db_(db) {}
  Result<std::optional<hall::ConvertedFile>> find_conversion(const std::string& file_hash) override {
    return read<std::optional<hall::ConvertedFile>>(db_, [&] { return read_conversion(db_, file_hash); });
  }
  Result<bool> keep_conversion(const hall::ConvertedFile& conversion) override {
    return done([&] { write_conversion(db_, conversion); });
  }
  Result<hall::PutUpAnswer> put_up(const hall::PutUp& wanted, UnixMs now) override {
    return write<hall::PutUpAnswer>(db_, [&] { return store::put_up(db_, wanted, now); });
  }
  Result<hall::PosterHistory> history(PosterKey poster) override {
    return read<hall::PosterHistory>(db_, [&] { return read_history(db_, poster); });
  }
  Result<bool> set_freeze(UnixMs at, UnixMs now) override {
    return done([&] { (void)write_freeze(db_, at, PersonId{}, now); });
  }
  Result<std::vector<std::string>> untiled(std::uint32_t limit) override {
    return read<std::vector<std::string>>(db_, [&] { return read_untiled(db_, limit); });
  }
  Result<bool> announce(const std::string& file_hash, const std::string& words, UnixMs now) override {
    return write<bool>(db_, [&] {
      const bool live = file_hash.empty() || is_live(db_, file_hash);
      if (live) note_catalogue(db_, PersonId{}, words, now);
      return live;
    });
  }

 private:
  template <class Work>
  Result<bool> done(Work work) {
    return write<bool>(db_, [&] {
      work();
      return true;
    });
  }
  Connection& db_;
};

class TablePeopleDesk final : public PeopleDesk {
 public:
  explicit TablePeopleDesk(Connection& db) : db_(db) {}
  Result<std::vector<ListedPerson>> list() override {
    return read<std::vector<ListedPerson>>(db_, [&] { return list_people(db_, system_now()); });
  }
  Result<std::vector<Invited>> invite(const std::vector<Invite>& rows, UnixMs expires, UnixMs now) override {
    return write<std::vector<Invited>>(db_, [&] { return invite_people(db_, rows, expires, now); });
  }
  Result<PersonId> renew(const std::string& email, const hall::TokenHash& token, UnixMs expires, UnixMs now) override {
    return write<PersonId>(db_, [&] { return renew_link(db_, email, token, expires, now); });
  }
  Result<PersonId> revoke(const std::string& email, UnixMs now) override {
    return write<PersonId>(db_, [&] { return revoke_person(db_, email, now); });
  }

 private:
  Connection& db_;
};

/// The file itself, in SQLite's words.
void find_file_faults(Connection& db, std::vector<std::string>& faults) {
  {
    Query rows(db, "pragma integrity_check(20)");
    while (rows.next()) {
      if (auto words = rows.text(0); words != "ok") faults.push_back("the file is damaged: " + words);
    }
  }
  {
    Query rows(db, "pragma foreign_key_check");
    while (rows.next())
      faults.push_back("a row of " + rows.text(0) + " names a row of " + rows.text(2) + " that is gone");
  }
}

std::vector<std::string> find_faults(Connection& db) {
  std::vector<std::string> faults;
  if (db.dialect() == Dialect::sqlite) find_file_faults(db, faults);
  Query rows(db,
             "select kind, a, b, head, (select count(*) from events where channel = channels.id), "
             "(select coalesce(max(number), 0) from events where channel = channels.id) from channels");
  while (rows.next()) {
    if (rows.u32(3) == rows.u32(4) && rows.u32(3) == rows.u32(5)) continue;
    const domain::Channel channel{static_cast<domain::ChannelKind>(rows.u32(0)), rows.u32(1), rows.u32(2)};
    faults.push_back("channel " + domain::to_text(channel) + " has gaps: its head is " + std::to_string(rows.int64(3)) +
                     ", it holds " + std::to_string(rows.int64(4)) + " entries up to " + std::to_string(rows.int64(5)));
  }
  return faults;
}

class TableDatabase final : public Database {
 public:
  explicit TableDatabase(std::unique_ptr<Connection> db)
      : db_(std::move(db)), catalogue_(*db_), posters_(*db_), people_(*db_) {}
  CatalogueDesk& catalogue() override { return catalogue_; }
  PosterDesk& posters() override { return posters_; }
  PeopleDesk& people() override { return people_; }
  Result<std::vector<domain::Event>> read_channel(const domain::Channel& channel) override {
    return read<std::vector<domain::Event>>(*db_, [&] { return read_events(*db_, channel, 0, 0, UINT32_MAX); });
  }
  Result<std::vector<domain::Head>> channels() override {
    return read<std::vector<domain::Head>>(*db_, [&] {
      std::vector<domain::Head> heads;
      Query rows(*db_, "select kind, a, b, head from channels order by kind, a, b");
      while (rows.next()) {
        heads.push_back({{static_cast<domain::ChannelKind>(rows.u32(0)), rows.u32(1), rows.u32(2)}, rows.u32(3)});
      }
      return heads;
    });
  }
  Result<std::vector<std::string>> needed_files() override {
    return read<std::vector<std::string>>(*db_, [&] {
      auto files = read_needed_files(*db_);
      const auto of_decks = read_deck_files(*db_);
      files.insert(files.end(), of_decks.begin(), of_decks.end());
      return files;
    });
  }
  Result<AuditCheck> check_audit() override {
    return read<AuditCheck>(*db_, [&] { return store::check_audit(*db_); });
  }
  Result<std::vector<domain::PosterFigures>> figures() override {
    return read<std::vector<domain::PosterFigures>>(*db_, [&] { return read_figures(*db_, std::nullopt); });
  }
  Result<bool> close_figures(UnixMs now) override {
    return write<bool>(*db_, [&] { return store::close_figures(*db_, now); });
  }
  Result<std::vector<std::string>> faults() override {
    return read<std::vector<std::string>>(*db_, [&] { return find_faults(*db_); });
  }

 private:
  std::unique_ptr<Connection> db_;
  TableCatalogueDesk catalogue_;
  TablePosterDesk posters_;
  TablePeopleDesk people_;
};

}  // namespace

std::unique_ptr<Database> open_database(const std::filesystem::path& dir, const std::string& database) {
  return std::make_unique<TableDatabase>(open_tool_connection(dir, database));
}

}  // namespace posterhall::store
