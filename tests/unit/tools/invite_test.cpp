#include <set>

#include "crypto/crypto.hpp"
#include "tools/bots.hpp"
#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {
namespace {

class Invite : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    ASSERT_EQ(run({"import", three_posters()}), 0);
  }
  std::vector<store::ListedPerson> people() { return *store::open_database(data_)->people().list(); }
  store::ListedPerson person(const std::string& email) {
    for (const auto& one : people()) {
      if (one.person.email == email) return one;
    }
    return {};
  }
  /// The token of the last link printed.
  std::string token() const {
    const auto at = out_.rfind("/join#");
    return at == std::string::npos ? "" : out_.substr(at + 6, out_.find_first_of("\n,\"", at) - at - 6);
  }
};

TEST_F(Invite, PrintsALinkOnceAndKeepsItsHashOnly) {
  ASSERT_EQ(run({"invite", "--name", "Amara Okafor", "--email", "Amara@Example.org", "--affiliation", "Tide Lab"}), 0);
  EXPECT_TRUE(says("only this machine can open them"));
  EXPECT_TRUE(says("http://localhost:8080/join#"));
  const auto secret = token();
  EXPECT_GE(secret.size(), 22U);
  const auto one = person("amara@example.org");
  EXPECT_EQ(one.person.name, "Amara Okafor");
  EXPECT_EQ(one.person.affiliation, "Tide Lab");
  EXPECT_EQ(one.person.role, domain::Role::attendee);
  EXPECT_TRUE(one.can_enter);
  for (const auto& entry : fs::recursive_directory_iterator(data_)) {
    if (entry.is_regular_file()) {
      EXPECT_EQ(content(entry.path()).find(secret), std::string::npos) << entry.path();
    }
  }
  ASSERT_EQ(run({"invite", "--name", "Amara Okafor", "--email", "amara@example.org"}), 0);
  EXPECT_TRUE(token().empty());
  EXPECT_TRUE(says("--renew"));
  EXPECT_EQ(people().size(), 1U);
}

TEST_F(Invite, UsesThePublicAddressOfTheFlagOrOfTheEvent) {
  ASSERT_EQ(run({"invite", "--name", "A", "--email", "a@example.org", "--public-url", "https://hall.example.org/"}), 0);
  EXPECT_TRUE(says("https://hall.example.org/join#"));
  EXPECT_FALSE(says("only this machine"));
  const auto event = write("event.toml", "[event]\npublic_url = \"https://other.example.org\"\n");
  ASSERT_EQ(run({"import", three_posters(), "--event", event}), 0) << err_;
  ASSERT_EQ(run({"invite", "--name", "B", "--email", "b@example.org"}), 0);
  EXPECT_TRUE(says("https://other.example.org/join#"));
  EXPECT_EQ(run({"invite", "--name", "C", "--email", "c@example.org", "--public-url", "javascript:x"}), 2);
}

TEST_F(Invite, PrintsTheRightPort) {
  ASSERT_EQ(run({"invite", "--name", "A", "--email", "a@example.org", "--port", "9090"}), 0);
  EXPECT_TRUE(says("http://localhost:9090/join#"));
}

TEST_F(Invite, RefusesAHostWithoutAPosterWithTheRule) {
  EXPECT_EQ(run({"invite", "--name", "H", "--email", "h@example.org", "--role", "host"}), 1);
  EXPECT_TRUE(says("poster")) << err_;
  EXPECT_TRUE(people().empty());
  EXPECT_EQ(run({"invite", "--name", "H", "--email", "h@example.org", "--role", "host", "--poster", "p-1"}), 0) << err_;
  EXPECT_EQ(person("h@example.org").person.role, domain::Role::host);
}

TEST_F(Invite, BeingOnAPosterMakesAnAuthor) {
  ASSERT_EQ(run({"invite", "--name", "A", "--email", "a@example.org", "--poster", "p-1", "--poster", "p-3"}), 0);
  EXPECT_EQ(person("a@example.org").person.role, domain::Role::author);
  EXPECT_EQ(person("a@example.org").person.presents.size(), 2U);
  EXPECT_EQ(run({"invite", "--name", "B", "--email", "b@example.org", "--role", "author"}), 0);
  EXPECT_TRUE(says("author without a poster"));
  EXPECT_EQ(person("b@example.org").person.role, domain::Role::attendee);
  EXPECT_EQ(run({"invite", "--name", "C", "--email", "c@example.org", "--poster", "p-9"}), 1);
  EXPECT_EQ(people().size(), 2U);
}

TEST_F(Invite, ReplacesWhatIsGivenAndKeepsTheRest) {
  ASSERT_EQ(run({"invite", "--name", "A", "--email", "a@example.org", "--affiliation", "Lab", "--role", "moderator"}),
            0);
  ASSERT_EQ(run({"invite", "--email", "a@example.org", "--short-name", "Al"}), 0) << err_;
  const auto one = person("a@example.org");
  EXPECT_EQ(one.person.name, "A");
  EXPECT_EQ(one.person.short_name, "Al");
  EXPECT_EQ(one.person.affiliation, "Lab");
  EXPECT_EQ(one.person.role, domain::Role::moderator);
  ASSERT_EQ(run({"invite", "--email", "a@example.org", "--role", "attendee"}), 0);
  EXPECT_EQ(person("a@example.org").person.role, domain::Role::attendee);
}

TEST_F(Invite, TakesAListAllOrNothing) {
  const auto good =
      write("people.csv",
            "name,email,short_name,affiliation,role,posters\nAmara,amara@example.org,Am,Lab,host,p-1;p-2\n"
            "=Bo,bo@example.org,,,,\n");
  ASSERT_EQ(run({"invite", "--from", good}), 0) << err_;
  EXPECT_EQ(out_.substr(0, 17), "name,email,link\r\n");
  EXPECT_NE(out_.find("Amara,amara@example.org,http://localhost:8080/join#"), std::string::npos);
  EXPECT_EQ(out_.find("\n=Bo"), std::string::npos) << "a spreadsheet would run this";
  EXPECT_EQ(person("amara@example.org").person.presents.size(), 2U);
  // Once more: brought up to date, no links, nobody loses a role by an empty cell.
  ASSERT_EQ(run({"invite", "--email", "bo@example.org", "--role", "organiser"}), 0);
  ASSERT_EQ(run({"invite", "--from", good}), 0);
  EXPECT_EQ(out_.find("/join#"), std::string::npos);
  EXPECT_TRUE(says("2 people were invited before"));
  EXPECT_EQ(person("bo@example.org").person.role, domain::Role::organiser);

  const auto bad = write("bad.csv", "name,email,posters\nCy,cy@example.org,p-1\nDi,di@example.org,p-77\n");
  EXPECT_EQ(run({"invite", "--from", bad}), 1);
  EXPECT_TRUE(says(bad + ":3: posters: ")) << err_;
  EXPECT_EQ(people().size(), 2U);
  const auto result = run_json({"invite", "--from", bad}, 1);
  EXPECT_EQ(result.at("errors").at(0).at("line"), 3);
}

TEST_F(Invite, RenewsAndRevokes) {
  ASSERT_EQ(run({"invite", "--name", "A", "--email", "a@example.org"}), 0);
  const auto first = token();
  ASSERT_EQ(run({"invite", "--renew", "A@example.org"}), 0);
  EXPECT_FALSE(token().empty());
  EXPECT_NE(token(), first);
  ASSERT_EQ(run({"invite", "--revoke", "a@example.org"}), 0);
  EXPECT_FALSE(person("a@example.org").can_enter);
  ASSERT_EQ(run({"invite", "--name", "A", "--email", "a@example.org"}), 0);
  EXPECT_TRUE(says("revoked"));
  EXPECT_TRUE(token().empty());
  ASSERT_EQ(run({"invite", "--renew", "a@example.org"}), 0);
  EXPECT_TRUE(person("a@example.org").can_enter);
  EXPECT_EQ(run({"invite", "--renew", "nobody@example.org"}), 1);
  EXPECT_TRUE(says("nobody is invited by this address"));
}

TEST_F(Invite, ListsPeopleAndPostersNobodyIsInvitedFor) {
  ASSERT_EQ(run({"invite", "--name", "A", "--email", "a@example.org", "--poster", "p-1"}), 0);
  ASSERT_EQ(run({"invite", "--list"}), 0);
  EXPECT_TRUE(says("A <a@example.org>, author on p-1: invited"));
  ASSERT_EQ(run({"invite", "--missing"}), 0);
  EXPECT_FALSE(says("[p-1]"));
  EXPECT_TRUE(says("[p-2]"));
  EXPECT_TRUE(says("Cy Dunn"));
  const auto result = run_json({"invite", "--missing"});
  EXPECT_EQ(result.at("missing").as_array().size(), 2U);
  ASSERT_EQ(run({"invite", "--revoke", "a@example.org"}), 0);
  EXPECT_EQ(run_json({"invite", "--missing"}).at("missing").as_array().size(), 3U);
}

TEST_F(Invite, SaysWrongUse) {
  EXPECT_EQ(run({"invite"}), 2);
  EXPECT_EQ(run({"invite", "--name", "A"}), 2);
  EXPECT_EQ(run({"invite", "--list", "--missing"}), 2);
  EXPECT_EQ(run({"invite", "--renew", "a@example.org", "--role", "host"}), 2);
  EXPECT_EQ(run({"invite", "--name", "A", "--email", "not an address"}), 1);
  EXPECT_EQ(run({"invite", "--name", "A", "--email", "a@example.org", "--role", "king"}), 1);
  data_ = (folder_ / "elsewhere").string();
  EXPECT_EQ(run({"invite", "--list"}), 1);
  EXPECT_TRUE(says("no event is there yet"));
  EXPECT_FALSE(fs::exists(data_));
}

TEST_F(Invite, MintsLinksForBotsThatListsLeaveOut) {
  const auto result = run_json({"invite", "--bots", "20"});
  const auto tokens = texts(result.at("tokens"));
  EXPECT_EQ(std::set<std::string>(tokens.begin(), tokens.end()).size(), 20U);
  EXPECT_EQ(texts(run_json({"invite", "--bots", "20"}).at("tokens")).size(), 20U);
  EXPECT_EQ(people().size(), 20U);  // the same bots again
  ASSERT_EQ(run({"invite", "--list"}), 0);
  EXPECT_TRUE(says("Nobody is invited yet."));
}

}  // namespace
}  // namespace posterhall::tools
