#include "tools/poster_command.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "media/converter.hpp"
#include "store/poster_files.hpp"
#include "text/text.hpp"
#include "tools/data_folder.hpp"
#include "tools/database_flag.hpp"
#include "tools/import/fault.hpp"
#include "tools/import/moment.hpp"
#include "tools/poster_intake.hpp"
#include "tools/time_zone.hpp"
#include "wire/api.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr double kSmallType = 18;  ///< points: below it few can read a poster on a laptop
constexpr std::uint32_t kTileBatch = 100'000;
constexpr std::size_t kMostNote = 200;

/// "4.1" for tenths, "24" for whole ones.
std::string number(double value) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), value == std::floor(value) ? "%.0f" : "%.1f", value);
  return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

std::string megabytes(std::uint32_t bytes) {
  return bytes < 100'000 ? grouped((bytes + 999) / 1000) + " kB" : number(bytes / 1e5 / 10.0) + " MB";
}

/// One command on one event; throws ToolFailed with what a person should know.
class Desk {
 public:
  explicit Desk(const PosterOptions& options)
      : options_(options), dir_(options.data), database_(open_existing(dir_, options.database)) {}

  [[nodiscard]] store::PosterDesk& posters() { return database_->posters(); }
  [[nodiscard]] const fs::path& dir() const { return dir_; }
  [[nodiscard]] store::CatalogueState state() {
    return need(database_->catalogue().load(), dir_.string() + ": the posters cannot be read");
  }

  domain::Poster find_poster() {
    const auto all = state();
    for (const auto& poster : all.catalogue.posters) {
      if (poster.id == options_.id) return poster;
    }
    const auto* found = wire::find_poster(all.catalogue, options_.id);
    if (found == nullptr) {
      throw ToolFailed("no poster has the id " + in_quotes(options_.id) + "; posterhall export posters --data " +
                       dir_.string() + " lists them");
    }
    return *found;
  }

  [[nodiscard]] std::string note() const {
    const auto note = text::clean_line(options_.note, kMostNote);
    if (!note) throw ToolFailed("--note is one line of at most 200 characters");
    return *note;
  }

  hall::PutUpAnswer put_up(const hall::PutUp& wanted) {
    return need(posters().put_up(wanted, system_now()), options_.id + ": could not be put up");
  }

 private:
  const PosterOptions& options_;
  fs::path dir_;
  std::unique_ptr<store::Database> database_;
};

/// The file converted with its tiles, or known; throws with the reason.
hall::ConvertedFile converted(Desk& desk, const fs::path& file) {
  const auto hash = store::hash_file(file);
  const auto fail = [&file](const std::string& why) { throw ToolFailed(file.string() + " " + why); };
  if (!hash) fail("cannot be read; check that it is a file and readable");
  const auto known = desk.posters().find_conversion(*hash);
  const bool remembered = known && *known && is_current(desk.dir(), **known);
  Intake intake;
  if (remembered) {
    intake.converted = **known;
  } else {
    intake = take_in_poster(desk.dir(), file, *hash);
    if (intake.remember) (void)desk.posters().keep_conversion(intake.converted);
  }
  auto& result = intake.converted;
  if (!result.refused.empty()) fail(result.refused);
  if (result.file.tiles_hash.empty()) {
    if (const auto why = add_tiles(desk.dir(), result.file); !why.empty()) fail(why);
    (void)need(desk.posters().keep_conversion(result), desk.dir().string() + ": could not be kept");
  }
  return result;
}

std::string put_words(const domain::Poster& poster, const hall::ConvertedFile& result,
                      const hall::PutUpAnswer& answer) {
  const auto version = "version " + std::to_string(answer.version);
  std::string words = poster.id + ": ";
  words += answer.was_live ? "this file is live already, as " + version + ".\n" : version + " is live.\n";
  const auto& file = result.file;
  words += "  " + file.file_type + ", " + megabytes(file.bytes) + ", zooms to " + grouped(file.full_width) + " x " +
           grouped(file.full_height) + " pixels\n";
  if (file.pages > 1) words += "  It has " + std::to_string(file.pages) + " pages; the first one is shown.\n";
  if (!file.has_text) {
    words +=
        "  It has no text that can be searched or read aloud: the summary stands in until its author writes one.\n";
  } else if (file.smallest_type_pt > 0) {
    words += "  Smallest type: " + number(file.smallest_type_pt) + " pt.";
    if (file.smallest_type_pt < kSmallType) words += " On a laptop few will read it.";
    words += "\n";
  }
  return words;
}

/// "2026-04-20 22:40 UTC".
std::string time_words(UnixMs at) {
  using std::chrono::floor;
  const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(at)};
  const auto day = floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const auto minutes = floor<std::chrono::minutes>(time - day).count();
  std::array<char, 64> text{};
  const int size =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02d:%02d UTC", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
  return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

/// Runs a command; a reason why not is one line on `err`.
template <class Command>
int told(std::ostream& err, Command command) {
  try {
    command();
    return kDone;
  } catch (const std::runtime_error& failure) {  // ToolFailed, or a directory that cannot be opened
    err << failure.what() << "\n";
  }
  return kFailed;
}

UnixMs moment_in(const std::string& text, const std::string& zone_name) {
  if (text == "never") return 0;
  auto given = text;
  if (given.size() == std::string_view("2026-04-20 20:00").size()) given += ":00";
  const auto moment = moment_of(given);
  if (!moment) throw ToolFailed("write the time as \"2026-04-20 20:00\", in the event's time zone, or \"never\"");
  if (moment->at) return *moment->at;
  const auto zone = TimeZone::load(zone_name.empty() ? "UTC" : zone_name);
  if (!zone) throw ToolFailed("the event has no time zone; write it in event.toml, or the time with its offset");
  return zone->to_unix(moment->local);
}

}  // namespace

int run_poster_put(const PosterOptions& options, std::ostream& out, std::ostream& err) {
  return told(err, [&] {
    if (const auto packages = media::missing_packages(); !packages.empty()) {
      throw ToolFailed("programs to convert posters are missing; apt-get install " + packages);
    }
    Desk desk(options);
    const auto poster = desk.find_poster();
    const auto note = desk.note();
    const fs::path file = options.file;
    const auto result = converted(desk, file);
    const auto answer = desk.put_up(
        {poster.key, result.file.file_hash, printable(file.filename().string()), note, PersonId{}, false, 0});
    out << put_words(poster, result, answer);
  });
}

int run_poster_versions(const PosterOptions& options, std::ostream& out, std::ostream& err) {
  return told(err, [&] {
    Desk desk(options);
    const auto poster = desk.find_poster();
    const auto history = need(desk.posters().history(poster.key), options.data + ": the versions cannot be read");
    if (history.versions.empty()) out << poster.id << ": no file was put up yet.\n";
    for (const auto& version : history.versions) {
      out << "version " << version.version << (&version == &history.versions.front() ? " (live)" : "") << "  "
          << time_words(version.at) << "  " << (version.name.empty() ? version.file.file_type : version.name);
      if (version.file.bytes > 0) out << ", " << megabytes(version.file.bytes);
      if (version.file.smallest_type_pt > 0)
        out << ", smallest type " << number(version.file.smallest_type_pt) << " pt";
      if (version.same_as != 0) out << ", as version " << version.same_as;
      if (!version.note.empty()) out << ": " << version.note;
      out << "\n";
    }
  });
}

int run_poster_restore(const PosterOptions& options, std::ostream& out, std::ostream& err) {
  return told(err, [&] {
    Desk desk(options);
    const auto poster = desk.find_poster();
    const auto history = need(desk.posters().history(poster.key), options.data + ": the versions cannot be read");
    const bool there = std::any_of(history.versions.begin(), history.versions.end(),
                                   [&](const auto& one) { return one.version == options.version; });
    if (!there) {
      throw ToolFailed(poster.id + " has no version " + std::to_string(options.version) +
                       "; posterhall poster versions " + poster.id + " --data " + options.data + " lists them");
    }
    const auto answer = desk.put_up({poster.key, {}, {}, desk.note(), PersonId{}, false, options.version});
    out << poster.id << ": ";
    if (answer.was_live) {
      out << "the file of version " << options.version << " is live already.\n";
    } else {
      out << "version " << answer.version << " is live, with the file of version " << options.version << ".\n";
    }
  });
}

int run_poster_freeze(const PosterOptions& options, std::ostream& out, std::ostream& err) {
  return told(err, [&] {
    Desk desk(options);
    const auto at = moment_in(options.when, desk.state().catalogue.event.time_zone);
    (void)need(desk.posters().set_freeze(at, system_now()), options.data + ": could not be stored");
    if (at == 0) {
      out << "Authors may put files up at any time.\n";
    } else {
      out << "Authors put files up until " << time_words(at) << "; after that they ask an organiser.\n";
    }
  });
}

int run_poster_tiles(const PosterOptions& options, std::ostream& out, std::ostream& err) {
  return told(err, [&] {
    Desk desk(options);
    const auto hashes = need(desk.posters().untiled(kTileBatch), options.data + ": the posters cannot be read");
    std::size_t made = 0;
    for (const auto& hash : hashes) {
      auto known = need(desk.posters().find_conversion(hash), options.data + ": the posters cannot be read");
      const auto file = store::file_path(desk.dir(), hash);
      if (!known || !is_current(desk.dir(), *known)) known = take_in_poster(desk.dir(), file, hash).converted;
      const auto why = known->refused.empty() ? add_tiles(desk.dir(), known->file) : known->refused;
      if (!why.empty()) {
        err << file.string() << " " << why << "\n";
        continue;
      }
      (void)need(desk.posters().keep_conversion(*known), options.data + ": could not be kept");
      ++made;
    }
    if (made > 0) (void)desk.posters().announce({}, "tiles for " + counted(made, "poster", "posters"), system_now());
    out << (hashes.empty() ? std::string("Every poster has its tiles.")
                           : counted(made, "poster was", "posters were") + " cut into tiles.")
        << "\n";
  });
}

namespace {

CLI::App& add(CLI::App& parent, const char* name, const char* what, const std::shared_ptr<PosterOptions>& options) {
  auto& command = *parent.add_subcommand(name, what);
  command.add_option("--data", options->data, "the event's data directory")->required()->type_name("DIR");
  add_database(command, options->database);
  return command;
}

void add_id(CLI::App& command, PosterOptions& options) {
  command.add_option("ID", options.id, "the poster's id, or its booth's number")->required()->type_name("");
}

void add_note(CLI::App& command, PosterOptions& options) {
  command.add_option("--note", options.note, "what changed, for readers; one line")->type_name("TEXT");
}

using Run = int (*)(const PosterOptions&, std::ostream&, std::ostream&);
void run_with(CLI::App& command, const std::shared_ptr<PosterOptions>& options, int& exit_code, Run run) {
  command.callback([options, &exit_code, run] { exit_code = run(*options, std::cout, std::cerr); });
}

}  // namespace

void add_poster_command(CLI::App& app, int& exit_code) {
  auto& parent = *app.add_subcommand("poster", "a poster's file: put one up, list and bring back versions");
  parent.require_subcommand(1);
  const auto options = std::make_shared<PosterOptions>();
  auto& put = add(parent, "put", "puts a file up as the poster's newest version", options);
  add_id(put, *options);
  put.add_option("FILE", options->file, "PDF, PNG, JPEG or WebP, up to 50 MB and 100 megapixels")
      ->required()
      ->type_name("");
  add_note(put, *options);
  put.footer(
      "Works beside a running server, whose viewers swap within seconds. A file that cannot be a poster is refused "
      "with "
      "the reason and changes nothing.\nExit code: 0 live, 1 refused, 2 wrong use.\n\n"
      "  posterhall poster put D4 poster-final.pdf --data my-event --note \"larger type\"");
  run_with(put, options, exit_code, run_poster_put);
  auto& versions = add(parent, "versions", "lists what was put up, newest first", options);
  add_id(versions, *options);
  run_with(versions, options, exit_code, run_poster_versions);
  auto& restore = add(parent, "restore", "makes an earlier version's file the newest version", options);
  add_id(restore, *options);
  restore.add_option("VERSION", options->version, "its number")->required()->type_name("")->check(CLI::PositiveNumber);
  add_note(restore, *options);
  run_with(restore, options, exit_code, run_poster_restore);
  auto& freeze = add(parent, "freeze", "sets the time until which authors put files up themselves", options);
  freeze.add_option("WHEN", options->when, "\"2026-04-20 20:00\" in the event's time zone, or never")
      ->required()
      ->type_name("");
  run_with(freeze, options, exit_code, run_poster_freeze);
  auto& tiles =
      add(parent, "tiles", "cuts posters that have no tiles yet, as a running server does by itself", options);
  run_with(tiles, options, exit_code, run_poster_tiles);
}

}  // namespace posterhall::tools
