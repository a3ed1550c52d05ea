#include "tools/import/fault.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace posterhall::tools {

std::string Fault::message() const { return mend.empty() ? what : what + "; " + mend; }

std::string Fault::text(std::string_view file) const {
  std::string out(file);
  if (line > 0) out += ":" + std::to_string(line);
  out += ": ";
  if (!column.empty()) out += column + ": ";
  return out + message();
}

void Faults::add(std::uint32_t line, std::string_view column, std::string what, std::string mend) {
  if (list_.size() > max_faults) return;
  if (list_.size() == max_faults) {
    list_.push_back({line, "", "there are more after this line", "mend these first and read the file again"});
    return;
  }
  list_.push_back({line, std::string(column), std::move(what), std::move(mend)});
}

std::vector<Fault> Faults::take() {
  std::stable_sort(list_.begin(), list_.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
  return std::move(list_);
}

std::string faults_text(std::string_view file, const std::vector<Fault>& errors, const std::vector<Fault>& warnings) {
  std::string out;
  for (const Fault& fault : errors) out += fault.text(file) + "\n";
  for (Fault warning : warnings) {
    warning.what.insert(0, "warning: ");
    out += warning.text(file) + "\n";
  }
  return out;
}

std::string printable(std::string_view value) {
  constexpr std::size_t shown = 40;
  // A cut before cleaning keeps a megabyte of nonsense cheap; it may split a character, so cut between them.
  const std::string sound = text::from_code_points(text::to_code_points(value.substr(0, shown * 16)));
  const auto cleaned = text::clean_line(sound, sound.size());
  const std::string line = cleaned ? *cleaned : std::string();
  std::string cut = text::shorten(line, shown);
  if (cut.size() < line.size()) cut += "…";
  return cut;
}

std::string in_quotes(std::string_view value) { return "\"" + printable(value) + "\""; }

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string counted(std::size_t number, std::string_view one, std::string_view several) {
  return grouped(number) + " " + std::string(number == 1 ? one : several);
}

}  // namespace posterhall::tools
