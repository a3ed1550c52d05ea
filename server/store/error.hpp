// What may go wrong with the store while it runs: one enum, usable as an error_code (Result).
// Runs on: any thread (values). Owns: nothing.
#pragma once

#include <type_traits>

#include "base/result.hpp"

namespace posterhall::store {

/// Retired values are kept, with the reason, so that a number in an old log keeps its meaning.
enum class StoreError {
  unavailable = 1,  ///< locked for longer than the timeout, or an I/O error; trying again may help
  full,             ///< no space left; nothing of the batch was stored
  corrupt,          ///< the file is damaged: `posterhall check` says more
  refused,          ///< a rule of the schema was broken (unknown person, …)
  moved_on,         ///< somebody else changed the catalogue meanwhile: load again
  nothing_there,    ///< what should be changed is not there
  overloaded        ///< too much is waiting already; nothing was done
};

[[nodiscard]] const boost::system::error_category& store_category();
[[nodiscard]] boost::system::error_code make_error_code(StoreError error);

}  // namespace posterhall::store

template <>
struct boost::system::is_error_code_enum<posterhall::store::StoreError> : std::true_type {};
