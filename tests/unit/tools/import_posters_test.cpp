// Our CSV, rule by rule.
#include <algorithm>
#include <random>

#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

constexpr std::string_view header = "id,title,authors,summary,category,link,booth\n";

std::string with_header(std::string_view rows) { return std::string(header) + std::string(rows); }

TEST(ImportCsv, ReadsEveryColumn) {
  const ImportFile file = read(
      "id,title,authors,summary,category,link,booth,image_url,keywords,shifts\r\n"
      "p-1,A title,Ada Bell; Cy Dunn ;; Eve Lund,\"One.\nTwo.\",Vision,https://example.org/a,D4,"
      "https://example.org/a.png,maps; folding,morning; evening\r\n");
  EXPECT_TRUE(file.sound());
  EXPECT_TRUE(file.warnings.empty());
  EXPECT_EQ(file.format, ImportFormat::csv);
  ASSERT_EQ(file.posters.size(), 1U);
  const domain::Poster& poster = file.posters[0].poster;
  EXPECT_EQ(file.posters[0].line, 2U);
  EXPECT_EQ(poster.id, "p-1");
  EXPECT_EQ(poster.title, "A title");
  EXPECT_EQ(poster.authors, (Texts{"Ada Bell", "Cy Dunn", "Eve Lund"}));
  EXPECT_EQ(poster.summary, "One.\nTwo.");
  EXPECT_EQ(poster.category, "Vision");
  EXPECT_EQ(poster.link, "https://example.org/a");
  EXPECT_EQ(poster.file_booth, "D4");
  EXPECT_EQ(poster.image_url, "https://example.org/a.png");
  EXPECT_EQ(poster.keywords, (Texts{"maps", "folding"}));
  EXPECT_EQ(poster.shift_ids, (Texts{"morning", "evening"}));
  EXPECT_TRUE(file.fields.all());
  EXPECT_FALSE(poster.key) << "keys and booths are the hall's to give";
  EXPECT_FALSE(poster.booth);
}

TEST(ImportCsv, AnyOrderOfColumnsAndAnyCase) {
  const ImportFile file = read(" Title ,BOOTH,Id\nA title,B2,p-1\n");
  EXPECT_TRUE(file.sound());
  EXPECT_EQ(file.posters.at(0).poster.title, "A title");
  EXPECT_EQ(file.posters.at(0).poster.file_booth, "B2");
  EXPECT_EQ(file.fields.count(), 2U) << "of the rest it says nothing";
}

TEST(ImportCsv, MarkAndLineEndsAndSeparators) {
  EXPECT_EQ(read("\xEF\xBB\xBFid,title\r\np-1,T\r\n").posters.at(0).poster.id, "p-1");
  EXPECT_EQ(read("id;title;authors\np-1;T;\"Ada; Bo\"\n").posters.at(0).poster.authors, (Texts{"Ada", "Bo"}));
  EXPECT_EQ(read("id\ttitle\np-1\tT\n").posters.at(0).poster.title, "T");
  const ImportFile excel = read("sep=;\r\nid;title\r\np-1;\r\n");
  EXPECT_EQ(places(excel.errors), (Places{"3: title"})) << "lines are counted from the file's first";
}

TEST(ImportCsv, EmptySummariesAndRepeatedTitlesAreFine) {
  const ImportFile file = read(with_header("p-1,Same,,,,,\np-2,Same,,,,,\n"));
  EXPECT_TRUE(file.sound());
  EXPECT_TRUE(file.warnings.empty());
  EXPECT_EQ(file.posters.size(), 2U);
}

TEST(ImportCsv, TextIsCleanedAndTrimmed) {
  const ImportFile file =
      read(with_header(" p-1 , A\u200B  title\u00A0,Schro\u0308dinger,\" one \r\n\r\n\r\n\r\ntwo \",,,\n"));
  const domain::Poster& poster = file.posters.at(0).poster;
  EXPECT_EQ(poster.id, "p-1");
  EXPECT_EQ(poster.title, "A title");
  EXPECT_EQ(poster.authors, Texts{"Schrödinger"});
  EXPECT_EQ(poster.summary, "one\n\ntwo");
}

TEST(ImportCsv, BlankRowsAndEmptyCellsAtTheEndArePassedOver) {
  const ImportFile file = read("id,title,,\np-1,T,,\n,,,\n\np-2,T\np-3,T,,,,\n");
  EXPECT_EQ(file.posters.size(), 3U);
  EXPECT_TRUE(file.sound()) << faults_text("f", file.errors, file.warnings);
}

TEST(ImportCsv, UnknownColumnsAreReportedAndIgnored) {
  const ImportFile file = read("id,title,stars,Abstract\np-1,T,5,words\n");
  EXPECT_TRUE(file.sound());
  ASSERT_EQ(places(file.warnings), (Places{"1: stars", "1: Abstract"}));
  EXPECT_NE(file.warnings[1].mend.find("\"summary\""), std::string::npos);
  EXPECT_EQ(file.posters.at(0).poster.summary, "");
}

TEST(ImportCsv, AListOfNothingButASeparatorLineIsAFault) {
  const ImportFile file = read("sep=;\n");
  ASSERT_EQ(file.errors.size(), 1U);
  EXPECT_EQ(file.errors[0].what, "there is no line that names the columns");
  EXPECT_FALSE(read("sep=").sound());
}

TEST(ImportCsv, MissingAndDoubledColumnsAreFaultsOfTheHeader) {
  EXPECT_EQ(places(read("title,authors\nT,Ada\n").errors), Places{"1: id"});
  EXPECT_EQ(places(read("id,authors\n1,Ada\n").errors), Places{"1: title"});
  EXPECT_EQ(places(read("id,title,Title\n1,T,U\n").errors), Places{"1: title"});
  const ImportFile renamed = read("id,Poster name\n1,T\n");
  EXPECT_NE(renamed.errors.at(0).mend.find("\"Poster name\""), std::string::npos);
  EXPECT_TRUE(renamed.posters.empty());
}

TEST(ImportCsv, EmptyTitlesAndIds) {
  const ImportFile file = read(with_header("p-1,,,,,,\np-2,  \u200B ,,,,,\n,T,,,,,\n"));
  EXPECT_EQ(places(file.errors), (Places{"2: title", "3: title", "4: id"}));
}

TEST(ImportCsv, DoubledIdsNameTheFirstUse) {
  const ImportFile file = read(with_header("a,T,,,,,\nb,T,,,,,\n a ,T,,,,,\nA,T,,,,,\n"));
  ASSERT_EQ(places(file.errors), Places{"4: id"});
  EXPECT_NE(file.errors[0].what.find("line 2"), std::string::npos);
}

TEST(ImportCsv, DoubledBoothsAreAWarning) {
  const ImportFile file = read(with_header("a,T,,,,,D4\nb,T,,,,,d4\n"));
  EXPECT_TRUE(file.sound());
  EXPECT_EQ(places(file.warnings), Places{"3: booth"});
}

TEST(ImportCsv, LimitsAreToTheCharacter) {
  const std::string title(max_title, 'x');
  const std::string summary(max_summary, 'y');
  EXPECT_TRUE(read(with_header("a," + title + ",," + summary + ",,,\n")).sound());
  const ImportFile file =
      read(with_header("a," + title + "x,,,,,\nb,T,,z" + summary + ",,,\nc,T,,,,," + std::string(33, '9') + "\n" +
                       std::string(129, 'i') + ",T,,,,,\nd,T," + std::string(201, 'n') + ",,,,\n"));
  EXPECT_EQ(places(file.errors), (Places{"2: title", "3: summary", "4: booth", "5: id", "6: authors"}));
  EXPECT_EQ(file.errors[1].text("f.csv"),
            "f.csv:3: summary: 20,001 characters, and at most 20,000 are kept; shorten it");
  std::string id;
  for (int i = 0; i < 65; ++i) id += "é";
  EXPECT_EQ(places(read(with_header(id + ",T,,,,,\n")).errors), Places{"2: id"}) << "an id is limited in bytes";
}

TEST(ImportCsv, AFaultInALongCellNamesTheLineItStandsIn) {
  const ImportFile file =
      read(with_header("a,T,,\"one\ntwo\nthr\xE9"
                       "e é\",,,\nb,,,,,,\n"));
  EXPECT_EQ(places(file.errors), (Places{"4: summary", "5: title"}));
}

TEST(ImportCsv, LinksAreMendedOrLeftOut) {
  const ImportFile file = read(
      with_header("a,T,,,,openmmlab.com,\nb,T,,,,www.intel.com/x?y=z,\nc,T,,,,javascript:alert(1),\nd,T,,,,see below,\n"
                  "e,T,,,,http://user@example.org,\nf,T,,,,data:text/html;x.com,\ng,T,,,, https://example.org "
                  ",\nh,T,,,,localhost,\n"));
  EXPECT_TRUE(file.sound());
  Texts links;
  for (const auto& imported : file.posters) links.push_back(imported.poster.link);
  EXPECT_EQ(links,
            (Texts{"https://openmmlab.com", "https://www.intel.com/x?y=z", "", "", "", "", "https://example.org", ""}));
  EXPECT_EQ(places(file.warnings),
            (Places{"2: link", "3: link", "4: link", "5: link", "6: link", "7: link", "9: link"}));
}

TEST(ImportCsv, RowsOfAnotherWidth) {
  const ImportFile file = read("id,title\na,One, two\nb\nc,T\n");
  EXPECT_EQ(places(file.errors), (Places{"2: ", "3: "}));
  EXPECT_EQ(
      file.errors[0].text("f.csv"),
      "f.csv:2: this row has 3 cells, the first line has 2; put texts with separators or line ends in \"quotes\"");
}

TEST(ImportCsv, QuoteFaultsDoNotHideOtherFaults) {
  const ImportFile file = read(with_header("a,T,,\"open,,,\nb,,,,,,\nc,\"say \"hi\" now\",,,,,\nd,,,,,,\n"));
  EXPECT_EQ(places(file.errors), (Places{"2: summary", "3: title", "4: title", "5: title"}));
}

TEST(ImportCsv, TheRestOfATornTextIsNotComplainedAbout) {
  const ImportFile file = read(with_header("a,T,,\"first\nsecond \"third\" fourth\nfifth\",,,\nb,,,,,,\n"));
  EXPECT_EQ(places(file.errors), (Places{"2: summary", "5: title"}));
}

TEST(ImportCsv, AuthorsByCommasAreAWarning) {
  const ImportFile file = read(with_header("a,T,\"Ada Bell, Cy Dunn\",,,,\nb,T,\"Ada Bell, PhD\",,,,\n"));
  EXPECT_TRUE(file.sound());
  EXPECT_EQ(places(file.warnings), Places{"2: authors"});
}

TEST(ImportCsv, OtherEncodingsAreNamed) {
  const auto what = [](std::string_view bytes) {
    const ImportFile file = read(bytes);
    return file.errors.empty() ? std::string() : file.errors[0].message();
  };
  EXPECT_NE(what(std::string_view("\xFF\xFEi\0d\0", 6)).find("UTF-16"), std::string::npos);
  EXPECT_NE(what(std::string_view("i\0d\0,\0", 6)).find("UTF-16"), std::string::npos);
  EXPECT_NE(what("PK\x03\x04zip").find("spreadsheet"), std::string::npos);
  EXPECT_NE(what("<html>").find("web page"), std::string::npos);
  EXPECT_NE(what("%PDF-1.7").find("not a text"), std::string::npos);
  EXPECT_NE(what("").find("empty"), std::string::npos);
  EXPECT_NE(what(" \r\n\r\n").find("empty"), std::string::npos);
  EXPECT_NE(what("id,title\na,Ren\xE9\n").find("Windows-1252"), std::string::npos);
  EXPECT_EQ(what("id,title\na,Ren\xE9 José\n").find("Windows-1252"), std::string::npos);
  EXPECT_NE(what("id,title\n").find("no poster"), std::string::npos);
}

TEST(ImportCsv, MoreFaultsThanAnybodyReadsAreCounted) {
  std::string rows;
  for (int i = 0; i < 5000; ++i) rows += std::to_string(i) + ",,,,,,\n";
  const ImportFile file = read(with_header(rows));
  EXPECT_EQ(file.errors.size(), max_faults + 1);
  EXPECT_NE(file.errors.back().what.find("more"), std::string::npos);
}

TEST(ImportFormat, Names) {
  EXPECT_EQ(import_format_of("auto"), ImportFormat::automatic);
  EXPECT_EQ(import_format_of("miniconf"), ImportFormat::miniconf);
  EXPECT_EQ(import_format_of("xml"), std::nullopt);
}

TEST(ImportFile, OneThatCannotBeReadSaysSo) {
  const ImportFile missing = read_import_file("/nonexistent/posters.csv", ImportFormat::automatic);
  ASSERT_EQ(missing.errors.size(), 1U);
  EXPECT_TRUE(missing.errors[0].text(missing.name).starts_with("/nonexistent/posters.csv: the file cannot be opened"));
  EXPECT_FALSE(read_import_file("/", ImportFormat::automatic).sound());
}

TEST(ImportFile, NoBytesMakeItFall) {
  const std::string sound =
      with_header("a,T,\"Ada; \"\"Bo\"\"\",\"x\ny\",C,https://example.org,D4\r\nb,U,,,,,\n") +
      R"({"event":{"dates":["2021-04-21"],"schedule":[{"title":"x","start":"2021-04-21T08:00Z"}]},)"
      R"("posters":[{"id":1,"title":"\u00e9","authors":["a"],"link":null}]})";
  std::mt19937 random(7);
  constexpr std::string_view spice = "\",;\n\r\t{}[]:\\\xE9\xC3\xEF\xBB\xBF='0";
  for (int round = 0; round < 1000; ++round) {
    std::string bytes = sound.substr(random() % sound.size());
    for (auto n = random() % 8; n > 0 && !bytes.empty(); --n) {
      const auto at = static_cast<std::ptrdiff_t>(random() % bytes.size());
      const char c = spice[random() % spice.size()];
      if (n % 2 == 0) {
        bytes[static_cast<std::size_t>(at)] = c;
      } else {
        bytes.insert(bytes.begin() + at, c);
      }
    }
    for (const auto format : {ImportFormat::automatic, ImportFormat::csv, ImportFormat::json, ImportFormat::miniconf}) {
      const ImportFile file = read(bytes, format);
      for (const auto& imported : file.posters) {
        ASSERT_FALSE(file.sound() && (imported.poster.title.empty() || imported.poster.id.empty()));
      }
      const auto lines = static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.end(), '\n') +
                                                    std::count(bytes.begin(), bytes.end(), '\r') + 1);
      for (const Fault& fault : file.errors) ASSERT_LE(fault.line, lines);
    }
  }
}

}  // namespace
}  // namespace posterhall::tools
