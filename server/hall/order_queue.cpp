#include "hall/order_queue.hpp"

#include <algorithm>
#include <iterator>

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kMostRows = 20;
constexpr std::size_t kMostBytes = 64 * 1024;  // of words in one page; at least one row is sent
constexpr std::size_t kMostTaken = 10;

std::size_t weight(const notice::ReportRow& row) {
  std::size_t bytes = row.reason.size() + row.message.size();
  for (const auto& line : row.lines) bytes += line.line.text.size() + line.name.size() + 32;
  for (const auto& measure : row.measures) bytes += measure.reason.size() + 200;
  return bytes + 400;
}

}  // namespace

notice::MeasureRow OrderQueue::row(const domain::Measure& measure, PersonId reader) const {
  notice::MeasureRow row;
  row.measure = measure.number;
  row.kind = measure.kind;
  row.person = core_.person(measure.person);
  if (measure.by) row.by = core_.person(measure.by);
  row.reason = measure.reason;
  row.at = measure.at;
  row.until = measure.until;
  row.lifted = measure.lifted;
  row.may_lift = !measure.lifted && domain::may_lift({reader, core_.role(reader)}, {measure.person, row.person.role});
  return row;
}

notice::ReportRow OrderQueue::row(const domain::Report& report, PersonId reader) const {
  notice::ReportRow row;
  row.report = report.number;
  row.at = report.at;
  row.by = core_.person(report.by);
  row.about = core_.person(report.what.about);
  row.reason = report.what.reason;
  row.channel = report.what.channel;
  row.number = report.what.message_number;
  row.message = report.what.message;
  for (const domain::ReportedLine& line : report.what.lines)
    row.lines.push_back({line, core_.person(line.person).name});
  for (const domain::Measure* measure : core_.book.taken_on(report.what.about)) {
    if (row.measures.size() < kMostTaken) row.measures.push_back(this->row(*measure, reader));
  }
  return row;
}

void OrderQueue::page(ConnectionSlot connection, std::uint32_t seq, const command::OrderQueue& wish) {
  const PersonId reader = core_.connections[connection].person;
  const std::uint32_t limit = std::clamp<std::uint32_t>(wish.limit, 1, kMostRows);
  notice::OrderQueuePage page;
  page.in_reply_to = seq;
  if (wish.measures) {
    const auto all = core_.book.in_force(core_.ports.now());
    page.total = static_cast<std::uint32_t>(all.size());
    page.offset = std::min(wish.offset, page.total);
    for (std::uint32_t i = page.offset; i < page.total && i - page.offset < limit; ++i) {
      page.measures.push_back(row(*all[i], reader));
    }
    return core_.connections.send_now(connection, std::move(page));
  }
  const auto& open = core_.book.open_reports();
  page.total = static_cast<std::uint32_t>(open.size());
  page.offset = std::min(wish.offset, page.total);
  std::size_t bytes = 0;
  for (auto it = std::next(open.begin(), page.offset); it != open.end() && page.reports.size() < limit; ++it) {
    notice::ReportRow one = row(it->second, reader);
    bytes += weight(one);
    if (bytes > kMostBytes && !page.reports.empty()) break;
    page.reports.push_back(std::move(one));
  }
  core_.connections.send_now(connection, std::move(page));
}

}  // namespace posterhall::hall
