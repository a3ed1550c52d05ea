// A* over tiles with a bucket queue: costs are whole numbers and grow by at most one diagonal step and its detour, so
// the queue is a ring of buckets and nothing is sorted.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "domain/layout.hpp"

namespace posterhall::domain {
namespace {

constexpr int kStraight = 5;
constexpr int kDiagonal = 7;
constexpr std::size_t kRing = 32;  // > the greatest growth of cost + estimate in one step (2 * kDiagonal)
constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

struct Step {
  int dx, dy, cost;
};
constexpr std::array<Step, 8> kSteps{{{1, 0, kStraight},
                                      {-1, 0, kStraight},
                                      {0, 1, kStraight},
                                      {0, -1, kStraight},
                                      {1, 1, kDiagonal},
                                      {1, -1, kDiagonal},
                                      {-1, 1, kDiagonal},
                                      {-1, -1, kDiagonal}}};

struct Node {
  std::uint32_t cost = kUnseen;
  std::uint8_t came_by = 0;  // index into kSteps
  bool done = false;
};

class Search {
 public:
  Search(const FloorPlan& plan, Tile to)
      : plan_(plan), to_(to), nodes_(static_cast<std::size_t>(plan.width) * static_cast<std::size_t>(plan.height)) {}

  bool reach(Tile from) {
    open(from, 0, 0);
    std::size_t empty = 0;
    for (std::size_t bucket = estimate(from); empty < kRing; ++bucket) {
      std::vector<Tile>& tiles = ring_[bucket % kRing];
      empty = tiles.empty() ? empty + 1 : 0;
      while (!tiles.empty()) {
        const Tile tile = tiles.back();
        tiles.pop_back();
        if (tile == to_) return true;
        Node& node = at(tile);
        if (node.done) continue;
        node.done = true;
        expand(tile, node.cost);
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<Tile> path_back(Tile from) const {
    std::vector<Tile> path{to_};
    for (Tile tile = to_; tile != from; path.push_back(tile)) {
      const Step& step = kSteps[nodes_[index(tile)].came_by];
      tile = {tile.x - step.dx, tile.y - step.dy};
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  [[nodiscard]] std::size_t index(Tile t) const {
    return static_cast<std::size_t>(t.y) * static_cast<std::size_t>(plan_.width) + static_cast<std::size_t>(t.x);
  }
  Node& at(Tile t) { return nodes_[index(t)]; }

  /// Never more than the true cost, and it shrinks by no more than a step costs.
  [[nodiscard]] std::uint32_t estimate(Tile t) const {
    const int dx = std::abs(t.x - to_.x);
    const int dy = std::abs(t.y - to_.y);
    return static_cast<std::uint32_t>(kStraight * std::max(dx, dy) + (kDiagonal - kStraight) * std::min(dx, dy));
  }

  void open(Tile tile, std::uint32_t cost, std::size_t step) {
    Node& node = at(tile);
    if (cost >= node.cost) return;
    node.cost = cost;
    node.came_by = static_cast<std::uint8_t>(step);
    ring_[(cost + estimate(tile)) % kRing].push_back(tile);
  }

  void expand(Tile tile, std::uint32_t cost) {
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      const Step& step = kSteps[i];
      const Tile next{tile.x + step.dx, tile.y + step.dy};
      if (!plan_.walkable(next)) continue;
      const bool corner = step.cost == kDiagonal;
      if (corner && !(plan_.walkable({next.x, tile.y}) && plan_.walkable({tile.x, next.y}))) continue;
      open(next, cost + static_cast<std::uint32_t>(step.cost), i);
    }
  }

  const FloorPlan& plan_;
  Tile to_;
  std::vector<Node> nodes_;
  std::array<std::vector<Tile>, kRing> ring_;
};

}  // namespace

std::vector<Tile> find_path(const FloorPlan& plan, Tile from, Tile to) {
  if (!plan.walkable(from) || !plan.walkable(to)) return {};
  Search search{plan, to};
  if (!search.reach(from)) return {};
  return search.path_back(from);
}

double path_length(const std::vector<Tile>& path) {
  constexpr double kRootTwo = 1.4142135623730951;
  double length = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const bool diagonal = path[i].x != path[i - 1].x && path[i].y != path[i - 1].y;
    length += diagonal ? kRootTwo : 1.0;
  }
  return length;
}

}  // namespace posterhall::domain
