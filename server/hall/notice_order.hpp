// What the hall tells of order: measures, reports, blocks (part of notice.hpp).
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/event.hpp"
#include "domain/order.hpp"
#include "domain/person.hpp"

namespace posterhall::hall::notice {

struct MyMeasure {
  std::uint32_t measure = 0;
  domain::MeasureKind kind = domain::MeasureKind::warn;
  std::string reason;
  UnixMs at = 0, until = 0;
  bool lifted = false;
  std::string contact;
  bool seen = false;
};
struct MeasureRow {
  std::uint32_t measure = 0;
  domain::MeasureKind kind = domain::MeasureKind::warn;
  domain::Person person;
  std::optional<domain::Person> by;  ///< none: the command line
  std::string reason;
  UnixMs at = 0, until = 0;
  bool lifted = false, may_lift = false;
};
struct NamedLine {
  domain::ReportedLine line;
  std::string name;
};
struct ReportRow {
  std::uint32_t report = 0;
  UnixMs at = 0;
  domain::Person by, about;
  std::string reason;
  std::optional<domain::Channel> channel;
  std::uint32_t number = 0;
  std::string message;
  std::vector<NamedLine> lines;
  std::vector<MeasureRow> measures;
};
struct OrderQueuePage {
  std::uint32_t in_reply_to = 0, total = 0, offset = 0;
  std::vector<ReportRow> reports;
  std::vector<MeasureRow> measures;
};
struct ReportFiled {
  std::uint32_t report = 0;
  PersonId person;
  UnixMs at = 0;
};
struct OrderChanged {
  std::uint32_t open_reports = 0;
};
struct BlockedPeople {
  std::vector<PersonId> persons;
};

}  // namespace posterhall::hall::notice
