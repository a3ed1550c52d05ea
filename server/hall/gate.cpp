#include "hall/gate.hpp"

#include <algorithm>
#include <limits>

#include "domain/breakout_room.hpp"
#include "domain/room_clock.hpp"

namespace posterhall::hall {

using domain::Act;
using domain::ChannelKind;
using domain::Whose;

struct Gate::Asked {
  Act act = Act::ping;
  Whose whose = Whose::own;
  RateOf rate = RateOf::none;
};

namespace {

/// What needs no look at the hall: one row for each command. A command without a row does not build.
struct Described {
  Act act;
  RateOf rate;
};

struct Describe {
  Described operator()(const command::Enter&) const { return {Act::enter, RateOf::none}; }
  Described operator()(const command::Move&) const { return {Act::move, RateOf::move}; }
  Described operator()(const command::Go&) const { return {Act::go, RateOf::go}; }
  Described operator()(const command::ClaimControl&) const { return {Act::claim_control, RateOf::claim}; }
  Described operator()(const command::Leave&) const { return {Act::leave, RateOf::none}; }
  Described operator()(const command::Activity&) const { return {Act::activity, RateOf::activity}; }
  Described operator()(const command::WhoRequest&) const { return {Act::see_people, RateOf::who}; }
  Described operator()(const command::PersonsRequest&) const { return {Act::see_people, RateOf::persons}; }
  Described operator()(const command::PeoplePage&) const { return {Act::see_people, RateOf::people_page}; }
  Described operator()(const command::Say&) const { return {Act::say, RateOf::chat}; }
  Described operator()(const command::Send& send) const {
    switch (send.channel.kind) {
      case ChannelKind::hall: return {Act::write_hall, RateOf::chat};
      case ChannelKind::announce: return {Act::announce, RateOf::chat};
      case ChannelKind::talk: return {Act::write_room, RateOf::chat};
      case ChannelKind::direct: return {Act::write_direct, RateOf::chat};
      case ChannelKind::help: return {Act::write_help, RateOf::chat};
      case ChannelKind::poster: return {send.kind == domain::EventKind::answer ? Act::answer : Act::ask, RateOf::chat};
      case ChannelKind::room:
      case ChannelKind::catalogue:
      case ChannelKind::people:
      case ChannelKind::order:
      case ChannelKind::blocks:
      case ChannelKind::planned: break;
    }
    return {Act::announce, RateOf::chat};  // channels nobody writes to by hand; refused by Writing
  }
  Described operator()(const command::Edit&) const { return {Act::edit, RateOf::change}; }
  Described operator()(const command::Delete&) const { return {Act::remove, RateOf::change}; }
  Described operator()(const command::Typing&) const { return {Act::typing, RateOf::typing}; }
  Described operator()(const command::Watch&) const { return {Act::read, RateOf::watch}; }
  Described operator()(const command::Unwatch&) const { return {Act::read, RateOf::watch}; }
  Described operator()(const command::History&) const { return {Act::read, RateOf::history}; }
  Described operator()(const command::MarkRead&) const { return {Act::mark_read, RateOf::mark_read}; }
  Described operator()(const command::Emote&) const { return {Act::emote, RateOf::emote}; }
  Described operator()(const command::SetStatus&) const { return {Act::set_profile, RateOf::profile}; }
  Described operator()(const command::SetLook&) const { return {Act::set_profile, RateOf::profile}; }
  Described operator()(const command::SavePoster&) const { return {Act::save_poster, RateOf::posters}; }
  Described operator()(const command::ReadPoster&) const { return {Act::read_poster, RateOf::posters}; }
  Described operator()(const command::RoomEnter&) const { return {Act::room_enter, RateOf::rooms}; }
  Described operator()(const command::RoomLeave&) const { return {Act::room_leave, RateOf::rooms}; }
  Described operator()(const command::RoomOpen&) const { return {Act::room_open, RateOf::rooms}; }
  Described operator()(const command::RoomClose&) const { return {Act::room_close, RateOf::rooms}; }
  Described operator()(const command::InvitePerson&) const { return {Act::invite, RateOf::invite}; }
  Described operator()(const command::AnswerInvitation&) const { return {Act::answer_invitation, RateOf::rooms}; }
  Described operator()(const command::Ping&) const { return {Act::ping, RateOf::ping}; }
  Described operator()(const command::Block&) const { return {Act::block, RateOf::block}; }
  Described operator()(const command::Report&) const { return {Act::report, RateOf::report}; }
  Described operator()(const command::Measure& wish) const { return {domain::act_of(wish.kind), RateOf::order}; }
  Described operator()(const command::Lift&) const { return {Act::lift, RateOf::order}; }
  Described operator()(const command::ReportSettle&) const { return {Act::settle_report, RateOf::order}; }
  Described operator()(const command::OrderQueue&) const { return {Act::see_reports, RateOf::order_queue}; }
  Described operator()(const command::AnswerCall&) const { return {Act::answer_call, RateOf::rooms}; }
  Described operator()(const command::TellWhenBack&) const { return {Act::tell_when_back, RateOf::posters}; }
  Described operator()(const command::Point&) const { return {Act::point, RateOf::point}; }
  Described operator()(const command::ShowView&) const { return {Act::show_view, RateOf::show_view}; }
  Described operator()(const command::CallAuthors&) const { return {Act::call_authors, RateOf::order}; }
  Described operator()(const command::RaiseHand& hand) const {
    return {hand.down ? Act::lower_hand : Act::raise_hand, RateOf::hands};
  }
  Described operator()(const command::GiveFloor&) const { return {Act::give_floor, RateOf::hands}; }
  Described operator()(const command::WantAnswer&) const { return {Act::want_answer, RateOf::change}; }
  Described operator()(const command::HideQuestion&) const { return {Act::hide_question, RateOf::change}; }
  Described operator()(const command::ShowQuestion&) const { return {Act::show_question, RateOf::change}; }
  Described operator()(const command::RoomDo& wish) const { return {domain::act_of(wish.deed), RateOf::room_deeds}; }
  Described operator()(const command::PlanAnnouncement&) const { return {Act::announce, RateOf::order}; }
  Described operator()(const command::WithdrawAnnouncement&) const { return {Act::announce, RateOf::order}; }
  Described operator()(const command::FollowAnnouncements&) const { return {Act::announce, RateOf::order_queue}; }
  Described operator()(const command::MeasureSeen&) const { return {Act::see_measure, RateOf::block}; }
};

Whose whose_if(bool own) { return own ? Whose::own : Whose::other; }

const domain::Channel* channel_of(const Command& command) {
  if (const auto* send = std::get_if<command::Send>(&command)) return &send->channel;
  if (const auto* watch = std::get_if<command::Watch>(&command)) return &watch->channel;
  if (const auto* history = std::get_if<command::History>(&command)) return &history->channel;
  if (const auto* mark = std::get_if<command::MarkRead>(&command)) return &mark->channel;
  if (const auto* edit = std::get_if<command::Edit>(&command)) return &edit->channel;
  if (const auto* remove = std::get_if<command::Delete>(&command)) return &remove->channel;
  if (const auto* typing = std::get_if<command::Typing>(&command); typing != nullptr && !typing->nearby) {
    return &typing->channel;
  }
  return nullptr;
}

}  // namespace

bool Gate::hosts(PersonId person, RoomId room) const {
  // What the room was opened for goes on while it is open, also in the minutes that were added.
  const domain::BreakoutRoom* state = core_.room(room);
  const domain::Session* session = state != nullptr && state->open()
                                       ? domain::find_session(core_.catalogue(), state->session())
                                       : domain::running_session(core_.catalogue(), room, core_.ports.now());
  const domain::Person* known = core_.people.find(person);
  return session != nullptr && known != nullptr && domain::hosts(*session, known->email);
}

bool Gate::waits_for(PersonId person, RoomId room) const {
  const domain::BreakoutRoom* state = core_.room(room);
  return state != nullptr && state->waiting_place(person) != 0;
}

bool Gate::leads(PersonId person, RoomId room) const {
  const domain::BreakoutRoom* state = core_.room(room);
  return hosts(person, room) || (state != nullptr && state->open() && state->stage().leads(person));
}

Whose Gate::whose_room(PersonId person, const command::RoomDo& wish) const {
  using domain::RoomDeed;
  const domain::BreakoutRoom* state = core_.room(wish.room);
  if (state == nullptr || wish.deed == RoomDeed::extend) return Whose::own;  // not found; organisers everywhere
  const bool leading = leads(person, wish.room);
  if (wish.deed == RoomDeed::step_in) {
    return whose_if(state->stage().asked() == person || state->stage().cohosts().contains(person));
  }
  // Who speaks turns the pages of what they speak about.
  const bool speaks = wish.deed == RoomDeed::show_deck && person == state->stage().floor();
  if (!domain::is_member_deed(wish.deed)) return whose_if(leading || speaks);
  if (wish.deed == RoomDeed::lower_hand && wish.ref != 0) return whose_if(leading);
  const bool seated = state->has(person);
  if (wish.deed == RoomDeed::raise_hand || wish.deed == RoomDeed::lower_hand) return whose_if(seated);
  const bool reads = seated || state->waiting_place(person) != 0;
  return whose_if(reads || ((wish.deed == RoomDeed::want || wish.deed == RoomDeed::unwant) && leading));
}

bool Gate::may_read(GuestSlot guest, const domain::Channel& channel) const {
  const Guest& who = core_.guests[guest];
  switch (channel.kind) {
    case ChannelKind::hall:
    case ChannelKind::announce:
    case ChannelKind::poster: return true;
    case ChannelKind::direct: return channel.a == who.person.value || channel.b == who.person.value;
    case ChannelKind::help:
      return channel.a == who.person.value || domain::may(core_.role(who.person), Act::write_help, Whose::other);
    case ChannelKind::talk:
      return (who.visitor != kNone && core_.visitors[who.visitor].room.value == channel.a) ||
             waits_for(who.person, RoomId{channel.a}) ||
             domain::may(core_.role(who.person), Act::write_room, Whose::other) || leads(who.person, RoomId{channel.a});
    case ChannelKind::room:
    case ChannelKind::catalogue:
    case ChannelKind::people:
    case ChannelKind::order:
    case ChannelKind::blocks:
    case ChannelKind::planned: return false;
  }
  return false;
}

bool Gate::presents_at(PersonId person, BoothNumber number) const {
  const domain::Booth* booth = domain::find_booth(core_.plan(), number);
  return booth != nullptr && core_.presents(person, booth->poster);
}

Gate::Asked Gate::describe(GuestSlot guest, const Command& command) const {
  const Described described = std::visit(Describe{}, command);
  Asked asked{described.act, Whose::own, described.rate};
  const PersonId person = core_.guests[guest].person;
  if (const domain::Channel* channel = channel_of(command)) {
    switch (asked.act) {
      case Act::ask:
      case Act::answer: asked.whose = whose_if(core_.presents(person, PosterKey{channel->a})); break;
      case Act::write_hall: break;
      case Act::write_help: asked.whose = whose_if(channel->a == person.value); break;
      default:
        // Whose event an edit or delete is about is known when it has been read; here only whose channel.
        if (asked.act != Act::announce) asked.whose = whose_if(may_read(guest, *channel));
        break;
    }
    if (asked.act == Act::remove && asked.whose == Whose::other && channel->kind != ChannelKind::direct &&
        domain::may(core_.role(person), Act::remove, Whose::other)) {
      asked.whose = Whose::own;
    }
  }
  if (const auto* open = std::get_if<command::RoomOpen>(&command)) asked.whose = whose_if(hosts(person, open->room));
  if (const auto* close = std::get_if<command::RoomClose>(&command)) {
    asked.whose = whose_if(hosts(person, close->room));
  }
  if (const auto* view = std::get_if<command::ShowView>(&command))
    asked.whose = whose_if(presents_at(person, view->booth));
  if (const auto* give = std::get_if<command::GiveFloor>(&command)) {
    asked.whose = whose_if(presents_at(person, give->booth));
  }
  if (const auto* deed = std::get_if<command::RoomDo>(&command)) asked.whose = whose_room(person, *deed);
  // Whose question it is, and who hid it, is known when it has been read (Questions).
  if (const auto* want = std::get_if<command::WantAnswer>(&command)) {
    asked.whose = whose_if(core_.presents(person, want->poster));
  }
  if (const auto* hide = std::get_if<command::HideQuestion>(&command)) {
    asked.whose = whose_if(core_.presents(person, hide->poster));
  }
  if (const auto* show = std::get_if<command::ShowQuestion>(&command)) {
    asked.whose = whose_if(core_.presents(person, show->poster));
  }
  if (const auto about = about_whom(command)) asked.whose = domain::whose_order(core_.role(*about));
  return asked;
}

std::optional<PersonId> Gate::about_whom(const Command& command) const {
  if (const auto* wish = std::get_if<command::Measure>(&command)) return wish->person;
  if (const auto* lift = std::get_if<command::Lift>(&command)) {
    const domain::Measure* measure = core_.book.measure(lift->measure);
    return measure == nullptr ? std::nullopt : std::optional(measure->person);
  }
  if (const auto* settle = std::get_if<command::ReportSettle>(&command)) {
    const domain::Report* report = core_.book.open_report(settle->report);
    return report == nullptr ? std::nullopt : std::optional(report->what.about);
  }
  return std::nullopt;
}

bool Gate::stopped_by_mute(PersonId person, domain::Act act, const Command& command) const {
  if (core_.book.muted(person, core_.ports.now()) == nullptr) return false;
  if (domain::stopped_by_mute(act)) return true;
  // A status or a badge is read by others too: what stands there may stay or go, new words may not come.
  const domain::Person known = core_.person(person);
  if (const auto* status = std::get_if<command::SetStatus>(&command)) {
    return !status->text.empty() && status->text != known.status;
  }
  if (const auto* look = std::get_if<command::SetLook>(&command)) {
    return !look->short_name.empty() && look->short_name != known.short_name;
  }
  return false;
}

Verdict Gate::ask_move(GuestSlot guest) {
  if (!domain::may(core_.guests[guest].role, Act::move, Whose::own)) return {false, false, RejectCode::not_allowed, 0};
  return ask_rate(guest, RateOf::move);
}

domain::Phase Gate::phase() const {
  const domain::Catalogue& catalogue = core_.catalogue();
  return domain::phase_at(catalogue.event.times, catalogue.sessions, core_.ports.now());
}

bool Gate::closed(domain::Act act) const { return domain::stopped_by_close(act) && domain::is_closed(phase()); }

bool Gate::let_in(ConnectionSlot connection, std::uint32_t seq) {
  const domain::Phase now = phase();
  if (domain::lets_in(now, core_.role(core_.connections[connection].person))) return true;
  const bool early = now == domain::Phase::before_doors;
  const UnixMs wait = early ? core_.catalogue().event.times.doors - core_.ports.now() : 0;
  const auto most = UnixMs{std::numeric_limits<std::uint32_t>::max()};
  core_.connections.reject(connection, seq, early ? RejectCode::before_doors : RejectCode::event_closed,
                           static_cast<std::uint32_t>(std::min(wait, most)));
  return false;
}

Verdict Gate::ask(ConnectionSlot connection, const Command& command) {
  const GuestSlot guest = core_.connections[connection].guest;
  const Asked asked = describe(guest, command);
  if (!domain::may(core_.guests[guest].role, asked.act, asked.whose)) return {false, false, RejectCode::not_allowed, 0};
  if (stopped_by_mute(core_.guests[guest].person, asked.act, command)) return {false, false, RejectCode::muted, 0};
  if (closed(asked.act)) return {false, false, RejectCode::event_closed, 0};
  return ask_rate(guest, asked.rate);
}

Verdict Gate::ask_rate(GuestSlot guest, RateOf rate) {
  Guest& who = core_.guests[guest];
  const bool talk = rate == RateOf::chat || rate == RateOf::emote || rate == RateOf::typing || rate == RateOf::invite;
  if (talk && who.rates.muted(core_.now_ms)) {
    return {false, false, RejectCode::rate_limited, who.rates.muted_for(core_.now_ms)};
  }
  const std::uint32_t wait = who.rates.take(rate, who.role, core_.now_ms);
  if (wait == 0) return {};
  const auto patience = who.rates.strike(core_.now_ms);
  Verdict verdict{false, patience == PersonRates::Patience::close, RejectCode::rate_limited, wait};
  if (patience == PersonRates::Patience::mute && talk) verdict.retry_after_ms = who.rates.muted_for(core_.now_ms);
  return verdict;
}

}  // namespace posterhall::hall
