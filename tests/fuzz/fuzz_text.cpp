// Any bytes to everything that makes text safe: what comes out is UTF-8, within its limit, and clean already.
#include "fuzz/fuzz_input.hpp"
#include "text/text.hpp"

using namespace posterhall;
using posterhall::tests::must;

namespace {

constexpr std::size_t kLong = 4000;

void check_clean(const Result<std::string>& cleaned, bool several_lines) {
  if (!cleaned) return;
  must(text::is_utf8(*cleaned), "cleaned text is UTF-8");
  must(text::code_points(*cleaned) <= kLong, "cleaned text is within its limit");
  const auto again = several_lines ? text::clean_text(*cleaned, kLong) : text::clean_line(*cleaned, kLong);
  must(again.has_value() && *again == *cleaned, "what is clean stays as it is");
  must(several_lines || cleaned->find('\n') == std::string::npos, "a line is one line");
  for (const char c : *cleaned) must(c == '\n' || static_cast<unsigned char>(c) >= 0x20, "no control characters");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = tests::text_of(data, size);
  const auto line = text::clean_line(bytes, kLong);
  check_clean(line, false);
  check_clean(text::clean_text(bytes, kLong), true);
  must(text::is_utf8(bytes) || !line, "what is not UTF-8 is refused");
  must(text::from_code_points(text::to_code_points(bytes)) == bytes || !text::is_utf8(bytes), "code points and back");
  const auto folded = text::fold(bytes);
  must(text::is_utf8(folded), "folded text is UTF-8");
  must(text::fold(folded) == folded, "what is folded stays as it is");
  for (const auto& word : text::words(bytes)) must(!word.empty() && text::is_utf8(word), "words are readable");
  if (text::is_utf8(bytes)) {
    const auto cut = text::shorten(bytes, 16);
    must(text::is_utf8(cut) && text::code_points(cut) <= 16, "cut between characters");
    (void)text::trim(bytes);
  }
  if (const auto link = text::clean_link(bytes)) must(text::clean_link(*link) == *link, "a clean link stays");
  if (const auto address = text::clean_email(bytes)) must(text::clean_email(*address) == *address, "an address stays");
  return 0;
}
