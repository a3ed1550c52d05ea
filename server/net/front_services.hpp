// What the routes of the HTTP interface work with: ports, the view of the hall, settings, and the crossings to the
// shards. Made once in main.
// Runs on: the front thread. Owns: settings; refers to the rest, which outlives it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/log.hpp"
#include "base/metrics.hpp"
#include "domain/my_programme.hpp"
#include "hall/ports/deck_store.hpp"
#include "hall/ports/event_log.hpp"
#include "hall/ports/figure_store.hpp"
#include "hall/ports/identity.hpp"
#include "hall/ports/my_programme.hpp"
#include "hall/ports/my_things.hpp"
#include "hall/ports/people_store.hpp"
#include "hall/ports/poster_requests.hpp"
#include "hall/ports/poster_store.hpp"
#include "hall/ports/poster_uploads.hpp"
#include "hall/ports/programme_store.hpp"
#include "hall/ports/proposal_store.hpp"
#include "hall/ports/shift_store.hpp"
#include "net/asio_types.hpp"
#include "net/guess_gate.hpp"
#include "net/hall_view.hpp"
#include "net/order_watch.hpp"
#include "net/peer.hpp"
#include "net/poster_rates.hpp"

namespace posterhall::net {

struct FrontSettings {
  OriginRules origins{{}};
  bool secure_cookie = false;  ///< the public address is https
  std::function<std::filesystem::path(std::string_view hash)> poster_file;
  bool test_echo = false;
  std::string process{};  ///< this process's name among those that carry the hall
};

/// The programme as iCalendar; with a person's own: only that.
using CalendarWriter = std::function<std::string(const domain::Catalogue&, const domain::PersonalProgramme* mine)>;

struct FrontServices {
  Executor executor;
  hall::Identity& identity;
  hall::PeopleStore& people;
  hall::PosterStore& posters;
  hall::PosterRequests& poster_requests;
  hall::MyThings& my_things;
  hall::PosterUploads& uploads;
  hall::ShiftStore& shifts;
  hall::FigureStore& figures;
  hall::ProgrammeStore& programme;
  HallView& view;
  Whereabouts& whereabouts;
  OrderWatch& order;
  Log& log;
  Metrics& metrics;
  FrontSettings settings;
  std::function<UnixMs()> now;
  std::function<std::uint64_t()> steady_ms;
  /// To every shard: ends this person's connections of one device (0 = all).
  std::function<void(PersonId, std::uint32_t)> end_sessions;
  GuessGate guesses;
  PosterRates poster_rates;
  bool draining = false;
  std::function<bool()> alive;  ///< the shards' loops turn (readyz)
  hall::MyProgramme& my_programme;
  CalendarWriter calendar;
  hall::EventLog& events;
  hall::ProposalStore& proposals;
  hall::DeckStore& decks;
  /// Takes into the view what the store has by now.
  std::function<Task<void>()> look_again;
};

}  // namespace posterhall::net
