// Protobuf JSON as the HTTP interface prints and reads it.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <string>
#include <string_view>

namespace google::protobuf {
class Message;
}

namespace posterhall::wire {

/// Field names in camel case, defaults printed.
[[nodiscard]] std::string to_json(const google::protobuf::Message& message);
/// False for anything that is not that message; fields it does not know are passed over.
[[nodiscard]] bool from_json(std::string_view json, google::protobuf::Message& message);

/// Unix milliseconds as a browser may say them: a number from 0 to the year 2096.
[[nodiscard]] bool is_time(double value);

}  // namespace posterhall::wire
