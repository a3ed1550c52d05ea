#include "tools/import/posters_csv.hpp"

#include <array>
#include <set>

#include "text/text.hpp"
#include "tools/import/csv_writer.hpp"
#include "tools/import/poster_rows.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {
namespace {

constexpr std::string_view id_mend =
    "the first line is id,title,authors,summary,category,link,booth; give each poster a short name that never changes, "
    "such as p-001, in a column \"id\"";
constexpr std::string_view title_mend = "the first line is id,title,authors,summary,category,link,booth";

// The order of both lists is the order of Column.
enum Column : std::size_t { id, title, authors, summary, category, link, booth, image_url, keywords, last };
constexpr std::size_t shifts = last;    // ours
constexpr std::size_t sessions = last;  // MiniConf's

constexpr std::array<ColumnRule, 10> our_columns{{
    {"id", true, "|uid|key|poster id|poster_id|paper id|paper_id|identifier|code|no|no.|nr|nr.|#|", id_mend},
    {"title", true, "|name|poster|poster name|poster title|paper|paper title|headline|", title_mend},
    {"authors", false, "|author|author(s)|presenter|presenters|presenter(s)|speaker|speakers|people|names|", ""},
    {"summary", false, "|abstract|description|text|about|", ""},
    {"category", false, "|categories|topic|topics|track|theme|area|section|", ""},
    {"link", false, "|links|url|web|web page|webpage|website|web site|homepage|project page|project link|", ""},
    {"booth", false, "|stand|booth number|place|location|position|number|poster number|", ""},
    {"image_url", false, "|image|picture|pdf|poster image|poster url|poster_url|image url|", ""},
    {"keywords", false, "|keyword|tags|tag|", ""},
    {"shifts", false, "|shift|", ""},
}};

constexpr std::array<ColumnRule, 10> miniconf_columns{{
    {"uid", true, "|id|paper id|paper_id|",
     "the first line of MiniConf's file is UID,title,authors,abstract,keywords,sessions"},
    {"title", true, "|name|paper|",
     "the first line of MiniConf's file is UID,title,authors,abstract,keywords,sessions"},
    {"authors", false, "|author|", ""},
    {"abstract", false, "|summary|description|", ""},
    {"category", false, "|topic|track|theme|area|", ""},
    {"link", false, "|url|website|", ""},
    {"booth", false, "|stand|place|", ""},
    {"image_url", false, "|image|picture|", ""},
    {"keywords", false, "|keyword|tags|", ""},
    {"sessions", false, "|session|", ""},
}};

PosterFields fields_of(const Table& table) {
  PosterFields fields;
  const auto note = [&](Column column, PosterField field) {
    if (column < table.has.size() && table.has[column]) fields.set(static_cast<std::size_t>(field));
  };
  note(title, PosterField::title);
  note(authors, PosterField::authors);
  note(summary, PosterField::summary);
  note(category, PosterField::category);
  note(link, PosterField::link);
  note(booth, PosterField::booth);
  note(image_url, PosterField::image_url);
  note(keywords, PosterField::keywords);
  return fields;
}

RawPoster raw_of(const Row& row) {
  RawPoster raw;
  raw.line = row.line;
  raw.id = row.cells[id];
  raw.title = row.cells[title];
  raw.summary = row.cells[summary];
  raw.category = row.cells[category];
  raw.link = row.cells[link];
  raw.booth = row.cells[booth];
  raw.image_url = row.cells[image_url];
  return raw;
}

/// "Olu Adebayo and Petra Novak": MiniConf's files part authors by "|", but people type " and ".
std::vector<Cell> miniconf_authors(const Cell& cell, Faults& warnings) {
  std::vector<Cell> names = split(cell, "|\n");
  constexpr std::string_view word = " and ";
  const std::size_t at = names.size() == 1 ? names[0].text.find(word) : std::string::npos;
  if (at == std::string::npos) return names;
  Cell second{names[0].text.substr(at + word.size()), names[0].line};
  names[0].text.resize(at);
  warnings.add(cell.line, "authors", in_quotes(cell.text) + " was read as two authors", "separate authors with |");
  names.push_back(std::move(second));
  return names;
}

void finish(const Table& table, PosterCollector& collector, ImportFile& file, Faults& errors) {
  if (table.has.empty()) return;  // the header's faults are said already
  file.fields = fields_of(table);
  file.posters = collector.take();
  if (table.rows.empty() && errors.empty()) {
    errors.add(1, "", "there is no poster below the first line", "add a row for each poster");
  }
}

}  // namespace

void read_posters_csv(std::string_view bytes, ImportFile& file, Faults& errors, Faults& warnings) {
  const Table table = read_table(bytes, our_columns, errors, warnings);
  PosterCollector collector(errors, warnings);
  for (const Row& row : table.rows) {
    RawPoster raw = raw_of(row);
    raw.authors = split(row.cells[authors], ";\n");
    raw.keywords = split(row.cells[keywords], ";\n");
    raw.shifts = split(row.cells[shifts], ";\n");
    collector.add(raw);
  }
  finish(table, collector, file, errors);
  if (!table.has.empty() && table.has[shifts]) file.fields.set(static_cast<std::size_t>(PosterField::shifts));
}

bool is_miniconf(std::string_view bytes) { return header_has(bytes, "uid") && !header_has(bytes, "id"); }

void read_miniconf(std::string_view bytes, ImportFile& file, Faults& errors, Faults& warnings) {
  const Table table = read_table(bytes, miniconf_columns, errors, warnings);
  PosterCollector collector(errors, warnings, {"UID", "abstract"});
  std::set<std::string> session_names;
  for (const Row& row : table.rows) {
    RawPoster raw = raw_of(row);
    raw.authors = miniconf_authors(row.cells[authors], warnings);
    raw.keywords = split(row.cells[keywords], "|\n");
    collector.add(raw);
    for (const Cell& name : split(row.cells[sessions], "|\n")) session_names.insert(name.text);
  }
  if (!session_names.empty()) {
    warnings.add(1, "sessions",
                 counted(session_names.size(), "session is", "sessions are") + " named here without times, so " +
                     (session_names.size() == 1 ? "it was" : "they were") + " left out",
                 "write the programme into event.toml");
  }
  finish(table, collector, file, errors);
}

std::string posters_csv(const std::vector<domain::Poster>& posters) {
  const auto joined = [](const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& item : list) out += (out.empty() ? "" : "; ") + item;
    return out;
  };
  CsvWriter writer(
      {"id", "title", "authors", "summary", "category", "link", "booth", "image_url", "keywords", "shifts"});
  for (const domain::Poster& poster : posters) {
    writer.row({poster.id, poster.title, joined(poster.authors), poster.summary, poster.category, poster.link,
                poster.file_booth, poster.image_url, joined(poster.keywords), joined(poster.shift_ids)});
  }
  return writer.take();
}

}  // namespace posterhall::tools
