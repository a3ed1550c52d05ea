// Writes the part of the corpus that is not text: lists for fuzz_hall, frames for fuzz_websocket, messages for
// fuzz_backplane. make_corpus FOLDER
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>

#include "posterhall/v1/backplane.pb.h"
#include "posterhall/v1/client.pb.h"

namespace {

namespace v1 = posterhall::v1;
using Fill = std::function<void(v1::ClientMessage&)>;

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

char low(std::size_t value) { return static_cast<char>(value & 0xff); }

/// One operation of fuzz_hall: a message from a tab.
std::string say(unsigned tab, const std::string& message) {
  return std::string{low(tab), low(message.size()), low(message.size() >> 8)} + message;
}
std::string say(unsigned tab, unsigned seq, const Fill& fill) {
  v1::ClientMessage message;
  message.set_seq(seq);
  fill(message);
  return say(tab, message.SerializeAsString());
}
std::string steps(unsigned count) { return {low(0xa0), low(count)}; }
std::string jump(unsigned quarters) { return {low(0xb0), low(quarters)}; }
std::string does(unsigned what, unsigned tab) { return {low(what << 4 | tab)}; }

std::string enter(unsigned tab) {
  return say(tab, 1, [&](auto& m) {
    m.mutable_enter()->set_view(v1::VIEW_HALL);
    m.mutable_enter()->set_tab_id(std::string(16, static_cast<char>('a' + tab)));
  });
}
std::string all_in() { return enter(0) + enter(1) + enter(2) + enter(3) + steps(12); }
std::string id(char c) { return std::string(16, c); }

std::string send(unsigned tab, unsigned seq, const std::string& channel, v1::EventKind kind, const std::string& text) {
  return say(tab, seq, [&](auto& m) {
    m.mutable_send()->set_channel(channel);
    m.mutable_send()->set_client_id(id(static_cast<char>('A' + seq)));
    m.mutable_send()->set_kind(kind);
    m.mutable_send()->set_text(text);
    if (kind == v1::EVENT_KIND_ANSWER) m.mutable_send()->set_ref(1);
  });
}
std::string watch(unsigned tab, unsigned seq, const std::string& channel) {
  return say(tab, seq, [&](auto& m) { m.mutable_watch()->set_channel(channel); });
}
std::string go(unsigned tab, unsigned seq, const std::function<void(v1::Go&)>& fill) {
  return say(tab, seq, [&](auto& m) {
    fill(*m.mutable_go());
    m.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
  });
}

std::string walking() {
  std::string out = all_in();
  for (unsigned i = 1; i < 12; ++i) {
    out += say(0, 0, [&](auto& m) {
      m.mutable_move()->set_sequence(i);
      m.mutable_move()->set_place((20 + i) * 32U << 18 | 30 * 32U << 4 | 3U << 2);
    });
    out += steps(17);
  }
  return out + does(12, 0) + steps(60) + enter(0) + steps(12);
}

std::string talking() {
  const auto booth = [](v1::Go& go_to) { go_to.set_booth(101); };
  std::string out = all_in() + go(0, 2, booth) + go(1, 2, booth) + steps(40);
  for (unsigned tab = 0; tab < 2; ++tab) {
    out += say(tab, 3, [&](auto& m) {
      m.mutable_say()->set_client_id(id('s'));
      m.mutable_say()->set_text("Hello, what is this about?");
      m.mutable_say()->set_conversation(1U << 28 | 101);
    });
  }
  out += watch(1, 4, "poster/1") + send(0, 4, "poster/1", v1::EVENT_KIND_QUESTION, "Which data?") + steps(20);
  out += send(1, 5, "poster/1", v1::EVENT_KIND_ANSWER, "Ours.") + watch(0, 6, "hall") + watch(2, 6, "hall");
  out +=
      send(2, 7, "hall", v1::EVENT_KIND_MESSAGE, "Lunch?") + send(3, 7, "announce", v1::EVENT_KIND_ANNOUNCEMENT, "Now");
  out += send(0, 8, "dm/1-5", v1::EVENT_KIND_MESSAGE, "Are you there?") + steps(20);
  out += say(0, 9, [](auto& m) {
    m.mutable_edit()->set_channel("poster/1");
    m.mutable_edit()->set_client_id(id('e'));
    m.mutable_edit()->set_ref(1);
    m.mutable_edit()->set_text("Which data, please?");
  });
  out += say(0, 10, [](auto& m) {
    m.mutable_delete_()->set_channel("poster/1");
    m.mutable_delete_()->set_client_id(id('d'));
    m.mutable_delete_()->set_ref(1);
  });
  out += say(1, 11, [](auto& m) {
    m.mutable_history()->set_channel("poster/1");
    m.mutable_history()->set_limit(50);
  });
  return out + steps(60);
}

std::string rooms() {
  const auto room = [](v1::Go& go_to) { go_to.set_room_door(1); };
  std::string out = all_in() + say(2, 2, [](auto& m) { m.mutable_room_open()->set_room(1); }) + steps(20);
  for (unsigned tab = 0; tab < 4; ++tab) {
    out += go(tab, 3, room) + say(tab, 4, [](auto& m) { m.mutable_room_enter()->set_room(1); }) + steps(20);
  }
  out += send(2, 5, "talk/1", v1::EVENT_KIND_MESSAGE, "Welcome.") + steps(20);
  out += say(0, 6, [](auto& m) { m.mutable_room_leave(); });
  return out + say(2, 7, [](auto& m) { m.mutable_room_close()->set_room(1); }) + steps(40) + jump(255);
}

std::string keeping_order() {
  const auto measure = [](v1::MeasureKind kind, char of) {
    return [kind, of](v1::ClientMessage& m) {
      m.mutable_measure()->set_client_id(id(of));
      m.mutable_measure()->set_person(1);
      m.mutable_measure()->set_kind(kind);
      m.mutable_measure()->set_minutes(1);
      m.mutable_measure()->set_reason("advertising");
    };
  };
  std::string out = all_in() + say(0, 2, [](auto& m) { m.mutable_block()->set_person(2); });
  out += say(0, 3, [](auto& m) {
    auto& report = *m.mutable_report();
    report.set_client_id(id('r'));
    report.set_person(2);
    report.set_conversation(1U << 28 | 101);
    report.set_reason("spam");
    report.add_lines()->set_person(2);
    report.mutable_lines(0)->set_client_id(id('l'));
    report.mutable_lines(0)->set_text("buy this");
  });
  for (unsigned tab = 0; tab < 4; ++tab) {
    out += say(tab, 4, measure(v1::MEASURE_KIND_WARN, 'w')) + say(tab, 5, measure(v1::MEASURE_KIND_MUTE, 'm'));
    out += say(tab, 6, [](auto& m) { m.mutable_order_queue(); }) + steps(20);
  }
  out += send(0, 7, "hall", v1::EVENT_KIND_MESSAGE, "hello");
  out += say(0, 8, [](auto& m) { m.mutable_measure_seen()->set_measure(2); });
  out += say(3, 9, [](auto& m) {
    m.mutable_lift()->set_client_id(id('u'));
    m.mutable_lift()->set_measure(3);
  });
  out += say(3, 10, [](auto& m) {
    m.mutable_report_settle()->set_client_id(id('s'));
    m.mutable_report_settle()->set_report(1);
    m.mutable_report_settle()->set_done("warned");
  });
  out += say(3, 11, measure(v1::MEASURE_KIND_REMOVE, 'p')) + steps(20) + enter(0) + steps(20);
  out += say(3, 12, measure(v1::MEASURE_KIND_BAN, 'b')) + steps(20) + enter(0) + jump(255) + enter(0);
  return out + say(0, 13, [](auto& m) { m.mutable_unblock()->set_person(2); }) + steps(40);
}

std::string everything_else() {
  std::string out = all_in();
  const std::vector<Fill> fills = {
      [](auto& m) { m.mutable_claim_control(); },
      [](auto& m) { m.mutable_activity()->set_hidden(true); },
      [](auto& m) { m.mutable_who_request()->add_visitors(1); },
      [](auto& m) { m.mutable_persons_request()->add_persons(2); },
      [](auto& m) {
        m.mutable_people_page()->set_limit(20);
        m.mutable_people_page()->set_filter("pe");
        m.mutable_people_page()->set_order(v1::PEOPLE_ORDER_NEAREST);
      },
      [](auto& m) { m.mutable_typing()->set_channel("hall"); },
      [](auto& m) { m.mutable_unwatch()->set_channel("hall"); },
      [](auto& m) {
        m.mutable_mark_read()->set_channel("hall");
        m.mutable_mark_read()->set_number(1);
      },
      [](auto& m) { m.mutable_emote()->set_emote(3); },
      [](auto& m) {
        m.mutable_set_status()->set_text("Back at 3");
        m.mutable_set_status()->set_do_not_locate(true);
      },
      [](auto& m) {
        m.mutable_set_look()->set_look(std::string("\x01\x02\x03\x04\x05", 5));
        m.mutable_set_look()->set_short_name("Amara");
      },
      [](auto& m) {
        m.mutable_save_poster()->set_poster(1);
        m.mutable_save_poster()->set_saved(true);
      },
      [](auto& m) { m.mutable_read_poster()->set_poster(2); },
      [](auto& m) {
        m.mutable_invite_person()->set_person(2);
        m.mutable_invite_person()->set_kind(v1::INVITATION_KIND_TALK);
      },
      [](auto& m) {
        m.mutable_answer_invitation()->set_invitation(1);
        m.mutable_answer_invitation()->set_accept(true);
      },
      [](auto& m) { m.mutable_go()->set_person(2); },
      [](auto& m) { m.mutable_go()->set_table(0); },
      [](auto& m) { m.mutable_go()->set_stage(true); },
      [](auto& m) { m.mutable_go()->set_step_out(true); },
      [](auto& m) { m.mutable_go()->set_help_desk(true); },
      [](auto& m) { m.mutable_ping(); },
      [](auto& m) { m.mutable_leave(); },
  };
  unsigned seq = 2;
  for (const auto& fill : fills) out += say(seq % 4, seq, fill) + steps(8), ++seq;
  return out;
}

/// What a hostile tab tries: packed ids that grow, deep nesting, numbers that wrap, text that is not UTF-8.
std::string hostile() {
  std::string out = all_in();
  out += say(0, 2, [](auto& m) {
    for (unsigned i = 0; i < 3000; ++i) m.mutable_who_request()->add_visitors(i % 100);
  });
  out += say(0, 3, [](auto& m) { m.mutable_move()->set_place(0xffffffff); });
  out += say(0, 4, [](auto& m) { m.mutable_people_page()->set_limit(0xffffffff); });
  out += say(1, std::string("\x08\x05\x5a\x04\x12\x02\xff\xfe", 8));
  out += say(1, std::string("\x12\xff\xff\xff\xff\x0f", 6)) + say(1, std::string(200, '\x0b'));
  out += say(1, 5, [](auto& m) {
    for (int i = 0; i < 255; ++i) m.mutable_enter()->add_resume()->set_channel("poster/1");
  });
  out += send(2, 6, "dm/5-5", v1::EVENT_KIND_MESSAGE, "myself") + send(2, 7, "catalogue", v1::EVENT_KIND_MESSAGE, "in");
  return out + does(13, 0) + send(3, 8, "hall", v1::EVENT_KIND_MESSAGE, "x") + does(14, 0) + does(13, 0) +
         send(3, 9, "hall", v1::EVENT_KIND_MESSAGE, "y") + does(12, 3) + does(14, 0) + does(15, 2) + steps(63);
}

std::string masked(unsigned first, const std::string& payload) {
  std::string out{low(first)};
  if (payload.size() < 126) {
    out += low(0x80U | payload.size());
  } else {
    out += low(0xfe);
    out += low(payload.size() >> 8);
    out += low(payload.size());
  }
  const std::string mask = "\x37\xfa\x21\x3d";
  out += mask;
  for (std::size_t i = 0; i < payload.size(); ++i) out += static_cast<char>(payload[i] ^ mask[i % 4]);
  return out;
}

void write_frames(const std::filesystem::path& folder) {
  const std::string three{'\x03'};  // pieces of four bytes
  write(folder / "message", three + masked(0x82, "abcdef"));
  write(folder / "long-message", three + masked(0x82, std::string(300, 'x')));
  write(folder / "fragments", three + masked(0x02, "abc") + masked(0x89, "ping") + masked(0x80, "def"));
  write(folder / "pong-and-close", three + masked(0x8a, "") + masked(0x88, "\x03\xe8well"));
  write(folder / "close-1005", three + masked(0x88, "\x03\xed"));
  write(folder / "close-bad-utf8", three + masked(0x88, "\x03\xe8\xff\xfe"));
  write(folder / "text-is-refused", three + masked(0x81, "hello"));
  write(folder / "unmasked", three + "\x82\x03" + "abc");
  write(folder / "continuation-alone", three + masked(0x80, "abc"));
  // The 751 bytes that killed a server with deflate on begin like this: RSV1 set, no extension agreed on.
  write(folder / "deflate-bomb",
        three + masked(0xc2, std::string("\xec\xc1\x01\x01\0\0\0\x80\x90\xfe\xaf\xee\x08\n", 14)));
  write(folder / "size-2-to-the-63", three + std::string("\x82\xff\x80\0\0\0\0\0\0\0mask", 14));
  write(folder / "size-4-gigabytes", three + std::string("\x82\xff\0\0\0\1\0\0\0\0mask", 14));
  write(folder / "size-not-shortest", three + std::string("\x82\xfe\0\x05maskabcde", 13));
  write(folder / "long-ping", three + masked(0x89, std::string(126, 'p')));
  write(folder / "reserved-opcode", three + masked(0x83, "abc"));
}

/// What another process of the hall would say, and what none would.
void write_backplane(const std::filesystem::path& folder) {
  v1::BackplaneMessage message;
  message.set_version(1);
  message.set_process(7);
  message.set_number(1);
  message.add_asks(9);
  write(folder / "ask", message.SerializeAsString());
  auto& shard = *message.add_shards();
  shard.set_shard(5);
  shard.set_step(3);
  write(folder / "heartbeat", message.SerializeAsString());
  for (std::uint32_t i = 1; i <= 3; ++i) {
    shard.add_identity((5U << 14 | i) << 8 | 1);
    shard.add_place(i * 20 * 32 << 18 | 30 * 32 << 4);
    shard.add_person(i);
    shard.add_epoch(i);
    shard.add_conversation(i == 3 ? 5U << 28 | 1 : 0);
    shard.add_room(i == 3 ? 1 : 0);
  }
  shard.set_complete(true);
  write(folder / "visitors", message.SerializeAsString());
  shard.add_departed(5U << 14 | 9);
  auto& talk = *shard.add_talk();
  talk.set_visitor(5U << 14 | 1);
  talk.set_person(1);
  talk.set_conversation(1U << 28 | 101);
  talk.set_client_id(std::string(16, 't'));
  talk.set_text("hello");
  for (std::uint32_t kind = 0; kind <= 12; ++kind) {
    auto& signal = *shard.add_signals();
    signal.set_kind(kind);
    signal.set_visitor(5U << 14 | 1);
    signal.set_person(1);
    signal.set_to(2);
    signal.set_value(1);
    signal.set_number(101);
    signal.set_conversation(1U << 28 | 101);
    if (kind == 1) signal.set_channel("hall");
  }
  for (const char* channel : {"hall", "poster/1", "room/1", "order", "dm/1-2"}) {
    auto& event = *shard.add_events();
    event.set_channel(channel);
    event.set_number(1);
    event.set_kind(1);
    event.set_author(1);
    event.set_client_id(std::string(16, 'e'));
    event.set_text("stored");
  }
  auto& room = *shard.add_rooms();
  room.set_room(1);
  room.set_applied(1);
  room.set_hash(77);
  write(folder / "everything", message.SerializeAsString());
  shard.set_identity(0, 1);
  write(folder / "visitor-of-another", message.SerializeAsString());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "make_corpus FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder(argv[1]);
  write(folder / "hall" / "walking", walking());
  write(folder / "hall" / "talking", talking());
  write(folder / "hall" / "rooms", rooms());
  write(folder / "hall" / "keeping-order", keeping_order());
  write(folder / "hall" / "everything-else", everything_else());
  write(folder / "hall" / "hostile", hostile());
  write_frames(folder / "websocket");
  write_backplane(folder / "backplane");
  return 0;
}
