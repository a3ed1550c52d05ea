#include "store/poster_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <vector>

#include "crypto/crypto.hpp"

namespace posterhall::store {
namespace {

namespace fs = std::filesystem;

StoreError error_of(int number) {
  return number == ENOSPC || number == EDQUOT ? StoreError::full : StoreError::unavailable;
}

/// fsync of a file or a folder; 0 or the error number.
int sync_path(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return errno;
  const int failed = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  return failed;
}

}  // namespace

bool is_file_hash(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::filesystem::path file_path(const std::filesystem::path& dir, std::string_view hash) {
  if (!is_file_hash(hash)) return {};
  return dir / "files" / hash.substr(0, 2) / hash;
}

Result<std::string> hash_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  crypto::Sha256 sha;
  std::vector<char> buffer(std::size_t{1} << 16);
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    sha.update({buffer.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (!in.eof()) return make_error_code(StoreError::unavailable);
  return crypto::to_hex(sha.finish());
}

Result<std::string> take_in_file(const std::filesystem::path& dir, const std::filesystem::path& file) {
  auto hash = hash_file(file);
  if (!hash) return hash;
  const auto target = file_path(dir, *hash);
  std::error_code error;
  if (fs::exists(target, error)) {
    // Wanted again: who removes what nothing needs lets young files be.
    fs::last_write_time(target, fs::file_time_type::clock::now(), error);
    return hash;
  }
  fs::create_directories(target.parent_path(), error);
  if (error) return make_error_code(error_of(error.value()));
  // A name of its own for each process, moved into place when all of it is on the disk.
  const auto partial = target.parent_path() / (".part-" + crypto::new_token());
  fs::copy_file(file, partial, error);
  int failed = error ? error.value() : sync_path(partial);
  if (failed == 0) {
    fs::rename(partial, target, error);
    failed = error ? error.value() : sync_path(target.parent_path());
  }
  if (failed == 0) return hash;
  fs::remove(partial, error);
  return make_error_code(error_of(failed));
}

}  // namespace posterhall::store
