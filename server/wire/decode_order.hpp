// Reads what keeps order: blocking, reports, measures.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <variant>

#include "hall/command.hpp"
#include "hall/notice.hpp"

namespace posterhall::v1 {
class Block;
class Lift;
class Measure;
class MeasureSeen;
class OrderQueue;
class Report;
class ReportSettle;
class Unblock;
}  // namespace posterhall::v1

namespace posterhall::wire {

using OrderRead = std::variant<hall::Command, hall::RejectCode>;

[[nodiscard]] OrderRead read_block(const v1::Block& in);
[[nodiscard]] OrderRead read_unblock(const v1::Unblock& in);
[[nodiscard]] OrderRead read_report(const v1::Report& in);
[[nodiscard]] OrderRead read_measure(const v1::Measure& in);
[[nodiscard]] OrderRead read_lift(const v1::Lift& in);
[[nodiscard]] OrderRead read_report_settle(const v1::ReportSettle& in);
[[nodiscard]] OrderRead read_order_queue(const v1::OrderQueue& in);
[[nodiscard]] OrderRead read_measure_seen(const v1::MeasureSeen& in);

}  // namespace posterhall::wire
