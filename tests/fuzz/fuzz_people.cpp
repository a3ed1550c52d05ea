// Any bytes as an invitation list.
#include "fuzz/fuzz_input.hpp"
#include "text/text.hpp"
#include "tools/import/people_csv.hpp"

using namespace posterhall;
using namespace posterhall::tools;
using posterhall::tests::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto file = read_people(tests::text_of(data, size), "people.csv");
  domain::Poster poster;
  poster.id = "P1";
  check_people(file, {poster}, {"a@example.org"});
  must(text::is_utf8(faults_text(file)), "faults are readable");
  if (!file.sound()) return 0;
  for (const auto& person : file.people) {
    must(!person.name.empty() && text::code_points(person.name) <= max_person_name, "a name within its limit");
    must(text::is_utf8(person.name) && text::is_utf8(person.affiliation), "text is UTF-8");
    must(text::clean_email(person.email) == person.email, "addresses are clean");
    must(text::code_points(person.short_name) <= max_short_name, "a short name within its limit");
  }
  return 0;
}
