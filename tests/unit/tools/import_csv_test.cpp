#include "tools/import/csv_reader.hpp"

#include "tools/import/csv_writer.hpp"
#include "tools/import/posters_csv.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

std::vector<std::vector<std::string>> cells_of(std::string_view bytes, char separator = ',') {
  std::vector<std::vector<std::string>> all;
  CsvReader reader(bytes, separator);
  while (const auto record = reader.next()) {
    all.emplace_back();
    for (const CsvCell& cell : record->cells) all.back().push_back(cell.text);
  }
  return all;
}
using Cells = std::vector<std::vector<std::string>>;

TEST(CsvReader, ReadsRecordsWithEveryLineEnd) {
  EXPECT_EQ(cells_of("a,b\r\nc,d\n e ,\n"), (Cells{{"a", "b"}, {"c", "d"}, {" e ", ""}}));
  EXPECT_EQ(cells_of("a,b\rc,d\r"), (Cells{{"a", "b"}, {"c", "d"}})) << "CR alone, when there is no LF at all";
  EXPECT_EQ(cells_of("a\rb,c\n"), (Cells{{"a\rb", "c"}})) << "a stray CR is text";
  EXPECT_EQ(cells_of(""), Cells{});
  EXPECT_EQ(cells_of("a"), (Cells{{"a"}}));
}

TEST(CsvReader, ReadsQuotedCells) {
  EXPECT_EQ(cells_of("\"a,b\",\"say \"\"hi\"\"\",\"\"\n"), (Cells{{"a,b", "say \"hi\"", ""}}));
  EXPECT_EQ(cells_of("\"one\ntwo\",x\n"), (Cells{{"one\ntwo", "x"}}));
  EXPECT_EQ(cells_of("a, \"b, c\" ,d\n"), (Cells{{"a", "b, c", "d"}})) << "spaces around quotes";
  EXPECT_EQ(cells_of("5\" disk,x\n"), (Cells{{"5\" disk", "x"}})) << "a quote inside an unquoted cell is text";
}

TEST(CsvReader, CountsLinesInsideQuotes) {
  CsvReader reader("h\n\"a\r\nb\nc\",\"d\ne\"\nlast\n", ',');
  EXPECT_EQ(reader.next()->line, 1U);
  const auto second = reader.next();
  EXPECT_EQ(second->line, 2U);
  EXPECT_EQ(second->cells[1].line, 4U);
  EXPECT_EQ(reader.next()->line, 6U);
}

TEST(CsvReader, AFaultInQuotesDoesNotHideTheRest) {
  CsvReader reader("a,\"never closed\nb,c\n", ',');
  const auto record = reader.next();
  ASSERT_TRUE(record->fault);
  EXPECT_EQ(record->fault->kind, CsvQuoteFault::Kind::unclosed);
  EXPECT_EQ(record->fault->line, 1U);
  EXPECT_EQ(record->fault->cell, 1U);
  const auto next = reader.next();
  EXPECT_EQ(next->line, 2U);
  EXPECT_EQ(next->cells.size(), 2U);
}

TEST(CsvReader, FindsTheSeparator) {
  EXPECT_EQ(find_separator("id,title\n"), ',');
  EXPECT_EQ(find_separator("id;title;authors\n"), ';');
  EXPECT_EQ(find_separator("id\ttitle\n"), '\t');
  EXPECT_EQ(find_separator("title\n"), ',');
  EXPECT_EQ(find_separator("\"a;b;c\",d\n"), ',');
}

TEST(CsvWriter, QuotesWhatNeedsIt) {
  CsvWriter writer({"name", "text"});
  writer.row({"plain", "a,b"});
  writer.row({"say \"hi\"", "two\nlines"});
  writer.row({"short"});
  EXPECT_EQ(writer.text(), "name,text\r\nplain,\"a,b\"\r\n\"say \"\"hi\"\"\",\"two\nlines\"\r\nshort,\r\n");
  EXPECT_TRUE(CsvWriter({"a"}, true).text().starts_with("\xEF\xBB\xBF"));
}

TEST(CsvWriter, DefusesFormulas) {
  for (const char* text :
       {"=1+1", "+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "'=1"}) {
    EXPECT_EQ(defused(text), "'" + std::string(text));
    EXPECT_EQ(undefused(defused(text)), text);
  }
  for (const char* text : {"", "a=1", "5-2", "'quoted'", "x@y", "'"}) {
    EXPECT_EQ(defused(text), text);
    EXPECT_EQ(undefused(text), text);
  }
}

TEST(CsvWriter, WhatItWritesIsReadAgain) {
  domain::Poster poster;
  poster.id = "-p 1";
  poster.title = "'=an honest \"title\"; really";
  poster.authors = {"Ada Bell", "Cy, PhD"};
  poster.summary = "=one\n\n-two, three";
  poster.category = "+Vision";
  poster.link = "https://example.org/?a=b";
  poster.file_booth = "@4";
  poster.image_url = "https://example.org/p.png";
  poster.keywords = {"a b", "c"};
  const ImportFile file = read(posters_csv({poster}));
  EXPECT_EQ(faults_text("", file.errors, file.warnings), "");
  ASSERT_EQ(file.posters.size(), 1U);
  const domain::Poster& again = file.posters[0].poster;
  EXPECT_EQ(again.id, poster.id);
  EXPECT_EQ(again.title, poster.title);
  EXPECT_EQ(again.authors, poster.authors);
  EXPECT_EQ(again.summary, poster.summary);
  EXPECT_EQ(again.category, poster.category);
  EXPECT_EQ(again.link, poster.link);
  EXPECT_EQ(again.file_booth, poster.file_booth);
  EXPECT_EQ(again.image_url, poster.image_url);
  EXPECT_EQ(again.keywords, poster.keywords);
}

}  // namespace
}  // namespace posterhall::tools
