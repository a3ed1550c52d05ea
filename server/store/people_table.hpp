// People and what is kept of each, in SQL. Private to store/; runs inside the caller's transaction, errors stay on the
// connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/person.hpp"
#include "hall/ports/people_store.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// All people by id. Role is the effective one: author by being on a poster that is in the hall, and only then.
hall::People read_people(Connection& db);
std::optional<domain::Person> read_person(Connection& db, PersonId id);

Epoch raise_epoch(Connection& db, PersonId person);
std::vector<Epoch> read_epochs(Connection& db, const std::vector<PersonId>& persons);
hall::PersonMarks read_marks(Connection& db, PersonId person, bool answers_help);
void write_saved(Connection& db, PersonId person, PosterKey poster, bool saved);
void write_read_mark(Connection& db, PersonId person, const domain::Channel& channel, std::uint32_t number);
void write_profile(Connection& db, const domain::Person& person, UnixMs now);

/// An entry of the "people" channel about one person. `words` says what: see people_words.
void note_person(Connection& db, PersonId person, const std::string& words, UnixMs now);

/// What an entry of the "people" channel says. A running server ends the visits of the revoked and of ended sessions,
/// and reads the others again.
namespace people_words {
inline constexpr const char* kInvited = "invited";
inline constexpr const char* kChanged = "changed";
inline constexpr const char* kRenewed = "renewed";
inline constexpr const char* kRevoked = "revoked";
inline constexpr const char* kProfile = "profile";
inline constexpr const char* kEnded = "ended";  ///< and the sessions' rows, by blanks between them
}  // namespace people_words

}  // namespace posterhall::store
