// Posters' files over time, as every store keeps them: versions, text views, requests, the freeze time.
#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Over>
class PosterStoreTest : public StoreTest<Over> {
 protected:
  void SetUp() override {
    StoreTest<Over>::SetUp();
    auto change = this->change({this->poster(1, "p-1"), this->poster(2, "p-2")});
    ASSERT_TRUE(this->tools_->catalogue().apply(change, this->kNow));
    author_ = this->invite("amara@example.org", 1, domain::Role::author, {PosterKey{1}});
  }
  hall::ConvertedFile convert(const std::string& hash, const std::string& text = "Drift alarms") {
    hall::ConvertedFile made;
    made.converter = 2;
    made.file = {
        hash, "application/pdf", hash + "t", hash + "p", 3400, 2404, hash + "z", 512, 5, 8192, 5795, 2, 25'853, 24.5,
        true};
    if (!text.empty()) made.panels = {{"Method", text, 0.1, 0.2, 0.3, 0.4}};
    EXPECT_TRUE(this->tools_->posters().keep_conversion(made));
    return made;
  }
  hall::PutUpAnswer put(const hall::PutUp& wanted) {
    const auto answer =
        wait_for<hall::PutUpAnswer>([&](auto reply) { this->store_->posters().put_up(wanted, std::move(reply)); });
    EXPECT_TRUE(answer);
    return answer ? *answer : hall::PutUpAnswer{};
  }
  hall::PutUp by_author(const std::string& hash) {
    return {PosterKey{1}, hash, "a.pdf", "larger type", author_, true, 0};
  }
  domain::Poster poster_now() {
    const auto state = this->tools_->catalogue().load();
    for (const auto& poster : state->catalogue.posters) {
      if (poster.key == PosterKey{1}) return poster;
    }
    return {};
  }
  hall::PosterHistory history() {
    return *wait_for<hall::PosterHistory>(
        [&](auto reply) { this->store_->posters().history(PosterKey{1}, std::move(reply)); });
  }
  hall::TextView text(bool of_file) {
    return *wait_for<hall::TextView>(
        [&](auto reply) { this->store_->posters().text(PosterKey{1}, of_file, std::move(reply)); });
  }
  hall::TextView write(std::vector<domain::TextPanel> panels) {
    return *wait_for<hall::TextView>([&](auto reply) {
      this->store_->posters().write_text(PosterKey{1}, author_, std::move(panels), std::move(reply));
    });
  }
  std::uint32_t head() { return this->heads({domain::Channel::catalogue()}).front(); }
  PersonId author_;
};
TYPED_TEST_SUITE(PosterStoreTest, Backends);

TYPED_TEST(PosterStoreTest, KeepsVersionsWithWhatChangedAndBringsThemBack) {
  this->convert("one");
  this->convert("two", "");
  const auto before = this->head();
  EXPECT_EQ(this->put(this->by_author("one")).version, 1U);
  EXPECT_EQ(this->put(this->by_author("two")).version, 2U);
  EXPECT_EQ(this->head(), before + 2) << "every server sees it";
  const auto again = this->put(this->by_author("two"));
  EXPECT_TRUE(again.was_live);
  EXPECT_EQ(again.version, 2U);
  EXPECT_EQ(this->put({PosterKey{1}, "", "", "back", this->author_, true, 1}).version, 3U);
  EXPECT_EQ(this->head(), before + 3);

  const auto live = this->poster_now();
  EXPECT_EQ(live.version, 3U);
  EXPECT_EQ(live.file_hash, "one");
  EXPECT_EQ(live.tiles.hash, "onez");
  EXPECT_EQ(live.tiles.levels, 5U);
  EXPECT_EQ(live.tiles.width, 8192U);
  EXPECT_EQ(live.pages, 2U);
  EXPECT_DOUBLE_EQ(live.smallest_type_pt, 24.5);
  EXPECT_EQ(live.note, "back");
  EXPECT_TRUE(live.put_up_by_author);
  EXPECT_NE(live.words.find("Drift alarms"), std::string::npos);

  const auto history = this->history();
  ASSERT_EQ(history.versions.size(), 3U);
  EXPECT_EQ(history.versions[0].same_as, 1U);
  EXPECT_EQ(history.versions[0].name, "a.pdf");
  EXPECT_EQ(history.versions[1].file.file_hash, "two");
  EXPECT_EQ(history.versions[2].note, "larger type");
  EXPECT_EQ(history.versions[2].by, this->author_);
  EXPECT_EQ(history.versions[2].file.bytes, 25'853U);
  const auto needed = *this->tools_->needed_files();
  for (const auto* hash : {"one", "onet", "onep", "onez", "two", "twoz"}) {
    EXPECT_NE(std::find(needed.begin(), needed.end(), hash), needed.end()) << hash;
  }
}

TYPED_TEST(PosterStoreTest, PutsUpOnlyWhatIsThereAndWasConverted) {
  const auto fails = [&](const hall::PutUp& wanted) {
    return !wait_for<hall::PutUpAnswer>([&](auto reply) { this->store_->posters().put_up(wanted, std::move(reply)); });
  };
  hall::ConvertedFile refused;
  refused.file.file_hash = "bad";
  refused.refused = "is a web page";
  ASSERT_TRUE(this->tools_->posters().keep_conversion(refused));
  EXPECT_TRUE(fails({PosterKey{1}, "nothing", "", "", PersonId{}, false, 0}));
  EXPECT_TRUE(fails({PosterKey{1}, "bad", "", "", PersonId{}, false, 0}));
  EXPECT_TRUE(fails({PosterKey{1}, "", "", "", PersonId{}, false, 7}));
  this->convert("one");
  EXPECT_TRUE(fails({PosterKey{9}, "one", "", "", PersonId{}, false, 0}));
  EXPECT_EQ(this->tools_->posters().find_conversion("bad")->value().refused, "is a web page");
}

TYPED_TEST(PosterStoreTest, AnAuthorsTextViewStaysOverLaterFilesUntilItIsTakenBack) {
  EXPECT_EQ(this->text(false).number, 0U);
  this->convert("one");
  this->convert("two", "Other words");
  (void)this->put(this->by_author("one"));
  const auto of_file = this->text(false);
  ASSERT_EQ(of_file.panels.size(), 1U);
  EXPECT_FALSE(of_file.by_author);
  EXPECT_EQ(of_file.panels[0], (domain::TextPanel{"Method", "Drift alarms", 0.1, 0.2, 0.3, 0.4}));

  const auto mine = this->write({{"What it does", "Alarms that fire in time.", 0, 0, 0, 0}});
  EXPECT_TRUE(mine.by_author);
  EXPECT_GT(mine.number, of_file.number);
  EXPECT_EQ(this->poster_now().text_number, mine.number);
  EXPECT_NE(this->poster_now().words.find("in time"), std::string::npos);
  (void)this->put(this->by_author("two"));
  EXPECT_TRUE(this->text(false).by_author);
  EXPECT_EQ(this->text(true).panels[0].text, "Other words");
  const auto back = this->write({});
  EXPECT_FALSE(back.by_author);
  EXPECT_EQ(back.panels[0].text, "Other words");
  EXPECT_GT(back.number, mine.number);
  EXPECT_FALSE(this->poster_now().text_by_author);
  EXPECT_EQ(this->poster_now().text_number, back.number);
}

TYPED_TEST(PosterStoreTest, AfterTheFreezeTimeAnAuthorAsksAndAnOrganiserSettles) {
  this->convert("one");
  this->convert("two");
  ASSERT_TRUE(this->tools_->posters().set_freeze(this->kNow - 1, this->kNow));
  EXPECT_EQ(this->tools_->catalogue().load()->catalogue.event.posters_freeze, this->kNow - 1);
  EXPECT_TRUE(this->put(this->by_author("one")).frozen);
  EXPECT_EQ(this->poster_now().version, 0U);
  auto organisers = this->by_author("one");
  organisers.by_author = false;
  EXPECT_EQ(this->put(organisers).version, 1U);

  const auto asked = wait_for<std::uint32_t>(
      [&](auto reply) { this->store_->poster_requests().ask(this->by_author("two"), std::move(reply)); });
  ASSERT_TRUE(asked);
  ASSERT_EQ(this->history().requests.size(), 1U);
  EXPECT_EQ(this->history().requests[0].number, *asked);
  const auto settle = [&](std::uint32_t number, bool up) {
    return wait_for<hall::PutUpAnswer>([&](auto reply) {
      this->store_->poster_requests().settle({number, PersonId{9}, up, "fine"}, std::move(reply));
    });
  };
  const auto settled = settle(*asked, true);
  ASSERT_TRUE(settled);
  EXPECT_EQ(settled->version, 2U);
  EXPECT_EQ(this->poster_now().file_hash, "two");
  EXPECT_TRUE(this->poster_now().put_up_by_author);
  EXPECT_FALSE(settle(*asked, true)) << "settled once";
  const auto open = wait_for<std::vector<hall::PosterRequest>>(
      [&](auto reply) { this->store_->poster_requests().requests(std::move(reply)); });
  EXPECT_TRUE(open && open->empty());
}

TYPED_TEST(PosterStoreTest, AnAnswerIsToldUntilWhoAskedHasSeenItAndIsAudited) {
  this->convert("one");
  const auto states = [&] {
    return *wait_for<hall::CatalogueAndLayout>([&](auto reply) {
              this->store_->catalogue().load_catalogue(std::move(reply));
            })->requests;
  };
  const auto seen = [&](std::uint32_t number, PersonId by) {
    return *wait_for<bool>([&](auto reply) { this->store_->poster_requests().seen(number, by, std::move(reply)); });
  };
  const auto entries = [&] { return this->tools_->check_audit()->entries; };
  const auto before = this->head();
  const auto audited = entries();
  const auto asked = *wait_for<std::uint32_t>(
      [&](auto reply) { this->store_->poster_requests().ask(this->by_author("one"), std::move(reply)); });
  ASSERT_EQ(states().size(), 1U);
  EXPECT_EQ(states()[0], (hall::RequestState{asked, PosterKey{1}, this->author_, 0, false, ""}));
  EXPECT_FALSE(seen(asked, this->author_)) << "there is no answer yet";
  ASSERT_TRUE(wait_for<hall::PutUpAnswer>([&](auto reply) {
    this->store_->poster_requests().settle({asked, PersonId{9}, false, "too late"}, std::move(reply));
  }));
  ASSERT_EQ(states().size(), 1U);
  EXPECT_NE(states()[0].settled, 0);
  EXPECT_FALSE(states()[0].put_up);
  EXPECT_EQ(states()[0].words, "too late");
  EXPECT_EQ(entries(), audited + 1);
  EXPECT_FALSE(seen(asked, PersonId{9})) << "it is not theirs";
  EXPECT_TRUE(seen(asked, this->author_));
  EXPECT_FALSE(seen(asked, this->author_));
  EXPECT_TRUE(states().empty());
  EXPECT_EQ(this->head(), before + 3) << "every server hears of the question, the answer, and that it was seen";
  (void)this->put(this->by_author("one"));
  EXPECT_EQ(entries(), audited + 2);
  EXPECT_EQ(this->tools_->check_audit()->wrong, 0U);
}

TYPED_TEST(PosterStoreTest, KnowsWhichLivePostersHaveNoTiles) {
  auto bare = this->convert("one");
  bare.file.tiles_hash.clear();
  ASSERT_TRUE(this->tools_->posters().keep_conversion(bare));
  (void)this->put(this->by_author("one"));
  EXPECT_EQ(*this->tools_->posters().untiled(10), std::vector<std::string>{"one"});
  this->convert("one");
  EXPECT_TRUE(this->tools_->posters().untiled(10)->empty());
}

}  // namespace
}  // namespace posterhall::store_test
