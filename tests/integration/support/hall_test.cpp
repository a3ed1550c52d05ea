#include "integration/support/hall_test.hpp"

namespace posterhall::integration {

Browser HallTest::browser(const std::string& link) {
  Browser out(server_->port(), server_->origin());
  EXPECT_EQ(out.enter(link).status, 200);
  return out;
}

v1::ClientMessage HallTest::deed(v1::RoomDeed what, std::uint32_t ref) {
  v1::ClientMessage message;
  auto& out = *message.mutable_room_do();
  out.set_room(1);
  out.set_client_id(next_client_id());
  out.set_deed(what);
  out.set_ref(ref);
  return message;
}

v1::ClientMessage HallTest::deed(v1::RoomDeed what, std::uint32_t ref, const std::string& text) {
  auto message = deed(what, ref);
  message.mutable_room_do()->set_text(text);
  return message;
}

v1::ClientMessage HallTest::deed(v1::RoomDeed what, std::uint32_t ref, std::uint32_t page) {
  auto message = deed(what, ref);
  message.mutable_room_do()->set_page(page);
  return message;
}

v1::ClientMessage HallTest::going_in() {
  v1::ClientMessage message;
  message.mutable_room_enter()->set_room(1);
  return message;
}

void HallTest::open_for(Tab& organiser, std::initializer_list<Tab*> others) {
  v1::ClientMessage open;
  open.mutable_room_open()->set_room(1);
  done(organiser, open);
  for (Tab* tab : others) {
    (void)tab->hear([](const auto& heard) {
      return heard.has_facts() && heard.facts().rooms_size() == 1 && heard.facts().rooms(0).open();
    });
  }
}

v1::ServerMessage HallTest::answer(Tab& tab, const v1::ClientMessage& wish) {
  const auto seq = tab.say(wish);
  return tab.hear([&](const auto& heard) {
    return (heard.has_ack() && heard.ack().in_reply_to() == seq) ||
           (heard.has_reject() && heard.reject().in_reply_to() == seq);
  });
}

std::uint32_t HallTest::done(Tab& tab, const v1::ClientMessage& wish) {
  const auto heard = answer(tab, wish);
  EXPECT_TRUE(heard.has_ack()) << heard.ShortDebugString();
  return heard.ack().number();
}

v1::RoomState HallTest::state(Tab& tab, const std::function<bool(const v1::RoomState&)>& fits) {
  return tab.hear([&](const auto& heard) { return heard.has_room() && fits(heard.room()); }).room();
}

}  // namespace posterhall::integration
