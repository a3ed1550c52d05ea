#include "wire/protobuf_log.hpp"

#include <google/protobuf/stubs/logging.h>

namespace posterhall::wire {

void keep_protobuf_quiet() { google::protobuf::SetLogHandler(nullptr); }

}  // namespace posterhall::wire
