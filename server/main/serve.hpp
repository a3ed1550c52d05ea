// Opens the hall and keeps it open until it is told to stop: the object graph of a running server.
// Runs on: the main thread, which becomes the front thread. Owns: everything, while it runs.
#pragma once

#include "main/configuration.hpp"

namespace posterhall {

/// The process's exit status: 0 after a clean stop, 1 with one sentence on standard error when it cannot open.
[[nodiscard]] int serve(const Configuration& configuration);

}  // namespace posterhall
