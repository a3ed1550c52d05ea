#include <algorithm>

#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

using domain::Channel;
using domain::Role;

template <class Over>
class PeopleStoreTest : public StoreTest<Over> {
 protected:
  std::shared_ptr<const hall::People> people() {
    return *wait_for<std::shared_ptr<const hall::People>>(
        [&](auto reply) { this->store_->people().load_people(std::move(reply)); });
  }
  Result<Epoch> claim(PersonId person) {
    return wait_for<Epoch>([&](auto reply) { this->store_->people().claim(person, std::move(reply)); });
  }
  hall::PersonMarks marks(PersonId person, bool answers_help = false) {
    return *wait_for<hall::PersonMarks>(
        [&](auto reply) { this->store_->people().load_marks(person, answers_help, std::move(reply)); });
  }
  bool ask(auto question) { return wait_for<bool>(question).has_value(); }
};
TYPED_TEST_SUITE(PeopleStoreTest, Backends);

TYPED_TEST(PeopleStoreTest, RaisesTheEpochAtEachClaimOverRestarts) {
  const auto person = this->invite("amara@example.org", 1);
  EXPECT_EQ(this->claim(person)->value, 1U);
  EXPECT_EQ(this->claim(person)->value, 2U);
  this->reopen();
  EXPECT_EQ(this->claim(person)->value, 3U);
  EXPECT_EQ(this->claim(PersonId{99}).error(), store::StoreError::nothing_there);
  const auto other = this->invite("bo@example.org", 2);
  const auto epochs = wait_for<std::vector<Epoch>>(
      [&](auto reply) { this->store_->people().epochs({other, PersonId{99}, person, person}, std::move(reply)); });
  ASSERT_TRUE(epochs);
  EXPECT_EQ(*epochs, (std::vector<Epoch>{Epoch{0}, Epoch{0}, Epoch{3}, Epoch{3}}));
}

TYPED_TEST(PeopleStoreTest, MakesAuthorsOfThoseOnAPosterInTheHallAndOnlyThem) {
  ASSERT_TRUE(
      this->tools_->catalogue().apply(this->change({this->poster(1, "p-1"), this->poster(2, "p-2")}), this->kNow));
  const auto author = this->invite("a@example.org", 1, Role::attendee, {PosterKey{2}});
  const auto host = this->invite("h@example.org", 2, Role::host, {PosterKey{1}});
  const auto bare = this->invite("b@example.org", 3, Role::author);
  const auto role = [&](PersonId id) {
    const auto everybody = this->people();
    return std::find_if(everybody->begin(), everybody->end(), [&](const auto& p) { return p.id == id; })->role;
  };
  EXPECT_EQ(role(author), Role::author);
  EXPECT_EQ(role(host), Role::host);
  EXPECT_EQ(role(bare), Role::attendee);
  ASSERT_TRUE(this->tools_->catalogue().apply(this->change({this->poster(1, "p-1")}), this->kNow));
  EXPECT_EQ(role(author), Role::attendee);
  EXPECT_EQ(role(host), Role::host);
}

TYPED_TEST(PeopleStoreTest, FindsSavesMarksAndConversationsAgain) {
  ASSERT_TRUE(this->tools_->catalogue().apply(
      this->change({this->poster(1, "p-1"), this->poster(2, "p-2"), this->poster(3, "p-3")}), this->kNow));
  const auto me = this->invite("me@example.org", 1, Role::author, {PosterKey{2}});
  const auto other = this->invite("other@example.org", 2);
  const auto third = this->invite("third@example.org", 3);
  auto& people = this->store_->people();
  EXPECT_TRUE(this->ask([&](auto reply) { people.set_saved(me, PosterKey{3}, true, std::move(reply)); }));
  EXPECT_TRUE(this->ask([&](auto reply) { people.set_saved(me, PosterKey{3}, true, std::move(reply)); }));
  EXPECT_TRUE(this->ask([&](auto reply) { people.set_saved(me, PosterKey{1}, true, std::move(reply)); }));
  EXPECT_TRUE(this->ask([&](auto reply) { people.set_saved(me, PosterKey{1}, false, std::move(reply)); }));
  EXPECT_TRUE(this->ask([&](auto reply) { people.set_read(me, Channel::hall(), 5, std::move(reply)); }));
  EXPECT_TRUE(this->ask([&](auto reply) { people.set_read(me, Channel::hall(), 3, std::move(reply)); }));
  ASSERT_TRUE(this->append(this->message(Channel::direct(me, other), other.value, 1)));
  ASSERT_TRUE(this->append(this->message(Channel::direct(other, third), other.value, 2)));
  ASSERT_TRUE(this->append(this->message(Channel::poster(PosterKey{2}), other.value, 3)));
  ASSERT_TRUE(this->append(this->message(Channel::poster(PosterKey{1}), me.value, 4)));
  ASSERT_TRUE(this->append(this->message(Channel::poster(PosterKey{3}), other.value, 5)));

  this->reopen();
  const auto marks = this->marks(me);
  EXPECT_EQ(marks.saved, std::vector<PosterKey>{PosterKey{3}});
  ASSERT_EQ(marks.read.size(), 1U);
  EXPECT_EQ(marks.read.front().channel, Channel::hall());
  EXPECT_EQ(marks.read.front().number, 5U);
  std::vector<Channel> channels;
  for (const auto& head : marks.channels) {
    channels.push_back(head.channel);
    EXPECT_EQ(head.number, 1U);
  }
  std::sort(channels.begin(), channels.end());
  EXPECT_EQ(channels, (std::vector<Channel>{Channel::poster(PosterKey{1}), Channel::poster(PosterKey{2}),
                                            Channel::direct(me, other)}));
}

TYPED_TEST(PeopleStoreTest, FindsHelpAgainForWhoAskedAndForWhoAnswers) {
  const auto one = this->invite("one@example.org", 1);
  const auto two = this->invite("two@example.org", 2);
  const auto moderator = this->invite("mod@example.org", 3, Role::moderator);
  ASSERT_TRUE(this->append(this->message(Channel::help(one), one.value, 1)));
  ASSERT_TRUE(this->append(this->message(Channel::help(two), two.value, 2)));
  ASSERT_TRUE(this->append(this->message(Channel::help(one), moderator.value, 3)));
  this->reopen();
  const auto named = [](const hall::PersonMarks& marks) {
    std::vector<std::pair<Channel, std::uint32_t>> heads;
    for (const auto& head : marks.channels) heads.emplace_back(head.channel, head.number);
    return heads;
  };
  using Heads = std::vector<std::pair<Channel, std::uint32_t>>;
  EXPECT_EQ(named(this->marks(one)), (Heads{{Channel::help(one), 2}}));
  EXPECT_EQ(named(this->marks(moderator)), Heads{});
  Heads all = named(this->marks(moderator, true));
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all, (Heads{{Channel::help(one), 2}, {Channel::help(two), 1}}));
}

TYPED_TEST(PeopleStoreTest, RefusesMarksOfPostersThatNeverWere) {
  const auto me = this->invite("me@example.org", 1);
  const auto answer =
      wait_for<bool>([&](auto reply) { this->store_->people().set_saved(me, PosterKey{9}, true, std::move(reply)); });
  EXPECT_EQ(answer.error(), store::StoreError::refused);
  EXPECT_TRUE(this->append(this->message(Channel::hall(), me.value, 1)));  // the next one is none the worse
}

TYPED_TEST(PeopleStoreTest, KeepsTheProfileAndTellsOtherProcesses) {
  const auto me = this->invite("me@example.org", 1);
  const auto before = this->heads({Channel::people()});
  domain::Person changed = this->people()->front();
  changed.look = {1, 2, 3, 4, 5};
  changed.short_name = "Ama";
  changed.status = "at lunch";
  changed.do_not_locate = true;
  changed.email = "evil@example.org";
  changed.role = Role::organiser;
  EXPECT_TRUE(this->ask([&](auto reply) { this->store_->people().update_profile(changed, std::move(reply)); }));
  EXPECT_EQ(this->heads({Channel::people()}).front(), before.front() + 1);
  const auto entry = this->tools_->read_channel(Channel::people())->back();
  EXPECT_EQ(entry.author, me);
  EXPECT_EQ(entry.kind, domain::EventKind::person_changed);
  const auto after = this->people()->front();
  EXPECT_EQ(after.look, changed.look);
  EXPECT_EQ(after.short_name, "Ama");
  EXPECT_EQ(after.status, "at lunch");
  EXPECT_TRUE(after.do_not_locate);
  EXPECT_EQ(after.email, "me@example.org");
  EXPECT_EQ(after.role, Role::attendee);
}

}  // namespace
}  // namespace posterhall::store_test
