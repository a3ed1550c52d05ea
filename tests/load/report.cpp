#include "report.hpp"

#include <cstdio>

namespace posterhall::load {
namespace {

std::string number(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string field(const char* name, std::uint64_t value) {
  return "\"" + std::string(name) + "\": " + std::to_string(value);
}

double bytes_per_client(const Crowd& crowd, const Figures& figures) {
  if (crowd.connected == 0 || figures.seconds <= 0) return 0;
  return static_cast<double>(crowd.bytes_received) / crowd.connected / figures.seconds;
}

}  // namespace

std::string to_json(const Crowd& crowd, const Figures& figures, const Verdict& verdict) {
  const auto& l = crowd.latency;
  return "{" + field("clients", figures.clients) + ", " + field("connected", crowd.connected) + ", " +
         (crowd.returned == 0 ? "" : field("returned", crowd.returned) + ", ") + field("sampled", figures.sampled) +
         ", " + field("moves_sent", crowd.moves_sent) + ", " + field("updates_received", crowd.updates_received) +
         ", \"latency_ms\": {\"p50\": " + number(l.percentile(0.5)) + ", \"p99\": " + number(l.percentile(0.99)) +
         ", \"max\": " + number(l.max()) + "}, \"bytes_per_client_s\": " + number(bytes_per_client(crowd, figures)) +
         ", " + field("lost", verdict.lost) + ", " + field("duplicated", verdict.duplicated) + ", " +
         field("reordered", verdict.reordered) + ", " + field("unconverged", figures.unconverged) + "}";
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
  std::uint64_t acked = 0;
  for (const auto& [name, channel] : crowd.history) acked += channel.acked.size();
  text += std::to_string(acked) + " messages acked: " + std::to_string(verdict.lost) + " lost, " +
          std::to_string(verdict.duplicated) + " duplicated, " + std::to_string(verdict.reordered) + " reordered; " +
          std::to_string(crowd.rejected) + " refused.\n";
  text += std::to_string(figures.unconverged) + " people are seen in the wrong place.\n";
  for (const auto& finding : verdict.findings) text += "  " + finding + "\n";
  if (!crowd.first_failure.empty()) text += "First failure: " + crowd.first_failure + "\n";
  return text;
}

}  // namespace posterhall::load
