#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

using domain::Channel;

template <class Over>
class CatalogueTest : public StoreTest<Over> {
 protected:
  hall::CatalogueAndLayout load() {
    return *wait_for<hall::CatalogueAndLayout>(
        [&](auto reply) { this->store_->catalogue().load_catalogue(std::move(reply)); });
  }
  static std::vector<std::string> ids(const domain::Catalogue& catalogue) {
    std::vector<std::string> result;
    for (const auto& poster : catalogue.posters) result.push_back(poster.id);
    return result;
  }
};
TYPED_TEST_SUITE(CatalogueTest, Backends);

TYPED_TEST(CatalogueTest, IsEmptyAtFirst) {
  const auto loaded = this->load();
  EXPECT_TRUE(loaded.catalogue->posters.empty());
  EXPECT_TRUE(loaded.layout->places.empty());
  EXPECT_EQ(loaded.catalogue->version, 0U);
  EXPECT_EQ(this->tools_->catalogue().load_before().error(), store::StoreError::nothing_there);
}

TYPED_TEST(CatalogueTest, ShowsARunningServerWhatAToolHasApplied) {
  auto change = this->change({this->poster(1, "p-1"), this->poster(2, "p-2")});
  auto& rich = change.posters[0];
  rich.summary = "Line one\nLine two";
  rich.link = "https://example.org/x?y=1";
  rich.image_url = "https://example.org/x.png";
  rich.file_booth = "D4";
  rich.keywords = {"drift", "edge"};
  rich.shift_ids = {"s", "gone"};
  rich.own_hours = {{1, 5}};
  change.setting.event.time_zone = "Europe/Berlin";
  change.setting.event.days = {"2026-04-21"};
  change.setting.event.posters_public = false;
  change.setting.rooms = {{RoomId{1}, "Breakout 1", 40}};
  domain::Session session;
  session.id = "s";
  session.title = "Ask us";
  session.kind = domain::SessionKind::breakout;
  session.room = RoomId{1};
  session.host_emails = {"h@example.org"};
  session.day = "2026-04-21";
  session.span = {10, 20};
  session.sponsor = "Lanternfish";
  session.stream = "https://video.example/live";
  session.stream_public = true;
  session.recording = "https://video.example/1";
  change.setting.sessions = {session};
  const auto version = this->tools_->catalogue().apply(change, this->kNow);
  ASSERT_TRUE(version);
  EXPECT_EQ(this->heads({Channel::catalogue()}).front(), *version);

  const auto loaded = this->load();
  const auto& catalogue = *loaded.catalogue;
  EXPECT_EQ(catalogue.version, *version);
  ASSERT_EQ(catalogue.posters.size(), 2U);
  const auto& first = catalogue.posters[0].id == "p-1" ? catalogue.posters[0] : catalogue.posters[1];
  EXPECT_EQ(first.authors, rich.authors);
  EXPECT_EQ(first.summary, rich.summary);
  EXPECT_EQ(first.link, rich.link);
  EXPECT_EQ(first.image_url, rich.image_url);
  EXPECT_EQ(first.file_booth, "D4");
  EXPECT_EQ(first.keywords, rich.keywords);
  EXPECT_EQ(first.shift_ids, rich.shift_ids);
  EXPECT_EQ(first.own_hours, rich.own_hours);
  EXPECT_EQ(first.shifts, (std::vector<domain::TimeSpan>{{1, 5}, {10, 20}}));  // its own and the programme's
  EXPECT_TRUE(first.booth);
  EXPECT_EQ(*loaded.layout, change.layout);
  EXPECT_EQ(catalogue.event.name, "Open ML Day");
  EXPECT_EQ(catalogue.event.time_zone, "Europe/Berlin");
  EXPECT_FALSE(catalogue.event.posters_public);
  ASSERT_EQ(catalogue.rooms.size(), 1U);
  EXPECT_EQ(catalogue.rooms[0].capacity, 40U);
  ASSERT_EQ(catalogue.sessions.size(), 1U);
  EXPECT_EQ(catalogue.sessions[0].kind, domain::SessionKind::breakout);
  EXPECT_EQ(catalogue.sessions[0].host_emails, session.host_emails);
  EXPECT_EQ(catalogue.sessions[0].span, session.span);
  EXPECT_EQ(catalogue.sessions[0].sponsor, "Lanternfish");
  EXPECT_EQ(catalogue.sessions[0].stream, session.stream);
  EXPECT_TRUE(catalogue.sessions[0].stream_public);
  EXPECT_EQ(catalogue.sessions[0].recording, session.recording);
}

TYPED_TEST(CatalogueTest, RefusesAChangeMadeFromAnOlderState) {
  const auto stale = this->change({this->poster(1, "p-1")});
  ASSERT_TRUE(this->tools_->catalogue().apply(this->change({this->poster(1, "p-9")}), this->kNow));
  EXPECT_EQ(this->tools_->catalogue().apply(stale, this->kNow).error(), store::StoreError::moved_on);
  EXPECT_EQ(this->ids(*this->load().catalogue), std::vector<std::string>{"p-9"});
}

TYPED_TEST(CatalogueTest, AppliesAllOrNothing) {
  ASSERT_TRUE(this->tools_->catalogue().apply(this->change({this->poster(1, "p-1")}), this->kNow));
  auto wrong = this->change({this->poster(1, "p-1"), this->poster(2, "p-2")});
  wrong.posters[0].id = "p-other";  // a key that is another poster's
  EXPECT_EQ(this->tools_->catalogue().apply(wrong, this->kNow).error(), store::StoreError::refused);
  EXPECT_EQ(this->ids(*this->load().catalogue), std::vector<std::string>{"p-1"});
  EXPECT_EQ(this->heads({Channel::catalogue()}).front(), 1U);
  EXPECT_EQ(this->tools_->catalogue().load()->keys.size(), 1U);
}

TYPED_TEST(CatalogueTest, TakesImportsBackOneByOne) {
  auto& desk = this->tools_->catalogue();
  ASSERT_TRUE(desk.apply(this->change({this->poster(1, "p-1")}), this->kNow));
  const auto first = *desk.load();
  auto second = this->change({this->poster(1, "p-1"), this->poster(2, "p-2")});
  second.pictures = {{PosterKey{1}, "f", "image/png", "t", "p", 100, 50}};
  ASSERT_TRUE(desk.apply(second, this->kNow));
  EXPECT_EQ(desk.load()->catalogue.posters.front().version, 1U);

  const auto before = desk.load_before();
  ASSERT_TRUE(before);
  EXPECT_EQ(this->ids(before->catalogue), std::vector<std::string>{"p-1"});
  const auto current = desk.load()->version;
  ASSERT_TRUE(desk.undo(current, {}, this->kNow));
  auto after = *desk.load();
  EXPECT_EQ(this->ids(after.catalogue), std::vector<std::string>{"p-1"});
  EXPECT_EQ(after.layout, first.layout);
  EXPECT_EQ(after.catalogue.posters.front().version, 0U);  // the picture came with what was taken back
  EXPECT_EQ(after.version, current + 1);
  ASSERT_TRUE(desk.undo(after.version, {}, this->kNow));
  EXPECT_TRUE(desk.load()->catalogue.posters.empty());
  EXPECT_EQ(desk.undo(desk.load()->version, {}, this->kNow).error(), store::StoreError::nothing_there);
}

TYPED_TEST(CatalogueTest, KeepsAPostersKeyThroughRemovalAndReturn) {
  auto& desk = this->tools_->catalogue();
  ASSERT_TRUE(desk.apply(this->change({this->poster(1, "p-1"), this->poster(2, "p-2")}), this->kNow));
  ASSERT_TRUE(desk.apply(this->change({this->poster(2, "p-2")}), this->kNow));
  EXPECT_EQ(desk.load()->keys.size(), 2U);
  ASSERT_TRUE(desk.apply(this->change({this->poster(1, "p-1"), this->poster(2, "p-2")}), this->kNow));
  EXPECT_EQ(desk.load()->catalogue.posters.size(), 2U);
}

TYPED_TEST(CatalogueTest, ShowsTheNewestPictureAndWhatHangsOnAPoster) {
  auto& desk = this->tools_->catalogue();
  auto change = this->change({this->poster(1, "p-1"), this->poster(2, "p-2")});
  change.pictures = {{PosterKey{1}, "old", "image/png", "t1", "p1", 100, 50},
                     {PosterKey{1}, "new", "application/pdf", "t2", "p2", 3000, 2000}};
  ASSERT_TRUE(desk.apply(change, this->kNow));
  const auto me = this->invite("me@example.org", 1, domain::Role::author, {PosterKey{1}});
  wait_for<bool>([&](auto reply) {
    this->store_->people().set_saved(me, PosterKey{2}, true, std::move(reply));
  }).value();
  auto question = this->message(Channel::poster(PosterKey{1}), me.value, 1);
  question.kind = domain::EventKind::question;
  ASSERT_TRUE(this->append(question));

  const auto catalogue = this->load().catalogue;
  for (const auto& poster : catalogue->posters) {
    if (poster.key == PosterKey{2}) {
      EXPECT_EQ(poster.version, 0U);
      continue;
    }
    EXPECT_EQ(poster.version, 2U);
    EXPECT_EQ(poster.file_hash, "new");
    EXPECT_EQ(poster.file_type, "application/pdf");
    EXPECT_EQ(poster.width, 3000U);
  }
  const auto uses = *desk.use_of_posters();
  ASSERT_EQ(uses.size(), 2U);
  EXPECT_EQ(uses[0].people, 1U);
  EXPECT_EQ(uses[0].questions, 1U);
  EXPECT_EQ(uses[0].saves, 0U);
  EXPECT_EQ(uses[1].saves, 1U);
  EXPECT_EQ(this->tools_->needed_files()->size(), 6U);
}

TYPED_TEST(CatalogueTest, ChangesTheEventAroundThePostersAlone) {
  auto& desk = this->tools_->catalogue();
  ASSERT_TRUE(desk.apply(this->change({this->poster(1, "p-1")}), this->kNow));
  store::EventSetting setting;
  setting.event.name = "Renamed";
  const auto version = desk.change_setting(setting, "event.toml was edited", this->kNow);
  ASSERT_TRUE(version);
  const auto state = *desk.load();
  EXPECT_EQ(state.catalogue.event.name, "Renamed");
  EXPECT_EQ(state.catalogue.posters.size(), 1U);
  EXPECT_EQ(state.catalogue.version, *version);
  EXPECT_TRUE(state.can_undo);
}

}  // namespace
}  // namespace posterhall::store_test
