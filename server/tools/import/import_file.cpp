#include "tools/import/import_file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "text/text.hpp"
#include "tools/import/event_json.hpp"
#include "tools/import/frab_xml.hpp"
#include "tools/import/icalendar_reader.hpp"
#include "tools/import/posters_csv.hpp"
#include "tools/import/programme.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {
namespace {

ImportFormat recognise(std::string_view bytes) {
  if (looks_like_frab(bytes)) return ImportFormat::frab;
  if (looks_like_icalendar(bytes)) return ImportFormat::icalendar;
  const std::string_view start = text::trim(without_mark(bytes.substr(0, 4096)));
  if (!start.empty() && (start.front() == '{' || start.front() == '[')) return ImportFormat::json;
  return is_miniconf(bytes) ? ImportFormat::miniconf : ImportFormat::csv;
}

void read_programme(std::string_view bytes, const std::string& fallback_zone, ImportFile& file, Faults& errors,
                    Faults& warnings) {
  if (!check_utf8_lines(bytes, errors)) return;
  auto programme = file.format == ImportFormat::frab ? read_frab_xml(bytes, errors)
                                                     : read_icalendar(bytes, fallback_zone, errors, warnings);
  build_programme(std::move(programme), fallback_zone, file, errors, warnings);
}

}  // namespace

std::optional<ImportFormat> import_format_of(std::string_view name) {
  if (name == "auto") return ImportFormat::automatic;
  if (name == "csv") return ImportFormat::csv;
  if (name == "json") return ImportFormat::json;
  if (name == "miniconf") return ImportFormat::miniconf;
  if (name == "frab-json" || name == "pretalx") return ImportFormat::frab_json;
  if (name == "frab") return ImportFormat::frab;
  if (name == "ics") return ImportFormat::icalendar;
  return std::nullopt;
}

std::string_view name_of(PosterField field) {
  switch (field) {
    case PosterField::title: return "title";
    case PosterField::authors: return "authors";
    case PosterField::summary: return "summary";
    case PosterField::category: return "category";
    case PosterField::link: return "link";
    case PosterField::image_url: return "image_url";
    case PosterField::booth: return "booth";
    case PosterField::keywords: return "keywords";
    case PosterField::shifts: return "shifts";
  }
  return "";
}

ImportFile read_import(std::string_view bytes, std::string name, ImportFormat format,
                       const std::string& fallback_zone) {
  ImportFile file;
  file.name = std::move(name);
  file.format = format;
  Faults errors;
  Faults warnings;
  if (check_is_text(bytes, errors, format == ImportFormat::frab || looks_like_frab(bytes))) {
    if (format == ImportFormat::automatic) file.format = recognise(bytes);
    switch (file.format) {
      case ImportFormat::automatic:
      case ImportFormat::csv: read_posters_csv(bytes, file, errors, warnings); break;
      case ImportFormat::json:
      case ImportFormat::frab_json: read_event_json(bytes, fallback_zone, file, errors, warnings); break;
      case ImportFormat::miniconf: read_miniconf(bytes, file, errors, warnings); break;
      case ImportFormat::frab:
      case ImportFormat::icalendar: read_programme(bytes, fallback_zone, file, errors, warnings); break;
    }
  }
  file.errors = errors.take();
  file.warnings = warnings.take();
  return file;
}

std::optional<std::string> read_whole_file(const std::string& path, Faults& errors) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> source(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!source) {
    errors.add(0, "", std::string("the file cannot be opened (") + std::strerror(errno) + ")",
               "check its name and its permissions");
    return std::nullopt;
  }
  std::string bytes;
  std::array<char, 65536> piece{};
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), source.get())) {
    bytes.append(piece.data(), size);
    if (bytes.size() > max_import_bytes) {
      errors.add(0, "", "the file has more than " + std::to_string(max_import_bytes >> 20U) + " MB",
                 "take out what is not a poster's text");
      return std::nullopt;
    }
  }
  if (std::ferror(source.get()) != 0) {
    errors.add(0, "", std::string("the file cannot be read (") + std::strerror(errno) + ")",
               "give a file, not a folder, that this user may read");
    return std::nullopt;
  }
  return bytes;
}

ImportFile read_import_file(const std::string& path, ImportFormat format, const std::string& fallback_zone) {
  Faults errors;
  const auto bytes = read_whole_file(path, errors);
  if (bytes) return read_import(*bytes, path, format, fallback_zone);
  ImportFile file;
  file.name = path;
  file.errors = errors.take();
  return file;
}

}  // namespace posterhall::tools
