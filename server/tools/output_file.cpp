#include "tools/output_file.hpp"

#include <fstream>

#include "tools/data_folder.hpp"

namespace posterhall::tools {

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path partial = file.string() + ".part";
  std::error_code error;
  {
    std::ofstream out(partial, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) {
      std::filesystem::remove(partial, error);
      throw ToolFailed(file.string() + ": cannot be written; check that the folder is there and has space");
    }
  }
  std::filesystem::rename(partial, file, error);
  if (error) throw ToolFailed(file.string() + ": cannot be written: " + error.message());
}

}  // namespace posterhall::tools
