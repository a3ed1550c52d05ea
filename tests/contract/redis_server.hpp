// A Redis of the test's own: on a unix socket in a folder of its own, without a port, without a file.
// Runs on: the test's thread. Owns: the process, which ends with it.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace posterhall::tests {

class RedisServer {
 public:
  /// `more`: further words of its command line, as in {"--requirepass", "word"}.
  explicit RedisServer(std::vector<std::string> more = {}) : more_(std::move(more)) {
    (void)::signal(SIGPIPE, SIG_IGN);
    std::string name = (std::filesystem::temp_directory_path() / "posterhall-redis-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    folder_ = name;
    start();
  }
  ~RedisServer() {
    kill();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  RedisServer(const RedisServer&) = delete;
  RedisServer& operator=(const RedisServer&) = delete;

  [[nodiscard]] std::string socket() const { return (folder_ / "redis.sock").string(); }
  [[nodiscard]] std::string address() const { return "unix://" + socket(); }

  /// Returns when it answers.
  void start() {
    std::vector<std::string> words = {"redis-server", "--port", "0",     "--unixsocket",  socket(), "--save", "",
                                      "--appendonly", "no",     "--dir", folder_.string()};
    words.insert(words.end(), more_.begin(), more_.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ == 0) {
      const int nothing = ::open("/dev/null", O_RDWR);
      for (const int fd : {0, 1, 2}) (void)::dup2(nothing, fd);
      ::execvp(argv[0], argv.data());
      ::_exit(127);
    }
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!answers()) {
      int status = 0;
      if (::waitpid(pid_, &status, WNOHANG) == pid_) {
        pid_ = -1;
        throw std::runtime_error("redis-server did not start; it is in Debian's package redis-server");
      }
      if (std::chrono::steady_clock::now() > until) throw std::runtime_error("redis-server does not answer");
      std::this_thread::sleep_for(std::chrono::milliseconds(5));  // polls a state of another process
    }
  }
  /// kill -9, and gone when this returns.
  void kill() {
    if (pid_ <= 0) return;
    (void)::kill(pid_, SIGKILL);
    (void)::waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }
  void signal(int number) const { (void)::kill(pid_, number); }

  /// What redis-cli prints for these words of a shell ("GET key").
  [[nodiscard]] std::string cli(const std::string& words) const {
    return shell("redis-cli -s '" + socket() + "' " + words);
  }
  /// What a shell prints for a line.
  [[nodiscard]] static std::string shell(const std::string& line) {
    FILE* run = ::popen((line + " 2>&1").c_str(), "r");
    if (run == nullptr) throw std::runtime_error("popen");
    std::string said;
    std::array<char, 4096> piece{};
    while (std::fgets(piece.data(), piece.size(), run) != nullptr) said += piece.data();
    (void)::pclose(run);
    return said;
  }

 private:
  [[nodiscard]] bool answers() const {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    std::strncpy(where.sun_path, socket().c_str(), sizeof where.sun_path - 1);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the interface of sockets
    const bool there = ::connect(fd, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
    ::close(fd);
    return there;
  }

  std::vector<std::string> more_;
  std::filesystem::path folder_;
  pid_t pid_ = -1;
};

}  // namespace posterhall::tests
