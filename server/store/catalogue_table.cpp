#include "store/catalogue_table.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "store/catalogue_document.hpp"
#include "store/event_table.hpp"
#include "store/poster_request_table.hpp"
#include "store/poster_table.hpp"
#include "store/programme_table.hpp"
#include "store/shift_table.hpp"

namespace posterhall::store {
namespace {

using domain::Channel;

constexpr int kImportsKept = 20;

/// One row of `catalogues`: an import, or what an undo made count again.
struct Import {
  std::uint32_t version = 0;
  std::optional<std::uint32_t> undo_to;  ///< 0 = the empty hall
  std::uint32_t origin = 0;              ///< the import whose content this is
  UnixMs at = 0;
  std::string file, document, imported_event, layout;
};

std::optional<Import> import_of(Query& row) {
  if (!row.next()) return std::nullopt;
  Import import;
  import.version = row.u32(0);
  if (!row.is_null(1)) import.undo_to = row.u32(1);
  import.origin = row.u32(2);
  import.at = row.int64(3);
  import.file = row.text(4);
  import.document = row.text(5);
  import.imported_event = row.text(6);
  import.layout = row.text(7);
  return import;
}

std::optional<Import> newest_import(Connection& db) {
  Query row(db,
            "select version, undo_to, origin, at, file, document, imported_event, layout from catalogues "
            "order by version desc limit 1");
  return import_of(row);
}

std::optional<Import> import_by_version(Connection& db, std::uint32_t version) {
  Query row(
      db,
      "select version, undo_to, origin, at, file, document, imported_event, layout from catalogues where version = ?1");
  row.bind(version);
  return import_of(row);
}

void read_setting(Connection& db, CatalogueState& state) {
  auto& catalogue = state.catalogue;
  Query row(db, "select document from setting where one = 1");
  if (!row.next()) return;
  auto setting = parse_setting_document(row.text(0));
  if (!setting) {
    db.fail(StoreError::corrupt, "the event's setting cannot be read");
    return;
  }
  state.setting = std::move(*setting);
  catalogue.event = state.setting.event;
  catalogue.sessions = state.setting.sessions;
  catalogue.rooms = state.setting.rooms;
  catalogue.slots = state.setting.slots;
  settle_programme(db, catalogue);
  catalogue.event.posters_freeze = read_freeze(db);
  const auto order = [](const domain::Session& x, const domain::Session& y) {
    return std::tie(x.day, x.span.start, x.title) < std::tie(y.day, y.span.start, y.title);
  };
  std::stable_sort(catalogue.sessions.begin(), catalogue.sessions.end(), order);
}

void place_posters(const domain::Layout& layout, std::vector<domain::Poster>& posters) {
  std::unordered_map<PosterKey, BoothNumber> booths;
  for (const auto& place : layout.places) {
    if (place.poster) booths.emplace(place.poster, place.number);
  }
  for (auto& poster : posters) {
    const auto found = booths.find(poster.key);
    if (found != booths.end()) poster.booth = found->second;
  }
  const auto order = [](const domain::Poster& x, const domain::Poster& y) {
    return std::tie(x.booth, x.key) < std::tie(y.booth, y.key);
  };
  std::sort(posters.begin(), posters.end(), order);
}

/// An empty hall has no layout to speak of: an empty text.
std::string layout_text(const domain::Layout& layout) {
  return layout.places.empty() ? std::string() : domain::to_text(layout);
}

std::optional<domain::Layout> layout_of(const std::string& text) {
  return text.empty() ? domain::Layout{} : domain::parse_layout(text);
}

CatalogueState state_of(Connection& db, const std::optional<Import>& import) {
  CatalogueState state;
  state.version = read_head(db, Channel::catalogue());
  state.catalogue.version = state.version;
  read_setting(db, state);
  {
    Query keys(db, "select file_id, key from posters order by key");
    while (keys.next()) state.keys.emplace_back(keys.text(0), PosterKey{keys.u32(1)});
  }
  {
    Query rows(db, "select distinct poster, file_hash from poster_files");
    while (rows.next()) state.known_files.insert({PosterKey{rows.u32(0)}, rows.text(1)});
  }
  if (!import || db.failed()) return state;
  auto document = parse_poster_document(import->document);
  auto layout = layout_of(import->layout);
  if (!document || !layout) {
    db.fail(StoreError::corrupt, "the catalogue cannot be read");
    return state;
  }
  state.catalogue.posters = std::move(document->posters);
  state.catalogue.topics = std::move(document->topics);
  state.layout = std::move(*layout);
  place_posters(state.layout, state.catalogue.posters);
  read_posters_files(db, state.catalogue.posters);
  settle_shifts(db, state.catalogue);
  state.imported_event = import->imported_event;
  state.can_undo = import->undo_to.has_value();
  state.file = import->file;
  state.at = import->at;
  return state;
}

std::optional<Import> import_before(Connection& db) {
  const auto current = newest_import(db);
  if (!current || !current->undo_to) {
    db.fail(StoreError::nothing_there, "there is no import to take back");
    return std::nullopt;
  }
  if (*current->undo_to == 0) {
    return Import{0, std::nullopt, 0, 0, "", to_document({}, {}), "", ""};
  }
  auto before = import_by_version(db, *current->undo_to);
  if (!before) db.fail(StoreError::nothing_there, "the import before is too old to come back");
  return before;
}

void write_import(Connection& db, const Import& import, const std::string& words) {
  {
    Query insert(db,
                 "insert into catalogues (version, undo_to, origin, at, file, words, document, imported_event, layout) "
                 "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    insert.bind(import.version);
    if (import.undo_to) {
      insert.bind(*import.undo_to);
    } else {
      insert.bind_null();
    }
    insert.bind(import.origin)
        .bind(import.at)
        .bind(import.file)
        .bind(words)
        .bind(import.document)
        .bind(import.imported_event);
    insert.bind(import.layout).run();
  }
  Query forget(db,
               "delete from catalogues where version not in "
               "(select version from catalogues order by version desc limit ?1)");
  forget.bind(kImportsKept).run();
}

void write_live_posters(Connection& db, const std::vector<domain::Poster>& posters) {
  db.run("update posters set live = 0");
  for (const auto& poster : posters) {
    Query query(db,
                "insert into posters (key, file_id, live) values (?1, ?2, 1) "
                "on conflict (key) do update set live = 1 where posters.file_id = excluded.file_id");
    query.bind(poster.key).bind(poster.id).run();
    if (db.changes() == 0) db.fail(StoreError::refused, "poster " + poster.id + " has another poster's key");
  }
}

void write_pictures(Connection& db, const std::vector<PictureVersion>& pictures, std::uint32_t version, UnixMs now) {
  for (const auto& picture : pictures) {
    Query query(db,
                "insert into poster_files (poster, version, imported_in, at, file_hash, file_type, thumbnail_hash, "
                "picture_hash, width, height, name) values (?1, "
                "(select coalesce(max(version), 0) + 1 from poster_files where poster = ?1), "
                "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    query.bind(picture.poster).bind(version).bind(now).bind(picture.file_hash).bind(picture.file_type);
    query.bind(picture.thumbnail_hash).bind(picture.picture_hash).bind(picture.width).bind(picture.height);
    query.bind(picture.name).run();
  }
}

void put_setting(Connection& db, const EventSetting& setting, std::uint32_t version) {
  Query query(db,
              "insert into setting (one, version, document) values (1, ?1, ?2) "
              "on conflict (one) do update set version = excluded.version, document = excluded.document");
  query.bind(version).bind(to_document(setting)).run();
}

std::uint32_t note_change(Connection& db, const std::string& words, UnixMs now) {
  return append_notice(db, Channel::catalogue(), domain::EventKind::imported, PersonId{}, words, now);
}

void expect_version(Connection& db, std::uint32_t expected) {
  if (read_head(db, Channel::catalogue()) != expected) db.fail(StoreError::moved_on, "the catalogue has changed");
}

}  // namespace

CatalogueState read_catalogue(Connection& db) { return state_of(db, newest_import(db)); }

domain::Catalogue read_programme(Connection& db) {
  CatalogueState state;
  read_setting(db, state);
  return std::move(state.catalogue);
}

CatalogueState read_catalogue_before(Connection& db) { return state_of(db, import_before(db)); }

std::uint32_t write_catalogue(Connection& db, const CatalogueChange& change, UnixMs now) {
  expect_version(db, change.expected_version);
  const auto before = newest_import(db);
  const auto version = note_change(db, change.words, now);
  write_import(db,
               {version, before ? before->version : 0, version, now, change.file,
                to_document(change.posters, change.topics), change.imported_event, layout_text(change.layout)},
               change.words);
  write_live_posters(db, change.posters);
  write_pictures(db, change.pictures, version, now);
  put_setting(db, change.setting, version);
  return version;
}

std::uint32_t undo_catalogue(Connection& db, std::uint32_t expected_version, const EventSetting& setting, UnixMs now) {
  expect_version(db, expected_version);
  const auto current = newest_import(db);
  auto before = import_before(db);
  if (!before || !current) return 0;
  const auto posters = parse_poster_document(before->document);
  if (!posters) {
    db.fail(StoreError::corrupt, "the import before cannot be read");
    return 0;
  }
  const auto taken_back = current->origin;
  before->version = note_change(db, "import taken back: " + current->file, now);
  before->at = now;
  write_import(db, *before, "undo");
  // The pictures that came with it go with it; what authors put up since stays.
  Query forget(db, "delete from poster_files where imported_in = ?1");
  forget.bind(taken_back).run();
  write_live_posters(db, posters->posters);
  put_setting(db, setting, before->version);
  return before->version;
}

std::uint32_t write_setting(Connection& db, const EventSetting& setting, const std::string& words, UnixMs now) {
  const auto version = note_change(db, words, now);
  put_setting(db, setting, version);
  return version;
}

std::vector<PosterUse> read_use(Connection& db) {
  std::vector<PosterUse> uses;
  // Questions and answers, with a name or without.
  Query rows(db,
             "select key, (select count(*) from presents where poster = key), "
             "(select count(*) from channels join events on events.channel = channels.id "
             " where channels.kind = ?1 and channels.a = key and events.kind in (2, 3, 21, 22)), "
             "(select count(*) from saves where poster = key) from posters where live = 1 order by key");
  rows.bind(static_cast<int>(domain::ChannelKind::poster));
  while (rows.next()) uses.push_back({PosterKey{rows.u32(0)}, rows.u32(1), rows.u32(2), rows.u32(3)});
  return uses;
}

}  // namespace posterhall::store
