#include "tools/import_command.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <unordered_map>

#include "store/catalogue_document.hpp"
#include "tools/data_folder.hpp"
#include "tools/event_starter.hpp"
#include "tools/import_report.hpp"
#include "tools/picture_intake.hpp"
#include "tools/programme_diff.hpp"
#include "tools/shift_names.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

constexpr int kDone = 0;
constexpr int kFaults = 1;
constexpr int kWrongUse = 2;
constexpr int kTries = 5;  ///< another import at the same moment: look again, this often

/// One run of `import FILE`.
class Import {
 public:
  Import(const ImportOptions& options, std::ostream& out, std::ostream& err)
      : options_(options), dir_(options.data), out_(out), err_(err) {}

  int run() {
    read_files();
    if (!report_.sound()) return tell(kFaults);
    if (!database_ && !options_.dry_run) database_ = open_or_make(dir_, place());
    for (int attempt = 0; attempt < kTries; ++attempt) {
      plan();
      if (options_.dry_run) return tell(kDone);
      if (apply()) return tell(kDone);
    }
    throw ToolFailed(dir_.string() + ": others are importing at the same time; import again");
  }

 private:
  /// event.toml and the list, each with the other's time zone to fall back on.
  void read_files() {
    choose_event_file();
    report_.event = read_event_file(event_source_);
    report_.event_path = event_source_.string();
    open();
    auto zone = report_.event.event.time_zone;
    if (zone.empty()) zone = imported_before_.event.time_zone;
    const auto format = import_format_of(options_.format).value_or(ImportFormat::automatic);
    report_.file = read_import_file(options_.file, format, zone);
    imported_ = imported_before_;
    const auto& said = report_.file;
    if (said.format == ImportFormat::json) imported_ = {said.event, said.sessions, {}, {}};
    if (said.is_programme()) imported_ = programme_over(imported_before_, said);
    if (report_.event.event.time_zone.empty() && !imported_.event.time_zone.empty()) {
      report_.event = read_event_file(event_source_, imported_.event.time_zone);
    }
    setting_ = merged_setting(report_.event, imported_);
    settle_shifts(report_.file, setting_.sessions, setting_.event.time_zone);
    judge_programme(report_.file, report_.event);
  }

  /// --event, else the directory's own, else the one beside the list.
  void choose_event_file() {
    const auto own = event_file_of(dir_);
    const auto beside = fs::path(options_.file).parent_path() / "event.toml";
    std::error_code error;
    if (!options_.event.empty()) {
      event_source_ = options_.event;
      if (!fs::exists(event_source_, error)) throw ToolFailed(options_.event + ": there is no such file");
    } else if (fs::exists(own, error) || !fs::exists(beside, error)) {
      event_source_ = own;
    } else {
      event_source_ = beside;
    }
  }

  /// Where the store is, or will be: as the file says that serve is going to read.
  [[nodiscard]] std::string place() const { return database_in(event_source_, options_.database); }

  /// Only what is there already: a dry run and a faulty file leave no trace, not even a directory.
  void open() {
    database_ = open_if_there(dir_, place());
    load();
    imported_before_ = parse_imported_event(state_.imported_event);
  }

  void load() {
    if (!database_) return;
    state_ = need(database_->catalogue().load(), dir_.string() + ": the posters cannot be read");
    uses_ = need(database_->catalogue().use_of_posters(), dir_.string() + ": the posters cannot be read");
  }

  void plan() {
    load();
    report_.before = state_.catalogue.posters;
    report_.removing = options_.remove;
    report_.change =
        plan_change(state_, report_.file, uses_, {options_.remove, options_.remove_used, options_.relayout});
    report_.event_changed = store::to_document(ordered(state_.setting)) != store::to_document(ordered(setting_));
    report_.programme = diff_programme(state_.setting, setting_);
    plan_pictures();
  }

  static store::EventSetting ordered(store::EventSetting setting) {
    const auto by_id = [](const domain::Session& x, const domain::Session& y) { return x.id < y.id; };
    std::stable_sort(setting.sessions.begin(), setting.sessions.end(), by_id);
    return setting;
  }

  void plan_pictures() {
    const auto beside = fs::path(options_.file).parent_path() / "posters";
    auto search = find_pictures({beside, dir_ / "posters"}, report_.change.posters);
    report_.picture_warnings = std::move(search.warnings);
    const auto fresh = new_pictures(search.found, state_.known_files);
    report_.pictures.clear();
    intake_ = {};
    if (options_.dry_run) {
      for (const auto& picture : fresh) report_.pictures.push_back(picture.id);
      return;
    }
    intake_ = take_in_pictures(*database_, dir_, fresh, [&](std::size_t count) {
      if (!options_.json) err_ << "Converting " << counted(count, "picture", "pictures") << " …" << std::endl;
    });
    std::unordered_map<PosterKey, std::string> id_of;
    for (const auto& picture : fresh) id_of.emplace(picture.poster, picture.id);
    for (const auto& picture : intake_.pictures) report_.pictures.push_back(id_of.at(picture.poster));
    report_.picture_warnings.insert(report_.picture_warnings.end(), intake_.warnings.begin(), intake_.warnings.end());
  }

  /// False: somebody else was quicker, plan anew.
  bool apply() {
    stage_event_file();
    const auto imported_text = imported_is_empty() ? state_.imported_event : store::to_document(imported_);
    const bool hall = report_.change.anything() || !report_.pictures.empty() ||
                      imported_text != state_.imported_event || state_.at == 0;
    Result<std::uint32_t> version = state_.version;
    if (hall) {
      version = database_->catalogue().apply(change(imported_text), system_now());
    } else if (report_.event_changed) {
      version = database_->catalogue().change_setting(setting_, "event.toml was edited", system_now());
    }
    if (!version && version.error() == store::StoreError::moved_on) return false;
    (void)need(version, dir_.string() + ": the import could not be stored; nothing was changed");
    finish_event_file();
    report_.mood = DiffMood::live;
    return true;
  }

  [[nodiscard]] bool imported_is_empty() const {
    return imported_.event.name.empty() && imported_.sessions.empty() && imported_.event.days.empty();
  }

  store::CatalogueChange change(const std::string& imported_text) {
    const auto& diff = report_.change.diff;
    store::CatalogueChange change;
    change.expected_version = state_.version;
    change.posters = report_.change.posters;
    change.topics = report_.change.topics;
    change.layout = report_.change.layout;
    change.imported_event = imported_text;
    change.setting = setting_;
    change.pictures = intake_.pictures;
    change.file = fs::path(options_.file).filename().string();
    change.words = change.file + ": " + grouped(diff.added.size()) + " added, " + grouped(diff.changed.size()) +
                   " changed, " + grouped(diff.removed.size()) + " removed, " + grouped(diff.moved.size()) + " moved";
    if (report_.programme.anything()) change.words += "; sessions: " + report_.programme.counts();
    return change;
  }

  /// Written beside, moved into place once the import is stored.
  void stage_event_file() {
    std::error_code error;
    const auto own = event_file_of(dir_);
    staged_ = event_source_ != own && !fs::equivalent(event_source_, own, error);
    if (!staged_) return;
    error.clear();
    fs::copy_file(event_source_, own.string() + ".new", fs::copy_options::overwrite_existing, error);
    if (error) throw ToolFailed(own.string() + ": cannot be written: " + error.message());
  }

  void finish_event_file() {
    std::error_code error;
    const auto own = event_file_of(dir_);
    if (!staged_) {
      if (!fs::exists(own, error)) start_event_file(own);
      return;
    }
    fs::rename(own.string() + ".new", own, error);
    if (error) throw ToolFailed(own.string() + ": cannot be written: " + error.message());
  }

  /// The first import leaves one to write in. The posters are in already: what hinders it is not worth a word.
  void start_event_file(const fs::path& own) {
    std::ofstream file(own, std::ios::binary);
    file << event_starter();
    if (file.flush()) started_ = own.string();
  }

  int tell(int code) {
    if (options_.json) {
      out_ << report_json(report_) << "\n";
      return code;
    }
    err_ << report_faults(report_);
    if (code == kDone) {
      out_ << report_text(report_);
      if (!started_.empty()) out_ << "Name, days and programme of your event: write them in " << started_ << "\n";
    } else {
      err_ << "Nothing was imported.\n";
    }
    return code;
  }

  const ImportOptions& options_;
  const fs::path dir_;
  std::ostream& out_;
  std::ostream& err_;
  fs::path event_source_;
  bool staged_ = false;
  std::string started_;  ///< the event.toml that was made
  std::unique_ptr<store::Database> database_;
  store::CatalogueState state_;
  std::vector<store::PosterUse> uses_;
  store::EventSetting imported_before_;  ///< what earlier imports said of the event
  store::EventSetting imported_;
  store::EventSetting setting_;
  PictureIntake intake_;
  ImportReport report_;
};

/// What --undo brings back, in the shape of an import of it.
ImportReport undo_report(const store::CatalogueState& now, const store::CatalogueState& then) {
  ImportReport report;
  report.file.name = "The hall before " + (now.file.empty() ? std::string("the last import") : now.file);
  report.file.fields.set();
  for (const auto& poster : then.catalogue.posters) report.file.posters.push_back({poster, 0, {}});
  report.before = now.catalogue.posters;
  report.removing = true;
  report.change.posters = then.catalogue.posters;
  report.change.diff = diff_import(report.before, report.file);
  std::unordered_map<std::string_view, BoothNumber> stood;
  for (const auto& poster : report.before) stood.emplace(poster.id, poster.booth);
  for (const auto& poster : then.catalogue.posters) {
    const auto found = stood.find(poster.id);
    if (found != stood.end() && found->second != poster.booth) {
      report.change.diff.moved.push_back({poster.id, found->second, poster.booth});
    }
  }
  return report;
}

int run_undo(const ImportOptions& options, std::ostream& out, std::ostream& err) {
  const fs::path dir = options.data;
  const auto database = open_existing(dir, options.database);
  for (int attempt = 0; attempt < kTries; ++attempt) {
    const auto now = need(database->catalogue().load(), dir.string() + ": the posters cannot be read");
    if (!now.can_undo) {
      err << dir.string() << ": there is no import to take back.\n";
      return kFaults;
    }
    const auto then = need(database->catalogue().load_before(), dir.string() + ": the import before cannot be read");
    auto report = undo_report(now, then);
    if (!options.dry_run) {
      const auto imported = parse_imported_event(then.imported_event);
      const auto event = read_event_file(event_file_of(dir), imported.event.time_zone);
      const store::EventSetting& standing = now.setting;
      const auto setting = event.faults.empty() ? merged_setting(event, imported) : standing;
      const auto version = database->catalogue().undo(now.version, setting, system_now());
      if (!version && version.error() == store::StoreError::moved_on) continue;
      (void)need(version, dir.string() + ": the import could not be taken back; nothing was changed");
      report.mood = DiffMood::live;
    }
    out << (options.json ? report_json(report) + "\n" : report_text(report));
    return kDone;
  }
  throw ToolFailed(dir.string() + ": others are importing at the same time; try again");
}

std::string wrong_use(const ImportOptions& options) {
  if (options.undo && !options.file.empty()) return "--undo takes no FILE: it takes the last import back";
  if (options.undo && (options.remove || options.relayout)) return "--undo goes with --data, --dry-run and --json only";
  if (!options.undo && options.file.empty()) return "FILE is missing: the list of posters";
  if (options.remove_used && !options.remove) return "--remove-used goes with --remove";
  if (!import_format_of(options.format)) return "--format is auto, csv, json, miniconf, frab, frab-json or ics";
  return {};
}

}  // namespace

int run_import(const ImportOptions& options, std::ostream& out, std::ostream& err) {
  if (const auto wrong = wrong_use(options); !wrong.empty()) {
    err << "posterhall import: " << wrong << "\n";
    return kWrongUse;
  }
  return options.undo ? run_undo(options, out, err) : Import(options, out, err).run();
}

}  // namespace posterhall::tools
