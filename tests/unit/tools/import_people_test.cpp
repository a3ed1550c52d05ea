#include "tools/import/people_csv.hpp"

#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

constexpr std::string_view header = "name,email,short_name,affiliation,role,posters\n";

PeopleFile people(std::string_view rows) { return read_people(std::string(header) + std::string(rows), "people.csv"); }

std::vector<domain::Poster> posters(std::initializer_list<const char*> ids) {
  std::vector<domain::Poster> list;
  for (const char* id : ids) {
    list.emplace_back();
    list.back().id = id;
  }
  return list;
}

TEST(PeopleCsv, ReadsEveryColumn) {
  const PeopleFile file = people("Ada Bell, Ada@Example.org ,Ada,Kite Labs,Host,p-1; p-2;p-1\nBo,bo@example.org,,,,\n");
  EXPECT_TRUE(file.sound());
  EXPECT_TRUE(file.warnings.empty());
  ASSERT_EQ(file.people.size(), 2U);
  EXPECT_EQ(file.people[0].name, "Ada Bell");
  EXPECT_EQ(file.people[0].email, "ada@example.org");
  EXPECT_EQ(file.people[0].short_name, "Ada");
  EXPECT_EQ(file.people[0].affiliation, "Kite Labs");
  EXPECT_EQ(file.people[0].role, domain::Role::host);
  EXPECT_EQ(file.people[0].posters, (Texts{"p-1", "p-2"}));
  EXPECT_EQ(file.people[0].line, 2U);
  EXPECT_EQ(file.people[1].role, domain::Role::attendee);
}

TEST(PeopleCsv, NeedsNameAndEmailOnly) {
  EXPECT_TRUE(read_people("email,name\na@example.org,Ada\n", "p").sound());
  EXPECT_EQ(places(read_people("name,mail\nAda,a@example.org\n", "p").errors), Places{"1: email"});
  EXPECT_EQ(places(read_people("name,email\n", "p").errors), Places{"1: "});
  EXPECT_FALSE(read_people("", "p").sound());
}

TEST(PeopleCsv, EveryFaultAtItsLine) {
  const PeopleFile file = people(
      "Ada,a@example.org,,,king,\n ,b@example.org,,,,\nCy,cy,,,,\nDi,,,,,\nEd,A@example.org,,,,\nFe,f@example.org," +
      std::string(17, 's') + ",,,\n" + std::string(65, 'n') + ",g@example.org,,,,\nJ\xE9 \xC3\xA9,h@example.org,,,,\n");
  EXPECT_EQ(places(file.errors),
            (Places{"2: role", "3: name", "4: email", "5: email", "6: email", "7: short_name", "8: name", "9: name"}));
  EXPECT_NE(file.errors[4].what.find("line 2"), std::string::npos);
}

TEST(PeopleCsv, RowsNamingUnknownPostersAreFaults) {
  PeopleFile file = people("Ada,a@example.org,,,,p-1;p-9\nBo,b@example.org,,,,P-1\n");
  check_people(file, posters({"p-1"}), {});
  EXPECT_EQ(places(file.errors), (Places{"2: posters", "3: posters"}));
  EXPECT_NE(file.errors[1].mend.find("\"p-1\""), std::string::npos);
}

TEST(PeopleCsv, HostsNeedAPoster) {
  PeopleFile file = people(
      "Ada,a@example.org,,,host,\nBo,b@example.org,,,host,p-1\nCy,c@example.org,,,host,\nDi,d@example.org,,,author,\n");
  check_people(file, posters({"p-1"}), {"c@example.org"});
  EXPECT_EQ(places(file.errors), Places{"2: role"});
  EXPECT_EQ(places(file.warnings), Places{"5: role"});
}

TEST(Roles, Words) {
  for (const auto role : {domain::Role::attendee, domain::Role::author, domain::Role::host, domain::Role::moderator,
                          domain::Role::organiser}) {
    EXPECT_EQ(role_of(word_of(role)), role);
  }
  EXPECT_EQ(role_of(" Organizer "), domain::Role::organiser);
  EXPECT_EQ(role_of("king"), std::nullopt);
}

}  // namespace
}  // namespace posterhall::tools
