// Bytes that several receivers share without copying: built once, read by many, on any thread.
// Runs on: any thread. Owns: the bytes, by reference count.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace posterhall {

/// An encoded message, immutable once shared.
using SharedBytes = std::shared_ptr<const std::string>;

inline SharedBytes share(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

/// Unix time in milliseconds, UTC: the store's and the wire's only clock value. Passed in, never read inside domain.
using UnixMs = std::int64_t;

}  // namespace posterhall
