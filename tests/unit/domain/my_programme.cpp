#include "domain/my_programme.hpp"

#include <gtest/gtest.h>

namespace posterhall::domain {
namespace {

constexpr UnixMs kHour = 3'600'000;
constexpr UnixMs kMorning = 1'619'020'800'000;  // April 21 2021, 09:00 Pacific
constexpr PersonId kIngrid{3}, kDavit{4};

Session session(const std::string& id, UnixMs start, UnixMs end) {
  Session made;
  made.id = id;
  made.title = id;
  made.span = {start, end};
  return made;
}

Catalogue day() {
  Catalogue catalogue;
  auto breakout = session("demo", kMorning + kHour, kMorning + kHour + 40 * 60'000);
  breakout.host_emails = {"ingrid@example.org"};
  catalogue.sessions = {session("morning", kMorning, kMorning + 3 * kHour), breakout,
                        session("evening", kMorning + 6 * kHour, kMorning + 9 * kHour)};
  Poster poster;
  poster.key = PosterKey{7};
  poster.own_hours = {{kMorning + 4 * kHour, kMorning + 5 * kHour}};
  // Ingrid the first hour, Davit the second; the whole evening whoever comes.
  poster.plans = {{"morning", 1, {{kIngrid, 0, kHour}, {kDavit, kHour, 2 * kHour}}},
                  {"evening", 0, {{PersonId{}, 0, 3 * kHour}}},
                  {"gone", 0, {{kIngrid, 0, kHour}}}};
  catalogue.posters = {poster};
  return catalogue;
}

Person person(PersonId id, const std::string& email, std::vector<PosterKey> presents) {
  Person made;
  made.id = id;
  made.email = email;
  made.presents = std::move(presents);
  return made;
}

TEST(MyProgramme, is_what_one_chose_and_hosts_in_the_programmes_order) {
  const auto catalogue = day();
  const auto mine = programme_of(catalogue, person(kIngrid, "ingrid@example.org", {}), {"evening", "gone", "morning"});
  EXPECT_EQ(mine.sessions, (std::vector<std::string>{"morning", "demo", "evening"}));
  EXPECT_EQ(mine.hosting, std::vector<std::string>{"demo"});
  EXPECT_TRUE(mine.shifts.empty());
  EXPECT_TRUE(programme_of(catalogue, person(kDavit, "", {}), {}).sessions.empty()) << "nobody's address hosts nothing";
}

TEST(MyProgramme, has_ones_own_shifts_and_those_that_are_any_authors) {
  const auto catalogue = day();
  const auto of = [&](PersonId id) { return programme_of(catalogue, person(id, "x", {PosterKey{7}}), {}).shifts; };
  const PosterKey poster{7};
  const PosterShift own{poster, {kMorning + 4 * kHour, kMorning + 5 * kHour}};
  const PosterShift evening{poster, {kMorning + 6 * kHour, kMorning + 9 * kHour}};
  EXPECT_EQ(of(kIngrid), (std::vector<PosterShift>{{poster, {kMorning, kMorning + kHour}}, own, evening}));
  EXPECT_EQ(of(kDavit), (std::vector<PosterShift>{{poster, {kMorning + kHour, kMorning + 2 * kHour}}, own, evening}));
  EXPECT_TRUE(programme_of(catalogue, person(kIngrid, "x", {PosterKey{8}}), {}).shifts.empty());
}

}  // namespace
}  // namespace posterhall::domain
