// Any bytes as a programme, in each of its forms: every fault is said at a line the file has, what is sound is within
// its limits, and each poster's slots become sessions or hours.
#include <set>

#include "fuzz/fuzz_input.hpp"
#include "text/text.hpp"
#include "tools/import/import_file.hpp"
#include "tools/import/programme.hpp"
#include "tools/shift_names.hpp"

using namespace posterhall;
using namespace posterhall::tools;
using posterhall::tests::must;

namespace {

void check_faults(const std::vector<Fault>& faults, std::size_t lines) {
  must(faults.size() <= max_faults + 1, "not more faults than are kept");
  for (const auto& fault : faults) {
    must(fault.line <= lines + 1, "a fault's line is in the file");
    must(!fault.what.empty() && text::is_utf8(fault.what) && text::is_utf8(fault.column), "a fault has readable words");
  }
}

bool is_clean_link(const std::string& link) { return link.empty() || text::clean_link(link) == link; }

void check_sessions(const ImportFile& file) {
  must(file.sessions.size() <= max_sessions, "not more sessions than a programme has");
  std::set<std::string> ids;
  for (const auto& session : file.sessions) {
    must(!session.id.empty() && session.id.size() <= max_id_bytes, "an id within its limit");
    must(ids.insert(session.id).second, "ids are unique");
    must(!session.title.empty() && text::code_points(session.title) <= max_title, "a title within its limit");
    must(text::is_utf8(session.title) && text::is_utf8(session.summary) && text::is_utf8(session.id), "text is UTF-8");
    must(text::code_points(session.summary) <= max_summary, "a summary within its limit");
    must(text::code_points(session.sponsor) <= max_sponsor, "a sponsor within its limit");
    must(is_clean_link(session.stream) && is_clean_link(session.recording), "links are clean");
    must(session.day.size() == 10, "a session has a day");
    must(session.span == domain::TimeSpan{} || session.span.start < session.span.end, "hours go forward");
  }
}

void check_posters(const ImportFile& file) {
  for (const auto& imported : file.posters) {
    must(!imported.poster.id.empty() && !imported.poster.title.empty(), "a poster has id and title");
    must(is_clean_link(imported.poster.link), "links are clean");
    for (const auto& slot : imported.slots) {
      must(std::ranges::find(file.sessions, slot.session, &domain::Session::id) != file.sessions.end(),
           "a slot's session is in the programme");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = tests::text_of(data, size);
  // A carriage return alone ends a line too (XML 1.0, 2.11).
  const auto ends = [](char c) { return c == '\n' || c == '\r'; };
  const auto lines = static_cast<std::size_t>(std::ranges::count_if(bytes, ends)) + 1;
  auto file = read_import(bytes, "schedule", ImportFormat::automatic, "Europe/Berlin");
  if (!file.is_programme()) return 0;
  check_faults(file.errors, lines);
  check_faults(file.warnings, lines);
  if (!file.sound()) return 0;
  must(!file.sessions.empty() || !file.posters.empty(), "a programme has something in it");
  check_sessions(file);
  check_posters(file);
  settle_shifts(file, file.sessions, "Europe/Berlin");
  must(file.sound(), "slots are no faults");
  return 0;
}
