#include "main/serve_command.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "main/configuration.hpp"
#include "main/serve.hpp"
#include "tools/event_file.hpp"

namespace posterhall {
namespace {

namespace fs = std::filesystem;

struct Flags {
  std::map<std::string, std::string> values;  ///< setting → as given
  bool print = false;
  bool check = false;
};

std::string flag_name(std::string_view setting) {
  std::string out = "--";
  for (const char c : setting) out.push_back(c == '_' ? '-' : c);
  return out;
}

ConfigurationLayer flag_layer(const CLI::App& command, const Flags& flags) {
  ConfigurationLayer layer{"flags", {}};
  for (const auto& [name, value] : flags.values) {
    if (command.get_option(flag_name(name))->count() > 0) layer.values.emplace_back(name, value);
  }
  return layer;
}

/// The data directory has to be known before its event.toml can be read.
fs::path data_directory(const ConfigurationLayer& environment, const ConfigurationLayer& flags) {
  fs::path data = Configuration{}.data;
  for (const auto* layer : {&environment, &flags}) {
    for (const auto& [name, value] : layer->values) {
      if (name == "data") data = value;
    }
  }
  return data;
}

ConfigurationLayer event_file_layer(const fs::path& file, std::vector<std::string>& faults) {
  ConfigurationLayer layer{file.string(), {}};
  const auto read = tools::read_event_file(file);
  for (const auto& fault : read.faults) {
    faults.push_back(file.string() + ":" + std::to_string(fault.line) + ": " +
                     (fault.key.empty() ? "" : fault.key + ": ") + fault.message);
  }
  if (!read.event.public_url.empty()) layer.values.emplace_back("public_url", read.event.public_url);
  layer.values.insert(layer.values.end(), read.server.begin(), read.server.end());
  return layer;
}

Configuration defaults() {
  Configuration configuration;
  std::error_code ignored;
  configuration.client = fs::read_symlink("/proc/self/exe", ignored).parent_path() / "client";
  return configuration;
}

int run(const CLI::App& command, const Flags& flags) {
  const auto environment = environment_layer([](const char* name) { return std::getenv(name); });
  const auto given = flag_layer(command, flags);
  std::vector<std::string> faults;
  const auto file = event_file_layer(data_directory(environment, given) / "event.toml", faults);
  auto outcome = configure(defaults(), {file, environment, given});
  faults.insert(faults.end(), outcome.faults.begin(), outcome.faults.end());
  for (const auto& fault : faults) std::cerr << fault << "\n";
  if (!faults.empty()) return 1;
  if (outcome.closed) {
    std::cerr << *outcome.closed << "\n";
    return 2;
  }
  if (outcome.warning) std::cerr << *outcome.warning << "\n";
  if (flags.print) std::cout << print_configuration(outcome);
  if (flags.check) std::cout << "The configuration is sound.\n";
  if (flags.print || flags.check) return 0;
  return serve(outcome.configuration);
}

}  // namespace

void add_serve_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("serve", "Open the hall and keep it open");
  const auto flags = std::make_shared<Flags>();
  for (const auto& setting : setting_names()) {
    const std::string name{setting.name};
    if (name == "insecure_http" || name == "test_echo") {
      command->add_flag_callback(
          flag_name(name), [flags, name] { flags->values[name] = "true"; }, std::string{setting.help});
    } else {
      command->add_option(flag_name(name), flags->values[name], std::string{setting.help});
    }
  }
  command->add_flag("--print-config", flags->print, "Print every setting with its source, and stop");
  command->add_flag("--check-config", flags->check, "Say what is wrong with the settings, and stop");
  command->footer(
      "Settings come from DATA/event.toml ([server]), then POSTERHALL_… in the environment, then flags; the last one "
      "wins.");
  command->callback([command, flags, &exit_code] { exit_code = run(*command, *flags); });
}

}  // namespace posterhall
