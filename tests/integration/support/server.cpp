#include "integration/support/server.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "contract/postgres_server.hpp"
#include "integration/support/patience.hpp"
#include "tools/bots.hpp"

extern char** environ;

namespace posterhall::integration {
namespace {

namespace fs = std::filesystem;

/// A local date-time of TOML, so many minutes from now, in UTC.
std::string in_minutes(int minutes) {
  const std::time_t when = std::time(nullptr) + minutes * 60;
  std::tm parts{};
  ::gmtime_r(&when, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts)};
}

std::string event_file(const std::string& more) {
  return "[event]\nname = \"Integration Day\"\nedition = \"1\"\ntime_zone = \"UTC\"\ncontact = \"x@example.org\"\n" +
         more +
         "\n[[room]]\nname = \"Breakout 1\"\ncapacity = 2\n\n[[session]]\nid = \"b1\"\ntitle = \"A breakout\"\n" +
         "kind = \"breakout\"\nroom = \"Breakout 1\"\nstart = " + in_minutes(-5) + "\nend = " + in_minutes(35) + "\n";
}

/// With POSTERHALL_TEST_POSTGRES in the environment every event is in a PostgreSQL of the test's own.
std::string database_lines() {
  if (std::getenv("POSTERHALL_TEST_POSTGRES") == nullptr) return {};
  return "\n[server]\ndatabase = \"" + store_test::PostgresServer::shared().fresh() + "\"\n";
}

struct Process {
  pid_t pid = -1;
  int output = -1;
};

Process start(std::vector<std::string> arguments) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[1], 1);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[1], 2);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  Process process;
  const int failed = ::posix_spawnp(&process.pid, argv.front(), &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  if (failed != 0) throw std::runtime_error("cannot start " + arguments.front());
  process.output = pipe[0];
  return process;
}

/// Reads what has come; false at the end.
bool read_some(int fd, std::string& into, std::chrono::steady_clock::time_point until) {
  pollfd waiting{fd, POLLIN, 0};
  if (::poll(&waiting, 1, milliseconds_until(until)) <= 0) throw std::runtime_error("no word from the server: " + into);
  std::array<char, 4096> piece{};
  const ssize_t count = ::read(fd, piece.data(), piece.size());
  if (count <= 0) return false;
  into.append(piece.data(), static_cast<std::size_t>(count));
  return true;
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

DataFolder::DataFolder(const std::string& event_lines) {
  std::string name = (fs::temp_directory_path() / "posterhall-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = name;
  fs::create_directories(client() / "assets");
  write("event.toml", event_file(event_lines) + database_lines());
  write("posters.csv",
        "id,title,authors,summary,category,link,booth\r\n"
        "one,Tides from phones,Amara Okafor,About coasts,Earth,,A1\r\n"
        "two,Quiet compilers,Bo Lindqvist,About code,Tools,,B2\r\n"
        "three,Maps of Schr\xc3\xb6"
        "dinger,In\xc3\xaas Carvalho,About cats,Earth,,C3\r\n");
  write("client/index.html", "<!doctype html><title>Hall</title><div id=app></div>");
  write("client/assets/main-1a2b.js", "console.log('a client of a test');");
  write("client/assets/main-1a2b.js.br", "not really brotli");
  const auto imported = run_posterhall({"import", (path_ / "posters.csv").string(), "--data", path_.string()});
  if (imported.status != 0) throw std::runtime_error("import: " + imported.output);
}

DataFolder::~DataFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> DataFolder::links(std::uint32_t count) const { return tools::mint_bot_links(path_, count, 7); }

std::string DataFolder::organiser_link() const {
  const auto invited = run_posterhall({"invite", "--data", path_.string(), "--name", "Wairimu Gathoni", "--email",
                                       "wairimu@example.org", "--role", "organiser"});
  const std::string before = "/join#";
  const auto at = invited.output.find(before);
  if (invited.status != 0 || at == std::string::npos) throw std::runtime_error("invite: " + invited.output);
  const auto from = at + before.size();
  return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
}

void DataFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name, std::ios::binary) << text;
}

Finished run_posterhall(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {POSTERHALL_BINARY};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const auto process = start(std::move(all));
  Finished finished;
  while (read_some(process.output, finished.output, give_up_at())) {
  }
  ::close(process.output);
  finished.status = wait_for(process.pid);
  return finished;
}

Server::Server(const DataFolder& data, std::vector<std::string> flags, std::vector<std::string> in_front) {
  std::vector<std::string> all = std::move(in_front);
  const std::vector<std::string> own = {POSTERHALL_BINARY,    "serve",    "--data",
                                        data.path().string(), "--client", data.client().string()};
  all.insert(all.end(), own.begin(), own.end());
  if (std::ranges::find(flags, "--listen") == flags.end()) all.insert(all.end(), {"--listen", "127.0.0.1:0"});
  all.insert(all.end(), flags.begin(), flags.end());
  const auto process = start(std::move(all));
  pid_ = process.pid;
  output_ = process.output;
  const bool public_url = std::ranges::find(flags, "--public-url") != flags.end();
  const std::string open = public_url ? "Listening at http://localhost:" : "Posterhall is open at http://localhost:";
  const auto until = give_up_at();
  std::size_t at = std::string::npos;
  while ((at = said_.find(open)) == std::string::npos || said_.find('\n', at) == std::string::npos) {
    if (!read_some(output_, said_, until)) throw std::runtime_error("the server did not open: " + said_);
  }
  port_ = static_cast<std::uint16_t>(std::stoi(said_.substr(at + open.size())));
}

Server::~Server() {
  if (pid_ > 0) kill();
  if (std::uncaught_exceptions() > 0) std::cerr << "the server had said:\n" << said_;
}

void Server::signal(int number) const { (void)::kill(pid_, number); }

Finished Server::wait() {
  Finished finished;
  while (read_some(output_, said_, give_up_at())) {
  }
  finished.output = said_;
  ::close(output_);
  finished.status = wait_for(pid_);
  pid_ = -1;
  return finished;
}

void Server::kill() {
  signal(SIGKILL);
  (void)wait();
}

}  // namespace posterhall::integration
