// The audit log: written with what it is about, chained, and a change of any byte is named.
#include <sstream>

#include "contract/store_fixture.hpp"
#include "domain/order_text.hpp"
#include "tools/audit_command.hpp"

namespace posterhall::store_test {
namespace {

using domain::EventKind;

template <class Over>
class Audit : public StoreTest<Over> {
 protected:
  domain::NewEvent measure(std::uint32_t id, const std::string& reason) {
    auto event = this->message(domain::Channel::order(), 1, id);
    event.kind = EventKind::measure;
    event.text = domain::to_text(domain::NewMeasure{domain::MeasureKind::mute, PersonId{2}, 30, reason});
    return event;
  }
  store::AuditCheck check() {
    const auto found = this->tools_->check_audit();
    EXPECT_TRUE(found.has_value());
    return found.has_value() ? *found : store::AuditCheck{};
  }
  /// As somebody with the database in their hands would.
  void tamper(const std::string& sql) {
    const auto db = this->backend_.look();
    db->run(sql);
    ASSERT_FALSE(db->failed()) << db->error_text();
  }
  void three_entries() {
    (void)this->invite("amara@example.org", 1);
    (void)this->invite("bo@example.org", 2);
    (void)this->append(measure(1, "advertising"));
    ASSERT_EQ(check().entries, 3U);
    ASSERT_EQ(check().wrong, 0U);
  }
  static constexpr const char* kNoGuards = Over::kNoGuards;
};
TYPED_TEST_SUITE(Audit, Backends);

TYPED_TEST(Audit, every_act_of_order_and_every_change_of_who_may_come_in_has_a_row) {
  const PersonId amara = this->invite("amara@example.org", 1);
  const PersonId bo = this->invite("bo@example.org", 2, domain::Role::moderator);
  ASSERT_TRUE(amara && bo);
  EXPECT_EQ(this->check().entries, 2U);
  ASSERT_TRUE(this->append(this->measure(1, "advertising")));
  ASSERT_TRUE(this->append(this->measure(1, "advertising")));  // the same again counts once
  EXPECT_EQ(this->check().entries, 3U);
  auto lift = this->message(domain::Channel::order(), 1, 2, "a mistake");
  lift.kind = EventKind::measure_lifted;
  lift.ref = 1;
  ASSERT_TRUE(this->append(lift));
  ASSERT_TRUE(this->tools_->people().revoke("bo@example.org", this->kNow));
  EXPECT_EQ(this->check().entries, 5U);
  // What people say themselves, and take back themselves, is nobody's to audit; what is taken down for them is.
  ASSERT_TRUE(this->append(this->message(domain::Channel::hall(), amara.value, 3, "hello")));
  auto remove = this->message(domain::Channel::hall(), amara.value, 4, "");
  remove.kind = EventKind::remove;
  remove.ref = 1;
  ASSERT_TRUE(this->append(remove));
  EXPECT_EQ(this->check().entries, 5U);
  ASSERT_TRUE(this->append(this->message(domain::Channel::hall(), amara.value, 5, "buy this")));
  remove = this->message(domain::Channel::hall(), bo.value, 6, "");
  remove.kind = EventKind::remove;
  remove.ref = 3;
  ASSERT_TRUE(this->append(remove));
  EXPECT_EQ(this->check().entries, 6U);
  // A question that is hidden, with the reason, and shown again.
  const auto poster = domain::Channel::poster(PosterKey{1});
  auto question = this->message(poster, amara.value, 7, "why?");
  question.kind = EventKind::question_unnamed;
  ASSERT_TRUE(this->append(question));
  for (const auto kind : {EventKind::hidden_by_order, EventKind::shown_again}) {
    auto change = this->message(poster, bo.value, 8 + static_cast<std::uint32_t>(kind), "rude");
    change.kind = kind;
    change.ref = 1;
    ASSERT_TRUE(this->append(change));
  }
  EXPECT_EQ(this->check().entries, 8U);
  EXPECT_EQ(this->check().wrong, 0U);
  this->reopen();
  EXPECT_EQ(this->check().entries, 8U);
}

TYPED_TEST(Audit, the_log_only_grows) {
  this->three_entries();
  const auto db = this->backend_.look();
  db->run("update audit set words = 'nothing' where number = 1");
  EXPECT_TRUE(db->failed());
  db->clear_error();
  db->run("delete from audit where number = 3");
  EXPECT_TRUE(db->failed());
}

TYPED_TEST(Audit, a_changed_byte_names_its_row) {
  this->three_entries();
  this->tamper(std::string(this->kNoGuards) + "create table kept as select hash from audit where number = 3");
  const std::pair<const char*, const char*> changes[] = {
      {"update audit set words = replace(words, 'advertising', 'advertisinG') where number = 3",
       "update audit set words = replace(words, 'advertisinG', 'advertising') where number = 3"},
      {"update audit set actor = actor + 1 where number = 3", "update audit set actor = actor - 1 where number = 3"},
      {"update audit set at = at + 1 where number = 3", "update audit set at = at - 1 where number = 3"},
      {"update events set text = replace(text, 'advertising', 'advertisinG')",
       "update events set text = replace(text, 'advertisinG', 'advertising')"},
      {"update audit set hash = (select hash from audit where number = 2) where number = 3",
       "update audit set hash = (select hash from kept) where number = 3"}};
  for (const auto& [change, back] : changes) {
    SCOPED_TRACE(change);
    this->tamper(change);
    const auto found = this->check();
    EXPECT_EQ(found.entries, 2U);
    EXPECT_EQ(found.wrong, 3U);
    EXPECT_FALSE(found.why.empty());
    this->tamper(back);
    EXPECT_EQ(this->check().wrong, 0U);
  }
}

TYPED_TEST(Audit, a_row_taken_out_is_missed_and_a_chain_made_anew_does_not_help) {
  this->three_entries();
  this->tamper(std::string(this->kNoGuards) + "delete from audit where number = 2");
  EXPECT_EQ(this->check().wrong, 2U);
  this->tamper("update audit set number = 2 where number = 3");
  EXPECT_EQ(this->check().wrong, 2U);
}

TYPED_TEST(Audit, the_last_act_taken_out_of_the_log_is_missed) {
  this->three_entries();
  this->tamper(std::string(this->kNoGuards) + "delete from audit where number = 3");
  EXPECT_EQ(this->check().wrong, 3U);
}

TYPED_TEST(Audit, the_tool_says_what_it_found) {
  this->three_entries();
  std::ostringstream out, err;
  EXPECT_EQ(tools::run_audit_verify(this->folder_.path().string(), this->backend_.database(), out, err), 0);
  EXPECT_EQ(out.str(), "3 entries, all in order\n");
  this->tamper(std::string(this->kNoGuards) + "update audit set about = 9 where number = 2");
  EXPECT_EQ(tools::run_audit_verify(this->folder_.path().string(), this->backend_.database(), out, err), 1);
  EXPECT_NE(err.str().find("entry 2 of the audit log does not fit"), std::string::npos);
}

}  // namespace
}  // namespace posterhall::store_test
