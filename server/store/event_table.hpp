// Events and channels in SQL. Private to store/; every function runs inside the caller's transaction and leaves errors
// on the connection (see connection.hpp).
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/event.hpp"
#include "domain/question.hpp"
#include "hall/ports/event_log.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// Numbers and stores one event; the same author and client id again: the number it has.
hall::Appended append_event(Connection& db, const domain::NewEvent& event, UnixMs now);
/// As stored, word for word. before = 0: no upper bound.
std::vector<domain::Event> read_events(Connection& db, const domain::Channel& channel, std::uint32_t after,
                                       std::uint32_t before, std::uint32_t limit);
/// The same with the words they have now: edited and removed by whatever came later.
std::vector<domain::Event> read_settled_events(Connection& db, const domain::Channel& channel, std::uint32_t after,
                                               std::uint32_t before, std::uint32_t limit);
/// A question as it stands, and what this person said of it.
std::optional<domain::QuestionState> read_question(Connection& db, const domain::Channel& channel, std::uint32_t number,
                                                   PersonId person);
std::vector<domain::Head> read_heads(Connection& db, const std::vector<domain::Channel>& channels);
std::uint32_t read_head(Connection& db, const domain::Channel& channel);
std::optional<std::int64_t> channel_row(Connection& db, const domain::Channel& channel);

/// What the store itself has to say to running servers ("people", "catalogue"): an event with an id of its own.
std::uint32_t append_notice(Connection& db, const domain::Channel& channel, domain::EventKind kind, PersonId about,
                            const std::string& words, UnixMs now, std::uint32_t ref = 0);

}  // namespace posterhall::store
