// Slots: stable places in tables, so that the hot path indexes arrays and never looks anything up.
// Runs on: any thread (values). Owns: nothing.
#pragma once

#include <cstdint>

namespace posterhall::hall {

using VisitorSlot = std::uint32_t;     ///< in VisitorTable
using GuestSlot = std::uint32_t;       ///< in GuestTable
using ConnectionSlot = std::uint32_t;  ///< in Connections
using CellIndex = std::uint32_t;       ///< row by row, see domain::CellGeometry
using GroupIndex = std::uint32_t;      ///< in Serving

/// No slot, no cell, no group.
inline constexpr std::uint32_t kNone = 0xffffffffU;

}  // namespace posterhall::hall
