#include "tools/figures_command.hpp"

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>

#include "tools/data_folder.hpp"
#include "tools/database_flag.hpp"

namespace posterhall::tools {

int run_figures_close(const std::string& data, const std::string& place, std::ostream& out) {
  using std::chrono::duration_cast;
  const auto now = duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
  const auto database = open_existing(data, place);
  const bool closed = need(database->close_figures(now.count()), data + ": the figures cannot be closed");
  out << (closed
              ? "Closed: the keys are destroyed. How many people came to each poster stays known; whether somebody "
                "was among them cannot be found out any more. Backups made before still hold the keys: delete them.\n"
              : "They were closed before.\n");
  return 0;
}

void add_figures_command(CLI::App& app, int& exit_code) {
  auto& figures = *app.add_subcommand("figures", "how many visited, read and asked at each poster");
  figures.require_subcommand(1);
  auto data = std::make_shared<std::string>();
  auto& close = *figures.add_subcommand(
      "close", "after the event: destroys the keys by which different visitors are told apart, for good");
  close.add_option("--data", *data, "the event's data directory")->required()->type_name("DIR");
  close.footer(
      "Works beside a running server. Visits, reads and questions go on being counted, different people do not.\n"
      "The figures themselves: posterhall export figures.\n\n"
      "  posterhall figures close --data my-event");
  const auto place = add_database(close);
  close.callback([data, place, &exit_code] { exit_code = run_figures_close(*data, *place, std::cout); });
}

}  // namespace posterhall::tools
