#include "tools/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "tools/audit_command.hpp"
#include "tools/backup_command.hpp"
#include "tools/check_command.hpp"
#include "tools/database_flag.hpp"
#include "tools/export_command.hpp"
#include "tools/figures_command.hpp"
#include "tools/import/fault.hpp"
#include "tools/import_command.hpp"
#include "tools/invite_command.hpp"
#include "tools/map_command.hpp"
#include "tools/poster_command.hpp"
#include "tools/toml_reader.hpp"

namespace posterhall::tools {
namespace {

CLI::Option* add_data(CLI::App& command, std::string& data) {
  return command.add_option("--data", data, "the event's data directory")->required()->type_name("DIR");
}

/// --data, and where the store is if not in it.
CLI::Option* add_data(CLI::App& command, std::string& data, std::string& database) {
  add_database(command, database);
  return add_data(command, data);
}

void add_import(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ImportOptions>();
  auto& command = *app.add_subcommand("import", "posters in, hall out: reads a list of posters into a data directory");
  command
      .add_option("FILE", options->file,
                  "the list: our CSV or JSON, MiniConf's papers.csv, or a programme: frab (pretalx) as XML or "
                  "JSON, iCalendar")
      ->type_name("");
  add_data(command, options->data, options->database)
      ->description("the event's data directory, made if it is not there");
  command
      .add_option("--format", options->format,
                  "auto, csv, json, miniconf, frab, frab-json or ics (auto looks into the file)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"auto", "csv", "json", "miniconf", "frab", "frab-json", "ics"}));
  command
      .add_option("--event", options->event,
                  "an event.toml, copied into DIR; without it DIR's own counts, else the "
                  "one beside FILE is copied")
      ->type_name("FILE");
  command.add_flag("--dry-run", options->dry_run, "show what would change, change nothing");
  command.add_flag("--remove", options->remove,
                   "take posters out that are not in FILE; without it they are listed and "
                   "stay");
  command.add_flag("--remove-used", options->remove_used,
                   "with --remove: also those with invited authors, questions or "
                   "saves");
  command.add_flag("--undo", options->undo, "take the last import back (without FILE); again for the one before");
  command.add_flag("--relayout", options->relayout, "lay the hall out anew: posters get other booths");
  command.add_flag("--json", options->json, "one JSON object instead of words");
  command.footer(
      "All or nothing: with a fault in FILE nothing is imported. Importing again changes only what changed, and moves "
      "no "
      "poster.\nPictures are taken from posters/ID.pdf (or png, jpg, jpeg, webp) beside FILE and in DIR. Works beside "
      "a "
      "running server.\nExit code: 0 done, 1 faults, 2 wrong use.\n\n"
      "  posterhall import posters.csv --data my-event --dry-run\n"
      "  posterhall import posters.csv --data my-event\n"
      "  posterhall import schedule.xml --data my-event --dry-run\n"
      "  posterhall import --undo --data my-event");
  command.callback([options, &exit_code] { exit_code = run_import(*options, std::cout, std::cerr); });
}

void add_invite_person(CLI::App& command, InviteOptions& options) {
  const char* group = "One person";
  command.add_option("--name", options.name, "as on the name tag")->type_name("NAME")->group(group);
  command.add_option("--email", options.email, "whom the invitation is for; known again by it")
      ->type_name("EMAIL")
      ->group(group);
  command.add_option("--short-name", options.short_name, "at most 16 characters")->type_name("NAME")->group(group);
  command.add_option("--affiliation", options.affiliation, "university, company, project")
      ->type_name("TEXT")
      ->group(group);
  command
      .add_option("--role", options.role,
                  "attendee, author, host, moderator or organiser; being on a poster makes an "
                  "author, a host must be on a poster")
      ->type_name("ROLE")
      ->group(group);
  command.add_option("--poster", options.posters, "the id of a poster the person presents; once for each")
      ->type_name("ID")
      ->allow_extra_args(false)
      ->group(group);
}

void add_invite(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<InviteOptions>();
  auto& command = *app.add_subcommand("invite", "personal links: makes, renews, revokes and lists invitations");
  add_data(command, options->data, options->database);
  add_invite_person(command, *options);
  const char* group = "Or one of these";
  command
      .add_option("--from", options->from,
                  "a list: name,email[,short_name,affiliation,role,posters], posters by \";\"; "
                  "prints CSV name,email,link")
      ->type_name("FILE")
      ->group(group);
  command.add_option("--renew", options->renew, "a new link for somebody who lost theirs; the old one ends")
      ->type_name("EMAIL")
      ->group(group);
  command.add_option("--revoke", options->revoke, "end a link and every device it opened")
      ->type_name("EMAIL")
      ->group(group);
  command.add_flag("--missing", options->missing, "list the posters no author is invited for")->group(group);
  command.add_flag("--list", options->list, "list who is invited")->group(group);
  command.add_option("--bots", options->bots)->group("");
  command
      .add_option("--public-url", options->public_url,
                  "the address in links, as https://hall.example.org (event.toml "
                  "may say it); without one the links are for this machine only")
      ->type_name("URL");
  command.add_option("--port", options->port, "the port in localhost links (8080)")
      ->type_name("PORT")
      ->check(CLI::Range(1, 65535));
  command.add_option("--days", options->days, "a link works so many days (400)")
      ->type_name("DAYS")
      ->check(CLI::Range(1, 3650));
  command.add_flag("--json", options->json, "one JSON object instead of words");
  command.footer(
      "A link is shown once, when it is made: the store keeps only its hash. Inviting somebody again brings the row up "
      "to "
      "date;\nwhat is given replaces what was there, what is not given stays. Works beside a running server.\n"
      "Exit code: 0 done, 1 faults (nobody was invited), 2 wrong use.\n\n"
      "  posterhall invite --data my-event --name \"Amara Okafor\" --email amara@example.org --poster D4\n"
      "  posterhall invite --data my-event --from people.csv --public-url https://hall.example.org > links.csv\n"
      "  posterhall invite --data my-event --renew amara@example.org");
  command.callback([options, &exit_code] { exit_code = run_invite(*options, std::cout, std::cerr); });
}

void add_map(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<MapOptions>();
  auto& command = *app.add_subcommand("map", "writes the hall as a Tiled map, with its tileset picture beside it");
  add_data(command, options->data, options->database);
  command.add_option("--out", options->out, "the map to write, as hall.tmj")->required()->type_name("FILE");
  command.footer("  posterhall map --data my-event --out hall.tmj");
  command.callback([options, &exit_code] { exit_code = run_map(*options, std::cout, std::cerr); });
}

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  auto& command = *app.add_subcommand("check", "says what is missing or unsound in a data directory");
  add_data(command, options->data, options->database);
  command.add_flag("--json", options->json, "one JSON object instead of words");
  command.footer("Changes nothing. Exit code: 0 sound (something may be missing), 1 unsound, 2 wrong use.");
  command.callback([options, &exit_code] { exit_code = run_check(*options, std::cout, std::cerr); });
}

void add_export(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExportOptions>();
  auto& command =
      *app.add_subcommand("export", "writes posters, people, questions, the programme or figures to a file");
  add_data(command, options->data, options->database);
  command.add_option("WHAT,--what", options->what, "posters, people, questions, programme or figures")
      ->required()
      ->type_name("WHAT")
      ->check(CLI::IsMember({"posters", "people", "questions", "programme", "figures"}));
  command.add_option("--format", options->format, "csv or json; for the programme also ics, frab or frab-json (csv)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"csv", "json", "ics", "frab", "frab-json"}));
  command.add_option("--out", options->out, "the file to write; without it, to the terminal")->type_name("FILE");
  command.footer(
      "CSV cells that a spreadsheet would run as a formula get an apostrophe before them; import takes it off again.\n"
      "Times are written in the event's time zone with their offset.\n\n"
      "  posterhall export questions --data my-event --out questions.csv\n"
      "  posterhall export programme --format ics --data my-event --out programme.ics");
  command.callback([options, &exit_code] { exit_code = run_export(*options, std::cout, std::cerr); });
}

void add_backup(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<BackupOptions>();
  auto& command = *app.add_subcommand("backup", "writes a data directory into one file, beside a running server");
  add_data(command, options->data, options->database);
  command.add_option("--out", options->out, "the file to write; there must be none of this name yet")
      ->required()
      ->type_name("FILE");
  command.footer(
      "The store as it is at one moment, event.toml and the poster files, sealed with a checksum. Places people stand "
      "at are not in it.\nThe file holds names and e-mail addresses: keep it as you keep the guest list. It is a tar "
      "archive: tar tvf FILE\n\n"
      "  posterhall backup --data my-event --out my-event-tuesday.tar");
  command.callback([options, &exit_code] { exit_code = run_backup(*options, std::cout, std::cerr); });
}

void add_restore(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RestoreOptions>();
  auto& command = *app.add_subcommand("restore", "makes a data directory from a backup");
  command.add_option("FILE", options->file, "what `posterhall backup` wrote")->required()->type_name("");
  add_data(command, options->data)->description("the directory to fill, made if it is not there; it must be empty");
  command.footer(
      "All or nothing: a damaged file is refused as a whole. Roles, links and bans hold as they were; sessions and "
      "tickets of then end.\n\n"
      "  posterhall restore my-event-tuesday.tar --data my-event-again");
  command.callback([options, &exit_code] { exit_code = run_restore(*options, std::cout, std::cerr); });
}

/// A sentence if a word stands where a command has to and is none; CLI11 itself only says that one is missing.
std::string unknown_command(const CLI::App& app, const std::vector<std::string>& words) {
  const CLI::App* at = &app;
  std::string path = "posterhall";
  for (const auto& word : words) {
    const auto commands = at->get_subcommands([](const CLI::App*) { return true; });
    if (commands.empty() || word.starts_with('-')) return {};
    std::vector<std::string> known;
    for (const CLI::App* command : commands) known.push_back(command->get_name());
    const auto found = std::find(known.begin(), known.end(), word);
    if (found == known.end()) {
      const auto near = nearest_word(word, known);
      return in_quotes(word) + " is no command of " + path +
             (near ? "; did you mean " + *near + "?" : "; " + path + " --help lists them");
    }
    at = commands[static_cast<std::size_t>(found - known.begin())];
    path += " " + word;
  }
  return {};
}

}  // namespace

void add_tool_commands(CLI::App& app, int& exit_code) {
  add_import(app, exit_code);
  add_invite(app, exit_code);
  add_map(app, exit_code);
  add_check(app, exit_code);
  add_export(app, exit_code);
  add_backup(app, exit_code);
  add_restore(app, exit_code);
  add_audit_command(app, exit_code);
  add_figures_command(app, exit_code);
  add_poster_command(app, exit_code);
}

int run_command_line(CLI::App& app, const std::vector<std::string>& words, const int& exit_code) {
  if (words.empty()) {
    std::cerr << app.help();
    return 2;
  }
  if (const auto sentence = unknown_command(app, words); !sentence.empty()) {
    std::cerr << sentence << "\n";
    return 2;
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& stop) {
    return app.exit(stop) == 0 ? 0 : 2;
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << "\n";
    return 1;
  }
  return exit_code;
}

}  // namespace posterhall::tools
