// What kind of bytes these are, before anybody reads them as text.
#include <algorithm>
#include <array>

#include "text/text.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {
namespace {

constexpr std::string_view save_as_utf8 =
    "in the spreadsheet choose Save as, \"CSV UTF-8 (comma delimited)\", and import that file";

bool begins(std::string_view bytes, std::string_view with) { return bytes.substr(0, with.size()) == with; }

/// UTF-16 without a mark: every second byte of its ASCII is zero.
bool is_bare_utf16(std::string_view bytes) {
  return bytes.size() >= 4 &&
         ((bytes[0] != 0 && bytes[1] == 0 && bytes[3] == 0) || (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0));
}

}  // namespace

std::string_view without_mark(std::string_view bytes) {
  return begins(bytes, "\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

bool check_is_text(std::string_view bytes, Faults& errors, bool may_be_xml) {
  const std::string mend(save_as_utf8);
  if (text::trim(without_mark(bytes)).empty()) {
    errors.add(0, "", "the file is empty", "choose another file");
  } else if (begins(bytes, "PK\x03\x04") || begins(bytes, "\xD0\xCF\x11\xE0")) {
    errors.add(0, "", "this is a spreadsheet or an archive, not a text file", mend);
  } else if (begins(bytes, "\xFF\xFE") || begins(bytes, "\xFE\xFF") || is_bare_utf16(bytes)) {
    errors.add(0, "", "the file is written in UTF-16 (a spreadsheet calls that \"Unicode text\")", mend);
  } else if (bytes.find('\0') != std::string_view::npos || begins(bytes, "%PDF")) {
    errors.add(0, "", "this is not a text file", "give a CSV or JSON file; the README shows both shapes");
  } else if (!may_be_xml && text::trim(without_mark(bytes)).front() == '<') {
    errors.add(0, "", "this is XML or a web page, and no frab schedule",
               "give a CSV or JSON file, or a programme as frab XML or iCalendar");
  } else {
    return true;
  }
  return false;
}

bool check_utf8_lines(std::string_view text, Faults& errors) {
  std::size_t begin = 0;
  std::uint32_t line = 1;
  bool sound = true;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!text::is_utf8(text.substr(begin, end - begin))) {
      errors.add(line, "", "there are bytes here that are not UTF-8", "save the file as UTF-8");
      sound = false;
    }
    begin = end + 1;
    ++line;
  }
  return sound;
}

bool looks_like_windows_1252(std::string_view bytes) {
  constexpr std::string_view unused = "\x81\x8D\x8F\x90\x9D";
  bool has_high = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    has_high = true;
    if (unused.find(bytes[i]) != std::string_view::npos) return false;
    // Two bytes that are UTF-8 together: then the file is UTF-8 with faults in it.
    const bool lead = byte >= 0xC2 && byte <= 0xF4;
    const bool follow = i + 1 < bytes.size() && (static_cast<unsigned char>(bytes[i + 1]) & 0xC0U) == 0x80U;
    if (lead && follow) return false;
  }
  return has_high;
}

}  // namespace posterhall::tools
