#include "report.hpp"

#include <cstdio>

namespace posterhall::load {
namespace {

/// A move wakes six threads: the front and the shard of both processes, Redis, the swarm. A standstill of the machine
/// meets it at some of them.
constexpr double kLateWakes = 3;

std::string number(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string field(const char* name, std::uint64_t value) {
  return "\"" + std::string(name) + "\": " + std::to_string(value);
}

std::string tally(const char* name, const LatencyTally& of) {
  return "\"" + std::string(name) + "\": {" + field("count", of.count()) + ", \"p50\": " + number(of.percentile(0.5)) +
         ", \"p99\": " + number(of.percentile(0.99)) + ", \"max\": " + number(of.max()) + "}";
}

std::uint64_t acked(const Crowd& crowd) {
  std::uint64_t count = 0;
  for (const auto& [name, channel] : crowd.history) count += channel.acked.size();
  return count;
}

double bytes_per_client(const Crowd& crowd, const Figures& figures) {
  if (crowd.connected == 0 || figures.seconds <= 0) return 0;
  return static_cast<double>(crowd.bytes_received) / crowd.connected / figures.seconds;
}

/// The drill's part of the JSON, with its comma.
std::string drill_json(const Crowd& crowd, const Drill& drill) {
  std::string healed;
  for (const auto& each : drill.healings) {
    healed += std::string(healed.empty() ? "" : ", ") + "{\"mark\": \"" + each.name +
              "\", \"roster_ms\": " + number(each.roster_ms) + ", \"events_ms\": " + number(each.events_ms) + "}";
  }
  return ", " + field("absent", drill.absent) + ", \"ghosts_ms\": " + number(drill.ghosts_ms) + ", " +
         field("wrong_at_once", drill.wrong_at_once) + ", \"machine_late_ms\": " + number(drill.machine_late_ms) +
         ", " + tally("answer_ms", crowd.answers) + ", " + tally("blackout_ms", crowd.blackouts) + ", " +
         tally("shown_ms", crowd.shown) + ", \"marks\": [" + healed + "]";
}

std::string drill_text(const Crowd& crowd, const Drill& drill) {
  std::string text = "Senders saw sent or failed after " + number(crowd.answers.percentile(0.99)) + " ms (p99), " +
                     number(crowd.answers.max()) + " ms at most; " + std::to_string(crowd.blackouts.count()) +
                     " blackouts, p99 " + number(crowd.blackouts.percentile(0.99)) + " ms, " +
                     number(crowd.blackouts.max()) + " ms at most; who was gone was shown for " +
                     number(drill.ghosts_ms) + " ms at most; " + std::to_string(drill.absent) + " did not come back.\n";
  for (const auto& each : drill.healings) {
    text += "  " + each.name + ": rosters right after " + number(each.roster_ms) + " ms, events after " +
            number(each.events_ms) + " ms\n";
  }
  return text;
}

}  // namespace

std::vector<std::string> beyond_limits(const Crowd& crowd, const Drill& drill, const DrillLimits& limits) {
  std::vector<std::string> out;
  const auto judge = [&](const std::string& what, double seen, double most) {
    if (seen > most) out.push_back(what + ": " + number(seen) + " ms, and " + number(most) + " is the most.");
  };
  judge("Somebody who was gone was shown", drill.ghosts_ms, limits.ghosts_ms);
  judge("A sender saw neither sent nor failed", crowd.answers.max(), limits.answer_ms);
  judge("Blackout, 99 of 100", crowd.blackouts.percentile(0.99), limits.blackout_ms);
  if (limits.seen_ms > 0) {
    judge("A move was seen by others, 99 of 100", crowd.latency.percentile(0.99),
          limits.seen_ms + kLateWakes * drill.machine_late_ms);
  }
  for (const auto& each : drill.healings) {
    if (!each.name.starts_with("healed")) continue;
    judge("Rosters were wrong after \"" + each.name + "\"", each.roster_ms, limits.heal_ms);
    judge("Events were missing after \"" + each.name + "\"", each.events_ms, limits.heal_ms);
  }
  if (drill.absent > 0) out.push_back(std::to_string(drill.absent) + " did not come back.");
  if (crowd.moves_sent == 0) out.push_back("Nobody moved: nothing was tried.");
  if (crowd.answers.count() == 0) out.push_back("Nobody wrote anything: nothing was tried.");
  return out;
}

std::string to_json(const Crowd& crowd, const Figures& figures, const Verdict& verdict) {
  const auto& l = crowd.latency;
  return "{" + field("clients", figures.clients) + ", " + field("connected", crowd.connected) + ", " +
         (crowd.returned == 0 ? "" : field("returned", crowd.returned) + ", ") + field("sampled", figures.sampled) +
         ", " + field("moves_sent", crowd.moves_sent) + ", " + field("updates_received", crowd.updates_received) +
         ", " + field("frames_received", crowd.frames_received) + ", " + field("acked", acked(crowd)) +
         ", \"latency_ms\": {\"p50\": " + number(l.percentile(0.5)) + ", \"p99\": " + number(l.percentile(0.99)) +
         ", \"max\": " + number(l.max()) + "}, \"bytes_per_client_s\": " + number(bytes_per_client(crowd, figures)) +
         ", " + field("lost", verdict.lost) + ", " + field("duplicated", verdict.duplicated) + ", " +
         field("reordered", verdict.reordered) + ", " + field("unconverged", figures.unconverged) +
         (figures.drill ? drill_json(crowd, *figures.drill) : "") + "}";
}

std::string to_text(const Crowd& crowd, const Figures& figures, const Verdict& verdict) {
  const auto& l = crowd.latency;
  std::string text = std::to_string(crowd.connected) + " of " + std::to_string(figures.clients) + " came in, " +
                     std::to_string(figures.sampled) + " read everything.\n";
  if (crowd.returned != 0) text += std::to_string(crowd.returned) + " came back after their connection had ended.\n";
  text += std::to_string(crowd.moves_sent) + " moves sent, " + std::to_string(crowd.updates_received) +
          " updates received, sent-to-seen p50 " + number(l.percentile(0.5)) + " ms, p99 " +
          number(l.percentile(0.99)) + " ms, max " + number(l.max()) + " ms (" + std::to_string(l.count()) +
          " samples), " + number(bytes_per_client(crowd, figures)) + " bytes a client and second.\n";
  text += std::to_string(acked(crowd)) + " messages acked: " + std::to_string(verdict.lost) + " lost, " +
          std::to_string(verdict.duplicated) + " duplicated, " + std::to_string(verdict.reordered) + " reordered; " +
          std::to_string(crowd.rejected) + " refused.\n";
  text += std::to_string(figures.unconverged) + " people are seen in the wrong place.\n";
  if (figures.drill) text += drill_text(crowd, *figures.drill);
  for (const auto& finding : verdict.findings) text += "  " + finding + "\n";
  if (!crowd.first_failure.empty()) text += "First failure: " + crowd.first_failure + "\n";
  return text;
}

}  // namespace posterhall::load
