#include "tools/backup_archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>
#include <vector>

#include "crypto/crypto.hpp"
#include "store/poster_files.hpp"
#include "tools/data_folder.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHead = "posterhall-backup";
constexpr const char* kSeal = "posterhall-backup.sha256";
constexpr std::string_view kFormat = "Posterhall backup, format 1\nmade ";
constexpr std::size_t kSealBytes = 2048;  ///< an entry of two blocks, and the two empty ones at tar's end
constexpr std::size_t kPiece = std::size_t{1} << 16;

struct FreeWriter {
  void operator()(archive* one) const { archive_write_free(one); }
};
struct FreeReader {
  void operator()(archive* one) const { archive_read_free(one); }
};
struct FreeEntry {
  void operator()(archive_entry* one) const { archive_entry_free(one); }
};
using Entry = std::unique_ptr<archive_entry, FreeEntry>;

/// Owner's alone: it holds everybody's e-mail address.
Entry make_entry(const std::string& name, std::uint64_t size, std::time_t at) {
  Entry entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0600);
  archive_entry_set_mtime(entry.get(), at, 0);
  return entry;
}

std::string seal_text(const crypto::Digest& digest) { return crypto::to_hex(digest) + "\n"; }

/// What a sealed file ends with, byte for byte.
std::string seal_bytes(const crypto::Digest& digest) {
  std::array<char, kSealBytes * 8> buffer{};
  std::size_t used = 0;
  const std::unique_ptr<archive, FreeWriter> out(archive_write_new());
  archive_write_set_format_pax_restricted(out.get());
  archive_write_set_bytes_per_block(out.get(), 0);
  archive_write_open_memory(out.get(), buffer.data(), buffer.size(), &used);
  const auto text = seal_text(digest);
  archive_write_header(out.get(), make_entry(kSeal, text.size(), 0).get());
  archive_write_data(out.get(), text.data(), text.size());
  archive_write_close(out.get());
  return {buffer.data(), used};
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S UTC", &parts)};
}

void sync_folder(const fs::path& dir) {
  const int fd = ::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  (void)::fsync(fd);
  ::close(fd);
}

}  // namespace

bool is_backup_name(std::string_view name) {
  if (name == "event.toml" || name == "posterhall.sqlite") return true;
  const auto plain = [](std::string_view leaf) {
    return !leaf.empty() && leaf.front() != '.' && leaf.find('/') == std::string_view::npos;
  };
  if (name.starts_with("posters/")) return plain(name.substr(8));
  if (!name.starts_with("files/") || name.size() != 6 + 3 + 64 || name[8] != '/') return false;
  const auto hash = name.substr(9);
  return store::is_file_hash(hash) && hash.substr(0, 2) == name.substr(6, 2);
}

struct BackupWriter::State {
  fs::path file, partial;
  int fd = -1;
  int error = 0;  ///< errno of the first write that failed
  std::uint64_t written = 0;
  crypto::Sha256 sha;
  std::unique_ptr<archive, FreeWriter> out{archive_write_new()};
  std::time_t now = std::time(nullptr);

  [[noreturn]] void fail() const {
    const std::string why = error != 0 ? std::strerror(error) : archive_error_string(out.get());
    throw ToolFailed(file.string() + ": cannot be written: " + why);
  }
  void begin(const std::string& name, std::uint64_t size, std::time_t at) {
    if (archive_write_header(out.get(), make_entry(name, size, at).get()) != ARCHIVE_OK || error != 0) fail();
  }
  void put(std::string_view bytes) {
    if (archive_write_data(out.get(), bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size()) ||
        error != 0)
      fail();
  }
  void end() {
    if (archive_write_finish_entry(out.get()) != ARCHIVE_OK || error != 0) fail();
  }
  static la_ssize_t write_out(archive* /*out*/, void* self, const void* bytes, std::size_t size) {
    auto& state = *static_cast<State*>(self);
    if (state.error != 0) return static_cast<la_ssize_t>(size);
    ssize_t count = -1;
    while ((count = ::write(state.fd, bytes, size)) < 0 && errno == EINTR) {
    }
    if (count < 0) {
      // Said by whoever asks next: libarchive would not free what it holds after a failure.
      state.error = errno;
      return static_cast<la_ssize_t>(size);
    }
    state.sha.update({static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    state.written += static_cast<std::uint64_t>(count);
    return count;
  }
};

BackupWriter::BackupWriter(const fs::path& file) : state_(std::make_unique<State>()) {
  std::error_code ignored;
  if (fs::exists(file, ignored)) {
    throw ToolFailed(file.string() + ": is there already; give the backup another name, with its day or hour in it");
  }
  state_->file = file;
  state_->partial = file.string() + ".part-" + crypto::new_token();
  state_->fd = ::open(state_->partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (state_->fd < 0) {
    throw ToolFailed(file.string() + ": cannot be made: " + std::strerror(errno) +
                     "; choose a folder you may write to");
  }
  auto* out = state_->out.get();
  archive_write_set_format_pax_restricted(out);
  archive_write_set_bytes_per_block(out, 0);  // what is written is hashed: nothing may wait in a buffer
  if (archive_write_open(out, state_.get(), nullptr, &State::write_out, nullptr) != ARCHIVE_OK) state_->fail();
  add_text(kHead, std::string(kFormat) + utc_now() + "\n");
}

BackupWriter::~BackupWriter() {
  if (state_->error == 0) state_->error = ECANCELED;  // what libarchive still writes goes nowhere
  state_->out.reset();
  if (state_->fd < 0) return;
  ::close(state_->fd);
  ::unlink(state_->partial.c_str());
}

void BackupWriter::add_text(const std::string& name, std::string_view text) {
  state_->begin(name, text.size(), state_->now);
  state_->put(text);
  state_->end();
}

void BackupWriter::add_file(const std::string& name, const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  struct stat about{};
  if (!in || ::stat(file.c_str(), &about) != 0) throw ToolFailed(file.string() + ": cannot be read");
  auto left = static_cast<std::uint64_t>(about.st_size);
  state_->begin(name, left, about.st_mtime);
  std::vector<char> piece(kPiece);
  while (left > 0 && in) {
    in.read(piece.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(piece.size(), left)));
    state_->put({piece.data(), static_cast<std::size_t>(in.gcount())});
    left -= static_cast<std::uint64_t>(in.gcount());
  }
  if (left > 0 || in.peek() != std::ifstream::traits_type::eof()) {
    throw ToolFailed(file.string() + ": changed while it was copied; start the backup again");
  }
  state_->end();
}

std::uint64_t BackupWriter::seal() {
  const auto text = seal_text(state_->sha.finish());
  state_->begin(kSeal, text.size(), 0);
  state_->put(text);
  if (archive_write_close(state_->out.get()) != ARCHIVE_OK || state_->error != 0) state_->fail();
  if (::fsync(state_->fd) != 0) {
    state_->error = errno;
    state_->fail();
  }
  // link, not rename: who made a file of this name meanwhile keeps it.
  if (::link(state_->partial.c_str(), state_->file.c_str()) != 0) {
    state_->error = errno;
    state_->fail();
  }
  sync_folder(state_->file.parent_path().empty() ? "." : state_->file.parent_path());
  return state_->written;
}

namespace {

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
  throw ToolFailed(file.string() + ": " + why + "; nothing was restored");
}

void check_seal(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  std::ifstream in(file, std::ios::binary);
  if (error || !in) refuse(file, "cannot be read");
  std::string start(std::strlen(kHead) + 1, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  if (std::strcmp(start.c_str(), kHead) != 0) refuse(file, "is no backup made by `posterhall backup`");
  const std::string damaged = "is damaged or cut short: take another backup, or copy this one again";
  if (size <= kSealBytes) refuse(file, damaged);
  in.seekg(0);
  crypto::Sha256 sha;
  std::vector<char> piece(kPiece);
  for (std::uint64_t left = size - kSealBytes; left > 0 && in; left -= static_cast<std::uint64_t>(in.gcount())) {
    in.read(piece.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(piece.size(), left)));
    sha.update({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  std::string tail(kSealBytes, '\0');
  in.read(tail.data(), static_cast<std::streamsize>(tail.size()));
  if (!in || tail != seal_bytes(sha.finish())) refuse(file, damaged);
}

void take_out(archive* in, const fs::path& to, Unpacked& unpacked) {
  fs::create_directories(to.parent_path());
  const int fd = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) throw ToolFailed(to.string() + ": cannot be made: " + std::strerror(errno));
  const int read = archive_read_data_into_fd(in, fd);
  const int closed = ::close(fd);
  if (read != ARCHIVE_OK || closed != 0) {
    const char* why = read != ARCHIVE_OK ? archive_error_string(in) : std::strerror(errno);
    throw ToolFailed(to.string() + ": cannot be written: " + (why == nullptr ? "no reason is known" : why));
  }
  unpacked.files += 1;
  unpacked.bytes += fs::file_size(to);
}

BackupHead read_head(archive* in, const fs::path& file) {
  std::array<char, 256> text{};
  const auto count = archive_read_data(in, text.data(), text.size());
  const std::string_view words(text.data(), count < 0 ? 0 : static_cast<std::size_t>(count));
  if (!words.starts_with(kFormat)) refuse(file, "was made by a newer Posterhall: restore it with that one");
  const auto made = words.substr(kFormat.size());
  return {std::string(made.substr(0, made.find('\n')))};
}

}  // namespace

Unpacked unpack_backup(const fs::path& file, const fs::path& into) {
  check_seal(file);
  const std::unique_ptr<archive, FreeReader> in(archive_read_new());
  archive_read_support_format_tar(in.get());
  if (archive_read_open_filename(in.get(), file.c_str(), kPiece) != ARCHIVE_OK) refuse(file, "cannot be read");
  Unpacked unpacked;
  archive_entry* entry = nullptr;
  int code = ARCHIVE_OK;
  while ((code = archive_read_next_header(in.get(), &entry)) == ARCHIVE_OK) {
    const std::string name = archive_entry_pathname(entry);
    if (name == kSeal) continue;
    if (name == kHead) {
      unpacked.head = read_head(in.get(), file);
    } else if (!is_backup_name(name) || archive_entry_filetype(entry) != AE_IFREG) {
      refuse(file, "holds \"" + name + "\", which no backup has");
    } else {
      take_out(in.get(), into / name, unpacked);
    }
  }
  if (code != ARCHIVE_EOF) refuse(file, "cannot be read: " + std::string(archive_error_string(in.get())));
  return unpacked;
}

}  // namespace posterhall::tools
