// Protobuf JSON as the HTTP interface prints it.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <string>

namespace google::protobuf {
class Message;
}

namespace posterhall::wire {

/// Field names in camel case, defaults printed.
[[nodiscard]] std::string to_json(const google::protobuf::Message& message);

}  // namespace posterhall::wire
