#include "wire/decode.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "posterhall/v1/client.pb.h"
#include "posterhall/v1/server.pb.h"
#include "wire/message_shape.hpp"

namespace posterhall::wire {
namespace {

using hall::RejectCode;
namespace command = hall::command;

std::string id16() { return std::string(16, 'i'); }

DecodeOutcome decode(const std::string& bytes) {
  return decode_client_message({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

/// What comes of a message after `fill` has written into it.
DecodeOutcome decode(const std::function<void(v1::ClientMessage&)>& fill) {
  v1::ClientMessage message;
  message.set_seq(9);
  fill(message);
  return decode(message.SerializeAsString());
}

template <class T>
T accepted(const DecodeOutcome& outcome) {
  const auto* decoded = std::get_if<Decoded>(&outcome);
  EXPECT_NE(decoded, nullptr) << "refused with code "
                              << static_cast<int>(std::get_if<Undecodable>(&outcome) != nullptr
                                                      ? std::get<Undecodable>(outcome).code
                                                      : RejectCode{});
  if (decoded == nullptr) return {};
  EXPECT_TRUE(std::holds_alternative<T>(decoded->command));
  EXPECT_EQ(decoded->seq, 9U);
  return std::holds_alternative<T>(decoded->command) ? std::get<T>(decoded->command) : T{};
}

RejectCode refused(const DecodeOutcome& outcome) {
  const auto* wrong = std::get_if<Undecodable>(&outcome);
  EXPECT_NE(wrong, nullptr) << "was accepted";
  return wrong == nullptr ? RejectCode{} : wrong->code;
}

void fill_enter(v1::Enter& enter) {
  enter.set_view(v1::VIEW_LIST);
  enter.set_tab_id(id16());
  enter.set_client_build("b1");
}

TEST(Decode, enter_with_what_the_tab_had) {
  const auto enter = accepted<command::Enter>(decode([](auto& message) {
    fill_enter(*message.mutable_enter());
    auto& cursor = *message.mutable_enter()->add_resume();
    cursor.set_channel("poster/17");
    cursor.set_after(41);
  }));
  EXPECT_EQ(enter.view, hall::View::list);
  EXPECT_EQ(enter.client_build, "b1");
  ASSERT_EQ(enter.resume.size(), 1U);
  EXPECT_EQ(enter.resume[0].channel, domain::Channel::poster(PosterKey{17}));
  EXPECT_EQ(enter.resume[0].number, 41U);
}

TEST(Decode, enter_refuses_other_shapes) {
  const auto with = [](const std::function<void(v1::Enter&)>& change) {
    return refused(decode([&](auto& message) {
      fill_enter(*message.mutable_enter());
      change(*message.mutable_enter());
    }));
  };
  EXPECT_EQ(with([](auto& enter) { enter.set_tab_id("short"); }), RejectCode::malformed);
  EXPECT_EQ(with([](auto& enter) { enter.set_view(v1::VIEW_UNSPECIFIED); }), RejectCode::malformed);
  EXPECT_EQ(with([](auto& enter) { enter.set_view(static_cast<v1::View>(77)); }), RejectCode::malformed);
  EXPECT_EQ(with([](auto& enter) { enter.set_client_build(std::string(65, 'b')); }), RejectCode::malformed);
  EXPECT_EQ(with([](auto& enter) { enter.add_resume()->set_channel("people"); }), RejectCode::malformed);
  EXPECT_EQ(with([](auto& enter) {
              for (int i = 0; i <= kMaxResume; ++i) enter.add_resume()->set_channel("hall");
            }),
            RejectCode::malformed);
}

TEST(Decode, move_takes_eight_bits_of_sequence_and_no_flags) {
  const auto move = [](std::uint32_t sequence, std::uint32_t place) {
    return decode([=](auto& message) {
      message.mutable_move()->set_sequence(sequence);
      message.mutable_move()->set_place(place);
    });
  };
  EXPECT_EQ(accepted<command::Move>(move(255, 0xfffffffc)).place, 0xfffffffcU);
  EXPECT_EQ(refused(move(256, 0)), RejectCode::malformed);
  EXPECT_EQ(refused(move(1, 1)), RejectCode::malformed);
  EXPECT_EQ(refused(move(1, 2)), RejectCode::malformed);
}

TEST(Decode, go_needs_one_sensible_target) {
  const auto go = [](const std::function<void(v1::Go&)>& fill) {
    return decode([&](auto& message) { fill(*message.mutable_go()); });
  };
  const auto booth = accepted<command::Go>(go([](auto& to) {
    to.set_booth(411);
    to.set_how(v1::GO_HOW_SET_DOWN);
  }));
  EXPECT_EQ(booth.target.kind, hall::GoTarget::Kind::booth);
  EXPECT_EQ(booth.target.value, 411U);
  EXPECT_EQ(booth.how, hall::GoHow::set_down);
  EXPECT_EQ(accepted<command::Go>(go([](auto& to) { to.set_table(0); })).target.kind, hall::GoTarget::Kind::table);
  EXPECT_EQ(accepted<command::Go>(go([](auto& to) { to.set_step_out(true); })).target.kind,
            hall::GoTarget::Kind::step_out);
  EXPECT_EQ(refused(go([](auto&) {})), RejectCode::malformed);
  EXPECT_EQ(refused(go([](auto& to) { to.set_booth(0); })), RejectCode::malformed);
  EXPECT_EQ(refused(go([](auto& to) { to.set_stage(false); })), RejectCode::malformed);
  EXPECT_EQ(refused(go([](auto& to) {
              to.set_booth(1);
              to.set_how(static_cast<v1::GoHow>(9));
            })),
            RejectCode::malformed);
}

DecodeOutcome send(const std::function<void(v1::Send&)>& change) {
  return decode([&](auto& message) {
    auto& send = *message.mutable_send();
    send.set_channel("hall");
    send.set_client_id(id16());
    send.set_kind(v1::EVENT_KIND_MESSAGE);
    send.set_text("Hello");
    change(send);
  });
}

TEST(Decode, send_takes_clean_text_within_its_limit) {
  EXPECT_EQ(accepted<command::Send>(send([](auto& to) { to.set_text("  a\r\nb\x07 "); })).text, "a\nb");
  std::string most;
  for (std::size_t i = 0; i < kMaxText; ++i) most += "\xF0\x9F\x98\x80";  // four bytes each
  EXPECT_EQ(accepted<command::Send>(send([&](auto& to) { to.set_text(most); })).text.size(), 4 * kMaxText);
  EXPECT_EQ(refused(send([&](auto& to) { to.set_text(most + "x"); })), RejectCode::text_too_long);
  EXPECT_EQ(refused(send([](auto& to) { to.set_text(" \n\t "); })), RejectCode::text_empty);
}

TEST(Decode, send_takes_only_what_people_send) {
  EXPECT_EQ(refused(send([](auto& to) { to.set_client_id("short"); })), RejectCode::malformed);
  EXPECT_EQ(refused(send([](auto& to) { to.set_channel("catalogue"); })), RejectCode::malformed);
  EXPECT_EQ(refused(send([](auto& to) { to.set_channel("dm/9-3"); })), RejectCode::malformed);
  EXPECT_EQ(refused(send([](auto& to) { to.set_kind(v1::EVENT_KIND_ROOM_OPENED); })), RejectCode::malformed);
  EXPECT_EQ(refused(send([](auto& to) { to.set_kind(static_cast<v1::EventKind>(64)); })), RejectCode::malformed);
  EXPECT_EQ(refused(send([](auto& to) { to.set_ref(3); })), RejectCode::malformed);
  EXPECT_EQ(refused(send([](auto& to) { to.set_kind(v1::EVENT_KIND_ANSWER); })), RejectCode::malformed);
  const auto answer = accepted<command::Send>(send([](auto& to) {
    to.set_kind(v1::EVENT_KIND_ANSWER);
    to.set_channel("poster/3");
    to.set_ref(2);
  }));
  EXPECT_EQ(answer.kind, domain::EventKind::answer);
  EXPECT_EQ(answer.ref, 2U);
}

TEST(Decode, lists_and_pages_are_bounded) {
  const auto who = [](int count) {
    return decode([=](auto& message) {
      for (int i = 0; i < count; ++i) message.mutable_who_request()->add_visitors(1U + static_cast<unsigned>(i));
    });
  };
  EXPECT_EQ(accepted<command::WhoRequest>(who(kMaxIds)).visitors.size(), 256U);
  EXPECT_EQ(refused(who(kMaxIds + 1)), RejectCode::malformed);
  EXPECT_EQ(refused(decode([](auto& message) { message.mutable_who_request()->add_visitors(1U << 24); })),
            RejectCode::malformed);
  EXPECT_EQ(refused(decode([](auto& message) { message.mutable_persons_request()->add_persons(0); })),
            RejectCode::malformed);
  const auto page = [](std::uint32_t limit) {
    return decode([=](auto& message) { message.mutable_people_page()->set_limit(limit); });
  };
  EXPECT_EQ(accepted<command::PeoplePage>(page(0)).limit, 50U);
  EXPECT_EQ(accepted<command::PeoplePage>(page(100)).limit, 100U);
  EXPECT_EQ(refused(page(101)), RejectCode::malformed);
  const auto history = [](std::uint32_t limit) {
    return decode([=](auto& message) {
      message.mutable_history()->set_channel("hall");
      message.mutable_history()->set_limit(limit);
    });
  };
  EXPECT_EQ(accepted<command::History>(history(100)).limit, 100U);
  EXPECT_EQ(refused(history(101)), RejectCode::malformed);
}

TEST(Decode, looks_names_and_status_have_their_sizes) {
  const auto look = [](std::size_t bytes, const std::string& name) {
    return decode([=](auto& message) {
      message.mutable_set_look()->set_look(std::string(bytes, 'l'));
      message.mutable_set_look()->set_short_name(name);
    });
  };
  EXPECT_EQ(accepted<command::SetLook>(look(5, "Amara")).short_name, "Amara");
  EXPECT_EQ(refused(look(4, "")), RejectCode::malformed);
  EXPECT_EQ(refused(look(5, std::string(17, 'n'))), RejectCode::text_too_long);
  const auto status = [](std::size_t size) {
    return decode([=](auto& message) { message.mutable_set_status()->set_text(std::string(size, 's')); });
  };
  EXPECT_EQ(accepted<command::SetStatus>(status(64)).text.size(), 64U);
  EXPECT_EQ(refused(status(65)), RejectCode::text_too_long);
  const auto emote = [](std::uint32_t which) {
    return decode([=](auto& message) { message.mutable_emote()->set_emote(which); });
  };
  EXPECT_EQ(accepted<command::Emote>(emote(12)).emote, 12U);
  EXPECT_EQ(refused(emote(0)), RejectCode::malformed);
  EXPECT_EQ(refused(emote(13)), RejectCode::malformed);
}

TEST(Decode, bytes_that_are_no_message_are_malformed) {
  EXPECT_EQ(refused(decode(std::string{})), RejectCode::malformed);
  EXPECT_EQ(refused(decode(std::string("\xff\xff\xff", 3))), RejectCode::malformed);
  EXPECT_EQ(refused(decode(std::string("\x08\x01", 2))), RejectCode::malformed);      // a number, no body
  EXPECT_EQ(refused(decode(std::string("\xfa\x07\x00", 3))), RejectCode::malformed);  // a body we do not know
  EXPECT_EQ(refused(decode(std::string(kMaxMessage + 1, '\0'))), RejectCode::malformed);
  const auto bad_utf8 = std::string("\x08\x05\x62\x06\x0a\x04", 6) + "\xff\xfe\xfd\xfc";
  const auto outcome = decode(bad_utf8);
  EXPECT_EQ(refused(outcome), RejectCode::malformed);
  EXPECT_EQ(std::get<Undecodable>(outcome).seq, 5U);  // the sender learns which one it was
}

TEST(Decode, long_bodies_are_refused_before_anything_is_allocated_for_them) {
  std::string ids(5'000, '\x01');
  std::string message("\x3a", 1);  // who_request
  message += std::string("\x8a\x27\x0a\x87\x27", 5) + ids;
  EXPECT_FALSE(shape_fits({reinterpret_cast<const std::uint8_t*>(message.data()), message.size()}));
  EXPECT_EQ(refused(decode(message)), RejectCode::malformed);
}

bool fits(const v1::ClientMessage& message) {
  const std::string bytes = message.SerializeAsString();
  return shape_fits({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

TEST(Decode, lists_are_counted_before_anything_is_allocated_for_them) {
  v1::ClientMessage who, persons, enter;
  for (std::uint32_t i = 0; i < kMaxListed; ++i) {
    who.mutable_who_request()->add_visitors(i * 300);
    persons.mutable_persons_request()->add_persons(i);
    enter.mutable_enter()->add_resume()->set_after(i);
  }
  EXPECT_TRUE(fits(who));
  EXPECT_TRUE(fits(persons));
  EXPECT_TRUE(fits(enter));
  who.mutable_who_request()->add_visitors(1);
  persons.mutable_persons_request()->add_persons(1);
  enter.mutable_enter()->add_resume();
  EXPECT_FALSE(fits(who));
  EXPECT_FALSE(fits(persons));
  EXPECT_FALSE(fits(enter));
  // Unpacked, and spread over a body that comes twice (protobuf merges them).
  std::string unpacked("\x42\x02\x08\x01", 4);
  std::string twice;
  for (std::uint32_t i = 0; i <= kMaxListed; ++i) twice += unpacked;
  EXPECT_EQ(refused(decode(twice)), RejectCode::malformed);
}

TEST(Decode, survives_every_cut_and_every_flipped_bit) {
  v1::ClientMessage message;
  message.set_seq(3);
  fill_enter(*message.mutable_enter());
  message.mutable_enter()->add_resume()->set_channel("dm/3-9");
  const std::string whole = message.SerializeAsString();
  for (std::size_t size = 0; size < whole.size(); ++size) (void)decode(whole.substr(0, size));
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    const auto outcome = decode(flipped);
    if (const auto* decoded = std::get_if<Decoded>(&outcome)) {
      EXPECT_LT(decoded->command.index(), std::variant_size_v<hall::Command>);
    }
  }
}

TEST(RejectCode, has_the_values_of_the_schema) {
  EXPECT_EQ(static_cast<int>(RejectCode::malformed), v1::REJECT_CODE_MALFORMED);
  EXPECT_EQ(static_cast<int>(RejectCode::moved_on), v1::REJECT_CODE_MOVED_ON);
  EXPECT_EQ(static_cast<int>(RejectCode::too_old), v1::REJECT_CODE_TOO_OLD);
  EXPECT_EQ(static_cast<int>(hall::CloseReason::restart), v1::CLOSING_REASON_RESTART);
  EXPECT_EQ(static_cast<int>(hall::CloseReason::left), v1::CLOSING_REASON_LEFT);
  EXPECT_EQ(static_cast<int>(domain::EventKind::room_left), v1::EVENT_KIND_ROOM_LEFT);
  EXPECT_EQ(static_cast<int>(domain::EventKind::remove), v1::EVENT_KIND_DELETE);
  EXPECT_EQ(static_cast<int>(domain::Role::organiser), v1::ROLE_ORGANISER);
  EXPECT_EQ(static_cast<int>(hall::InvitationKind::walk), v1::INVITATION_KIND_WALK);
}

}  // namespace
}  // namespace posterhall::wire
