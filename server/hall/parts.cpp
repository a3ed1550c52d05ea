#include "hall/parts.hpp"

#include <utility>

namespace posterhall::hall {
namespace {

/// What a connection may have missed in the seconds before its break was noticed.
constexpr std::uint64_t kUnnoticedMs = 6000;

/// Does it show that somebody is at the keyboard? (Ticking things do not.)
bool is_input(const Command& command) {
  return !std::holds_alternative<command::Ping>(command) && !std::holds_alternative<command::Activity>(command) &&
         !std::holds_alternative<command::WhoRequest>(command) &&
         !std::holds_alternative<command::PersonsRequest>(command) &&
         !std::holds_alternative<command::PeoplePage>(command) && !std::holds_alternative<command::Watch>(command) &&
         !std::holds_alternative<command::Unwatch>(command) && !std::holds_alternative<command::History>(command) &&
         !std::holds_alternative<command::MarkRead>(command) && !std::holds_alternative<command::Leave>(command);
}

/// One function a command; a command without one does not build.
struct Act {
  Parts& parts;
  ConnectionSlot slot;
  std::uint32_t seq;

  void operator()(command::Enter&) const { parts.core.connections.reject(slot, seq, RejectCode::wrong_state); }
  void operator()(const command::Move& c) const { parts.moving.move(slot, c); }
  void operator()(const command::Go& c) const { parts.going.go(slot, seq, c); }
  void operator()(const command::ClaimControl&) const { parts.tabs.claim(slot, seq); }
  void operator()(const command::Leave&) const { parts.presence.leave(slot); }
  void operator()(const command::Activity& c) const {
    parts.presence.activity(slot, c);
    done();
  }
  void operator()(const command::WhoRequest& c) const {
    parts.people_pages.who(slot, c);
    done();
  }
  void operator()(const command::PersonsRequest& c) const {
    parts.people_pages.persons(slot, c);
    done();
  }
  void operator()(const command::PeoplePage& c) const { parts.people_pages.page(slot, seq, c); }
  void operator()(const command::Say& c) const { parts.talk.say(slot, seq, c); }
  void operator()(command::Send& c) const { parts.writing.send(slot, seq, std::move(c)); }
  void operator()(command::Edit& c) const { parts.writing.edit(slot, seq, std::move(c)); }
  void operator()(const command::Delete& c) const { parts.writing.remove(slot, seq, c); }
  void operator()(const command::Typing& c) const {
    parts.talk.typing(slot, c);
    done();
  }
  void operator()(const command::Watch& c) const {
    parts.channels.watch(slot, c.channel, c.after);
    done();
  }
  void operator()(const command::Unwatch& c) const {
    parts.channels.unwatch(slot, c.channel);
    done();
  }
  void operator()(const command::History& c) const { parts.writing.history(slot, seq, c); }
  void operator()(const command::MarkRead& c) const { parts.profiles.mark_read(slot, seq, c); }
  void operator()(const command::Emote& c) const { parts.talk.emote(slot, seq, c); }
  void operator()(const command::SetStatus& c) const { parts.profiles.set_status(slot, seq, c); }
  void operator()(const command::SetLook& c) const { parts.profiles.set_look(slot, seq, c); }
  void operator()(const command::SavePoster& c) const { parts.profiles.save_poster(slot, seq, c); }
  void operator()(const command::ReadPoster& c) const { parts.profiles.read_poster(slot, seq, c); }
  void operator()(const command::RoomEnter& c) const { parts.rooms.enter(slot, seq, c.room); }
  void operator()(const command::RoomLeave&) const { parts.rooms.leave(slot, seq); }
  void operator()(const command::RoomOpen& c) const { parts.rooms.open(slot, seq, c.room); }
  void operator()(const command::RoomClose& c) const { parts.rooms.close(slot, seq, c.room); }
  void operator()(command::RoomDo& c) const { parts.room_acts.act(slot, seq, std::move(c)); }
  void operator()(const command::InvitePerson& c) const { parts.invitations.invite(slot, seq, c); }
  void operator()(const command::AnswerInvitation& c) const { parts.invitations.answer(slot, seq, c); }
  void operator()(const command::Block& c) const { parts.order.block(slot, seq, c); }
  void operator()(command::Report& c) const { parts.order.report(slot, seq, std::move(c)); }
  void operator()(command::Measure& c) const { parts.order.measure(slot, seq, std::move(c)); }
  void operator()(command::Lift& c) const { parts.order.lift(slot, seq, std::move(c)); }
  void operator()(command::ReportSettle& c) const { parts.order.settle(slot, seq, std::move(c)); }
  void operator()(const command::OrderQueue& c) const { parts.order_queue.page(slot, seq, c); }
  void operator()(const command::MeasureSeen& c) const { parts.order.seen(slot, seq, c); }
  void operator()(const command::AnswerCall& c) const { parts.calls.answer(slot, seq, c); }
  void operator()(const command::TellWhenBack& c) const { parts.back_calls.want(slot, seq, c); }
  void operator()(const command::Point& c) const { parts.pointing.point(slot, seq, c); }
  void operator()(const command::ShowView& c) const { parts.pointing.show_view(slot, seq, c); }
  void operator()(const command::CallAuthors& c) const { parts.calls.call(slot, seq, c); }
  void operator()(const command::RaiseHand& c) const { parts.hands.raise(slot, seq, c); }
  void operator()(const command::GiveFloor& c) const { parts.hands.give(slot, seq, c); }
  void operator()(const command::WantAnswer& c) const { parts.questions.want(slot, seq, c); }
  void operator()(command::HideQuestion& c) const { parts.questions.hide(slot, seq, std::move(c)); }
  void operator()(const command::ShowQuestion& c) const { parts.questions.show(slot, seq, c); }
  void operator()(const command::PlanAnnouncement& c) const { parts.announcing.plan(slot, seq, c); }
  void operator()(const command::WithdrawAnnouncement& c) const { parts.announcing.withdraw(slot, seq, c); }
  void operator()(const command::FollowAnnouncements& c) const { parts.announcing.follow(slot, seq, c); }
  void operator()(const command::Ping&) const {
    parts.core.connections.send_now(slot, notice::Pong{parts.core.ports.now()});
  }

 private:
  void done() const { parts.core.connections.ack(slot, seq); }
};

}  // namespace

Parts::Parts(ShardNumber number, boost::asio::io_context& loop, ShardPorts ports, HallSetting setting)
    : core(number, loop, std::move(ports), std::move(setting)),
      gate(core),
      conversations(core),
      avatars(core, conversations),
      channels(core),
      tabs(core, avatars, channels),
      fence(core, avatars, channels, tabs),
      entering(core, avatars, channels, tabs),
      presence(core, avatars, tabs),
      moving(core, avatars),
      going(core, avatars),
      talk(core, conversations, channels, gate),
      writing(core, channels, gate),
      questions(core, channels),
      room_telling(core, conversations, gate),
      rooms(core, {avatars, channels, conversations, going, gate, room_telling}),
      room_acts(core, channels),
      room_minder(core, {channels, gate}),
      order(core, {channels, talk, presence, gate}),
      order_queue(core),
      room_checks(core, rooms),
      invitations(core, conversations, going),
      calls(core, conversations, gate),
      still_here(core),
      back_calls(core, conversations),
      pointing(core, conversations),
      visits(core),
      hands(core, conversations),
      facts(core, conversations, rooms),
      announcing(core, {channels, facts, gate}),
      poster_desk(core, gate),
      people_pages(core),
      profiles(core, tabs),
      relay(core, {avatars, channels, talk, invitations, calls, pointing, hands, facts, tabs, room_checks, presence}),
      setting_change(core, {avatars, channels, conversations, facts, poster_desk, rooms, room_telling}) {
  channels.on_followed([this](const domain::Event& event) {
    if (event.channel.kind == domain::ChannelKind::room) return rooms.apply(event);
    if (event.channel.kind == domain::ChannelKind::planned) return announcing.apply(event);
    order.apply(event);
  });
  presence.on_dropped([this](BoothNumber booth, std::uint64_t kept_ms) { facts.author_dropped(booth, kept_ms); });
  entering.on_door([this](ConnectionSlot connection, std::uint32_t seq) {
    return order.let_in(connection, seq) && gate.let_in(connection, seq);
  });
  entering.on_seat([this](PersonId person) { return rooms.seat_of(person); });
  entering.may_read([this](GuestSlot guest, const domain::Channel& channel) { return gate.may_read(guest, channel); });
  entering.on_welcome([this](ConnectionSlot connection, std::uint64_t lost_ms) {
    facts.welcome(connection);
    room_telling.welcome(connection);
    invitations.welcome(connection);
    calls.welcome(connection);
    still_here.welcome(connection);
    back_calls.welcome(connection);
    pointing.welcome(connection);
    hands.welcome(connection);
    order.welcome(connection);
    poster_desk.welcome(connection);
    conversations.tell_newcomer(core.connections[connection].guest);
    if (lost_ms != 0) talk.replay(connection, lost_ms > kUnnoticedMs ? lost_ms - kUnnoticedMs : 0);
  });
}

void Parts::dispatch(ConnectionSlot slot, std::uint32_t seq, Command command) {
  const Connection& connection = core.connections[slot];
  if (connection.state != ConnectionState::live) {
    if (std::holds_alternative<command::Ping>(command)) {
      core.connections.send_now(slot, notice::Pong{core.ports.now()});
    } else if (auto* enter = std::get_if<command::Enter>(&command);
               enter != nullptr && connection.state == ConnectionState::connected) {
      entering.enter(slot, seq, std::move(*enter));
    } else {
      core.connections.reject(slot, seq, RejectCode::wrong_state);
    }
    return;
  }
  const GuestSlot guest = connection.guest;
  const auto* move = std::get_if<command::Move>(&command);
  const Verdict verdict = move != nullptr ? gate.ask_move(guest) : gate.ask(slot, command);
  if (verdict.pass) {
    const auto* activity = std::get_if<command::Activity>(&command);
    const bool input = activity != nullptr ? activity->input : is_input(command);
    if (input) presence.input(guest);
    if (input) still_here.input(guest);
    act(slot, seq, command);
    return;
  }
  if (verdict.code == RejectCode::muted) return order.refuse_muted(slot, seq);
  core.connections.reject(slot, seq, verdict.code, verdict.retry_after_ms);
  if (verdict.close) tabs.close(slot, CloseReason::rate, 10'000);
}

void Parts::act(ConnectionSlot slot, std::uint32_t seq, Command& command) {
  std::visit(Act{*this, slot, seq}, command);
}

void Parts::tenth(std::uint32_t which) {
  conversations.tell();
  hands.tell();
  relay.sweep();  // a shard that is silent is gone within 6 s of its last word, its way and the next frame included
  switch (which) {
    case 0: return facts.tell();
    case 1: return presence.sweep();
    case 2: return channels.sweep();
    case 3: announcing.sweep(); return room_minder.sweep();
    case 4: return conversations.dissolve_circles();
    case 5:
      room_telling.sweep();  // what the minder proposed two tenths ago is stored by now
      return talk.sweep();
    case 7: return core.serving.balance();
    case 8:
      calls.sweep();
      hands.sweep();
      return pointing.sweep();
    case 9: return attend();
    default: return;
  }
}

void Parts::attend() {
  still_here.sweep();
  back_calls.sweep();
  visits.sweep();
}

}  // namespace posterhall::hall
