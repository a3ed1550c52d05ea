// The HTTP side of `serve --test-echo`: /echo gives a body back and becomes a WebSocket that echoes; so do POST, PUT
// and the upgrade at /, where public suites look. Only on an address that this machine alone reaches. Runs on: the
// front thread. Owns: nothing.
#pragma once

#include <optional>

#include "net/http_message.hpp"

namespace posterhall::net {

/// Nothing: the request is none of the echo's.
[[nodiscard]] std::optional<HttpAnswer> answer_echo(const HttpRequest& request);

}  // namespace posterhall::net
