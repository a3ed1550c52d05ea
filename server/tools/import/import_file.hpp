// A file of posters or of a programme, read: our CSV, our JSON, MiniConf's papers.csv, frab's schedule as XML or JSON
// (as pretalx exports it) or an iCalendar become posters, programme, warnings and errors. Runs on: any thread. Owns:
// its values.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"
#include "tools/import/fault.hpp"

namespace posterhall::tools {

enum class ImportFormat : std::uint8_t { automatic, csv, json, miniconf, frab_json, frab, icalendar };

/// "auto", "csv", "json", "miniconf", "frab-json", "frab", "ics".
[[nodiscard]] std::optional<ImportFormat> import_format_of(std::string_view name);

/// What a file can say about a poster, its id apart. A field the file does not speak of stays as it is in the hall.
enum class PosterField : std::uint8_t { title, authors, summary, category, link, image_url, booth, keywords, shifts };
inline constexpr std::size_t poster_field_count = 9;
using PosterFields = std::bitset<poster_field_count>;
[[nodiscard]] std::string_view name_of(PosterField field);

/// When a poster is tended, as a programme has it: a session of that programme, and its own hours in it.
struct ImportedSlot {
  std::string session;
  domain::TimeSpan span;  ///< 0,0 = by day only
};

struct ImportedPoster {
  domain::Poster poster;   ///< id and the fields of the file; key, booth, topic and picture are not its to say
  std::uint32_t line = 0;  ///< where it begins in the file
  std::vector<ImportedSlot> slots;
};

struct ImportFile {
  std::string name;                         ///< as it was given, for messages
  ImportFormat format = ImportFormat::csv;  ///< as recognised; never automatic
  PosterFields fields;                      ///< which fields the file speaks of
  std::vector<ImportedPoster> posters;      ///< in the file's order
  domain::EventInfo event;                  ///< from a JSON's "event" or a programme; empty where it is silent
  std::vector<domain::Session> sessions;    ///< from a JSON's schedule or a programme, in its order
  std::vector<domain::RoomDef> rooms;       ///< of a programme's breakouts
  std::vector<Fault> warnings;
  std::vector<Fault> errors;  ///< with one of these nothing may be imported

  [[nodiscard]] bool sound() const { return errors.empty(); }
  /// Whether it is another program's programme, which may have posters in it.
  [[nodiscard]] bool is_programme() const {
    return format == ImportFormat::frab_json || format == ImportFormat::frab || format == ImportFormat::icalendar;
  }
};

/// Largest file that is read, bytes.
inline constexpr std::size_t max_import_bytes = 64U << 20U;
/// Limits on a poster's fields, code points (the id: bytes).
inline constexpr std::size_t max_id_bytes = 128;
inline constexpr std::size_t max_title = 400;
inline constexpr std::size_t max_summary = 20000;
inline constexpr std::size_t max_author = 200;
inline constexpr std::size_t max_authors = 500;
inline constexpr std::size_t max_category = 200;
inline constexpr std::size_t max_booth = 32;
inline constexpr std::size_t max_keyword = 100;
inline constexpr std::size_t max_keywords = 100;
inline constexpr std::size_t max_shift = 64;
inline constexpr std::size_t max_shifts = 20;
/// Of a session's.
inline constexpr std::size_t max_sponsor = 120;

/// Reads bytes; `name` is for messages only. `fallback_zone`: event.toml's time zone, for a file without one. Never
/// fails otherwise than by `errors`, whatever the bytes are.
[[nodiscard]] ImportFile read_import(std::string_view bytes, std::string name, ImportFormat format,
                                     const std::string& fallback_zone = "");
/// The same of a file; one that cannot be read is an error of the file as a whole.
[[nodiscard]] ImportFile read_import_file(const std::string& path, ImportFormat format,
                                          const std::string& fallback_zone = "");

/// The bytes of a file of at most max_import_bytes, or nothing and an error that says why.
[[nodiscard]] std::optional<std::string> read_whole_file(const std::string& path, Faults& errors);

}  // namespace posterhall::tools
