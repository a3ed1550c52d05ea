// Posters' figures in SQL: counts by poster and ten minutes, and, for different visitors, keyed hashes whose keys can
// be destroyed. Private to store/; runs inside the caller's transaction, errors stay on the connection. Runs on: the
// connection's thread. Owns: nothing.
#pragma once

#include <optional>
#include <vector>

#include "domain/figures.hpp"
#include "hall/ports/attend_store.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

void write_counts(Connection& db, const std::vector<hall::FigureCount>& counts);
/// Of one poster with its steps, or of all that have any, without.
std::vector<domain::PosterFigures> read_figures(Connection& db, std::optional<PosterKey> of);
/// Whether anything was counted before that time.
bool counted_before(Connection& db, UnixMs time);
/// The keys are gone for good: how many people came stays known, whether somebody was among them can never be tried out
/// again. Later visits still count, but no new people. False: was closed before.
bool close_figures(Connection& db, UnixMs now);

}  // namespace posterhall::store
