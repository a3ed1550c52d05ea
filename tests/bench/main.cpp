// posterhall-bench: what a state frame costs against libprotobuf, and what a walking crowd costs and receives. Counts
// and ratios only; for instructions run `posterhall-bench walk` under callgrind (tests/bench/instructions). Runs on:
// one thread. Owns: nothing.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

#include "bench/walking_hall.hpp"
#include "posterhall/v1/server.pb.h"
#include "wire/frame_header.hpp"
#include "wire/state_frame.hpp"

namespace {

using namespace posterhall;
using posterhall::tests::WalkingHall;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 21;  // of each, alternating; the median is said
constexpr int kFramesARound = 2000;
constexpr std::size_t kRecords = 40;

std::vector<std::uint32_t> some_words() {
  std::mt19937 random(3);
  std::vector<std::uint32_t> words(kRecords * 2);
  for (auto& word : words) word = static_cast<std::uint32_t>(random());
  return words;
}

/// The same bytes as write_state_frame, by libprotobuf with a message that is kept and filled again.
std::string by_libprotobuf(const hall::StateBlock& block, v1::ServerMessage& message) {
  message.Clear();
  auto& state = *message.mutable_state();
  state.set_step(block.step);
  state.set_centre_cell(block.centre_cell);
  state.set_snapshot(block.snapshot);
  for (const auto word : block.records) state.add_records(word);
  std::string out;
  wire::append_frame_header(out, wire::Opcode::binary, message.ByteSizeLong());
  message.AppendToString(&out);
  return out;
}

template <class Write>
double nanoseconds_a_frame(Write write) {
  std::size_t bytes = 0;
  const auto begun = Clock::now();
  for (int i = 0; i < kFramesARound; ++i) bytes += write(static_cast<std::uint32_t>(i)).size();
  const std::chrono::duration<double, std::nano> took = Clock::now() - begun;
  return bytes == 0 ? 0 : took.count() / kFramesARound;
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + kRounds / 2, values.end());
  return values[kRounds / 2];
}

struct EncodeCost {
  double own_ns = 0, libprotobuf_ns = 0, ratio = 0;
  bool same_bytes = false;
};

EncodeCost measure_encoding() {
  const auto words = some_words();
  v1::ServerMessage message;
  const auto block = [&](std::uint32_t step) { return hall::StateBlock{step, 65538, false, words, {}}; };
  const auto by_hand = [&](std::uint32_t step) {
    std::string bytes;
    wire::write_state_frame(block(step), bytes);
    return bytes;
  };
  std::vector<double> own, theirs, ratios;
  for (int i = 0; i < kRounds; ++i) {
    own.push_back(nanoseconds_a_frame(by_hand));
    theirs.push_back(nanoseconds_a_frame([&](std::uint32_t step) { return by_libprotobuf(block(step), message); }));
    ratios.push_back(theirs.back() / own.back());
  }
  return {median(own), median(theirs), median(ratios), by_hand(77) == by_libprotobuf(block(77), message)};
}

struct WalkCost {
  double in_view = 0, frames_a_second = 0, state_bytes = 0, other_bytes = 0, deliveries_a_build = 0;
  std::uint64_t delivered = 0;
};

/// Figures a client and second.
WalkCost measure_walking(std::uint32_t people, std::uint32_t posters, std::uint32_t seconds, std::uint32_t shards) {
  WalkingHall hall(people, posters, shards);
  hall.walk(seconds);
  const auto& d = hall.delivered();
  const double clients = static_cast<double>(people) * seconds;
  return {hall.in_view(),
          static_cast<double>(d.state_frames) / clients,
          static_cast<double>(d.state_bytes) / clients,
          static_cast<double>(d.other_bytes) / clients,
          static_cast<double>(d.state_frames) / static_cast<double>(std::max<std::uint64_t>(d.frames_built, 1)),
          d.state_frames};
}

void print(const EncodeCost& cost) {
  std::printf("state frame of %zu records: own writer %.0f ns, libprotobuf %.0f ns, ratio %.1f\n", kRecords,
              cost.own_ns, cost.libprotobuf_ns, cost.ratio);
}

void print(std::uint32_t people, const WalkCost& cost) {
  std::printf(
      "%u people walking, %.0f in view: %.1f state frames, %.0f bytes of state and %.0f of all else a client and "
      "second; "
      "each frame built goes to %.1f clients; %llu frames delivered\n",
      people, cost.in_view, cost.frames_a_second, cost.state_bytes, cost.other_bytes, cost.deliveries_a_build,
      static_cast<unsigned long long>(cost.delivered));
}

bool judge(const char* name, bool good, double figure) {
  std::printf("%s bench: %s%s%.1f\n", good ? "pass" : "fail", name, good ? " " : ": it is ", figure);
  return good;
}

struct PointCost {
  double messages = 0, bytes = 0, built = 0;
};

/// Thirty people at one booth point at 20 Hz: figures a client and second, and states encoded a second.
PointCost measure_pointing(std::uint32_t people, std::uint32_t seconds) {
  WalkingHall hall(people, 60);
  hall.point(seconds);
  const auto& d = hall.delivered();
  const double clients = static_cast<double>(people) * seconds;
  return {static_cast<double>(d.pointer_states) / clients, static_cast<double>(d.pointer_bytes) / clients,
          static_cast<double>(d.pointers_built) / seconds};
}

void print(std::uint32_t people, const PointCost& cost) {
  std::printf(
      "%u people at one booth pointing at 20 Hz: %.1f states and %.0f bytes a client and second; %.1f encoded\n",
      people, cost.messages, cost.bytes, cost.built);
}

int check() {
  const auto encode = measure_encoding();
  print(encode);
  const auto crowd = measure_walking(300, 60, 10, 1);
  print(300, crowd);
  const auto pointing = measure_pointing(30, 10);
  print(30, pointing);
  bool good = judge("a state frame is what libprotobuf writes", encode.same_bytes, encode.same_bytes ? 1 : 0);
  good &= judge("a state frame costs libprotobuf twice as much or more, times", encode.ratio >= 2, encode.ratio);
  good &= judge("at most ten state frames a client and second:", crowd.frames_a_second <= 10.05, crowd.frames_a_second);
  // 2 KB/s of records at 40 in view (docs/performance.md): 50 bytes for each person one sees.
  good &= judge("at most 50 bytes of state a second for each person in view:",
                crowd.state_bytes <= 50 * std::max(crowd.in_view, 1.0), crowd.state_bytes / crowd.in_view);
  good &= judge("a frame is built once for all in a cell, clients to a frame:", crowd.deliveries_a_build >= 2,
                crowd.deliveries_a_build);
  good &= judge("thirty pointers at 20 Hz are at most 20 states a client and second:", pointing.messages <= 20.5,
                pointing.messages);
  good &= judge("and at most 12 bytes a pointer and state:", pointing.bytes <= 12 * 30 * pointing.messages,
                pointing.bytes / (30 * std::max(pointing.messages, 1.0)));
  good &= judge("each state is encoded once for the whole booth, encoded a second:", pointing.built <= 20.5,
                pointing.built);
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Costs of Posterhall's hot path as counts and ratios."};
  app.require_subcommand(1);
  auto* checking = app.add_subcommand("check", "print the figures, and pass or fail for each that has a limit");
  auto* encoding = app.add_subcommand("encode", "state frames by hand and by libprotobuf");
  auto* walking = app.add_subcommand("walk", "people walking, on one shard or on several");
  std::uint32_t people = 100, posters = 60, seconds = 10, shards = 1;
  walking->add_option("--people", people, "how many walk")->check(CLI::Range(1U, 5000U));
  walking->add_option("--posters", posters, "the hall's size")->check(CLI::Range(1U, 1500U));
  walking->add_option("--seconds", seconds, "of the hall's own time")->check(CLI::Range(1U, 3600U));
  walking->add_option("--shards", shards, "over which they are spread")->check(CLI::Range(1U, 64U));
  auto* pointing = app.add_subcommand("point", "people at one booth pointing at its poster");
  std::uint32_t pointers = 30;
  pointing->add_option("--people", pointers, "how many point")->check(CLI::Range(1U, 200U));
  CLI11_PARSE(app, argc, argv);
  if (*checking) return check();
  if (*encoding) print(measure_encoding());
  if (*pointing) print(pointers, measure_pointing(pointers, seconds));
  if (*walking) print(people, measure_walking(people, posters, seconds, shards));
  return 0;
}
