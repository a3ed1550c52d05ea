#include "media/limited_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <thread>

#include "media/no_network.hpp"

namespace posterhall::media {
namespace {

constexpr int kTimedOut = 124;         // timeout(1)'s own code
constexpr int kKilledAfterTime = 137;  // 128 + SIGKILL, when timeout(1) had to kill

/// setpriv … timeout -s KILL … setpriv … prlimit … -- command: the limits are in force before the program's first
/// instruction, and it ends with whoever waits for it, also when that is killed.
std::vector<std::string> wrapped(const std::vector<std::string>& command, const ProcessLimits& limits) {
  const std::vector<std::string> ends_with_parent{find_program("setpriv"), "--pdeathsig", "KILL", "--"};
  std::vector<std::string> all = ends_with_parent;
  all.insert(all.end(), {find_program("timeout"), "--signal=KILL", std::to_string(limits.seconds * limits.patience)});
  all.insert(all.end(), ends_with_parent.begin(), ends_with_parent.end());
  all.insert(all.end(), {find_program("prlimit"), "--cpu=" + std::to_string(limits.seconds),
                         "--as=" + std::to_string(limits.memory), "--fsize=" + std::to_string(limits.file_size),
                         "--nofile=64", "--core=0", "--"});
  all.insert(all.end(), command.begin(), command.end());
  return all;
}

/// Closed input, output to nowhere or a file of the folder, nothing else inherited.
class SpawnActions {
 public:
  SpawnActions(const std::filesystem::path& folder, const std::string& output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
    posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, 1, output.empty() ? "/dev/null" : output.c_str(),
                                     O_WRONLY | (output.empty() ? 0 : O_CREAT | O_TRUNC), 0600);
    posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
  }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

int wait_for_end(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return status;
}

/// On a thread of its own, which is confined and set back in the queue for the processor: its child inherits both.
ProcessEnd run_confined(const std::vector<char*>& arguments, const std::vector<char*>& environment,
                        const SpawnActions& actions, const ChildTerms& terms) {
  if (terms.nice > 0) (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), terms.nice);
  if (!forbid_network()) return ProcessEnd::not_started;
  pid_t child = 0;
  if (posix_spawn(&child, arguments[0], actions.get(), nullptr, arguments.data(), environment.data()) != 0) {
    return ProcessEnd::not_started;
  }
  if (terms.stop != nullptr) terms.stop->started(child);
  const int status = wait_for_end(child);
  if (terms.stop != nullptr) {
    terms.stop->ended(child);
    if (terms.stop->stopped()) return ProcessEnd::not_started;  // says nothing about the file
  }
  if (status < 0) return ProcessEnd::failed;
  if (WIFSIGNALED(status)) return ProcessEnd::timed_out;  // timeout(1) dies with its group
  const int code = WEXITSTATUS(status);
  if (code == kTimedOut || code == kKilledAfterTime) return ProcessEnd::timed_out;
  return code == 0 ? ProcessEnd::succeeded : ProcessEnd::failed;
}

}  // namespace

std::string find_program(const std::string& name) {
  for (const auto* folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"}) {
    auto path = folder + name;
    if (access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

ProcessEnd run_limited(const std::vector<std::string>& command, const std::filesystem::path& folder,
                       const ProcessLimits& limits) {
  for (const auto* needed : {"setpriv", "timeout", "prlimit"}) {
    if (find_program(needed).empty()) return ProcessEnd::not_started;
  }
  auto words = wrapped(command, limits);
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  // One thread a program, and libvips' loaders that are not made for hostile files switched off.
  std::string home = "HOME=" + folder.string();
  std::string temporary = "TMPDIR=" + folder.string();
  std::array<std::string, 4> fixed{"PATH=/usr/bin:/bin", "LC_ALL=C", "VIPS_CONCURRENCY=1", "VIPS_BLOCK_UNTRUSTED=1"};
  std::vector<char*> environment{home.data(), temporary.data()};
  for (auto& variable : fixed) environment.push_back(variable.data());
  environment.push_back(nullptr);

  const SpawnActions actions(folder, limits.output);
  auto end = ProcessEnd::not_started;
  std::thread([&] { end = run_confined(arguments, environment, actions, limits.terms); }).join();
  return end;
}

}  // namespace posterhall::media
