// A hall whose processes are replaced one by one by newer ones: what an older program began is ended by its rules.
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include "domain/breakout_room.hpp"
#include "integration/support/two_processes.hpp"
#include "store/open.hpp"

namespace posterhall::integration {
namespace {

class RollingUpgrade : public SharedHall {
 protected:
  /// The breakout's room as a program opened it that knew these rules and no newer ones.
  void open_room(std::uint32_t seats, std::uint32_t rules) const {
    boost::asio::io_context loop;
    auto guard = boost::asio::make_work_guard(loop);
    const auto now = [] {
      return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
    };
    const auto store = store::open_store(data_.path(), now);
    domain::NewEvent opened{domain::Channel::room(RoomId{1}),  {},  {}, domain::EventKind::room_opened,
                            domain::opening_ref(seats, rules), "b1"};
    opened.client_id.fill(7);
    store->events().append(std::move(opened), hall::Reply<hall::Appended>(loop.get_executor(), [&](const auto& stored) {
                             EXPECT_TRUE(stored);
                             guard.reset();
                           }));
    loop.run();
  }
  struct Went {
    bool inside = false;
    std::uint32_t waits = 0;  ///< the place in the line
    v1::RejectCode refused = v1::REJECT_CODE_UNSPECIFIED;
  };
  static Went go_in(Tab& tab) {
    const auto seq = tab.say(going_in());
    const auto heard = tab.hear([&](const auto& each) {
      return (each.has_room() && (each.room().inside() || each.room().waiting_place() > 0)) ||
             (each.has_reject() && each.reject().in_reply_to() == seq);
    });
    if (heard.has_reject()) return {.refused = heard.reject().code()};
    return {heard.room().inside(), heard.room().waiting_place()};
  }
};

TEST_F(RollingUpgrade, a_room_opened_under_older_rules_keeps_them_on_every_process) {
  open_room(2, 1);
  const auto a = start(), b = start();
  auto amara = browser(*a, links_[0]), bo = browser(*b, links_[1]), ines = browser(*a, links_[2]);
  auto dan = browser(*b, links_[3]), wairimu = browser(*b, organiser_);
  Tab first(amara), second(bo), third(ines), fourth(dan), organiser(wairimu);
  for (Tab* tab : {&first, &second, &third, &fourth, &organiser}) (void)tab->enter();
  EXPECT_TRUE(go_in(first).inside);
  EXPECT_TRUE(go_in(second).inside);
  const auto both = [](const auto& heard) {
    return heard.facts().rooms_size() == 1 && heard.facts().rooms(0).members() == 2;
  };
  (void)third.hear(both);
  (void)fourth.hear(both);
  // Version 1 knows no waiting line: nobody may stand in one that an older process does not see.
  EXPECT_EQ(go_in(third).refused, v1::REJECT_CODE_ROOM_FULL);
  EXPECT_EQ(go_in(fourth).refused, v1::REJECT_CODE_ROOM_FULL);
  // Opened anew, it has the newest rules for all.
  v1::ClientMessage close, open;
  close.mutable_room_close()->set_room(1);
  open.mutable_room_open()->set_room(1);
  (void)acked(organiser, close);
  (void)acked(organiser, open);
  const auto empty = [](const auto& heard) {
    return heard.facts().rooms_size() == 1 && heard.facts().rooms(0).open() && heard.facts().rooms(0).members() == 0;
  };
  for (Tab* tab : {&first, &second, &third, &fourth}) (void)tab->hear(empty);
  EXPECT_TRUE(go_in(third).inside);
  EXPECT_TRUE(go_in(fourth).inside);
  EXPECT_EQ(go_in(first).waits, 1U);
  EXPECT_EQ(go_in(second).waits, 2U);
}

}  // namespace
}  // namespace posterhall::integration
