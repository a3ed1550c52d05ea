// A store in a directory of its own, asked synchronously: each call waits for its answer on a loop of the test's.
// The suite is typed: another database behind Store and Database runs the same tests by one more backend type.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "contract/postgres_server.hpp"
#include "contract/wait_for.hpp"
#include "store/database.hpp"
#include "store/open.hpp"
#include "store/postgres.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store_test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "posterhall-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What a suite is run over: a place of its own for a store, and a look into it that asks nobody.
class Backend {
 public:
  Backend(std::filesystem::path dir, std::string database, store::Clock now)
      : dir_(std::move(dir)), database_(std::move(database)), now_(std::move(now)) {}
  std::unique_ptr<store::Store> open() { return store::open_store(dir_, now_, database_); }
  std::unique_ptr<store::Database> open_tools() { return store::open_database(dir_, database_); }
  /// As serve and the tools are told; empty: the file in the directory.
  [[nodiscard]] const std::string& database() const { return database_; }

 protected:
  std::filesystem::path dir_;
  std::string database_;
  store::Clock now_;
};

struct SqliteBackend : Backend {
  SqliteBackend(const std::filesystem::path& dir, store::Clock now) : Backend(dir, "", std::move(now)) {}
  std::unique_ptr<store::Connection> look() {
    return std::make_unique<store::Sqlite>(dir_ / "posterhall.sqlite", store::Durability::full);
  }
  static constexpr const char* kNoGuards = "drop trigger audit_stays; drop trigger audit_keeps;";
};

struct PostgresBackend : Backend {
  PostgresBackend(const std::filesystem::path& dir, store::Clock now)
      : Backend(dir, PostgresServer::shared().fresh(), std::move(now)) {}
  std::unique_ptr<store::Connection> look() {
    return std::make_unique<store::Postgres>(store::PostgresSetting{database_});
  }
  static constexpr const char* kNoGuards = "drop trigger audit_stays on audit; drop trigger audit_keeps on audit;";
};

/// One backend over one directory, opened as a server and as a tool.
template <class Over>
class StoreTest : public testing::Test {
 protected:
  static constexpr UnixMs kNow = 1'776'000'000'000;
  static constexpr UnixMs kLater = kNow + UnixMs{30} * 24 * 3600 * 1000;

  void open() {
    store_ = backend_.open();
    tools_ = backend_.open_tools();
  }
  void reopen() {
    store_.reset();
    tools_.reset();
    open();
  }
  void SetUp() override { open(); }

  domain::NewEvent message(const domain::Channel& channel, std::uint32_t author, std::uint32_t id,
                           const std::string& text = "hello") {
    domain::NewEvent event{channel, {}, PersonId{author}, domain::EventKind::message, 0, text};
    for (std::size_t i = 0; i < 4; ++i) event.client_id[i] = static_cast<std::uint8_t>(id >> (8 * i));
    return event;
  }
  Result<hall::Appended> append(const domain::NewEvent& event) {
    return wait_for<hall::Appended>([&](auto reply) { store_->events().append(event, std::move(reply)); });
  }
  Result<std::vector<domain::Event>> read(const domain::Channel& channel, std::uint32_t after, std::uint32_t before,
                                          std::uint32_t limit) {
    return wait_for<std::vector<domain::Event>>(
        [&](auto reply) { store_->events().read(channel, after, before, limit, std::move(reply)); });
  }
  std::optional<domain::QuestionState> question(const domain::Channel& channel, std::uint32_t number, PersonId person) {
    return *wait_for<std::optional<domain::QuestionState>>(
        [&](auto reply) { store_->events().question(channel, number, person, std::move(reply)); });
  }
  std::vector<std::uint32_t> heads(const std::vector<domain::Channel>& channels) {
    const auto result =
        wait_for<std::vector<domain::Head>>([&](auto reply) { store_->events().heads(channels, std::move(reply)); });
    std::vector<std::uint32_t> numbers;
    for (const auto& head : *result) numbers.push_back(head.number);
    return numbers;
  }

  static hall::TokenHash token(std::uint8_t n) {
    hall::TokenHash hash{};
    hash.fill(n);
    return hash;
  }
  /// Invites one person by e-mail; the link is token(n).
  PersonId invite(const std::string& email, std::uint8_t n, domain::Role role = domain::Role::attendee,
                  std::vector<PosterKey> posters = {}) {
    store::Invite row;
    row.email = email;
    row.name = "Amara " + email.substr(0, email.find('@'));
    row.role = role;
    row.posters = std::move(posters);
    row.token = token(n);
    const auto result = tools_->people().invite({row}, kLater, kNow);
    return result ? result->front().person : PersonId{};
  }
  std::optional<hall::Session> enter(std::uint8_t link, std::uint8_t session, UnixMs now = kNow) {
    hall::NewSession wanted;
    wanted.link = token(link);
    wanted.session = token(session);
    wanted.expires = kLater;
    return *wait_for<std::optional<hall::Session>>(
        [&](auto reply) { store_->identity().open_session(wanted, now, std::move(reply)); });
  }
  domain::Poster poster(std::uint32_t key, const std::string& id) {
    domain::Poster made;
    made.key = PosterKey{key};
    made.id = id;
    made.title = "Title of " + id;
    made.authors = {"Ingrid Solheim", "山田 太郎"};
    made.category = "Vision";
    return made;
  }
  /// Posters of one topic, in a hall of their own.
  store::CatalogueChange change(std::vector<domain::Poster> posters) {
    store::CatalogueChange made;
    const auto state = tools_->catalogue().load();
    made.expected_version = state->version;
    made.topics = {{"Vision", {"Vision"}}};
    std::vector<domain::PosterTopic> topics;
    for (const auto& one : posters) topics.push_back({one.key, 0});
    made.layout = state->layout.places.empty() ? domain::make_layout({"Vision"}, topics)
                                               : domain::update_layout(state->layout, {"Vision"}, topics);
    made.posters = std::move(posters);
    made.setting.event.name = "Open ML Day";
    made.file = "posters.csv";
    made.words = "some posters";
    return made;
  }

  TemporaryFolder folder_;
  UnixMs now_ = kNow;
  Over backend_{folder_.path(), [this] { return now_; }};
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Database> tools_;
};

using Backends = testing::Types<SqliteBackend, PostgresBackend>;

}  // namespace posterhall::store_test
