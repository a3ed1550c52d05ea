#include "main/ground_check.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "wire/backplane_message.hpp"

namespace posterhall {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".shared-";  // and the ground's folder mark

fs::path folder_of(const fs::path& data) { return data / "files"; }
fs::path mark_file(const fs::path& data, const std::string& mark) {
  return folder_of(data) / (std::string(kMark) + mark);
}

void forget_other_marks(const fs::path& data, const std::string& mark) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_of(data), error)) {
    const std::string name = entry.path().filename().string();
    std::error_code gone;  // another process may have been faster
    if (name.starts_with(kMark) && entry.path() != mark_file(data, mark)) fs::remove(entry.path(), gone);
  }
}

std::optional<std::string> clock_fault(UnixMs store, UnixMs own) {
  const std::int64_t apart = (own - store) / 1000;  // the store tells whole seconds
  if (apart <= kClocksApart.count() + 1 && apart >= -kClocksApart.count()) return std::nullopt;
  return "This machine's clock is " + std::to_string(apart < 0 ? -apart : apart) + " s " +
         (apart < 0 ? "behind" : "ahead of") + " the store's; tickets allow " + std::to_string(kClocksApart.count()) +
         " s. Set the clocks of all machines by the network (timedatectl set-ntp true), then start it again.";
}

}  // namespace

hall::CommonGround make_ground(const fs::path& data, const std::function<std::uint64_t()>& random) {
  std::array<char, 17> mark{};
  (void)std::snprintf(mark.data(), mark.size(), "%016llx", static_cast<unsigned long long>(random()));
  std::error_code error;
  fs::create_directories(folder_of(data), error);
  const fs::path file = mark_file(data, mark.data());
  if (error || !std::ofstream(file)) throw std::runtime_error("Cannot write " + file.string() + ".");
  return {mark.data(), wire::kBackplaneVersion};
}

std::optional<std::string> ground_fault(const hall::LeasedShards& leased, const hall::CommonGround& ours,
                                        const fs::path& data, UnixMs now) {
  if (auto fault = clock_fault(leased.now, now)) return fault;
  if (leased.ground.folder == ours.folder) {
    forget_other_marks(data, ours.folder);
    return std::nullopt;
  }
  std::error_code error;
  fs::remove(mark_file(data, ours.folder), error);
  if (leased.ground.version != ours.version) {
    return "Processes of this hall are running that speak version " + std::to_string(leased.ground.version) +
           " to each other; this program speaks version " + std::to_string(ours.version) +
           ". Start the program they are, or end them first.";
  }
  if (fs::exists(mark_file(data, leased.ground.folder), error)) return std::nullopt;
  return folder_of(data).string() +
         " is not the folder of poster files that the running processes of this hall share. Give all of them the same "
         "folder (a network file system) with --data, then start it again.";
}

}  // namespace posterhall
