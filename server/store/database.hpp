// The data directory as command-line tools use it: one thing after the other, each call one transaction, beside a
// running server if there is one (which sees the changes by the heads of the "catalogue" and "people" channels).
// An interface, as open.hpp's Store is, so that another database can stand behind the same tools and tests.
// Runs on: one thread at a time; calls block, a few seconds at worst. Owns: its connection.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "domain/catalogue.hpp"
#include "domain/event.hpp"
#include "domain/figures.hpp"
#include "domain/layout.hpp"
#include "domain/person.hpp"
#include "hall/ports/identity.hpp"
#include "hall/ports/poster_store.hpp"
#include "store/error.hpp"

namespace posterhall::store {

/// The event around the posters: event.toml, filled up by what an import brought.
struct EventSetting {
  domain::EventInfo event;
  std::vector<domain::Session> sessions;
  std::vector<domain::RoomDef> rooms;
  std::vector<domain::BreakoutSlot> slots;
};

/// What an import starts from, and what it leaves behind.
struct CatalogueState {
  domain::Catalogue catalogue;  ///< with what organisers changed while the event runs
  EventSetting setting;         ///< as the files say
  domain::Layout layout;
  std::string imported_event;  ///< what JSON imports said of the event; the importer's own form, kept for later merges
  std::vector<std::pair<std::string, PosterKey>> keys;      ///< every file id ever imported: its key comes back with it
  std::set<std::pair<PosterKey, std::string>> known_files;  ///< files that are some version of a poster, by hash
  std::uint32_t version = 0;                                ///< the head of "catalogue"
  bool can_undo = false;
  std::string file;  ///< of the import that counts
  UnixMs at = 0;
};

/// One version of a poster's picture, as converted; all hashes name files of the directory.
struct PictureVersion {
  PosterKey poster;
  std::string file_hash, file_type, thumbnail_hash, picture_hash;
  std::uint32_t width = 0, height = 0;
  std::string name{};  ///< of the file, as it was called
};

struct CatalogueChange {
  std::uint32_t expected_version = 0;   ///< moved_on if the head is another one by now
  std::vector<domain::Poster> posters;  ///< with keys; known ids must keep theirs
  std::vector<domain::Topic> topics;
  domain::Layout layout;
  std::string imported_event;
  EventSetting setting;
  std::vector<PictureVersion> pictures;  ///< new versions, in the order of posters
  std::string file;                      ///< where it came from, in words
  std::string words;                     ///< what changed, in words
};

/// What hangs on a poster, so that it is not removed by accident.
struct PosterUse {
  PosterKey poster;
  std::uint32_t people = 0;     ///< invited authors
  std::uint32_t questions = 0;  ///< questions and answers
  std::uint32_t saves = 0;
};

class CatalogueDesk {
 public:
  virtual ~CatalogueDesk() = default;
  [[nodiscard]] virtual Result<CatalogueState> load() = 0;
  /// All or nothing; answers the new version.
  [[nodiscard]] virtual Result<std::uint32_t> apply(const CatalogueChange& change, UnixMs now) = 0;
  /// What undo() would bring back; nothing_there when there is no import to take back.
  [[nodiscard]] virtual Result<CatalogueState> load_before() = 0;
  [[nodiscard]] virtual Result<std::uint32_t> undo(std::uint32_t expected_version, const EventSetting& setting,
                                                   UnixMs now) = 0;
  /// The event around the posters only (event.toml was edited); posters and layout stay.
  [[nodiscard]] virtual Result<std::uint32_t> change_setting(const EventSetting& setting, const std::string& words,
                                                             UnixMs now) = 0;
  [[nodiscard]] virtual Result<std::vector<PosterUse>> use_of_posters() = 0;
};

/// Posters' files as they come in. What is put up is seen by running servers at once.
class PosterDesk {
 public:
  virtual ~PosterDesk() = default;
  [[nodiscard]] virtual Result<std::optional<hall::ConvertedFile>> find_conversion(const std::string& file_hash) = 0;
  /// So that nobody converts it twice.
  [[nodiscard]] virtual Result<bool> keep_conversion(const hall::ConvertedFile& conversion) = 0;
  [[nodiscard]] virtual Result<hall::PutUpAnswer> put_up(const hall::PutUp& wanted, UnixMs now) = 0;
  [[nodiscard]] virtual Result<hall::PosterHistory> history(PosterKey poster) = 0;
  [[nodiscard]] virtual Result<bool> set_freeze(UnixMs at, UnixMs now) = 0;
  /// Files of live posters that have no tiles yet.
  [[nodiscard]] virtual Result<std::vector<std::string>> untiled(std::uint32_t limit) = 0;
  /// Running servers look at the catalogue again, if that file is live ("" = in any case). False: it is not.
  [[nodiscard]] virtual Result<bool> announce(const std::string& file_hash, const std::string& words, UnixMs now) = 0;
};

/// One row of an invitation list. What is not given stays as it is, for somebody invited before.
struct Invite {
  std::string email;  ///< lower case
  std::optional<std::string> name, short_name, affiliation;
  std::optional<domain::Role> role;
  std::optional<std::vector<PosterKey>> posters;
  bool marked = false;      ///< a load bot
  hall::TokenHash token{};  ///< of the link that is given if they have none yet
};

struct Invited {
  PersonId person;
  bool linked = false;   ///< new: the link of Invite::token is theirs
  bool changed = false;  ///< something else than the link
  bool revoked = false;  ///< their last link was revoked: only renewing lets them in again
};

/// A person as organisers see them. `person.role` is the effective role.
struct ListedPerson {
  domain::Person person;
  domain::Role invited_as = domain::Role::attendee;
  bool can_enter = false;  ///< has a link that is neither revoked nor expired
  UnixMs expires = 0;      ///< of that link
  bool marked = false;
};

class PeopleDesk {
 public:
  virtual ~PeopleDesk() = default;
  [[nodiscard]] virtual Result<std::vector<ListedPerson>> list() = 0;
  /// All rows or none. Unknown posters: refused.
  [[nodiscard]] virtual Result<std::vector<Invited>> invite(const std::vector<Invite>& rows, UnixMs expires,
                                                            UnixMs now) = 0;
  /// The old link ends, the new one opens; devices that are in stay in. nothing_there: nobody has this e-mail.
  [[nodiscard]] virtual Result<PersonId> renew(const std::string& email, const hall::TokenHash& token, UnixMs expires,
                                               UnixMs now) = 0;
  /// Ends the link, every session and every ticket.
  [[nodiscard]] virtual Result<PersonId> revoke(const std::string& email, UnixMs now) = 0;
};

/// The audit log, followed from its first entry.
struct AuditCheck {
  std::uint64_t entries = 0;  ///< in order, from the first
  std::uint64_t wrong = 0;    ///< the first that does not fit; 0 = all are in order
  std::string why;
};

class Database {
 public:
  virtual ~Database() = default;
  [[nodiscard]] virtual CatalogueDesk& catalogue() = 0;
  [[nodiscard]] virtual PosterDesk& posters() = 0;
  [[nodiscard]] virtual PeopleDesk& people() = 0;
  /// All entries of a channel, in order.
  [[nodiscard]] virtual Result<std::vector<domain::Event>> read_channel(const domain::Channel& channel) = 0;
  [[nodiscard]] virtual Result<std::vector<domain::Head>> channels() = 0;
  /// Every file of the directory that some poster's version, an open request or slides need, by hash.
  [[nodiscard]] virtual Result<std::vector<std::string>> needed_files() = 0;
  [[nodiscard]] virtual Result<AuditCheck> check_audit() = 0;
  /// Of every poster that has any, without steps.
  [[nodiscard]] virtual Result<std::vector<domain::PosterFigures>> figures() = 0;
  /// Destroys the keys of different visitors; false: was done before.
  [[nodiscard]] virtual Result<bool> close_figures(UnixMs now) = 0;
  /// What is unsound in the file itself, in the database's words and ours; empty = sound.
  [[nodiscard]] virtual Result<std::vector<std::string>> faults() = 0;
};

/// There is an event where open_database() would look; nothing is made. Throws OpenFailed.
[[nodiscard]] bool is_made(const std::filesystem::path& dir, const std::string& database);

/// Opens DIR/posterhall.sqlite, made if there is none; the directory must exist. With `database`, the address of a
/// PostgreSQL database, that instead. Throws OpenFailed with a sentence.
[[nodiscard]] std::unique_ptr<Database> open_database(const std::filesystem::path& dir,
                                                      const std::string& database = {});

}  // namespace posterhall::store
