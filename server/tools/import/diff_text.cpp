// The change in words (ui/screens/06b-import-diff).
#include <unordered_map>

#include "text/text.hpp"
#include "tools/import/diff.hpp"

namespace posterhall::tools {
namespace {

constexpr std::size_t shown_value = 60;

using ById = std::unordered_map<std::string_view, const domain::Poster*>;

ById by_id(const std::vector<domain::Poster>& posters) {
  ById map;
  for (const domain::Poster& poster : posters) map.emplace(poster.id, &poster);
  return map;
}

const domain::Poster* find(const ById& map, const std::string& id) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : found->second;
}

std::string_view label_of(PosterField field) {
  switch (field) {
    case PosterField::title: return "Title";
    case PosterField::authors: return "Authors";
    case PosterField::summary: return "Summary";
    case PosterField::category: return "Topic";
    case PosterField::link: return "Link";
    case PosterField::image_url: return "Picture's address";
    case PosterField::booth: return "Booth in the file";
    case PosterField::keywords: return "Keywords";
    case PosterField::shifts: return "Shifts";
  }
  return "";
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) out += (out.empty() ? "" : ", ") + item;
  return out;
}

/// Their number is enough here: which zone to write them in is not known.
std::string own_hours_of(const domain::Poster& poster) {
  if (poster.own_hours.empty()) return "";
  return (poster.shift_ids.empty() ? "" : ", ") + counted(poster.own_hours.size(), "own shift", "own shifts");
}

std::string value_of(const domain::Poster& poster, PosterField field) {
  switch (field) {
    case PosterField::title: return poster.title;
    case PosterField::authors: return joined(poster.authors);
    case PosterField::summary: return poster.summary;
    case PosterField::category: return poster.category;
    case PosterField::link: return poster.link;
    case PosterField::image_url: return poster.image_url;
    case PosterField::booth: return poster.file_booth;
    case PosterField::keywords: return joined(poster.keywords);
    case PosterField::shifts: return joined(poster.shift_ids) + own_hours_of(poster);
  }
  return "";
}

std::string cut(const std::string& value) {
  std::string shown = text::shorten(value, shown_value);
  if (shown.size() < value.size()) shown += "…";
  return shown.empty() ? "nothing" : shown;
}

std::string change_line(const domain::Poster& before, const domain::Poster& after, PosterField field) {
  std::string line = "      " + std::string(label_of(field)) + ": ";
  if (field == PosterField::summary) {
    return line + counted(text::code_points(before.summary), "character", "characters") + " → " +
           counted(text::code_points(after.summary), "character", "characters") + "\n";
  }
  return line + cut(value_of(before, field)) + " → " + cut(value_of(after, field)) + "\n";
}

std::string booth_of(const domain::Poster* poster) {
  return poster == nullptr || !poster->booth ? "" : std::to_string(poster->booth.value);
}

/// "  + Added    1323  Title  [p-001]".
std::string row(std::string_view sign, const std::string& booth, const domain::Poster& poster) {
  std::string number = booth;
  number.insert(0, number.size() < 4 ? 4 - number.size() : 0, ' ');
  return "  " + std::string(sign) + "  " + number + "  " + text::shorten(poster.title, 100) + "  [" + poster.id + "]\n";
}

std::string added_line(const domain::Poster& poster) {
  std::string line = "      ";
  line += poster.authors.empty() ? "no authors yet" : counted(poster.authors.size(), "author", "authors");
  if (poster.summary.empty()) line += ", no summary yet";
  if (!poster.category.empty()) line += ", " + poster.category;
  return line + "\n";
}

/// Builds the text part by part.
class Writer {
 public:
  Writer(const ImportDiff& diff, const ImportFile& file, const std::vector<domain::Poster>& current,
         const std::vector<domain::Poster>& laid_out, const DiffView& view)
      : diff_(diff), file_(file), view_(view), before_(by_id(current)), after_(by_id(laid_out)) {
    for (const ImportedPoster& imported : file.posters) in_file_.emplace(imported.poster.id, &imported.poster);
    for (const PosterMove& move : diff.moved) moves_.emplace(move.id, &move);
  }

  std::string write() {
    heading();
    if (changes() == 0 && diff_.removed.empty()) return out_;
    rows();
    closing();
    return out_;
  }

 private:
  [[nodiscard]] bool live() const { return view_.mood == DiffMood::live; }
  [[nodiscard]] std::size_t changes() const {
    return diff_.added.size() + diff_.changed.size() + (view_.removing ? diff_.removed.size() : 0);
  }

  void heading() {
    const std::size_t count = changes();
    const std::string read = file_.name + ", " + counted(file_.posters.size(), "poster", "posters") + ".";
    if (count == 0 && view_.programme) {
      out_ +=
          std::string(live() ? "Only the programme changed" : "Only the programme would change") + "\n" + read + "\n";
    } else if (count == 0) {
      out_ += "Nothing to change\n" + read + "\n";
    } else if (live()) {
      out_ += counted(count, "change is live", "changes are live") + "\n" + read + "\n";
    } else {
      out_ += counted(count, "poster would change", "posters would change") + "\n" + read +
              " Nothing is live until you apply.\n";
    }
    out_ += "Added " + grouped(diff_.added.size()) + ", changed " + grouped(diff_.changed.size()) +
            (view_.removing ? ", removed " : ", missing from the file ") + grouped(diff_.removed.size()) +
            ", identical and not listed " + grouped(diff_.unchanged) + ".\n";
  }

  void rows() {
    out_ += "\n";
    list(diff_.changed, "changed", [&](const PosterChange& change) { changed_row(change); });
    list(diff_.added, "added", [&](const std::string& id) {
      const domain::Poster* poster = find(in_file_, id);
      if (poster != nullptr) out_ += row("+ Added  ", booth_of(find(after_, id)), *poster) + added_line(*poster);
    });
    list(diff_.removed, view_.removing ? "removed" : "missing from the file", [&](const std::string& id) {
      const domain::Poster* poster = find(before_, id);
      if (poster == nullptr) return;
      out_ += row(view_.removing ? "- Removed" : "  Kept   ", booth_of(poster), *poster);
      out_ += view_.removing ? "      Missing from the file; its booth is left empty\n"
                             : "      Missing from the file; kept, --remove takes it out\n";
    });
    other_moves();
  }

  template <class List, class Write>
  void list(const List& items, std::string_view what, const Write& write) {
    std::size_t count = 0;
    for (const auto& item : items) {
      if (count++ < view_.most_rows) write(item);
    }
    if (items.size() > view_.most_rows) {
      out_ += "  … and " + grouped(items.size() - view_.most_rows) + " more " + std::string(what) + "\n";
    }
  }

  void changed_row(const PosterChange& change) {
    const domain::Poster* before = find(before_, change.id);
    const domain::Poster* after = find(in_file_, change.id);
    if (before == nullptr || after == nullptr) return;
    out_ += row("~ Changed", booth_of(before), *after);
    for (std::size_t i = 0; i < poster_field_count; ++i) {
      if (change.fields.test(i)) out_ += change_line(*before, *after, static_cast<PosterField>(i));
    }
    const auto move = moves_.find(change.id);
    if (move == moves_.end()) return;
    out_ += "      Place: " + std::to_string(move->second->from.value) + " → " +
            std::to_string(move->second->to.value) + "\n";
    moves_.erase(move);
  }

  /// Posters that move though the file says nothing new of them (--relayout).
  void other_moves() {
    std::size_t count = 0;
    for (const PosterMove& move : diff_.moved) {
      if (!moves_.contains(move.id) || ++count > view_.most_rows) continue;
      const domain::Poster* poster = find(before_, move.id);
      if (poster == nullptr) continue;
      out_ += row("> Moved  ", booth_of(poster), *poster) + "      Place: " + std::to_string(move.from.value) + " → " +
              std::to_string(move.to.value) + "\n";
    }
    if (count > view_.most_rows) out_ += "  … and " + grouped(count - view_.most_rows) + " more moved\n";
  }

  void closing() {
    const std::size_t kept = diff_.unchanged + diff_.changed.size() + (view_.removing ? 0 : diff_.removed.size());
    out_ += "\n";
    if (kept > 0) {
      const std::size_t stay = kept - std::min(kept, diff_.moved.size());
      out_ += grouped(stay) + " of " + grouped(kept) + (live() ? " kept posters stayed" : " kept posters stay") +
              " where they " + (live() ? "were" : "are") + ".\n";
    }
    if (!diff_.moved.empty()) {
      out_ += grouped(diff_.moved.size()) +
              (diff_.moved.size() == 1 ? (live() ? " moved" : " moves") : (live() ? " moved" : " move")) + ".\n";
    }
    if (!diff_.added.empty()) {
      out_ += grouped(diff_.added.size()) +
              (live()                    ? " took"
               : diff_.added.size() == 1 ? " takes"
                                         : " take") +
              (diff_.added.size() == 1 ? " a free or new booth.\n" : " free or new booths.\n");
    }
  }

  const ImportDiff& diff_;
  const ImportFile& file_;
  const DiffView& view_;
  ById before_;
  ById after_;
  ById in_file_;
  std::unordered_map<std::string_view, const PosterMove*> moves_;
  std::string out_;
};

}  // namespace

std::string diff_text(const ImportDiff& diff, const ImportFile& file, const std::vector<domain::Poster>& current,
                      const std::vector<domain::Poster>& laid_out, const DiffView& view) {
  return Writer(diff, file, current, laid_out, view).write();
}

std::string faults_text(const ImportFile& file) { return faults_text(file.name, file.errors, file.warnings); }

}  // namespace posterhall::tools
