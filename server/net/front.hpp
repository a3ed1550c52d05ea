// The front: listeners, routes, the hall's setting, and the crossings to the shards. One thread, one io_context.
// Runs on: the thread that runs loop(); made by main. Owns: everything of the HTTP side; not ports, not shards.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "net/client_files.hpp"
#include "net/figure_closer.hpp"
#include "net/front_services.hpp"
#include "net/listener.hpp"
#include "net/router.hpp"
#include "net/setting_keeper.hpp"
#include "net/shard_thread.hpp"

namespace posterhall::net {

struct FrontPorts {
  hall::Identity& identity;
  hall::PeopleStore& people;
  hall::EventLog& events;
  hall::CatalogueSource& catalogue;
  hall::PosterStore& posters;
  hall::PosterRequests& poster_requests;
  hall::MyThings& my_things;
  hall::PosterUploads& uploads;
  hall::ShiftStore& shifts;
  hall::FigureStore& figures;
  hall::ProgrammeStore& programme;
  hall::MyProgramme& my_programme;
  hall::ProposalStore& proposals;
  hall::DeckStore& decks;
};

struct FrontOptions {
  ListenAddress listen;
  std::optional<ListenAddress> metrics_listen;
  std::string public_url;  ///< empty: this machine only
  std::vector<AddressRange> trusted_proxies;
  std::function<std::filesystem::path(std::string_view hash)> poster_file;
  std::size_t shards = 1;
  bool test_echo = false;
  CalendarWriter calendar{};
  std::string process{};  ///< this process's name among those that carry the hall
};

struct Observing {
  Log& log;
  Metrics& metrics;
};

class Front {
 public:
  using Shards = std::vector<std::unique_ptr<ShardThread>>;

  /// Binds its addresses; throws boost::system::system_error when it cannot.
  Front(FrontPorts ports, FrontOptions options, const ClientFiles& client, Observing observing);
  ~Front();
  Front(const Front&) = delete;
  Front& operator=(const Front&) = delete;

  [[nodiscard]] asio::io_context& loop() { return loop_; }
  /// Loads the event; `loaded` gets what went wrong, or the setting to make shards with.
  void load(std::function<void(ErrorCode, const hall::HallSetting&)> loaded);
  /// What shard number `index` tells the front.
  [[nodiscard]] ShardThread::Tell tell_of(std::size_t index);
  /// Begins to accept; the shards run already.
  void open(Shards& shards);
  /// Not ready any more, HTTP answers 503; after `wait_ms` everybody is asked to return, over `over_ms`; then `done`.
  void drain(std::uint32_t wait_ms, std::uint32_t over_ms, std::function<void()> done);
  /// Ends what is left, so that the loop runs dry.
  void close();

  /// "http://localhost:8080", or the public address.
  [[nodiscard]] std::string address() const;
  /// Where it listens on this machine, as a browser here reaches it.
  [[nodiscard]] std::string local_address() const;
  /// As browsers on other machines reach it over plain http; none when it listens to this machine only.
  [[nodiscard]] std::vector<std::string> network_addresses() const;
  [[nodiscard]] std::optional<std::string> metrics_address() const;
  /// As the setting knows them now; null: nobody with this id. On the loop's thread.
  [[nodiscard]] const domain::Person* person(PersonId id) const { return view_.person(id); }
  /// Another one when the list of people is another.
  [[nodiscard]] std::uint64_t people_version() const { return view_.people_version(); }
  [[nodiscard]] std::size_t connections() const { return whereabouts_.connections(); }

 private:
  [[nodiscard]] FrontServices make_services(FrontPorts ports, Observing observing);
  [[nodiscard]] HttpHost make_host(HttpHandler& handler);
  [[nodiscard]] SettingKeeper::Tell keeper_tell();
  void take_setting(const EncodedSetting& encoded);
  [[nodiscard]] std::vector<std::string> allowed_origins() const;
  void hand_over(Handover handover);
  void add_gauges(Metrics& metrics);
  [[nodiscard]] bool alive() const;

  asio::io_context loop_{1};
  FrontOptions options_;
  Log& log_;
  HallView view_;
  Whereabouts whereabouts_;
  OrderWatch order_;
  FrontServices services_;
  Router router_;
  MetricsRouter metrics_router_;
  HttpHost host_;
  HttpHost metrics_host_;
  Listener listener_;
  std::unique_ptr<Listener> metrics_listener_;
  SettingKeeper keeper_;
  FigureCloser figure_closer_;
  Timer drain_timer_;
  Shards* shards_ = nullptr;
};

}  // namespace posterhall::net
