// A real PostgreSQL of the test's own: made in a temporary directory, reached by a socket in it, gone with the object.
// PostgreSQL does not run as root, so a test that does starts it as the user postgres. It is told not to wait for the
// disk (fsync = off): these tests are about what is stored, not about power cuts, and are the same without.
// Runs on: the test's thread. Owns: the directory, the process.
#pragma once

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "store/postgres.hpp"

namespace posterhall::store_test {

class PostgresServer {
 public:
  PostgresServer() {
    std::string name = (std::filesystem::temp_directory_path() / "posterhall-pg-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    folder_ = name;
    if (const auto* user = unprivileged(); user != nullptr) {
      if (chown(name.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown " + name);
    }
    run({program("initdb"), "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C", "--username=postgres",
         "--pgdata=" + data()});
    start();
  }
  ~PostgresServer() {
    stop(SIGQUIT);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  /// One for all tests of a program; each has a schema of its own in it.
  static PostgresServer& shared() {
    static PostgresServer server;
    return server;
  }

  void start() {
    pid_ = spawn({program("postgres"), "-D", data(), "-k", folder_, "-c", "listen_addresses=", "-c", "fsync=off", "-c",
                  "max_connections=200", "-c", "shared_buffers=32MB", "-c", "log_min_messages=fatal"});
    for (int tries = 0; !answers(); ++tries) {
      int status = 0;
      if (tries > 1500 || waitpid(pid_, &status, WNOHANG) == pid_) {
        throw std::runtime_error("PostgreSQL did not start; see " + folder_ + "/log");
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));  // until the state is there; it has no event
    }
  }
  /// SIGINT: connections are closed; SIGQUIT: as if it were killed.
  void stop(int signal) {
    if (pid_ <= 0) return;
    ::kill(pid_, signal);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

  [[nodiscard]] std::string admin() const { return "postgresql://postgres@/postgres?host=" + folder_; }
  /// The address of a fresh, empty schema.
  [[nodiscard]] std::string fresh() {
    const std::string name = "t" + std::to_string(getpid()) + "_" + std::to_string(++made_);
    run_sql("create schema " + name);
    return admin() + "&options=-csearch_path%3D" + name;
  }
  void run_sql(const std::string& sql) const {
    store::Postgres db({admin()});
    db.run(sql);
    if (db.failed()) throw std::runtime_error(sql + ": " + db.error_text());
  }

 private:
  [[nodiscard]] std::string data() const { return folder_ + "/data"; }

  [[nodiscard]] bool answers() const {
    try {
      const store::Postgres db({admin()});
      return true;
    } catch (const store::OpenFailed&) {
      return false;
    }
  }

  static const passwd* unprivileged() {
    if (geteuid() != 0) return nullptr;
    const auto* user = getpwnam("postgres");
    if (user == nullptr) user = getpwnam("nobody");
    return user;
  }

  /// Debian keeps them out of the path, by version.
  static std::string program(const std::string& name) {
    std::vector<std::string> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", error)) {
      const auto path = entry.path() / "bin" / name;
      if (std::filesystem::exists(path, error)) found.push_back(path.string());
    }
    if (found.empty()) throw std::runtime_error(name + " is missing: apt-get install postgresql-15");
    return *std::max_element(found.begin(), found.end());
  }

  [[nodiscard]] pid_t spawn(const std::vector<std::string>& words) const {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto* user = unprivileged();
    const std::string log = folder_ + "/log";
    const pid_t pid = fork();
    if (pid != 0) return pid;
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(out, 1);
    dup2(out, 2);
    if (user != nullptr && (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) {
      _exit(126);
    }
    prctl(PR_SET_PDEATHSIG, SIGQUIT);  // a test that crashes leaves none behind
    if (chdir("/") != 0) _exit(126);
    execv(arguments.front(), arguments.data());
    _exit(127);
  }

  void run(const std::vector<std::string>& words) const {
    int status = 0;
    if (waitpid(spawn(words), &status, 0) < 0 || status != 0) {
      throw std::runtime_error(words.front() + " failed; see " + folder_ + "/log");
    }
  }

  std::string folder_;
  pid_t pid_ = -1;
  int made_ = 0;
};

}  // namespace posterhall::store_test
