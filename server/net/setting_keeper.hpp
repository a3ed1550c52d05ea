// Keeps the hall's setting as the store has it: reads the heads of "catalogue" and "people" every second, loads again
// what moved, and tells whose sessions were ended from outside. So an import or a revocation by another process is in
// the hall within two seconds.
// Runs on: the front thread. Owns: the setting last loaded.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/log.hpp"
#include "hall/ports/catalogue_source.hpp"
#include "hall/ports/event_log.hpp"
#include "hall/ports/people_store.hpp"
#include "net/asio_types.hpp"
#include "net/hall_view.hpp"

namespace posterhall::net {

struct SettingSources {
  hall::EventLog& events;
  hall::PeopleStore& people;
  hall::CatalogueSource& catalogue;
};

class SettingKeeper {
 public:
  struct Tell {
    std::function<void(const EncodedSetting&)> changed;
    /// A session ended, or, with device 0, all of a person; on this process or on another.
    std::function<void(PersonId, std::uint32_t device)> ended;
  };

  SettingKeeper(asio::io_context& loop, SettingSources sources, std::string client_build, Log& log, Tell tell);

  /// Loads everything once; says what went wrong, if anything.
  Task<ErrorCode> load();
  /// Looks every second until stop().
  Task<void> watch();
  /// Loads what moved since the last time, if the store answers. Who asks while that is going on waits for its end.
  Task<void> look();
  void stop();
  [[nodiscard]] const EncodedSetting& current() const { return current_; }

 private:
  struct Heads {
    std::uint32_t catalogue = 0;
    std::uint32_t people = 0;
  };
  Task<void> look_now();
  Task<Result<Heads>> read_heads();
  Task<ErrorCode> load_catalogue();
  Task<ErrorCode> load_people();
  /// False: the store did not answer.
  Task<bool> find_ended(std::uint32_t after);

  asio::io_context& loop_;
  SettingSources sources_;
  Log& log_;
  Tell tell_;
  Timer timer_;
  Timer looked_;  ///< cancelled when a look has ended
  EncodedSetting current_;
  Heads seen_;
  bool failing_ = false;
  bool looking_ = false;
  bool stopped_ = false;
};

/// The plan and the bytes browsers fetch. Takes some ten milliseconds for a large hall.
[[nodiscard]] EncodedSetting encode_setting(const hall::CatalogueAndLayout& loaded);

}  // namespace posterhall::net
