// Uploads on the disk: DIR/uploads/ID holds the bytes that came, ID.info whose they are; both outlive the process, so
// that a resumed upload goes on where it was. A whole file goes to the conversion queue.
// Runs on: asked from the front, works on a thread of its own. Owns: that thread, the queue, the folder.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "base/bytes.hpp"
#include "hall/ports/poster_uploads.hpp"
#include "media/conversion_queue.hpp"

namespace posterhall::media {

class UploadDesk final : public hall::PosterUploads {
 public:
  UploadDesk(std::filesystem::path folder, ConversionWork work, std::size_t tile_lanes, std::function<UnixMs()> now);
  /// Answers what waits, then ends the thread.
  ~UploadDesk() override;

  void begin(hall::NewUpload wanted, hall::Reply<hall::UploadAnswer> reply) override;
  void write(std::string id, PersonId owner, std::uint32_t offset, std::string bytes,
             hall::Reply<hall::UploadAnswer> reply) override;
  void find(std::string id, PersonId owner, hall::Reply<hall::UploadAnswer> reply) override;
  void of_owner(PersonId owner, hall::Reply<std::vector<hall::Upload>> reply) override;
  void drop(std::string id, PersonId owner, hall::Reply<hall::UploadAnswer> reply) override;
  void settle(std::string id, PersonId owner, hall::UploadState state, std::uint32_t number,
              hall::Reply<hall::UploadAnswer> reply) override;

 private:
  struct Entry {
    hall::Upload upload;
    std::string sha256;
    UnixMs touched = 0;
    bool broken = false;  ///< whole, but not what was promised
  };
  using Entries = std::map<std::string, Entry>;

  void loop();
  void submit(std::function<void()> job);
  void read_folder();
  void read_entry(const std::filesystem::path& info);
  void keep(const Entry& entry) const;
  void remove(Entries::iterator entry);
  void forget_old();
  [[nodiscard]] Entry* owned(const std::string& id, PersonId owner);
  [[nodiscard]] hall::Upload shown(const Entry& entry) const;
  [[nodiscard]] hall::UploadAnswer answer_of(const Entry* entry) const;
  [[nodiscard]] hall::UploadAnswer begin_now(const hall::NewUpload& wanted);
  [[nodiscard]] hall::UploadAnswer write_now(const std::string& id, PersonId owner, std::uint32_t offset,
                                             const std::string& bytes);
  /// All bytes are here.
  void complete(Entry& entry);
  [[nodiscard]] std::filesystem::path bytes_of(const std::string& id) const { return folder_ / id; }

  const std::filesystem::path folder_;
  const std::function<UnixMs()> now_;
  ConversionQueue queue_;
  Entries entries_;  ///< the desk's thread alone
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace posterhall::media
