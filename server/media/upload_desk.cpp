#include "media/upload_desk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <memory>
#include <sstream>

#include "crypto/crypto.hpp"

namespace posterhall::media {
namespace {

namespace fs = std::filesystem;
using hall::UploadAnswer;
using hall::UploadRefused;
using hall::UploadState;

constexpr std::size_t kMostOpen = 5;                              ///< of a person, at once
constexpr std::uint64_t kMostBytesOpen = std::uint64_t{4} << 30;  ///< of everybody
constexpr std::uint64_t kLeaveFree = std::uint64_t{500} << 20;    ///< of the disk, for the store and the conversions
constexpr UnixMs kKept = UnixMs{24} * 3600 * 1000;
constexpr std::string_view kInfo = ".info";

std::string hash_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  crypto::Sha256 sha;
  std::string buffer(std::size_t{1} << 16, '\0');
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    sha.update(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount())));
  }
  return crypto::to_hex(sha.finish());
}

bool append(const fs::path& file, std::uint32_t offset, const std::string& bytes, bool last) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return false;
  const auto count = ::pwrite(fd, bytes.data(), bytes.size(), offset);
  bool fine = count == static_cast<ssize_t>(bytes.size());
  if (fine && last) fine = ::fdatasync(fd) == 0;
  ::close(fd);
  return fine;
}

std::uint64_t number_of(const std::map<std::string, std::string>& fields, const std::string& name) {
  const auto found = fields.find(name);
  std::uint64_t value = 0;
  if (found != fields.end()) {
    (void)std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
  }
  return value;
}

bool is_over(UploadState state) { return state == UploadState::live || state == UploadState::asked; }

}  // namespace

UploadDesk::UploadDesk(fs::path folder, ConversionWork work, std::size_t tile_lanes, std::function<UnixMs()> now)
    : folder_(std::move(folder)), now_(std::move(now)), queue_(std::move(work), tile_lanes) {
  std::error_code error;
  fs::create_directories(folder_, error);
  fs::permissions(folder_, fs::perms::owner_all, error);
  read_folder();
  thread_ = std::thread([this] { loop(); });
}

UploadDesk::~UploadDesk() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void UploadDesk::submit(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
}

void UploadDesk::loop() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job();
  }
}

void UploadDesk::read_folder() {
  std::error_code error;
  std::vector<fs::path> infos;
  for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == kInfo) infos.push_back(at->path());
  }
  for (const auto& info : infos) read_entry(info);
}

/// "name=value" a line, as keep() wrote it.
void UploadDesk::read_entry(const fs::path& info) {
  std::ifstream in(info);
  std::map<std::string, std::string> fields;
  for (std::string line; std::getline(in, line);) {
    const auto equals = line.find('=');
    if (equals != std::string::npos) fields[line.substr(0, equals)] = line.substr(equals + 1);
  }
  Entry entry;
  auto& upload = entry.upload;
  upload.id = info.stem().string();
  upload.owner = PersonId{static_cast<std::uint32_t>(number_of(fields, "owner"))};
  upload.poster = PosterKey{static_cast<std::uint32_t>(number_of(fields, "poster"))};
  upload.size = static_cast<std::uint32_t>(number_of(fields, "size"));
  upload.number = static_cast<std::uint32_t>(number_of(fields, "number"));
  upload.state = static_cast<UploadState>(number_of(fields, "state"));
  upload.session = fields["session"];
  upload.name = fields["name"];
  entry.sha256 = fields["sha256"];
  entry.touched = static_cast<UnixMs>(number_of(fields, "touched"));
  std::error_code error;
  const auto there = fs::file_size(bytes_of(upload.id), error);
  upload.offset = error ? 0 : static_cast<std::uint32_t>(std::min<std::uint64_t>(there, upload.size));
  if (!upload.owner || upload.size == 0) return;
  auto& kept = entries_[upload.id] = std::move(entry);
  if (kept.upload.state == UploadState::receiving && kept.upload.offset == kept.upload.size) complete(kept);
}

void UploadDesk::keep(const Entry& entry) const {
  const auto& upload = entry.upload;
  const auto info = folder_ / (upload.id + std::string(kInfo));
  {
    std::ofstream out(info.string() + ".new");
    out << "owner=" << upload.owner.value << "\nposter=" << upload.poster.value << "\nsize=" << upload.size
        << "\nnumber=" << upload.number << "\nstate=" << static_cast<int>(upload.state) << "\nsha256=" << entry.sha256
        << "\ntouched=" << entry.touched << "\nsession=" << upload.session << "\nname=" << upload.name << "\n";
  }
  std::error_code ignored;
  fs::rename(info.string() + ".new", info, ignored);
}

void UploadDesk::remove(Entries::iterator entry) {
  std::error_code ignored;
  queue_.forget(entry->first);
  fs::remove(bytes_of(entry->first), ignored);
  fs::remove(folder_ / (entry->first + std::string(kInfo)), ignored);
  entries_.erase(entry);
}

void UploadDesk::forget_old() {
  const auto now = now_();
  for (auto at = entries_.begin(); at != entries_.end();) {
    const auto entry = at++;
    if (now - entry->second.touched > kKept) remove(entry);
  }
}

UploadDesk::Entry* UploadDesk::owned(const std::string& id, PersonId owner) {
  const auto found = entries_.find(id);
  return found != entries_.end() && found->second.upload.owner == owner ? &found->second : nullptr;
}

hall::Upload UploadDesk::shown(const Entry& entry) const {
  using Stage = ConversionProgress::Stage;
  auto upload = entry.upload;
  if (entry.broken) {
    upload.state = UploadState::refused;
    upload.refused = "was damaged on its way; upload it again";
  }
  if (upload.offset < upload.size || entry.broken) return upload;
  auto progress = queue_.look(upload.id);
  upload.place = progress.place;
  upload.wait_s = progress.wait_s;
  upload.file = std::move(progress.converted.file);
  upload.deck = std::move(progress.converted.deck);
  if (is_over(upload.state)) return upload;
  switch (progress.stage) {
    case Stage::unknown:
    case Stage::waiting: upload.state = UploadState::waiting; break;
    case Stage::preview: upload.state = UploadState::preview; break;
    case Stage::ready: upload.state = UploadState::ready; break;
    case Stage::refused:
      upload.state = UploadState::refused;
      upload.refused = std::move(progress.converted.refused);
      break;
  }
  return upload;
}

UploadAnswer UploadDesk::answer_of(const Entry* entry) const {
  if (entry == nullptr) return {UploadRefused::nothing_there, {}};
  return {UploadRefused::none, shown(*entry)};
}

void UploadDesk::complete(Entry& entry) {
  entry.broken = !entry.sha256.empty() && hash_of(bytes_of(entry.upload.id)) != entry.sha256;
  const auto& upload = entry.upload;
  if (entry.broken) return;
  const auto kind = upload.session.empty() ? ConversionQueue::Kind::poster : ConversionQueue::Kind::slides;
  queue_.add(upload.id, upload.owner, bytes_of(upload.id), kind);
}

UploadAnswer UploadDesk::begin_now(const hall::NewUpload& wanted) {
  forget_old();
  std::size_t open = 0;
  std::uint64_t bytes = wanted.size;
  for (auto& [id, entry] : entries_) {
    const auto& upload = entry.upload;
    const bool same = upload.owner == wanted.owner && upload.poster == wanted.poster &&
                      upload.session == wanted.session && upload.size == wanted.size && !entry.sha256.empty() &&
                      entry.sha256 == wanted.sha256 && !entry.broken;
    if (same && !is_over(upload.state)) return answer_of(&entry);
    if (upload.owner == wanted.owner && !is_over(upload.state)) ++open;
    bytes += upload.size;
  }
  if (open >= kMostOpen) return {UploadRefused::too_many, {}};
  std::error_code error;
  const auto space = fs::space(folder_, error);
  if (bytes > kMostBytesOpen || error || space.available < kLeaveFree + wanted.size) {
    return {UploadRefused::no_space, {}};
  }
  Entry entry;
  entry.upload.id = crypto::new_token();
  entry.upload.owner = wanted.owner;
  entry.upload.poster = wanted.poster;
  entry.upload.session = wanted.session;
  entry.upload.name = wanted.name;
  entry.upload.size = wanted.size;
  entry.sha256 = wanted.sha256;
  entry.touched = now_();
  keep(entry);
  const auto id = entry.upload.id;
  return answer_of(&(entries_[id] = std::move(entry)));
}

UploadAnswer UploadDesk::write_now(const std::string& id, PersonId owner, std::uint32_t offset,
                                   const std::string& bytes) {
  auto* entry = owned(id, owner);
  if (entry == nullptr) return answer_of(entry);
  auto& upload = entry->upload;
  const bool fits = offset == upload.offset && upload.offset + bytes.size() <= upload.size;
  if (!fits) return {UploadRefused::wrong_offset, shown(*entry)};
  if (bytes.empty()) return answer_of(entry);
  const bool last = upload.offset + bytes.size() == upload.size;
  if (!append(bytes_of(id), offset, bytes, last)) return {UploadRefused::no_space, shown(*entry)};
  upload.offset += static_cast<std::uint32_t>(bytes.size());
  entry->touched = now_();
  if (last) {
    keep(*entry);
    complete(*entry);
  }
  return answer_of(entry);
}

// Replies are shared: std::function copies what it holds.
void UploadDesk::begin(hall::NewUpload wanted, hall::Reply<UploadAnswer> reply) {
  submit([this, wanted = std::move(wanted), reply]() mutable { reply(begin_now(wanted)); });
}

void UploadDesk::write(std::string id, PersonId owner, std::uint32_t offset, std::string bytes,
                       hall::Reply<UploadAnswer> reply) {
  submit([this, id = std::move(id), owner, offset, bytes = std::move(bytes), reply]() mutable {
    reply(write_now(id, owner, offset, bytes));
  });
}

void UploadDesk::find(std::string id, PersonId owner, hall::Reply<UploadAnswer> reply) {
  submit([this, id = std::move(id), owner, reply]() mutable { reply(answer_of(owned(id, owner))); });
}

void UploadDesk::of_owner(PersonId owner, hall::Reply<std::vector<hall::Upload>> reply) {
  submit([this, owner, reply]() mutable {
    std::vector<const Entry*> mine;
    for (const auto& [id, entry] : entries_) {
      if (entry.upload.owner == owner && entry.upload.state != UploadState::live) mine.push_back(&entry);
    }
    std::sort(mine.begin(), mine.end(), [](const Entry* a, const Entry* b) { return a->touched > b->touched; });
    std::vector<hall::Upload> uploads;
    for (const auto* entry : mine) uploads.push_back(shown(*entry));
    reply(std::move(uploads));
  });
}

void UploadDesk::drop(std::string id, PersonId owner, hall::Reply<UploadAnswer> reply) {
  submit([this, id = std::move(id), owner, reply]() mutable {
    const auto answer = answer_of(owned(id, owner));
    if (answer.refused == UploadRefused::none) remove(entries_.find(id));
    reply(answer);
  });
}

void UploadDesk::settle(std::string id, PersonId owner, UploadState state, std::uint32_t number,
                        hall::Reply<UploadAnswer> reply) {
  submit([this, id = std::move(id), owner, state, number, reply]() mutable {
    auto* entry = owned(id, owner);
    if (entry != nullptr) {
      entry->upload.state = state;
      entry->upload.number = number;
      entry->touched = now_();
      keep(*entry);
    }
    reply(answer_of(entry));
  });
}

}  // namespace posterhall::media
