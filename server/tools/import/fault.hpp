// What is wrong in a file, where, and what to do: a line that a person can act on.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace posterhall::tools {

struct Fault {
  std::uint32_t line = 0;  ///< from 1; 0 = the file as a whole
  std::string column;      ///< the column's or member's name; may be empty
  std::string what;        ///< "the title is empty"
  std::string mend;        ///< "give every poster a title"; may be empty

  /// "what; what to do".
  [[nodiscard]] std::string message() const;
  /// "FILE:LINE: COLUMN: what; what to do".
  [[nodiscard]] std::string text(std::string_view file) const;
  friend bool operator==(const Fault&, const Fault&) = default;
};

/// Most faults kept; what follows is said in one line.
inline constexpr std::size_t max_faults = 1000;

/// Collects faults; past max_faults only the fact that there are more.
class Faults {
 public:
  void add(std::uint32_t line, std::string_view column, std::string what, std::string mend = {});
  [[nodiscard]] bool empty() const { return list_.empty(); }
  /// In the order of the lines.
  [[nodiscard]] std::vector<Fault> take();

 private:
  std::vector<Fault> list_;
};

/// Errors, then warnings, a line each: "FILE:LINE: COLUMN: what; what to do".
[[nodiscard]] std::string faults_text(std::string_view file, const std::vector<Fault>& errors,
                                      const std::vector<Fault>& warnings);

/// A value from a file as it may be printed: cleaned, at most 40 characters.
[[nodiscard]] std::string printable(std::string_view value);
/// The same in quotes.
[[nodiscard]] std::string in_quotes(std::string_view value);
/// "1,048,576".
[[nodiscard]] std::string grouped(std::size_t number);
/// "1 poster", "7 posters".
[[nodiscard]] std::string counted(std::size_t number, std::string_view one, std::string_view several);

}  // namespace posterhall::tools
