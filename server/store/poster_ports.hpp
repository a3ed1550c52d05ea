// The ports about posters, on SQLite's one writer and its readers: files, requests, attendance, shifts, figures, and
// what a person keeps of posters. Only store.cpp makes them. Runs on: called from the hall's threads and the
// front; answers by Reply. Owns: nothing.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "store/attend_table.hpp"
#include "store/figure_table.hpp"
#include "store/my_programme_table.hpp"
#include "store/my_table.hpp"
#include "store/open.hpp"
#include "store/poster_request_table.hpp"
#include "store/poster_table.hpp"
#include "store/readers.hpp"
#include "store/shift_table.hpp"
#include "store/writer.hpp"

namespace posterhall::store {

using hall::Reply;

class TablePosterStore final : public hall::PosterStore {
 public:
  TablePosterStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void history(PosterKey poster, Reply<hall::PosterHistory> reply) override {
    auto work = [=](Connection& db) { return read_history(db, poster); };
    readers_.submit(make_job<hall::PosterHistory>(work, std::move(reply)));
  }
  void put_up(hall::PutUp wanted, Reply<hall::PutUpAnswer> reply) override {
    auto work = [wanted = std::move(wanted), now = now_](Connection& db) { return store::put_up(db, wanted, now()); };
    writer_.submit(make_job<hall::PutUpAnswer>(std::move(work), std::move(reply)));
  }
  void text(PosterKey poster, bool of_file, Reply<hall::TextView> reply) override {
    auto work = [=](Connection& db) { return read_text(db, poster, of_file); };
    readers_.submit(make_job<hall::TextView>(work, std::move(reply)));
  }
  void write_text(PosterKey poster, PersonId by, std::vector<domain::TextPanel> panels,
                  Reply<hall::TextView> reply) override {
    auto work = [=, panels = std::move(panels), now = now_](Connection& db) {
      return store::write_text(db, poster, by, panels, now());
    };
    writer_.submit(make_job<hall::TextView>(std::move(work), std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class TablePosterRequests final : public hall::PosterRequests {
 public:
  TablePosterRequests(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void ask(hall::PutUp wanted, Reply<std::uint32_t> reply) override {
    auto work = [wanted = std::move(wanted), now = now_](Connection& db) { return store::ask(db, wanted, now()); };
    writer_.submit(make_job<std::uint32_t>(std::move(work), std::move(reply)));
  }
  void settle(hall::Settlement settlement, Reply<hall::PutUpAnswer> reply) override {
    auto work = [settlement = std::move(settlement), now = now_](Connection& db) {
      return store::settle(db, settlement, now());
    };
    writer_.submit(make_job<hall::PutUpAnswer>(std::move(work), std::move(reply)));
  }
  void requests(Reply<std::vector<hall::PosterRequest>> reply) override {
    auto work = [](Connection& db) { return read_requests(db, std::nullopt); };
    readers_.submit(make_job<std::vector<hall::PosterRequest>>(work, std::move(reply)));
  }
  void seen(std::uint32_t request, PersonId by, Reply<bool> reply) override {
    auto work = [=, now = now_](Connection& db) { return see_answer(db, request, by, now()); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }
  void set_freeze(UnixMs at, PersonId by, Reply<bool> reply) override {
    auto work = [=, now = now_](Connection& db) { return write_freeze(db, at, by, now()); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class TableAttendStore final : public hall::AttendStore {
 public:
  TableAttendStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void load_wanted(PersonId person, Reply<std::vector<PosterKey>> reply) override {
    auto work = [=](Connection& db) { return read_wanted(db, person); };
    readers_.submit(make_job<std::vector<PosterKey>>(work, std::move(reply)));
  }
  void set_wanted(PersonId person, PosterKey poster, bool wanted, Reply<bool> reply) override {
    auto work = [=, now = now_](Connection& db) { return write_wanted(db, person, poster, wanted, now()); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }
  void count(std::vector<hall::FigureCount> counts) override {
    writer_.submit({[counts = std::move(counts)](Connection& db) { write_counts(db, counts); }, [](ErrorCode) {}});
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class TableFigureStore final : public hall::FigureStore {
 public:
  TableFigureStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}
  void of_poster(PosterKey poster, Reply<domain::PosterFigures> reply) override {
    auto work = [=](Connection& db) {
      auto found = read_figures(db, poster);
      return found.empty() ? domain::PosterFigures{} : std::move(found.front());
    };
    readers_.submit(make_job<domain::PosterFigures>(work, std::move(reply)));
  }
  void of_all(Reply<std::vector<domain::PosterFigures>> reply) override {
    auto work = [](Connection& db) { return read_figures(db, std::nullopt); };
    readers_.submit(make_job<std::vector<domain::PosterFigures>>(work, std::move(reply)));
  }
  void close_when_over(UnixMs over, Reply<bool> reply) override {
    auto work = [=, now = now_](Connection& db) { return counted_before(db, over) && close_figures(db, now()); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class TableShiftStore final : public hall::ShiftStore {
 public:
  TableShiftStore(Writer& writer, Clock now) : writer_(writer), now_(std::move(now)) {}
  void set_plan(hall::NewShiftPlan plan, Reply<hall::ShiftPlanStored> reply) override {
    auto work = [plan = std::move(plan), now = now_](Connection& db) { return write_plan(db, plan, now()); };
    writer_.submit(make_job<hall::ShiftPlanStored>(std::move(work), std::move(reply)));
  }

 private:
  Writer& writer_;
  Clock now_;
};

class TableMyThings final : public hall::MyThings {
 public:
  TableMyThings(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void visited(PersonId person, Reply<std::vector<PosterKey>> reply) override {
    auto work = [=](Connection& db) { return read_visited(db, person); };
    readers_.submit(make_job<std::vector<PosterKey>>(work, std::move(reply)));
  }
  void visit(PersonId person, PosterKey poster, Reply<bool> reply) override {
    auto work = [=, now = now_](Connection& db) { return write_visit(db, person, poster, now()); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }
  void card_of(PersonId person, Reply<hall::Card> reply) override {
    auto work = [=](Connection& db) { return read_card_of(db, person); };
    readers_.submit(make_job<hall::Card>(work, std::move(reply)));
  }
  void cards_by(PersonId person, Reply<std::vector<hall::Card>> reply) override {
    auto work = [=](Connection& db) { return read_cards_by(db, person); };
    readers_.submit(make_job<std::vector<hall::Card>>(work, std::move(reply)));
  }
  void cards_at(PosterKey poster, Reply<std::vector<hall::Card>> reply) override {
    auto work = [=](Connection& db) { return read_cards_at(db, poster); };
    readers_.submit(make_job<std::vector<hall::Card>>(work, std::move(reply)));
  }
  void leave_card(PersonId person, PosterKey poster, bool with_email, std::string note,
                  Reply<hall::Card> reply) override {
    auto work = [=, note = std::move(note), now = now_](Connection& db) {
      return write_card(db, person, poster, with_email, note, now());
    };
    writer_.submit(make_job<hall::Card>(std::move(work), std::move(reply)));
  }
  void take_back_card(PersonId person, PosterKey poster, Reply<bool> reply) override {
    auto work = [=](Connection& db) { return remove_card(db, person, poster); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class TableMyProgramme final : public hall::MyProgramme {
 public:
  TableMyProgramme(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void chosen(PersonId person, Reply<hall::ChosenSessions> reply) override {
    auto work = [=](Connection& db) { return read_chosen(db, person); };
    readers_.submit(make_job<hall::ChosenSessions>(work, std::move(reply)));
  }
  void choose(PersonId person, std::string session, bool on, Reply<bool> reply) override {
    auto work = [=, session = std::move(session), now = now_](Connection& db) {
      return write_chosen(db, person, session, on, now());
    };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply)));
  }
  void open_calendar(PersonId person, hall::TokenHash address, Reply<UnixMs> reply) override {
    auto work = [=, now = now_](Connection& db) { return write_calendar(db, person, address, now()); };
    writer_.submit(make_job<UnixMs>(work, std::move(reply)));
  }
  void close_calendar(PersonId person, Reply<bool> reply) override {
    auto work = [=](Connection& db) { return remove_calendar(db, person); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }
  void calendar_at(hall::TokenHash address, Reply<hall::CalendarOf> reply) override {
    auto work = [=](Connection& db) { return read_calendar(db, address); };
    readers_.submit(make_job<hall::CalendarOf>(work, std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

}  // namespace posterhall::store
