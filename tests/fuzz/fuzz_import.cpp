// Any bytes as a file of posters: every fault is said at a line the file has, and what is sound is written as our CSV
// and read again the same.
#include <set>

#include "fuzz/fuzz_input.hpp"
#include "text/text.hpp"
#include "tools/import/diff.hpp"
#include "tools/import/import_file.hpp"
#include "tools/import/posters_csv.hpp"
#include "tools/shift_names.hpp"

using namespace posterhall;
using namespace posterhall::tools;
using posterhall::tests::must;

namespace {

void check_faults(const std::vector<Fault>& faults, std::size_t lines) {
  must(faults.size() <= max_faults + 1, "not more faults than are kept");
  for (const auto& fault : faults) {
    must(fault.line <= lines + 1, "a fault's line is in the file");
    must(!fault.what.empty() && text::is_utf8(fault.what), "a fault has readable words");
  }
}

void check_posters(const ImportFile& file) {
  std::set<std::string> ids;
  for (const auto& [poster, line, slots] : file.posters) {
    must(!poster.id.empty() && poster.id.size() <= max_id_bytes, "an id within its limit");
    must(ids.insert(poster.id).second, "ids are unique");
    must(!poster.title.empty() && text::code_points(poster.title) <= max_title, "a title within its limit");
    must(text::is_utf8(poster.title) && text::is_utf8(poster.summary), "text is UTF-8");
    must(text::code_points(poster.summary) <= max_summary, "a summary within its limit");
    must(poster.link.empty() || text::clean_link(poster.link) == poster.link, "links are clean");
    must(poster.authors.size() <= max_authors && poster.keywords.size() <= max_keywords, "lists within their limits");
  }
}

/// Written by us, it must be readable by us.
void check_round_trip(const ImportFile& file) {
  std::vector<domain::Poster> posters;
  for (const auto& imported : file.posters) posters.push_back(imported.poster);
  const auto again = read_import(posters_csv(posters), "again.csv", ImportFormat::csv, "UTC");
  must(again.sound(), "our own CSV is sound");
  must(again.posters.size() == posters.size(), "our own CSV has every poster");
  for (std::size_t i = 0; i < posters.size(); ++i) {
    must(again.posters[i].poster.id == posters[i].id, "our own CSV keeps ids");
    must(again.posters[i].poster.title == posters[i].title, "our own CSV keeps titles");
    must(again.posters[i].poster.summary == posters[i].summary, "our own CSV keeps summaries");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto bytes = tests::text_of(data + 1, size - 1);
  const auto lines = static_cast<std::size_t>(
                         std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; })) +
                     1;
  auto file = read_import(bytes, "posters.csv", static_cast<ImportFormat>(data[0] % 4), "Europe/Berlin");
  check_faults(file.errors, lines);
  check_faults(file.warnings, lines);
  (void)faults_text("posters.csv", file.errors, file.warnings);
  if (!file.sound()) return 0;
  check_posters(file);
  settle_shifts(file, file.sessions, "Europe/Berlin");
  if (!file.sound()) return 0;
  check_round_trip(file);
  return 0;
}
