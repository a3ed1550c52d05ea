#include "wire/api_json.hpp"

#include <google/protobuf/util/json_util.h>

#include <cmath>

namespace posterhall::wire {

std::string to_json(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.always_print_primitive_fields = true;
  std::string out;
  const auto status = google::protobuf::util::MessageToJsonString(message, &out, options);
  return status.ok() ? out : std::string{"{}"};
}

bool from_json(std::string_view json, google::protobuf::Message& message) {
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  return google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &message, options).ok();
}

bool is_time(double value) {
  constexpr double kLatest = 4e12;
  return std::isfinite(value) && value >= 0 && value <= kLatest;
}

}  // namespace posterhall::wire
