// The ports about changes of the programme and proposals for it, on the writer and the readers. Only store.cpp makes
// it. Runs on: called from the front; answers by Reply. Owns: nothing.
#pragma once

#include <utility>

#include "store/open.hpp"
#include "store/programme_table.hpp"
#include "store/proposal_table.hpp"
#include "store/readers.hpp"
#include "store/writer.hpp"

namespace posterhall::store {

class TableProgrammeStore final : public hall::ProgrammeStore {
 public:
  TableProgrammeStore(Writer& writer, Clock now) : writer_(writer), now_(std::move(now)) {}

  void change_session(hall::SessionChange change, hall::Reply<hall::ProgrammeStored> reply) override {
    auto work = [change = std::move(change), now = now_](Connection& db) {
      return write_session_change(db, change, now());
    };
    writer_.submit(make_job<hall::ProgrammeStored>(std::move(work), std::move(reply)));
  }
  void change_times(hall::TimesChange change, hall::Reply<hall::ProgrammeStored> reply) override {
    auto work = [change, now = now_](Connection& db) { return write_times_change(db, change, now()); };
    writer_.submit(make_job<hall::ProgrammeStored>(std::move(work), std::move(reply)));
  }

 private:
  Writer& writer_;
  Clock now_;
};

class TableProposalStore final : public hall::ProposalStore {
 public:
  TableProposalStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void propose(domain::Proposal proposal, hall::Reply<hall::ProposalStored> reply) override {
    auto work = [proposal = std::move(proposal), now = now_](Connection& db) {
      return write_proposal(db, proposal, now());
    };
    writer_.submit(make_job<hall::ProposalStored>(std::move(work), std::move(reply)));
  }
  void take_step(hall::ProposalStepTaken step, hall::Reply<hall::ProposalStored> reply) override {
    auto work = [step = std::move(step), now = now_](Connection& db) { return write_proposal_step(db, step, now()); };
    writer_.submit(make_job<hall::ProposalStored>(std::move(work), std::move(reply)));
  }
  void seen(std::uint32_t id, PersonId by, hall::Reply<bool> reply) override {
    auto work = [=, now = now_](Connection& db) { return see_proposal(db, id, by, now()); };
    writer_.submit(make_job<bool>(work, std::move(reply)));
  }
  void proposals(PersonId of, hall::Reply<std::vector<domain::Proposal>> reply) override {
    auto work = [=](Connection& db) { return read_proposals(db, of); };
    readers_.submit(make_job<std::vector<domain::Proposal>>(work, std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

}  // namespace posterhall::store
