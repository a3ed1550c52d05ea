// The port about changes of the programme, on SQLite's one writer. Only sqlite_store.cpp makes it.
// Runs on: called from the front; answers by Reply. Owns: nothing.
#pragma once

#include <utility>

#include "store/open.hpp"
#include "store/programme_table.hpp"
#include "store/writer.hpp"

namespace posterhall::store {

class SqliteProgrammeStore final : public hall::ProgrammeStore {
 public:
  SqliteProgrammeStore(Writer& writer, Clock now) : writer_(writer), now_(std::move(now)) {}

  void change_session(hall::SessionChange change, hall::Reply<hall::ProgrammeStored> reply) override {
    auto work = [change = std::move(change), now = now_](Sqlite& db) {
      return write_session_change(db, change, now());
    };
    writer_.submit(make_job<hall::ProgrammeStored>(std::move(work), std::move(reply)));
  }
  void change_times(hall::TimesChange change, hall::Reply<hall::ProgrammeStored> reply) override {
    auto work = [change, now = now_](Sqlite& db) { return write_times_change(db, change, now()); };
    writer_.submit(make_job<hall::ProgrammeStored>(std::move(work), std::move(reply)));
  }

 private:
  Writer& writer_;
  Clock now_;
};

}  // namespace posterhall::store
