#include "store/poster_table.hpp"

#include <cmath>
#include <unordered_map>

#include "store/event_table.hpp"
#include "store/poster_request_table.hpp"

namespace posterhall::store {
namespace {

using domain::Channel;

constexpr double kTenths = 10;  // type is kept in tenths of a point

/// A version's file: as it was converted, or, for one of before that, as its own row says.
constexpr std::string_view kVersions =
    "select p.file_hash, p.file_type, p.thumbnail_hash, p.picture_hash, p.width, p.height, "
    "coalesce(c.tiles_hash, ''), coalesce(c.tile_size, 0), coalesce(c.levels, 0), coalesce(c.full_width, 0), "
    "coalesce(c.full_height, 0), coalesce(c.pages, 0), coalesce(c.bytes, 0), coalesce(c.smallest_type, 0), "
    "coalesce(c.words, '') <> '', p.version, p.name, p.note, p.at, p.person, p.by_author, p.same_as "
    "from poster_files p left join conversions c on c.file_hash = p.file_hash "
    "where p.poster = ?1 order by p.version desc";

constexpr std::string_view kConversion =
    "select file_hash, file_type, thumbnail_hash, picture_hash, width, height, tiles_hash, tile_size, levels, "
    "full_width, full_height, pages, bytes, smallest_type, words <> '', converter, refused, panels, words "
    "from conversions where file_hash = ?1";

/// What was read from a file; one converted long ago has its words in one piece.
std::vector<domain::TextPanel> panels_of(const std::string& document, const std::string& words) {
  auto panels = parse_panels(document);
  if (panels.empty() && !words.empty()) panels.push_back({"", words, 0, 0, 0, 0});
  return panels;
}

std::uint32_t newest_version(Connection& db, PosterKey poster) {
  Query row(db, "select coalesce(max(version), 0) from poster_files where poster = ?1");
  return row.bind(poster).next() ? row.u32(0) : 0;
}

void insert_version(Connection& db, const hall::PutUp& wanted, const domain::PosterFile& file, std::uint32_t version,
                    UnixMs now) {
  Query query(db,
              "insert into poster_files (poster, version, imported_in, at, file_hash, file_type, thumbnail_hash, "
              "picture_hash, width, height, name, note, person, by_author, same_as) "
              "values (?1, ?2, null, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  query.bind(wanted.poster).bind(version).bind(now).bind(file.file_hash).bind(file.file_type);
  query.bind(file.thumbnail_hash).bind(file.picture_hash).bind(file.width).bind(file.height).bind(wanted.name);
  query.bind(wanted.note).bind(wanted.by).bind(wanted.by_author).bind(wanted.same_as).run();
}

/// The newest text somebody wrote; an empty document = taken back, or never written.
struct Written {
  std::uint32_t number = 0;
  UnixMs at = 0;
  std::string document;
};
Written read_written(Connection& db, PosterKey poster) {
  Query row(db, "select number, at, document from poster_texts where poster = ?1 order by number desc limit 1");
  if (!row.bind(poster).next()) return {};
  return {row.u32(0), row.int64(1), row.text(2)};
}

struct LiveText {
  std::uint32_t version = 0;
  UnixMs at = 0;
  std::vector<domain::TextPanel> panels;
};
LiveText read_live_text(Connection& db, PosterKey poster) {
  Query row(db,
            "select p.version, p.at, coalesce(c.panels, ''), coalesce(c.words, '') from poster_files p "
            "left join conversions c on c.file_hash = p.file_hash where p.poster = ?1 order by p.version desc limit 1");
  if (!row.bind(poster).next()) return {};
  return {row.u32(0), row.int64(1), panels_of(row.text(2), row.text(3))};
}

using PostersByKey = std::unordered_map<PosterKey, domain::Poster*>;

void read_live_files(Connection& db, const PostersByKey& posters) {
  Query rows(db,
             "select p.poster, p.version, p.file_hash, p.file_type, p.thumbnail_hash, p.picture_hash, p.width, "
             "p.height, p.at, p.note, p.by_author, coalesce(c.tiles_hash, ''), coalesce(c.tile_size, 0), "
             "coalesce(c.levels, 0), coalesce(c.full_width, 0), coalesce(c.full_height, 0), coalesce(c.pages, 0), "
             "coalesce(c.smallest_type, 0), coalesce(c.words, '') from poster_files p "
             "left join conversions c on c.file_hash = p.file_hash "
             "where p.version = (select max(version) from poster_files where poster = p.poster)");
  while (rows.next()) {
    const auto found = posters.find(PosterKey{rows.u32(0)});
    if (found == posters.end()) continue;
    auto& poster = *found->second;
    poster.version = rows.u32(1);
    poster.file_hash = rows.text(2);
    poster.file_type = rows.text(3);
    poster.thumbnail_hash = rows.text(4);
    poster.picture_hash = rows.text(5);
    poster.width = rows.u32(6);
    poster.height = rows.u32(7);
    poster.put_up_at = rows.int64(8);
    poster.note = rows.text(9);
    poster.put_up_by_author = rows.flag(10);
    poster.tiles = {rows.text(11), rows.u32(12), rows.u32(13), rows.u32(14), rows.u32(15)};
    poster.pages = rows.u32(16);
    poster.smallest_type_pt = static_cast<double>(rows.int64(17)) / kTenths;
    poster.words = rows.text(18);
    if (!poster.words.empty()) poster.text_number = poster.version;
  }
}

void read_written_texts(Connection& db, const PostersByKey& posters) {
  Query rows(db,
             "select poster, number, words from poster_texts as t "
             "where number = (select max(number) from poster_texts where poster = t.poster)");
  while (rows.next()) {
    const auto found = posters.find(PosterKey{rows.u32(0)});
    if (found == posters.end()) continue;
    auto& poster = *found->second;
    poster.text_by_author = !rows.text(2).empty();
    if (poster.text_by_author) poster.words = rows.text(2);
    if (!poster.words.empty()) poster.text_number = poster.version + rows.u32(1);
  }
}

}  // namespace

domain::PosterFile file_of(const Query& row, int at) {
  domain::PosterFile file;
  file.file_hash = row.text(at);
  file.file_type = row.text(at + 1);
  file.thumbnail_hash = row.text(at + 2);
  file.picture_hash = row.text(at + 3);
  file.width = row.u32(at + 4);
  file.height = row.u32(at + 5);
  file.tiles_hash = row.text(at + 6);
  file.tile_size = row.u32(at + 7);
  file.levels = row.u32(at + 8);
  file.full_width = row.u32(at + 9);
  file.full_height = row.u32(at + 10);
  file.pages = row.u32(at + 11);
  file.bytes = row.u32(at + 12);
  file.smallest_type_pt = static_cast<double>(row.int64(at + 13)) / kTenths;
  file.has_text = row.flag(at + 14);
  return file;
}

bool poster_exists(Connection& db, PosterKey poster) {
  Query row(db, "select 1 from posters where key = ?1");
  return row.bind(poster).next();
}

std::optional<hall::ConvertedFile> read_conversion(Connection& db, const std::string& file_hash) {
  Query row(db, kConversion);
  if (!row.bind(file_hash).next()) return std::nullopt;
  hall::ConvertedFile conversion;
  conversion.file = file_of(row, 0);
  conversion.converter = row.u32(15);
  conversion.refused = row.text(16);
  conversion.panels = panels_of(row.text(17), row.text(18));
  return conversion;
}

void write_conversion(Connection& db, const hall::ConvertedFile& conversion) {
  const auto& file = conversion.file;
  Query query(db,
              "insert into conversions (file_hash, converter, refused, file_type, thumbnail_hash, "
              "picture_hash, width, height, words, panels, bytes, pages, smallest_type, tiles_hash, tile_size, levels, "
              "full_width, full_height) "
              "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) "
              "on conflict (file_hash) do update set converter = excluded.converter, refused = excluded.refused, "
              "file_type = excluded.file_type, thumbnail_hash = excluded.thumbnail_hash, "
              "picture_hash = excluded.picture_hash, width = excluded.width, height = excluded.height, "
              "words = excluded.words, panels = excluded.panels, bytes = excluded.bytes, pages = excluded.pages, "
              "smallest_type = excluded.smallest_type, tiles_hash = excluded.tiles_hash, "
              "tile_size = excluded.tile_size, levels = excluded.levels, full_width = excluded.full_width, "
              "full_height = excluded.full_height");
  query.bind(file.file_hash).bind(conversion.converter).bind(conversion.refused).bind(file.file_type);
  query.bind(file.thumbnail_hash).bind(file.picture_hash).bind(file.width).bind(file.height);
  query.bind(domain::words_of(conversion.panels)).bind(to_document(conversion.panels)).bind(file.bytes);
  query.bind(file.pages).bind(std::int64_t{std::lround(file.smallest_type_pt * kTenths)}).bind(file.tiles_hash);
  query.bind(file.tile_size).bind(file.levels).bind(file.full_width).bind(file.full_height).run();
}

void read_posters_files(Connection& db, std::vector<domain::Poster>& posters) {
  PostersByKey by_key;
  for (auto& poster : posters) by_key.emplace(poster.key, &poster);
  read_live_files(db, by_key);
  read_written_texts(db, by_key);
}

hall::PosterHistory read_history(Connection& db, PosterKey poster) {
  hall::PosterHistory history;
  {
    Query rows(db, kVersions);
    rows.bind(poster);
    while (rows.next()) {
      history.versions.push_back({rows.u32(15), file_of(rows, 0), rows.text(16), rows.text(17), rows.int64(18),
                                  PersonId{rows.u32(19)}, rows.flag(20), rows.u32(21)});
    }
  }
  history.requests = read_requests(db, poster);
  return history;
}

hall::PutUpAnswer put_up(Connection& db, const hall::PutUp& wanted, UnixMs now) {
  if (!poster_exists(db, wanted.poster)) {
    db.fail(StoreError::nothing_there, "there is no such poster");
    return {};
  }
  const auto freeze = read_freeze(db);
  if (wanted.by_author && freeze != 0 && now >= freeze) return {0, false, true};
  const auto history = read_history(db, wanted.poster);
  domain::PosterFile file;
  auto with_name = wanted;
  if (wanted.file_hash.empty()) {
    for (const auto& version : history.versions) {
      if (version.version != wanted.same_as) continue;
      file = version.file;
      with_name.name = version.name;
    }
    if (file.file_hash.empty()) db.fail(StoreError::nothing_there, "there is no such version");
  } else {
    const auto conversion = read_conversion(db, wanted.file_hash);
    if (conversion && conversion->refused.empty()) file = conversion->file;
    if (file.file_hash.empty()) db.fail(StoreError::refused, "the file was not converted");
  }
  if (db.failed()) return {};
  if (!history.versions.empty() && history.versions.front().file.file_hash == file.file_hash) {
    return {history.versions.front().version, true, false};
  }
  const auto version = newest_version(db, wanted.poster) + 1;
  insert_version(db, with_name, file, version, now);
  append_notice(db, Channel::catalogue(), domain::EventKind::poster_put_up, wanted.by,
                "version " + std::to_string(version), now, wanted.poster.value);
  return {version, false, false};
}

hall::TextView read_text(Connection& db, PosterKey poster, bool of_file) {
  const auto written = read_written(db, poster);
  auto live = read_live_text(db, poster);
  hall::TextView view;
  if (!of_file && !written.document.empty()) {
    view = {0, true, parse_panels(written.document), written.at};
  } else {
    view = {0, false, std::move(live.panels), live.at};
  }
  if (!view.panels.empty()) view.number = live.version + written.number;
  return view;
}

hall::TextView write_text(Connection& db, PosterKey poster, PersonId by, const std::vector<domain::TextPanel>& panels,
                          UnixMs now) {
  if (!poster_exists(db, poster)) {
    db.fail(StoreError::nothing_there, "there is no such poster");
    return {};
  }
  const auto before = read_written(db, poster);
  const auto document = to_document(panels);
  if (document != before.document) {
    Query query(db,
                "insert into poster_texts (poster, number, at, person, document, words) "
                "values (?1, ?2, ?3, ?4, ?5, ?6)");
    query.bind(poster).bind(before.number + 1).bind(now).bind(by).bind(document);
    query.bind(domain::words_of(panels)).run();
    note_catalogue(db, by, "the text view of a poster", now);
  }
  return read_text(db, poster, false);
}

std::vector<std::string> read_untiled(Connection& db, std::uint32_t limit) {
  std::vector<std::string> hashes;
  Query rows(db,
             "select distinct p.file_hash from poster_files p join posters on posters.key = p.poster "
             "left join conversions c on c.file_hash = p.file_hash "
             "where posters.live = 1 and coalesce(c.tiles_hash, '') = '' "
             "and p.version = (select max(version) from poster_files where poster = p.poster) limit ?1");
  rows.bind(limit);
  while (rows.next()) hashes.push_back(rows.text(0));
  return hashes;
}

std::vector<std::string> read_needed_files(Connection& db) {
  std::vector<std::string> hashes;
  Query rows(db,
             "with wanted as (select file_hash from poster_files union select file_hash from poster_requests "
             "where settled = 0) "
             "select file_hash from wanted union select thumbnail_hash from poster_files "
             "union select picture_hash from poster_files "
             "union select thumbnail_hash from conversions where file_hash in (select file_hash from wanted) "
             "union select picture_hash from conversions where file_hash in (select file_hash from wanted) "
             "union select tiles_hash from conversions where file_hash in (select file_hash from wanted)");
  while (rows.next()) {
    if (auto hash = rows.text(0); !hash.empty()) hashes.push_back(std::move(hash));
  }
  return hashes;
}

bool is_live(Connection& db, const std::string& file_hash) {
  Query row(db,
            "select 1 from poster_files p where p.file_hash = ?1 "
            "and p.version = (select max(version) from poster_files where poster = p.poster)");
  return row.bind(file_hash).next();
}

void note_catalogue(Connection& db, PersonId by, const std::string& words, UnixMs now) {
  append_notice(db, Channel::catalogue(), domain::EventKind::imported, by, words, now);
}

}  // namespace posterhall::store
