// Result<T>: an expected failure is a value. One error enum per module registers as a boost error code there.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

namespace posterhall {

using ErrorCode = boost::system::error_code;
template <class T>
using Result = boost::system::result<T>;

}  // namespace posterhall
