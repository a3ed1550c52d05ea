// One table of a TOML file, read key by key: wrong types and unknown keys become faults with their lines.
// Runs on: any thread. Owns: nothing but the keys it has been asked for.
#pragma once

#define TOML_EXCEPTIONS 1
// toml++ asserts what a malformed time breaks ("2026-05-14T.9"): people's files may not end the program.
#define TOML_ASSERT(holds) ((holds) ? void() : throw std::logic_error(#holds))
#include <cstdint>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wterminate"  // some of its asserts stand in noexcept functions
#endif
#include <toml++/toml.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#include "tools/event_file.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {

/// A time as written: a local one, one with an offset, or a day alone.
struct WrittenTime {
  LocalSeconds local = 0;
  std::optional<std::int64_t> offset;  ///< seconds east of UTC, if written
};

class TomlReader {
 public:
  /// `path` names the table in faults: "event", "session[2]".
  TomlReader(const toml::table& table, std::string path, std::vector<EventFault>& faults);

  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
  /// One line of at most `most` code points; empty if silent.
  std::string line(std::string_view key, std::size_t most);
  /// One line that has to be there: if it is silent, `missing` is the fault; if it is wrong, that alone is said.
  std::string needed_line(std::string_view key, std::size_t most, std::string missing);
  /// Several lines.
  std::string text(std::string_view key, std::size_t most);
  std::vector<std::string> lines(std::string_view key, std::size_t most);
  std::optional<bool> flag(std::string_view key);
  std::optional<std::int64_t> number(std::string_view key, std::int64_t least, std::int64_t most);
  /// "2026-04-21", from a TOML date or a text of that form.
  std::string day(std::string_view key);
  std::vector<std::string> days(std::string_view key);
  std::optional<WrittenTime> time(std::string_view key);
  std::vector<const toml::table*> tables(std::string_view key);
  const toml::table* table(std::string_view key);
  /// A text or a number, as written.
  std::string plain(std::string_view key);

  void fault(std::string_view key, std::string message);
  /// Where a key of this table stands.
  [[nodiscard]] std::uint32_t line_of(std::string_view key) const;
  [[nodiscard]] std::string path_of(std::string_view key) const;
  /// To be called last: every key nobody asked for is a fault.
  void refuse_unknown();

 private:
  const toml::node* find(std::string_view key);
  void wrong_type(std::string_view key, const toml::node& node, std::string_view wanted);
  std::string cleaned(std::string_view key, const toml::node& node, std::size_t most, bool several_lines);
  std::string day_of(std::string_view key, const toml::node& node);

  const toml::table& table_;
  std::string path_;
  std::vector<EventFault>& faults_;
  std::set<std::string, std::less<>> asked_;
};

/// The nearest of `known` to a mistyped word, if it is near (at most two edits, and fewer than its length).
[[nodiscard]] std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known);

/// "2026-04-21" to days since 1970; nullopt for anything that is not a day.
[[nodiscard]] std::optional<std::int64_t> parse_day(std::string_view day);
[[nodiscard]] std::string day_text(std::int64_t days_since_1970);

}  // namespace posterhall::tools
