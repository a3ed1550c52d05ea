// Any bytes as event.toml.
#include "fuzz/fuzz_input.hpp"
#include "text/text.hpp"
#include "tools/event_file.hpp"

using namespace posterhall;
using posterhall::tests::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = tools::parse_event_file(tests::text_of(data, size), "Europe/Oslo");
  for (const auto& fault : file.faults)
    must(!fault.message.empty() && text::is_utf8(fault.message), "faults are readable");
  if (!file.faults.empty()) return 0;
  must(text::is_utf8(file.event.name), "the name is UTF-8");
  for (const auto& session : file.sessions) {
    must(!session.id.empty() && text::is_utf8(session.title), "a session has an id and readable words");
    must(session.span.start <= session.span.end, "a session ends after it begins");
  }
  return 0;
}
