// Poster files by their content: DIR/files/ab/abcd… is the file whose SHA-256 is abcd…, written once, never changed.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "store/error.hpp"

namespace posterhall::store {

/// 64 lower-case hex digits: anything else is no name of a file of ours.
[[nodiscard]] bool is_file_hash(std::string_view text);

/// Where the file with this hash is or would be; empty if the hash is none.
[[nodiscard]] std::filesystem::path file_path(const std::filesystem::path& dir, std::string_view hash);

/// SHA-256 of a file's content, hex. unavailable: cannot be read.
[[nodiscard]] Result<std::string> hash_file(const std::filesystem::path& file);

/// Copies a file in and answers its hash; there already: nothing is written. Durable before it answers, and never seen
/// half written. Errors: full, unavailable.
[[nodiscard]] Result<std::string> take_in_file(const std::filesystem::path& dir, const std::filesystem::path& file);

}  // namespace posterhall::store
