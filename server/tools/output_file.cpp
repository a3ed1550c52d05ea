#include "tools/output_file.hpp"

#include <fstream>

#include "tools/data_folder.hpp"

namespace posterhall::tools {

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::error_code error;
  const auto there = std::filesystem::status(file, error);
  // A device or a pipe (/dev/stdout, /dev/null) is written to, never replaced.
  const bool in_place = std::filesystem::exists(there) && !std::filesystem::is_regular_file(there);
  const std::filesystem::path partial = in_place ? file.string() : file.string() + ".part";
  {
    std::ofstream out(partial, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) {
      if (!in_place) std::filesystem::remove(partial, error);
      throw ToolFailed(file.string() + ": cannot be written; check that the folder is there and has space");
    }
  }
  if (in_place) return;
  std::filesystem::rename(partial, file, error);
  if (error) throw ToolFailed(file.string() + ": cannot be written: " + error.message());
}

}  // namespace posterhall::tools
