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
#include "store/poster_request_table.hpp"
#include "store/poster_table.hpp"
#include "store/shift_table.hpp"
#include "store/table_port.hpp"

namespace posterhall::store {

using hall::Reply;

class TablePosterStore final : public hall::PosterStore, public TablePort {
 public:
  using TablePort::TablePort;

  void history(PosterKey poster, Reply<hall::PosterHistory> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_history(db, poster); });
  }
  void put_up(hall::PutUp wanted, Reply<hall::PutUpAnswer> reply) override {
    write(std::move(reply),
          [wanted = std::move(wanted)](Connection& db, UnixMs now) { return store::put_up(db, wanted, now); });
  }
  void text(PosterKey poster, bool of_file, Reply<hall::TextView> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_text(db, poster, of_file); });
  }
  void write_text(PosterKey poster, PersonId by, std::vector<domain::TextPanel> panels,
                  Reply<hall::TextView> reply) override {
    write(std::move(reply), [=, panels = std::move(panels)](Connection& db, UnixMs now) {
      return store::write_text(db, poster, by, panels, now);
    });
  }
};

class TablePosterRequests final : public hall::PosterRequests, public TablePort {
 public:
  using TablePort::TablePort;

  void ask(hall::PutUp wanted, Reply<std::uint32_t> reply) override {
    write(std::move(reply),
          [wanted = std::move(wanted)](Connection& db, UnixMs now) { return store::ask(db, wanted, now); });
  }
  void settle(hall::Settlement settlement, Reply<hall::PutUpAnswer> reply) override {
    write(std::move(reply), [settlement = std::move(settlement)](Connection& db, UnixMs now) {
      return store::settle(db, settlement, now);
    });
  }
  void requests(Reply<std::vector<hall::PosterRequest>> reply) override {
    read(std::move(reply), [](Connection& db) { return read_requests(db, std::nullopt); });
  }
  void seen(std::uint32_t request, PersonId by, Reply<bool> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs now) { return see_answer(db, request, by, now); });
  }
  void set_freeze(UnixMs at, PersonId by, Reply<bool> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs now) { return write_freeze(db, at, by, now); });
  }
};

class TableAttendStore final : public hall::AttendStore, public TablePort {
 public:
  using TablePort::TablePort;

  void load_wanted(PersonId person, Reply<std::vector<PosterKey>> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_wanted(db, person); });
  }
  void set_wanted(PersonId person, PosterKey poster, bool wanted, Reply<bool> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs now) { return write_wanted(db, person, poster, wanted, now); });
  }
  void count(std::vector<hall::FigureCount> counts) override {
    write_unanswered([counts = std::move(counts)](Connection& db) { write_counts(db, counts); });
  }
};

class TableFigureStore final : public hall::FigureStore, public TablePort {
 public:
  using TablePort::TablePort;
  void of_poster(PosterKey poster, Reply<domain::PosterFigures> reply) override {
    read(std::move(reply), [=](Connection& db) {
      auto found = read_figures(db, poster);
      return found.empty() ? domain::PosterFigures{} : std::move(found.front());
    });
  }
  void of_all(Reply<std::vector<domain::PosterFigures>> reply) override {
    read(std::move(reply), [](Connection& db) { return read_figures(db, std::nullopt); });
  }
  void close_when_over(UnixMs over, Reply<bool> reply) override {
    write(std::move(reply),
          [=](Connection& db, UnixMs now) { return counted_before(db, over) && close_figures(db, now); });
  }
};

class TableShiftStore final : public hall::ShiftStore, public TablePort {
 public:
  using TablePort::TablePort;
  void set_plan(hall::NewShiftPlan plan, Reply<hall::ShiftPlanStored> reply) override {
    write<hall::ShiftPlanStored>(
        std::move(reply), [plan = std::move(plan)](Connection& db, UnixMs now) { return write_plan(db, plan, now); });
  }
};

class TableMyThings final : public hall::MyThings, public TablePort {
 public:
  using TablePort::TablePort;

  void visited(PersonId person, Reply<std::vector<PosterKey>> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_visited(db, person); });
  }
  void visit(PersonId person, PosterKey poster, Reply<bool> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs now) { return write_visit(db, person, poster, now); });
  }
  void card_of(PersonId person, Reply<hall::Card> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_card_of(db, person); });
  }
  void cards_by(PersonId person, Reply<std::vector<hall::Card>> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_cards_by(db, person); });
  }
  void cards_at(PosterKey poster, Reply<std::vector<hall::Card>> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_cards_at(db, poster); });
  }
  void leave_card(PersonId person, PosterKey poster, bool with_email, std::string note,
                  Reply<hall::Card> reply) override {
    write(std::move(reply), [=, note = std::move(note)](Connection& db, UnixMs now) {
      return write_card(db, person, poster, with_email, note, now);
    });
  }
  void take_back_card(PersonId person, PosterKey poster, Reply<bool> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs) { return remove_card(db, person, poster); });
  }
};

class TableMyProgramme final : public hall::MyProgramme, public TablePort {
 public:
  using TablePort::TablePort;

  void chosen(PersonId person, Reply<hall::ChosenSessions> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_chosen(db, person); });
  }
  void choose(PersonId person, std::string session, bool on, Reply<bool> reply) override {
    write(std::move(reply), [=, session = std::move(session)](Connection& db, UnixMs now) {
      return write_chosen(db, person, session, on, now);
    });
  }
  void open_calendar(PersonId person, hall::TokenHash address, Reply<UnixMs> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs now) { return write_calendar(db, person, address, now); });
  }
  void close_calendar(PersonId person, Reply<bool> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs) { return remove_calendar(db, person); });
  }
  void calendar_at(hall::TokenHash address, Reply<hall::CalendarOf> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_calendar(db, address); });
  }
};

}  // namespace posterhall::store
