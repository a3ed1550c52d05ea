// Every command, by who is not in, who is banned, who is muted, and each role: what the hall answers is what the table
// says. A new command is in here by itself.
#include <gtest/gtest.h>

#include <utility>

#include "domain/permission.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;
using hall::Command;
using hall::RejectCode;

template <std::size_t... I>
std::vector<Command> one_of_each(std::index_sequence<I...>) {
  return {Command(std::in_place_index<I>)...};
}
/// One of each kind, as a browser might say it for the first time.
std::vector<Command> all_commands() { return one_of_each(std::make_index_sequence<std::variant_size_v<Command>>()); }

template <class T>
bool is(const Command& command) {
  return std::holds_alternative<T>(command);
}

TEST(WhoMay, nobody_who_is_not_in_does_anything_but_come_in) {
  HallWorld world(1);
  Tab& tab = world.tabs.emplace_back(world.encoder);
  tab.person = kOrganiser;
  tab.id = world.shards[0]->attach({kOrganiser, 1}, tab);
  for (const Command& command : all_commands()) {
    if (is<command::Enter>(command)) continue;
    const auto seq = world.ask(tab, command);
    if (is<command::Ping>(command)) {
      EXPECT_TRUE(tab.last<notice::Pong>());
      continue;
    }
    const auto reject = tab.reject_of(seq);
    ASSERT_TRUE(reject) << command.index();
    EXPECT_EQ(reject->code, RejectCode::wrong_state) << command.index();
  }
  EXPECT_TRUE(tab.all<notice::Welcome>().empty());
}

TEST(WhoMay, who_is_banned_does_nothing_at_all) {
  HallWorld world(1);
  Tab& organiser = world.come(kOrganiser);
  Tab& banned = world.come(kModerator);
  world.ask(organiser, command::Measure{client_id(1), kModerator, domain::MeasureKind::ban, 0, "spam", 0});
  ASSERT_TRUE(banned.closed);
  for (const Command& command : all_commands()) {
    banned.forget();
    world.ask(banned, command);
    EXPECT_TRUE(banned.received.empty()) << command.index();
  }
  EXPECT_EQ(world.store.events(domain::Channel::order()).size(), 1U);
}

TEST(WhoMay, who_is_muted_is_told_so_by_every_command_that_talks_and_by_no_other) {
  for (const Command& command : all_commands()) {
    if (is<command::Leave>(command) || is<command::Enter>(command)) continue;
    HallWorld world(1);
    Tab& moderator = world.come(kModerator);
    Tab& bo = world.come(kAttendee);
    world.ask(moderator, command::Measure{client_id(1), kAttendee, domain::MeasureKind::mute, 5, "spam", 0});
    const auto reject = bo.reject_of(world.ask(bo, command));
    const bool talks = is<command::Say>(command) || is<command::Send>(command) || is<command::Edit>(command) ||
                       is<command::Typing>(command) || is<command::Emote>(command) ||
                       is<command::InvitePerson>(command) || is<command::Point>(command) ||
                       is<command::RaiseHand>(command) || is<command::WantAnswer>(command) ||
                       is<command::RoomDo>(command);
    EXPECT_EQ(reject && reject->code == RejectCode::muted, talks) << command.index();
  }
}

TEST(WhoMay, keeping_order_is_for_those_whom_the_table_names) {
  constexpr std::pair<PersonId, domain::Role> kPeople[] = {{kAttendee, domain::Role::attendee},
                                                           {kAuthor, domain::Role::author},
                                                           {kHost, domain::Role::host},
                                                           {kModerator, domain::Role::moderator},
                                                           {kOrganiser, domain::Role::organiser}};
  const PersonId kOrdinary{20};
  for (const auto& [by, role] : kPeople) {
    for (const bool staff : {false, true}) {
      HallWorld world(1);
      Tab& tab = world.come(by);
      const PersonId whom = !staff ? kOrdinary : by == kModerator ? kOrganiser : kModerator;
      const auto whose = staff ? domain::Whose::other : domain::Whose::own;
      std::uint32_t id = 1;
      for (const auto kind : {domain::MeasureKind::warn, domain::MeasureKind::mute, domain::MeasureKind::remove,
                              domain::MeasureKind::ban}) {
        const auto seq = world.ask(tab, command::Measure{client_id(id++), whom, kind, 1, "spam", 0});
        EXPECT_EQ(tab.acked(seq), domain::may(role, domain::act_of(kind), whose)) << by.value << " " << staff;
        EXPECT_EQ(tab.reject_of(seq).has_value(), !tab.acked(seq));
      }
      EXPECT_EQ(!tab.reject_of(world.ask(tab, command::OrderQueue{})),
                domain::may(role, domain::Act::see_reports, domain::Whose::own));
    }
  }
}

}  // namespace
}  // namespace posterhall::tests
