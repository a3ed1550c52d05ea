// SQLite behind Store (open.hpp): one writer, two readers, the places' own file.
#include <system_error>
#include <utility>

#include "store/catalogue_table.hpp"
#include "store/event_table.hpp"
#include "store/identity_table.hpp"
#include "store/lease_table.hpp"
#include "store/open.hpp"
#include "store/people_table.hpp"
#include "store/places_file.hpp"
#include "store/readers.hpp"
#include "store/sqlite_deck_port.hpp"
#include "store/sqlite_files.hpp"
#include "store/sqlite_poster_ports.hpp"
#include "store/sqlite_programme_port.hpp"
#include "store/writer.hpp"

namespace posterhall::store {
namespace {

/// Measures, reports, blocks, and taking a message down or hiding it.
Need need_of(const domain::NewEvent& event) {
  const auto channel = event.channel.kind;
  const bool order = channel == domain::ChannelKind::order || channel == domain::ChannelKind::blocks ||
                     event.kind == domain::EventKind::remove || domain::hides(event.kind);
  return order ? Need::order_is_kept : Need::ordinary;
}

class SqliteEventLog final : public hall::EventLog {
 public:
  SqliteEventLog(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void append(domain::NewEvent event, Reply<hall::Appended> reply) override {
    const auto need = need_of(event);
    auto work = [event = std::move(event), now = now_](Sqlite& db) { return append_event(db, event, now()); };
    writer_.submit(make_job<hall::Appended>(std::move(work), std::move(reply), need));
  }
  void read(domain::Channel channel, std::uint32_t after, std::uint32_t before, std::uint32_t limit,
            Reply<std::vector<domain::Event>> reply) override {
    auto work = [=](Sqlite& db) { return read_settled_events(db, channel, after, before, limit); };
    readers_.submit(make_job<std::vector<domain::Event>>(work, std::move(reply)));
  }
  void question(domain::Channel channel, std::uint32_t number, PersonId person,
                Reply<std::optional<domain::QuestionState>> reply) override {
    auto work = [=](Sqlite& db) { return read_question(db, channel, number, person); };
    readers_.submit(make_job<std::optional<domain::QuestionState>>(work, std::move(reply)));
  }
  void heads(std::vector<domain::Channel> channels, Reply<std::vector<domain::Head>> reply) override {
    auto work = [channels = std::move(channels)](Sqlite& db) { return read_heads(db, channels); };
    readers_.submit(make_job<std::vector<domain::Head>>(std::move(work), std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class SqlitePeopleStore final : public hall::PeopleStore {
 public:
  SqlitePeopleStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void load_people(Reply<std::shared_ptr<const hall::People>> reply) override {
    auto work = [](Sqlite& db) -> std::shared_ptr<const hall::People> {
      return std::make_shared<const hall::People>(read_people(db));
    };
    readers_.submit(make_job<std::shared_ptr<const hall::People>>(work, std::move(reply)));
  }
  void claim(PersonId person, Reply<Epoch> reply) override {
    writer_.submit(make_job<Epoch>([=](Sqlite& db) { return raise_epoch(db, person); }, std::move(reply)));
  }
  void epochs(std::vector<PersonId> persons, Reply<std::vector<Epoch>> reply) override {
    auto work = [persons = std::move(persons)](Sqlite& db) { return read_epochs(db, persons); };
    readers_.submit(make_job<std::vector<Epoch>>(std::move(work), std::move(reply)));
  }
  void load_marks(PersonId person, bool answers_help, Reply<hall::PersonMarks> reply) override {
    auto work = [=](Sqlite& db) { return store::read_marks(db, person, answers_help); };
    readers_.submit(make_job<hall::PersonMarks>(work, std::move(reply)));
  }
  void set_saved(PersonId person, PosterKey poster, bool saved, Reply<bool> reply) override {
    submit([=](Sqlite& db) { write_saved(db, person, poster, saved); }, std::move(reply));
  }
  void set_read(PersonId person, domain::Channel channel, std::uint32_t number, Reply<bool> reply) override {
    submit([=](Sqlite& db) { write_read_mark(db, person, channel, number); }, std::move(reply));
  }
  void update_profile(domain::Person person, Reply<bool> reply) override {
    auto work = [person = std::move(person), now = now_](Sqlite& db) { write_profile(db, person, now()); };
    submit(std::move(work), std::move(reply));
  }
  void count_read(PosterKey poster, PersonId person, UnixMs at) override {
    // Nobody waits for it; what fails is a number less in the figures afterwards.
    const hall::FigureCount read{hall::FigureCount::What::read, poster, person, at, 0};
    writer_.submit({[read](Sqlite& db) { write_counts(db, {read}); }, [](ErrorCode) {}});
  }

 private:
  template <class Work>
  void submit(Work work, Reply<bool> reply) {
    auto answered = [work = std::move(work)](Sqlite& db) {
      work(db);
      return true;
    };
    writer_.submit(make_job<bool>(std::move(answered), std::move(reply)));
  }

  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class SqliteIdentity final : public hall::Identity {
 public:
  SqliteIdentity(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  void find_link(hall::TokenHash link, UnixMs now, Reply<std::optional<domain::Person>> reply) override {
    auto work = [=](Sqlite& db) { return store::find_link(db, link, now); };
    readers_.submit(make_job<std::optional<domain::Person>>(work, std::move(reply)));
  }
  void open_session(hall::NewSession session, UnixMs now, Reply<std::optional<hall::Session>> reply) override {
    auto work = [session = std::move(session), now](Sqlite& db) { return store::open_session(db, session, now); };
    writer_.submit(make_job<std::optional<hall::Session>>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void find_session(hall::TokenHash session, UnixMs now, Reply<std::optional<hall::Session>> reply) override {
    auto work = [=](Sqlite& db) { return store::find_session(db, session, now); };
    readers_.submit(make_job<std::optional<hall::Session>>(work, std::move(reply)));
  }
  void end_sessions(hall::TokenHash session, bool all_of_person, UnixMs now, Reply<bool> reply) override {
    auto work = [=](Sqlite& db) { return store::end_sessions(db, session, all_of_person, now); };
    writer_.submit(make_job<bool>(work, std::move(reply), Need::order_is_kept));
  }
  void issue_ticket(hall::Ticket ticket, Reply<bool> reply) override {
    auto work = [ticket = std::move(ticket)](Sqlite& db) { return store::issue_ticket(db, ticket); };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void redeem_ticket(hall::TokenHash ticket, std::string origin, UnixMs now,
                     Reply<std::optional<hall::Session>> reply) override {
    auto work = [=, origin = std::move(origin)](Sqlite& db) { return store::redeem_ticket(db, ticket, origin, now); };
    writer_.submit(make_job<std::optional<hall::Session>>(std::move(work), std::move(reply), Need::order_is_kept));
  }

 private:
  Writer& writer_;
  Readers& readers_;
};

class SqliteShardLeases final : public hall::ShardLeases {
 public:
  explicit SqliteShardLeases(Writer& writer) : writer_(writer) {}

  void lease(std::string holder, std::uint32_t count, hall::CommonGround ours,
             Reply<hall::LeasedShards> reply) override {
    auto work = [holder = std::move(holder), count, ours = std::move(ours)](Sqlite& db) {
      return lease_shards(db, holder, count, ours);
    };
    writer_.submit(make_job<hall::LeasedShards>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void renew(std::string holder, std::uint32_t count, Reply<bool> reply) override {
    auto work = [holder = std::move(holder), count](Sqlite& db) { return renew_shards(db, holder, count); };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void release(std::string holder, Reply<bool> reply) override {
    auto work = [holder = std::move(holder)](Sqlite& db) {
      release_shards(db, holder);
      return true;
    };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply), Need::order_is_kept));
  }

 private:
  Writer& writer_;
};

class SqliteCatalogueSource final : public hall::CatalogueSource {
 public:
  explicit SqliteCatalogueSource(Readers& readers) : readers_(readers) {}
  void load_catalogue(Reply<hall::CatalogueAndLayout> reply) override {
    auto work = [](Sqlite& db) {
      auto state = read_catalogue(db);
      state.catalogue.decks = read_decks(db);
      return hall::CatalogueAndLayout{std::make_shared<const domain::Catalogue>(std::move(state.catalogue)),
                                      std::make_shared<const domain::Layout>(std::move(state.layout)),
                                      std::make_shared<const std::vector<hall::RequestState>>(read_request_states(db)),
                                      std::make_shared<const std::vector<hall::ProposalNews>>(read_proposal_news(db))};
    };
    readers_.submit(make_job<hall::CatalogueAndLayout>(work, std::move(reply)));
  }

 private:
  Readers& readers_;
};

std::vector<std::unique_ptr<Sqlite>> open_readers(const std::filesystem::path& dir) {
  constexpr int kReaders = 2;
  std::vector<std::unique_ptr<Sqlite>> connections;
  for (int i = 0; i < kReaders; ++i) connections.push_back(open_main_file(dir));
  return connections;
}

std::filesystem::path made(const std::filesystem::path& dir) {
  std::error_code error;
  std::filesystem::create_directories(dir, error);
  if (error) throw OpenFailed(dir.string() + ": cannot be made: " + error.message());
  return dir;
}

class SqliteStore final : public Store {
 public:
  SqliteStore(const std::filesystem::path& dir, const Clock& now)
      : writer_(open_main_file(made(dir)), dir / "kept-free"),
        readers_(open_readers(dir)),
        places_(dir / "places.sqlite"),
        events_(writer_, readers_, now),
        people_(writer_, readers_, now),
        catalogue_(readers_),
        identity_(writer_, readers_),
        posters_(writer_, readers_, now),
        attend_(writer_, readers_, now),
        poster_requests_(writer_, readers_, now),
        shifts_(writer_, now),
        figures_(writer_, readers_, now),
        my_things_(writer_, readers_, now),
        programme_(writer_, now),
        my_programme_(writer_, readers_, now),
        proposals_(writer_, readers_, now),
        decks_(writer_, readers_, now),
        shard_leases_(writer_) {}

  hall::EventLog& events() override { return events_; }
  hall::PeopleStore& people() override { return people_; }
  hall::Places& places() override { return places_; }
  hall::CatalogueSource& catalogue() override { return catalogue_; }
  hall::Identity& identity() override { return identity_; }
  hall::PosterStore& posters() override { return posters_; }
  hall::AttendStore& attend() override { return attend_; }
  hall::PosterRequests& poster_requests() override { return poster_requests_; }
  hall::ShiftStore& shifts() override { return shifts_; }
  hall::FigureStore& figures() override { return figures_; }
  hall::MyThings& my_things() override { return my_things_; }
  hall::ProgrammeStore& programme() override { return programme_; }
  hall::MyProgramme& my_programme() override { return my_programme_; }
  hall::ProposalStore& proposals() override { return proposals_; }
  hall::DeckStore& decks() override { return decks_; }
  hall::ShardLeases& shard_leases() override { return shard_leases_; }

 private:
  Writer writer_;
  Readers readers_;
  PlacesFile places_;
  SqliteEventLog events_;
  SqlitePeopleStore people_;
  SqliteCatalogueSource catalogue_;
  SqliteIdentity identity_;
  SqlitePosterStore posters_;
  SqliteAttendStore attend_;
  SqlitePosterRequests poster_requests_;
  SqliteShiftStore shifts_;
  SqliteFigureStore figures_;
  SqliteMyThings my_things_;
  SqliteProgrammeStore programme_;
  SqliteMyProgramme my_programme_;
  SqliteProposalStore proposals_;
  SqliteDeckStore decks_;
  SqliteShardLeases shard_leases_;
};

}  // namespace

std::unique_ptr<Store> open_store(const std::filesystem::path& dir, Clock now) {
  return std::make_unique<SqliteStore>(dir, now);
}

}  // namespace posterhall::store
