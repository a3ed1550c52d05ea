// What the hall tells at and about a booth: calls of its authors, lamps, pointers, hands (part of notice.hpp).
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/author_call.hpp"
#include "domain/wakefulness.hpp"

namespace posterhall::hall::notice {

struct AuthorCall {
  BoothNumber booth;
  PosterKey poster;
  domain::CallState::How how = domain::CallState::How::none;
  std::uint32_t waiting = 0;
  std::vector<PersonId> persons;  ///< some of those who wait
  bool organisers = false;
};
struct Callee {
  PersonId person;
  domain::CallState::How how = domain::CallState::How::called;
  friend bool operator==(const Callee&, const Callee&) = default;
};
struct BoothCalls {
  BoothNumber booth;
  std::vector<Callee> callees;
  friend bool operator==(const BoothCalls&, const BoothCalls&) = default;
};
struct StillHere {
  domain::Wakefulness how = domain::Wakefulness::awake;
  UnixMs until = 0;  ///< asked: when the lamp goes off
};
struct BackWanted {
  std::vector<PosterKey> posters;
};
struct AuthorBack {
  PosterKey poster;
  BoothNumber booth;
  PersonId person;
};
struct PointerRow {
  PersonId person;
  std::uint32_t place = 0;
  bool presents = false;
};
struct ViewRow {
  PersonId person;
  std::uint32_t centre = 0, extent = 0;
};
struct Pointers {
  BoothNumber booth;
  std::vector<PointerRow> pointers;  ///< who presents first
  std::vector<ViewRow> views;
};
struct Hands {
  BoothNumber booth;
  std::vector<PersonId> queue;
  PersonId floor;
  friend bool operator==(const Hands&, const Hands&) = default;
};

}  // namespace posterhall::hall::notice
