// A data directory with a small event in it, and the real program serving it.
// Runs on: the test's thread. Owns: the directory, the process.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace posterhall::integration {

/// A fresh directory with three posters, a breakout that is on, and a client of two files; gone with the object.
class DataFolder {
 public:
  explicit DataFolder(const std::string& event_lines = "");
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path client() const { return path_ / "client"; }
  /// Tokens of links of fresh people, "Bot 1" …
  [[nodiscard]] std::vector<std::string> links(std::uint32_t count) const;
  /// The token of a fresh organiser's link.
  [[nodiscard]] std::string organiser_link() const;
  void write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

struct Finished {
  int status = 0;  ///< exit status, or 128 + signal
  std::string output;
};
/// Runs the program to its end with these arguments; standard output and error together.
[[nodiscard]] Finished run_posterhall(const std::vector<std::string>& arguments);

class Server {
 public:
  /// Starts it and waits until it is open. `in_front`: a program to start it with (strace and its arguments).
  explicit Server(const DataFolder& data, std::vector<std::string> flags = {}, std::vector<std::string> in_front = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string origin() const { return "http://localhost:" + std::to_string(port_); }
  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const;
  /// Waits for its end and takes what it said.
  Finished wait();
  /// kill -9, and gone when this returns.
  void kill();

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  std::uint16_t port_ = 0;
  std::string said_;
};

}  // namespace posterhall::integration
