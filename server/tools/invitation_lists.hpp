// Who is invited, and which posters nobody is invited for: as words and as JSON.
// Runs on: any thread (pure). Owns: nothing.
#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace posterhall::tools {

/// " on omd26-A1, omd26-B2", or empty.
[[nodiscard]] std::string poster_words(const domain::Person& person, const std::vector<domain::Poster>& posters);
[[nodiscard]] boost::json::array poster_ids_json(const domain::Person& person,
                                                 const std::vector<domain::Poster>& posters);

/// "in the hall before", "invited", "link revoked", "link expired".
[[nodiscard]] std::string state_words(const store::ListedPerson& one, UnixMs now);

[[nodiscard]] std::string people_text(const std::vector<store::ListedPerson>& people,
                                      const std::vector<domain::Poster>& posters, UnixMs now);
[[nodiscard]] std::string people_json(const std::vector<store::ListedPerson>& people,
                                      const std::vector<domain::Poster>& posters);

/// Posters without an invited author who can enter, by booth.
[[nodiscard]] std::vector<const domain::Poster*> uninvited(const std::vector<store::ListedPerson>& people,
                                                           const std::vector<domain::Poster>& posters);
[[nodiscard]] std::string uninvited_text(const std::vector<store::ListedPerson>& people,
                                         const std::vector<domain::Poster>& posters);
[[nodiscard]] std::string uninvited_json(const std::vector<store::ListedPerson>& people,
                                         const std::vector<domain::Poster>& posters);

}  // namespace posterhall::tools
