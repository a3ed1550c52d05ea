#include "tools/map_command.hpp"

#include <filesystem>
#include <ostream>

#include "tools/data_folder.hpp"
#include "tools/import/fault.hpp"
#include "tools/output_file.hpp"
#include "tools/tiled_map.hpp"

namespace posterhall::tools {

int run_map(const MapOptions& options, std::ostream& out, std::ostream& err) {
  const std::filesystem::path file = options.out;
  const auto state = need(open_existing(options.data, options.database)->catalogue().load(),
                          options.data + ": the hall cannot be read");
  if (state.layout.places.empty()) {
    err << options.data << ": there are no posters yet, so there is no hall; import some first.\n";
    return 1;
  }
  std::vector<RoomId> rooms;
  for (const auto& room : state.catalogue.rooms) rooms.push_back(room.id);
  const auto plan = domain::build_floor_plan(state.layout, rooms);
  const auto picture = file.stem().string() + "-tiles.png";
  const auto map = make_tiled_map(plan, state.catalogue, picture);
  write_file(file.parent_path() / picture, map.tileset_png);
  write_file(file, map.json);
  out << file.string() << ": " << plan.width << " x " << plan.height << " tiles, "
      << counted(plan.booths.size(), "booth", "booths") << ". Its tiles are in "
      << (file.parent_path() / picture).string() << "; keep them side by side.\n";
  return 0;
}

}  // namespace posterhall::tools
