// The ports about changes of the programme and proposals for it, on the writer and the readers. Only store.cpp makes
// it. Runs on: called from the front; answers by Reply. Owns: nothing.
#pragma once

#include <utility>

#include "store/programme_table.hpp"
#include "store/proposal_table.hpp"
#include "store/table_port.hpp"

namespace posterhall::store {

class TableProgrammeStore final : public hall::ProgrammeStore, public TablePort {
 public:
  using TablePort::TablePort;

  void change_session(hall::SessionChange change, hall::Reply<hall::ProgrammeStored> reply) override {
    write(std::move(reply),
          [change = std::move(change)](Connection& db, UnixMs now) { return write_session_change(db, change, now); });
  }
  void change_times(hall::TimesChange change, hall::Reply<hall::ProgrammeStored> reply) override {
    write(std::move(reply), [change](Connection& db, UnixMs now) { return write_times_change(db, change, now); });
  }
};

class TableProposalStore final : public hall::ProposalStore, public TablePort {
 public:
  using TablePort::TablePort;

  void propose(domain::Proposal proposal, hall::Reply<hall::ProposalStored> reply) override {
    write(std::move(reply),
          [proposal = std::move(proposal)](Connection& db, UnixMs now) { return write_proposal(db, proposal, now); });
  }
  void take_step(hall::ProposalStepTaken step, hall::Reply<hall::ProposalStored> reply) override {
    write(std::move(reply),
          [step = std::move(step)](Connection& db, UnixMs now) { return write_proposal_step(db, step, now); });
  }
  void seen(std::uint32_t id, PersonId by, hall::Reply<bool> reply) override {
    write(std::move(reply), [=](Connection& db, UnixMs now) { return see_proposal(db, id, by, now); });
  }
  void proposals(PersonId of, hall::Reply<std::vector<domain::Proposal>> reply) override {
    read(std::move(reply), [=](Connection& db) { return read_proposals(db, of); });
  }
};

}  // namespace posterhall::store
