#include "tools/import/poster_rows.hpp"

#include "base/ascii.hpp"
#include "text/text.hpp"

namespace posterhall::tools {
namespace {

/// An address without http:// that can only be one: a host with a dot and a name at the end.
std::optional<std::string> link_without_scheme(std::string_view value) {
  const std::string_view host = value.substr(0, value.find_first_of(":/?#"));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || host.size() - dot < 3) return std::nullopt;
  if (!std::ranges::all_of(host.substr(dot + 1), is_ascii_letter)) return std::nullopt;
  return text::clean_link("https://" + std::string(value));
}

/// "Ada Bell, Cy Dunn" (but not "Ada Bell, PhD"): two names of two words with a comma between.
bool is_list_by_commas(std::string_view authors) {
  std::size_t names = 0;
  for (const Cell& part : split({std::string(authors)}, ",")) names += part.text.find(' ') != std::string::npos ? 1 : 0;
  return names > 1;
}

}  // namespace

std::vector<Cell> split(const Cell& cell, std::string_view separators) {
  std::vector<Cell> parts;
  if (cell.faulty) return parts;
  std::string_view rest = cell.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    const std::string_view part = text::trim(rest.substr(0, end));
    if (!part.empty()) parts.push_back({std::string(part), cell.line});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
}

void PosterCollector::add(const RawPoster& raw) {
  ImportedPoster imported;
  imported.line = raw.line;
  domain::Poster& poster = imported.poster;
  poster.id = take_id(raw.id);
  poster.title = take_title(raw.title);
  poster.authors = take_list(raw.authors, "authors", max_author, max_authors);
  if (poster.authors.size() == 1 && is_list_by_commas(poster.authors.front())) {
    warnings_.add(raw.authors.front().line, "authors", in_quotes(poster.authors.front()) + " was read as one author",
                  "if these are several, separate them with ;");
  }
  poster.summary = take_summary(raw.summary);
  poster.category = take_line(raw.category, "category", max_category).value_or("");
  poster.link = take_link(raw.link, "link");
  poster.image_url = take_link(raw.image_url, "image_url");
  poster.file_booth = take_booth(raw.booth);
  poster.keywords = take_list(raw.keywords, "keywords", max_keyword, max_keywords);
  poster.shift_ids = take_list(raw.shifts, "shifts", max_shift, max_shifts);
  posters_.push_back(std::move(imported));
}

void PosterCollector::report_too_long(const Cell& cell, std::string_view column, std::size_t limit) {
  errors_.add(
      cell.line, column,
      grouped(text::code_points(text::trim(cell.text))) + " characters, and at most " + grouped(limit) + " are kept",
      "shorten it");
}

std::optional<std::string> PosterCollector::take_line(const Cell& cell, std::string_view column, std::size_t limit) {
  if (cell.faulty) return std::nullopt;
  auto line = text::clean_line(cell.text, limit);
  if (line) return std::move(*line);
  report_too_long(cell, column, limit);
  return std::nullopt;
}

std::string PosterCollector::take_title(const Cell& cell) {
  const auto title = take_line(cell, "title", max_title);
  if (title && title->empty()) {
    errors_.add(cell.line, "title", "the title is empty", "give the poster a title or take it out of the file");
  }
  return title.value_or("");
}

std::string PosterCollector::take_summary(const Cell& cell) {
  if (cell.faulty) return {};
  auto lines = text::clean_text(cell.text, max_summary);
  if (lines) return std::move(*lines);
  report_too_long(cell, names_.summary, max_summary);
  return {};
}

std::string PosterCollector::take_link(const Cell& cell, std::string_view column) {
  const std::string_view value = text::trim(cell.text);
  if (cell.faulty || value.empty()) return {};
  if (auto link = text::clean_link(value)) return std::move(*link);
  if (auto link = link_without_scheme(value)) {
    warnings_.add(cell.line, column, in_quotes(value) + " does not begin with http:// or https://",
                  "https:// was put before it; check that it opens");
    return std::move(*link);
  }
  warnings_.add(cell.line, column, in_quotes(value) + " is not a web address and was left out",
                "write one that begins with http:// or https://");
  return {};
}

std::vector<std::string> PosterCollector::take_list(const std::vector<Cell>& cells, std::string_view column,
                                                    std::size_t limit, std::size_t most) {
  std::vector<std::string> list;
  for (const Cell& cell : cells) {
    std::string item = take_line(cell, column, limit).value_or("");
    if (!item.empty()) list.push_back(std::move(item));
  }
  if (list.size() > most) {
    errors_.add(cells.front().line, column,
                grouped(list.size()) + " of them, and at most " + grouped(most) + " are kept", "shorten the list");
  }
  return list;
}

std::string PosterCollector::take_id(const Cell& cell) {
  auto id = take_line(cell, names_.id, max_id_bytes);
  if (!id) return {};
  if (id->empty()) {
    errors_.add(cell.line, names_.id, "the " + std::string(names_.id) + " is empty",
                "give each poster a short name that never changes, such as p-001");
    return {};
  }
  if (id->size() > max_id_bytes) {
    errors_.add(cell.line, names_.id, "longer than " + std::to_string(max_id_bytes) + " bytes", "shorten it");
    return {};
  }
  const auto [first, is_new] = id_lines_.emplace(*id, cell.line);
  if (!is_new) {
    errors_.add(cell.line, names_.id,
                in_quotes(*id) + " is already the " + std::string(names_.id) + " of the poster in line " +
                    std::to_string(first->second),
                "give this one another");
  }
  return std::move(*id);
}

std::string PosterCollector::take_booth(const Cell& cell) {
  std::string booth = take_line(cell, "booth", max_booth).value_or("");
  if (booth.empty()) return booth;
  const auto [first, is_new] = booth_lines_.emplace(text::fold(booth), cell.line);
  if (!is_new) {
    warnings_.add(cell.line, "booth",
                  in_quotes(booth) + " is also the booth of the poster in line " + std::to_string(first->second),
                  "links to that booth open the first one");
  }
  return booth;
}

}  // namespace posterhall::tools
