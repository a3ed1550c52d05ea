// The swarm's end: what was seen is held against the truth, the store and the limits.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>

#include "swarm.hpp"
#include "tools/bots.hpp"

namespace posterhall::load {
namespace {

std::string words_of(std::uint32_t place) { return std::to_string(place >> 14) + "," + std::to_string(place & 0x3FFF); }

/// Lines UNIX_MS NAME, of a clock that is not ours: brought over by what both show now.
std::vector<Mark> read_marks(const std::string& path) {
  std::vector<Mark> marks;
  const auto unix_now = std::chrono::system_clock::now().time_since_epoch();
  const auto now = Clock::now();
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    char* rest = nullptr;
    const std::chrono::milliseconds at(std::strtoll(line.c_str(), &rest, 10));
    if (rest == line.c_str()) throw std::runtime_error(path + ": \"" + line + "\" is not UNIX_MS NAME");
    marks.push_back({now - std::chrono::duration_cast<Clock::duration>(unix_now - at), *rest == ' ' ? rest + 1 : rest});
  }
  return marks;
}

}  // namespace

/// People of whom a sampled client has a place that is not theirs, or whom it misses or should have lost.
std::uint32_t Swarm::count_unconverged() {
  std::set<std::uint32_t> wrong;
  for (const auto& bot : bots_) {
    if (!bot->sampled() || !bot->live()) continue;
    const auto& view = bot->view();
    for (const auto& [visitor, place] : crowd_.true_place) {
      const auto seen = view.visitors.find(visitor);
      const bool sees = seen != view.visitors.end();
      const bool right = sees ? (seen->second.word1 >> 4) == place : !in_block(place, view.centre_cell);
      if (right || !wrong.insert(visitor).second || wrong_places_.size() >= 10) continue;
      wrong_places_.push_back("visitor " + std::to_string(visitor) + " is at " + words_of(place) + "; visitor " +
                              std::to_string(bot->visitor()) + " sees them " +
                              (sees ? "at " + words_of(seen->second.word1 >> 4) : "nowhere"));
    }
    for (const auto& [visitor, heard] : crowd_.former) {
      if (view.visitors.contains(visitor)) wrong.insert(visitor);
    }
  }
  return static_cast<std::uint32_t>(wrong.size());
}

void Swarm::read_store() {
  for (auto& [name, channel] : crowd_.history) {
    for (auto& [number, id] : tools::read_stored_events(options_.data, name)) channel.stored.push_back({number, id});
  }
}

Drill Swarm::drill() const {
  Drill out;
  out.absent = absent_;
  out.ghosts_ms = milliseconds(rosters_.longest_ghost());
  out.wrong_at_once = rosters_.worst();
  out.machine_late_ms = wakes_.late().percentile(0.99);
  if (!options_.marks.empty()) out.healings = healings(read_marks(options_.marks), rosters_.wrong(), crowd_.late);
  return out;
}

int Swarm::judge() {
  read_store();
  bool spoilt = true;
  if (options_.broken == "drop") spoilt = spoil(crowd_.history, Break::drop);
  if (options_.broken == "double") spoilt = spoil(crowd_.history, Break::twice);
  if (options_.broken == "swap") spoilt = spoil(crowd_.history, Break::swap);
  if (!spoilt) std::cerr << "Nobody saw enough messages to break; run longer.\n";
  const auto verdict = check(crowd_.history);
  crowd_.bytes_received = bytes_;
  crowd_.frames_received = frames_;
  Figures figures{options_.clients, std::min(kSampled, options_.clients), unconverged_, seconds_, {}};
  if (options_.drill) figures.drill = drill();
  std::cout << (options_.json ? to_json(crowd_, figures, verdict) + "\n" : to_text(crowd_, figures, verdict));
  if (options_.json && !crowd_.first_failure.empty()) std::cerr << "First failure: " << crowd_.first_failure << "\n";
  for (const auto& finding : verdict.findings) {
    if (options_.json) std::cerr << finding << "\n";
  }
  for (const auto& place : wrong_places_) std::cerr << place << "\n";
  const auto beyond =
      options_.drill ? beyond_limits(crowd_, *figures.drill, options_.limits) : std::vector<std::string>{};
  for (const auto& sentence : beyond) std::cerr << sentence << "\n";
  const bool back = !options_.reconnect || crowd_.returned >= options_.clients;
  const bool good = verdict.good() && beyond.empty() && !failed_ && back && crowd_.connected == options_.clients &&
                    unconverged_ == 0 && spoilt;
  return good ? 0 : 1;
}

}  // namespace posterhall::load
