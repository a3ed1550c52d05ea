// Writing a file that people asked for: whole or not at all.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <filesystem>
#include <string_view>

namespace posterhall::tools {

/// Written beside and moved into place. Throws ToolFailed with a sentence.
void write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace posterhall::tools
