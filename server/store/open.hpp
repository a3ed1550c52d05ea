// The store as a running server uses it: all ports, with the threads behind them.
// Runs on: open and close on the main thread; the ports from any thread, answers by Reply. Owns: threads, connections.
//
// The store must be destroyed (which finishes and answers what waits) before the io_contexts its replies go to.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/bytes.hpp"
#include "hall/ports/attend_store.hpp"
#include "hall/ports/catalogue_source.hpp"
#include "hall/ports/deck_store.hpp"
#include "hall/ports/event_log.hpp"
#include "hall/ports/figure_store.hpp"
#include "hall/ports/identity.hpp"
#include "hall/ports/my_programme.hpp"
#include "hall/ports/my_things.hpp"
#include "hall/ports/people_store.hpp"
#include "hall/ports/places.hpp"
#include "hall/ports/poster_requests.hpp"
#include "hall/ports/poster_store.hpp"
#include "hall/ports/programme_store.hpp"
#include "hall/ports/proposal_store.hpp"
#include "hall/ports/shard_leases.hpp"
#include "hall/ports/shift_store.hpp"
#include "store/error.hpp"

namespace posterhall::store {

class Store {
 public:
  virtual ~Store() = default;
  [[nodiscard]] virtual hall::EventLog& events() = 0;
  [[nodiscard]] virtual hall::PeopleStore& people() = 0;
  [[nodiscard]] virtual hall::Places& places() = 0;
  [[nodiscard]] virtual hall::AttendStore& attend() = 0;
  [[nodiscard]] virtual hall::ShiftStore& shifts() = 0;
  [[nodiscard]] virtual hall::FigureStore& figures() = 0;
  [[nodiscard]] virtual hall::CatalogueSource& catalogue() = 0;
  [[nodiscard]] virtual hall::Identity& identity() = 0;
  [[nodiscard]] virtual hall::PosterStore& posters() = 0;
  [[nodiscard]] virtual hall::PosterRequests& poster_requests() = 0;
  [[nodiscard]] virtual hall::MyThings& my_things() = 0;
  [[nodiscard]] virtual hall::ProgrammeStore& programme() = 0;
  [[nodiscard]] virtual hall::MyProgramme& my_programme() = 0;
  [[nodiscard]] virtual hall::ProposalStore& proposals() = 0;
  [[nodiscard]] virtual hall::DeckStore& decks() = 0;
  [[nodiscard]] virtual hall::ShardLeases& shard_leases() = 0;
};

/// The wall clock the store stamps events with.
using Clock = std::function<UnixMs()>;

/// Opens DIR (posterhall.sqlite, places.sqlite), made if there is none, or with `database`, the address of a PostgreSQL
/// database, that instead; several processes may have it open at once. Throws OpenFailed (store/connection.hpp, a
/// std::runtime_error) with a sentence.
[[nodiscard]] std::unique_ptr<Store> open_store(const std::filesystem::path& dir, Clock now,
                                                const std::string& database = {});

}  // namespace posterhall::store
