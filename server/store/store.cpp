// The tables behind Store (open.hpp): one writer, two readers, a lane of their own for places.
#include <system_error>
#include <utility>

#include "store/appender.hpp"
#include "store/audit_table.hpp"
#include "store/catalogue_table.hpp"
#include "store/connections.hpp"
#include "store/deck_port.hpp"
#include "store/event_table.hpp"
#include "store/identity_table.hpp"
#include "store/lease_table.hpp"
#include "store/open.hpp"
#include "store/people_table.hpp"
#include "store/places_lane.hpp"
#include "store/poster_ports.hpp"
#include "store/programme_ports.hpp"
#include "store/readers.hpp"
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

/// Depends on nothing but the head of its channel, and nothing but its number depends on it.
bool is_talk(const domain::NewEvent& event) {
  const auto channel = event.channel.kind;
  return !may_be_audited(event) && channel != domain::ChannelKind::catalogue && channel != domain::ChannelKind::people;
}

class TableEventLog final : public hall::EventLog {
 public:
  /// `appender`: null, or the way of what need not be written alone.
  TableEventLog(Writer& writer, Readers& readers, Appender* appender, Clock now)
      : writer_(writer), readers_(readers), appender_(appender), now_(std::move(now)) {}

  void append(domain::NewEvent event, Reply<hall::Appended> reply) override {
    if (appender_ != nullptr && is_talk(event)) return appender_->submit(std::move(event), std::move(reply));
    const auto need = need_of(event);
    auto work = [event = std::move(event), now = now_](Connection& db) { return append_event(db, event, now()); };
    writer_.submit(make_job<hall::Appended>(std::move(work), std::move(reply), need));
  }
  void read(domain::Channel channel, std::uint32_t after, std::uint32_t before, std::uint32_t limit,
            Reply<std::vector<domain::Event>> reply) override {
    auto work = [=](Connection& db) { return read_settled_events(db, channel, after, before, limit); };
    readers_.submit(make_job<std::vector<domain::Event>>(work, std::move(reply)));
  }
  void question(domain::Channel channel, std::uint32_t number, PersonId person,
                Reply<std::optional<domain::QuestionState>> reply) override {
    auto work = [=](Connection& db) { return read_question(db, channel, number, person); };
    readers_.submit(make_job<std::optional<domain::QuestionState>>(work, std::move(reply)));
  }
  void heads(std::vector<domain::Channel> channels, Reply<std::vector<domain::Head>> reply) override {
    auto work = [channels = std::move(channels)](Connection& db) { return read_heads(db, channels); };
    readers_.submit(make_job<std::vector<domain::Head>>(std::move(work), std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Appender* appender_;
  Clock now_;
};

class TablePeopleStore final : public hall::PeopleStore {
 public:
  TablePeopleStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void load_people(Reply<std::shared_ptr<const hall::People>> reply) override {
    auto work = [](Connection& db) -> std::shared_ptr<const hall::People> {
      return std::make_shared<const hall::People>(read_people(db));
    };
    readers_.submit(make_job<std::shared_ptr<const hall::People>>(work, std::move(reply)));
  }
  void claim(PersonId person, Reply<Epoch> reply) override {
    writer_.submit(make_job<Epoch>([=](Connection& db) { return raise_epoch(db, person); }, std::move(reply)));
  }
  void epochs(std::vector<PersonId> persons, Reply<std::vector<Epoch>> reply) override {
    auto work = [persons = std::move(persons)](Connection& db) { return read_epochs(db, persons); };
    readers_.submit(make_job<std::vector<Epoch>>(std::move(work), std::move(reply)));
  }
  void load_marks(PersonId person, bool answers_help, Reply<hall::PersonMarks> reply) override {
    auto work = [=](Connection& db) { return store::read_marks(db, person, answers_help); };
    readers_.submit(make_job<hall::PersonMarks>(work, std::move(reply)));
  }
  void set_saved(PersonId person, PosterKey poster, bool saved, Reply<bool> reply) override {
    submit([=](Connection& db) { write_saved(db, person, poster, saved); }, std::move(reply));
  }
  void set_read(PersonId person, domain::Channel channel, std::uint32_t number, Reply<bool> reply) override {
    submit([=](Connection& db) { write_read_mark(db, person, channel, number); }, std::move(reply));
  }
  void update_profile(domain::Person person, Reply<bool> reply) override {
    auto work = [person = std::move(person), now = now_](Connection& db) { write_profile(db, person, now()); };
    submit(std::move(work), std::move(reply));
  }
  void count_read(PosterKey poster, PersonId person, UnixMs at) override {
    // Nobody waits for it; what fails is a number less in the figures afterwards.
    const hall::FigureCount read{hall::FigureCount::What::read, poster, person, at, 0};
    writer_.submit({[read](Connection& db) { write_counts(db, {read}); }, [](ErrorCode) {}});
  }

 private:
  template <class Work>
  void submit(Work work, Reply<bool> reply) {
    auto answered = [work = std::move(work)](Connection& db) {
      work(db);
      return true;
    };
    writer_.submit(make_job<bool>(std::move(answered), std::move(reply)));
  }

  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

class TableIdentity final : public hall::Identity {
 public:
  TableIdentity(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  void find_link(hall::TokenHash link, UnixMs now, Reply<std::optional<domain::Person>> reply) override {
    auto work = [=](Connection& db) { return store::find_link(db, link, now); };
    readers_.submit(make_job<std::optional<domain::Person>>(work, std::move(reply)));
  }
  void open_session(hall::NewSession session, UnixMs now, Reply<std::optional<hall::Session>> reply) override {
    auto work = [session = std::move(session), now](Connection& db) { return store::open_session(db, session, now); };
    writer_.submit(make_job<std::optional<hall::Session>>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void find_session(hall::TokenHash session, UnixMs now, Reply<std::optional<hall::Session>> reply) override {
    auto work = [=](Connection& db) { return store::find_session(db, session, now); };
    readers_.submit(make_job<std::optional<hall::Session>>(work, std::move(reply)));
  }
  void end_sessions(hall::TokenHash session, bool all_of_person, UnixMs now, Reply<bool> reply) override {
    auto work = [=](Connection& db) { return store::end_sessions(db, session, all_of_person, now); };
    writer_.submit(make_job<bool>(work, std::move(reply), Need::order_is_kept));
  }
  void issue_ticket(hall::Ticket ticket, Reply<bool> reply) override {
    auto work = [ticket = std::move(ticket)](Connection& db) { return store::issue_ticket(db, ticket); };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void redeem_ticket(hall::TokenHash ticket, std::string origin, UnixMs now,
                     Reply<std::optional<hall::Session>> reply) override {
    auto work = [=, origin = std::move(origin)](Connection& db) {
      return store::redeem_ticket(db, ticket, origin, now);
    };
    writer_.submit(make_job<std::optional<hall::Session>>(std::move(work), std::move(reply), Need::order_is_kept));
  }

 private:
  Writer& writer_;
  Readers& readers_;
};

class TableShardLeases final : public hall::ShardLeases {
 public:
  explicit TableShardLeases(Writer& writer) : writer_(writer) {}

  void lease(std::string holder, std::uint32_t count, hall::CommonGround ours,
             Reply<hall::LeasedShards> reply) override {
    auto work = [holder = std::move(holder), count, ours = std::move(ours)](Connection& db) {
      return lease_shards(db, holder, count, ours);
    };
    writer_.submit(make_job<hall::LeasedShards>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void renew(std::string holder, std::uint32_t count, Reply<bool> reply) override {
    auto work = [holder = std::move(holder), count](Connection& db) { return renew_shards(db, holder, count); };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply), Need::order_is_kept));
  }
  void release(std::string holder, Reply<bool> reply) override {
    auto work = [holder = std::move(holder)](Connection& db) {
      release_shards(db, holder);
      return true;
    };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply), Need::order_is_kept));
  }

 private:
  Writer& writer_;
};

class TableCatalogueSource final : public hall::CatalogueSource {
 public:
  explicit TableCatalogueSource(Readers& readers) : readers_(readers) {}
  void load_catalogue(Reply<hall::CatalogueAndLayout> reply) override {
    auto work = [](Connection& db) {
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

std::filesystem::path made(const std::filesystem::path& dir) {
  std::error_code error;
  std::filesystem::create_directories(dir, error);
  if (error) throw OpenFailed(dir.string() + ": cannot be made: " + error.message());
  return dir;
}

class TableStore final : public Store {
 public:
  TableStore(Connections connections, const Clock& now)
      : writer_(std::move(connections.writer), connections.reserve),
        readers_(std::move(connections.readers)),
        places_(std::move(connections.places)),
        appender_(connections.appender ? std::make_unique<Appender>(std::move(connections.appender), now) : nullptr),
        events_(writer_, readers_, appender_.get(), now),
        people_(writer_, readers_, now),
        catalogue_(readers_),
        identity_(writer_, readers_),
        posters_(writer_, readers_, now),
        attend_(writer_, readers_, now),
        poster_requests_(writer_, readers_, now),
        shifts_(writer_, readers_, now),
        figures_(writer_, readers_, now),
        my_things_(writer_, readers_, now),
        programme_(writer_, readers_, now),
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
  PlacesLane places_;
  std::unique_ptr<Appender> appender_;
  TableEventLog events_;
  TablePeopleStore people_;
  TableCatalogueSource catalogue_;
  TableIdentity identity_;
  TablePosterStore posters_;
  TableAttendStore attend_;
  TablePosterRequests poster_requests_;
  TableShiftStore shifts_;
  TableFigureStore figures_;
  TableMyThings my_things_;
  TableProgrammeStore programme_;
  TableMyProgramme my_programme_;
  TableProposalStore proposals_;
  TableDeckStore decks_;
  TableShardLeases shard_leases_;
};

}  // namespace

std::unique_ptr<Store> open_store(const std::filesystem::path& dir, Clock now, const std::string& database) {
  return std::make_unique<TableStore>(open_connections(made(dir), database), now);
}

}  // namespace posterhall::store
