#include "main/serve.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/asio/signal_set.hpp>
#include <chrono>
#include <csignal>
#include <deque>
#include <iostream>
#include <numeric>
#include <random>
#include <stdexcept>
#include <thread>

#include "backplane/memory_backplane.hpp"
#include "backplane/process_register.hpp"
#include "backplane/redis_backplane.hpp"
#include "base/metrics.hpp"
#include "crypto/crypto.hpp"
#include "main/ground_check.hpp"
#include "main/leased_numbers.hpp"
#include "main/shard_metrics.hpp"
#include "media/upload_desk.hpp"
#include "net/front.hpp"
#include "net/loop_turns.hpp"
#include "store/open.hpp"
#include "store/poster_files.hpp"
#include "tools/data_folder.hpp"
#include "tools/icalendar.hpp"
#include "tools/poster_work.hpp"
#include "wire/protobuf_log.hpp"

namespace posterhall {
namespace {

constexpr std::uint32_t kDrainOverMs = 10'000;  ///< a full hall leaves over this time
constexpr std::uint32_t kDrainEachMs = 3;
constexpr std::uint32_t kProxyCheckMs = 3'000;  ///< a proxy sees that we are not ready before anybody is sent away
constexpr std::chrono::seconds kDrainAtMost{25};
constexpr std::chrono::milliseconds kLastAnswers{300};

UnixMs system_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

std::uint64_t steady_now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

std::function<std::uint64_t()> random_numbers() {
  std::array<std::uint8_t, 8> seed{};
  crypto::random_bytes(seed);
  std::uint64_t value = 0;
  for (const auto byte : seed) value = value << 8 | byte;
  return [engine = std::mt19937_64(value)]() mutable { return engine(); };
}

/// Every visitor is a descriptor: takes as many as the system allows.
void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

/// event.toml's words go into the store before anything reads it. Faults: nothing is changed, and serve does not open.
void take_in_event_file(const std::filesystem::path& data, const std::string& place) {
  const auto database = tools::open_or_make(data, place);
  const auto file = tools::refresh_setting(*database, data, system_now());
  std::cerr << tools::faults_text(file, tools::event_file_of(data));
  if (!file.faults.empty()) throw std::runtime_error("The hall was not opened: put event.toml right first.");
}

std::string listen_sentence(const Configuration& configuration, const boost::system::system_error& error) {
  const std::string port = std::to_string(configuration.listen.port);
  if (error.code() == boost::asio::error::address_in_use) {
    return "Port " + port + " of " + configuration.listen.host +
           " is taken by another program; stop it, or choose another port with --listen " + configuration.listen.host +
           ":PORT.";
  }
  if (error.code() == boost::asio::error::access_denied) {
    return "This user may not open port " + port + "; choose one above 1023 with --listen.";
  }
  return "Cannot listen on " + configuration.listen.host + ":" + port + ": " + error.code().message() + ".";
}

/// Previews have a lane of their own; tiles leave one core to the hall.
std::unique_ptr<media::UploadDesk> open_uploads(const std::filesystem::path& data, const std::string& place) {
  const std::size_t cores = std::max(2U, std::thread::hardware_concurrency());
  return std::make_unique<media::UploadDesk>(data / "uploads", tools::make_poster_work(data, system_now, place),
                                             cores - 1, system_now);
}

/// Calendars carry when this server took in the programme they write.
net::CalendarWriter calendar_writer() {
  return [version = std::uint32_t{0}, since = UnixMs{0}](const domain::Catalogue& catalogue,
                                                         const domain::PersonalProgramme* mine) mutable {
    if (since == 0 || catalogue.version != version) since = system_now();
    version = catalogue.version;
    return tools::programme_calendar(catalogue, tools::TimeZone::load(catalogue.event.time_zone), since, mine);
  };
}

/// The object graph. Members are in the order in which they are made; run() takes them down in the right one.
class Serving {
 public:
  explicit Serving(const Configuration& configuration);
  int run();

 private:
  net::FrontOptions front_options() const;
  /// Numbers for the shards, then the hall: its own, or leased when other processes carry it too.
  void take_numbers(const hall::HallSetting& setting);
  void meet_others(const hall::LeasedShards& leased);
  void open(const hall::HallSetting& setting, const std::vector<hall::ShardNumber>& numbers);
  void give_up(const std::string& sentence);
  hall::Relay& relay() { return redis_ ? static_cast<hall::Relay&>(*redis_) : memory_; }
  void drain();
  void take_down();

  const Configuration& configuration_;
  Log log_;
  Metrics metrics_;
  net::ClientFiles client_;
  const std::uint64_t process_;  ///< drawn at the start: the same program started again is another one
  backplane::MemoryBackplane memory_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<media::UploadDesk> uploads_;
  std::deque<hall::ShardFigures> shard_figures_;
  net::Front front_;
  LeasedNumbers numbers_;
  std::unique_ptr<backplane::RedisBackplane> redis_;
  net::Front::Shards shards_;
  boost::asio::signal_set signals_;
  net::Timer last_timer_;
  bool draining_ = false;
  int exit_code_ = 0;
};

Serving::Serving(const Configuration& configuration)
    : configuration_(configuration),
      log_(configuration.log_level),
      client_(configuration.client),
      process_(random_numbers()() | 1U),  // not 0
      store_(store::open_store(configuration.data, system_now, configuration.database)),
      uploads_(open_uploads(configuration.data, configuration.database)),
      front_({store_->identity(), store_->people(), store_->events(), store_->catalogue(), store_->posters(),
              store_->poster_requests(), store_->my_things(), *uploads_, store_->shifts(), store_->figures(),
              store_->programme(), store_->my_programme(), store_->proposals(), store_->decks()},
             front_options(), client_, {log_, metrics_}),
      numbers_(front_.loop(), store_->shard_leases(), random_numbers()),
      signals_(front_.loop(), SIGINT, SIGTERM),
      last_timer_(front_.loop()) {}

net::FrontOptions Serving::front_options() const {
  net::FrontOptions options;
  options.listen = configuration_.listen;
  options.metrics_listen = configuration_.metrics_listen;
  options.public_url = configuration_.public_url;
  options.trusted_proxies = configuration_.trusted_proxies;
  options.shards = configuration_.shards;
  options.test_echo = configuration_.test_echo;
  options.poster_file = [data = configuration_.data](std::string_view hash) { return store::file_path(data, hash); };
  options.calendar = calendar_writer();
  options.process = backplane::process_name(process_);
  return options;
}

void Serving::give_up(const std::string& sentence) {
  std::cerr << sentence << "\n";
  exit_code_ = 1;
  front_.loop().stop();
}

void Serving::take_numbers(const hall::HallSetting& setting) {
  if (!configuration_.redis) {
    std::vector<hall::ShardNumber> own(configuration_.shards);
    std::iota(own.begin(), own.end(), 0);
    return open(setting, own);
  }
  const auto lost = [this] {
    give_up("This process stood still for so long that its shards' numbers were given to another one. Start it again.");
  };
  const auto ours = make_ground(configuration_.data, random_numbers());
  numbers_.lease(configuration_.shards, ours, lost, [this, setting, ours](const Result<hall::LeasedShards>& leased) {
    if (!leased) return give_up("The store gives no numbers for shards: " + leased.error().message() + ".");
    if (leased->numbers.empty()) return give_up("All 1024 numbers for shards are taken; wait half a minute.");
    if (const auto fault = ground_fault(*leased, ours, configuration_.data, system_now())) {
      numbers_.release();
      return give_up(*fault);
    }
    meet_others(*leased);
    open(setting, leased->numbers);
    redis_->start();
  });
}

void Serving::meet_others(const hall::LeasedShards& leased) {
  backplane::RedisOptions options;
  options.address = *configuration_.redis;
  options.hall = leased.hall;
  options.shards = leased.numbers;
  options.process = process_;
  options.place = front_.local_address();
  options.random = random_numbers();
  options.now = system_now;
  options.names.version = [this] { return front_.people_version(); };
  options.names.of = [this](PersonId id) -> std::optional<std::string_view> {
    const domain::Person* person = front_.person(id);
    if (person == nullptr || person->do_not_locate) return std::nullopt;
    return person->name;
  };
  redis_ = std::make_unique<backplane::RedisBackplane>(front_.loop(), std::move(options),
                                                       backplane::redis_figures(metrics_), log_);
  metrics_.gauge("posterhall_redis_linked", "1 while the other processes are within reach.", {},
                 [this] { return redis_->linked() ? 1.0 : 0.0; });
}

void Serving::open(const hall::HallSetting& setting, const std::vector<hall::ShardNumber>& numbers) {
  for (std::uint32_t i = 0; i < configuration_.shards; ++i) {
    hall::ShardFigures& figures = shard_figures_.emplace_back(shard_figures(metrics_, i));
    const auto ports = [this, &figures](hall::Encoder& encoder) {
      return hall::ShardPorts{store_->events(),
                              store_->people(),
                              store_->places(),
                              store_->attend(),
                              relay(),
                              encoder,
                              system_now,
                              steady_now,
                              random_numbers(),
                              &figures,
                              &log_,
                              configuration_.away_after_s * std::uint64_t{1000},
                              backplane::process_name(process_)};
    };
    shards_.push_back(std::make_unique<net::ShardThread>(numbers[i], ports, setting, connection_figures(metrics_, i),
                                                         front_.tell_of(i)));
  }
  for (auto& shard : shards_) shard->start(log_);
  front_.open(shards_);
  log_.info("hall.open", {{"address", front_.address()},
                          {"shards", configuration_.shards},
                          {"posters", setting.catalogue->posters.size()},
                          {"people", setting.people->size()}});
  if (configuration_.test_echo) log_.warning("test_echo.open", {{"path", "/echo"}});
  std::cout << "Posterhall is open at " << front_.address() << std::endl;
  if (configuration_.public_url.empty()) {
    for (const auto& address : front_.network_addresses()) std::cout << "On the network: " << address << std::endl;
  }
  if (!configuration_.public_url.empty()) std::cout << "Listening at " << front_.local_address() << std::endl;
  if (const auto metrics = front_.metrics_address()) std::cout << "Figures at " << *metrics << "/metrics" << std::endl;
}

void Serving::drain() {
  if (draining_) {  // asked twice: now
    front_.loop().stop();
    return;
  }
  draining_ = true;
  last_timer_.expires_after(kDrainAtMost);
  last_timer_.async_wait([this](const boost::system::error_code& error) {
    if (error) return;
    log_.warning("drain.too_long");
    front_.loop().stop();
  });
  signals_.async_wait([this](const boost::system::error_code& error, int) {
    if (!error) drain();
  });
  const auto many = static_cast<std::uint32_t>(std::min<std::size_t>(front_.connections(), kDrainOverMs));
  const std::uint32_t wait = configuration_.trusted_proxies.empty() ? 0 : kProxyCheckMs;
  front_.drain(wait, std::min(kDrainOverMs, many * kDrainEachMs), [this] {
    front_.close();
    if (redis_) redis_->leave();
    numbers_.release();
    last_timer_.expires_after(kLastAnswers);
    last_timer_.async_wait([this](const boost::system::error_code&) { front_.loop().stop(); });
  });
}

/// Shards first, so that nothing asks any more; then the store, which finishes what waits before its answers' loops go.
void Serving::take_down() {
  for (auto& shard : shards_) shard->stop();
  if (redis_) redis_->stop();
  numbers_.stop();
  uploads_.reset();
  store_.reset();
  log_.info("hall.closed");
}

int Serving::run() {
  signals_.async_wait([this](const boost::system::error_code& error, int) {
    if (!error) drain();
  });
  front_.load([this](ErrorCode error, const hall::HallSetting& setting) {
    if (!error) return take_numbers(setting);
    std::cerr << "The event cannot be read from " << configuration_.data.string() << ": " << error.message()
              << "; `posterhall check` says more.\n";
    exit_code_ = 1;
    front_.loop().stop();
  });
  try {
    net::run_in_turns(front_.loop());
  } catch (...) {
    take_down();
    throw;
  }
  take_down();
  return exit_code_;
}

}  // namespace

int serve(const Configuration& configuration) {
  raise_descriptor_limit();
  (void)std::signal(SIGPIPE, SIG_IGN);  // a Redis that went is an error of one write
  (void)std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of one write, not the end
  wire::keep_protobuf_quiet();
  try {
    take_in_event_file(configuration.data, configuration.database);
    Serving serving(configuration);
    return serving.run();
  } catch (const boost::system::system_error& error) {
    std::cerr << listen_sentence(configuration, error) << "\n";
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << "\n";
  }
  return 1;
}

}  // namespace posterhall
