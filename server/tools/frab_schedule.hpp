// The programme in frab's words: days, their rooms, their entries. What both forms of it are written from.
// Runs on: any thread. Owns: its values; the catalogue and the zone outlive it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/catalogue.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {

struct FrabLink {
  std::string title;
  std::string address;
};

struct FrabEntry {
  std::string guid, id, code, room, title, subtitle, type, date, start, end, duration, abstract, slug, description;
  std::vector<std::pair<std::string, std::string>> persons;  ///< number and name
  std::vector<FrabLink> links;
};

struct FrabDay {
  std::string date, start, end;
  std::vector<std::pair<std::string, std::vector<FrabEntry>>> rooms;  ///< in order of their first session
};

class FrabSchedule {
 public:
  FrabSchedule(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone);

  [[nodiscard]] const std::vector<FrabDay>& days() const { return days_; }
  [[nodiscard]] const std::string& acronym() const { return acronym_; }
  [[nodiscard]] const domain::EventInfo& event() const { return catalogue_.event; }
  [[nodiscard]] std::string version() const { return std::to_string(catalogue_.version); }
  [[nodiscard]] std::string zone_name() const { return zone_ ? catalogue_.event.time_zone : "UTC"; }
  [[nodiscard]] std::string room_guid(const std::string& room) const { return guid_of("room\n" + room); }

 private:
  FrabDay& day(const std::string& date);
  void add(const domain::Session& session);
  [[nodiscard]] FrabEntry entry_of(const domain::Session& session);
  void take_hours(FrabEntry& entry, const domain::Session& session) const;
  [[nodiscard]] std::string room_of(const domain::Session& session) const;
  /// A UUID of version 8 (RFC 9562) from what sets this event apart and what is named in it.
  [[nodiscard]] std::string guid_of(const std::string& name) const;
  [[nodiscard]] UnixMs unix_of(LocalSeconds local) const { return zone_ ? zone_->to_unix(local) : local * 1000; }
  /// "2026-04-21T09:00:00+02:00".
  [[nodiscard]] std::string moment(UnixMs at) const;

  const domain::Catalogue& catalogue_;
  const std::optional<TimeZone>& zone_;
  std::string acronym_;
  std::vector<FrabDay> days_;
  std::map<std::string, std::size_t> persons_;
};

}  // namespace posterhall::tools
