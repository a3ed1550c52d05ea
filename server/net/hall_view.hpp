// The hall as the HTTP interface sees it: the event as it is set, what shard 0 reported last, and who is connected
// where.
// Runs on: the front thread. Owns: shared snapshots; nothing of the running hall.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "domain/coverage.hpp"
#include "hall/search.hpp"
#include "hall/shard.hpp"
#include "hall/similar.hpp"
#include "wire/api.hpp"
#include "wire/api_attend.hpp"

namespace posterhall::net {

/// A setting with the bytes browsers fetch for it.
struct EncodedSetting {
  hall::HallSetting setting;
  SharedBytes catalogue_bytes;
  SharedBytes plan_bytes;
};

class HallView {
 public:
  HallView();
  void set(EncodedSetting encoded);
  void report(std::shared_ptr<const hall::HallReport> report, UnixMs now);

  [[nodiscard]] bool ready() const { return setting_.catalogue != nullptr; }
  [[nodiscard]] const hall::HallSetting& setting() const { return setting_; }
  /// What the page may load, and a short hash of it; `stream_page`: of people without an invitation.
  struct Policy {
    std::string words;
    std::string hash;
  };
  [[nodiscard]] const Policy& policy(bool stream_page) const { return stream_page ? public_policy_ : policy_; }
  [[nodiscard]] wire::ApiView api_view(UnixMs now) const;
  [[nodiscard]] wire::CoverageView coverage_view(UnixMs now) const;
  /// The bytes with this hash, also of the settings just before: a tab may still be fetching them.
  [[nodiscard]] SharedBytes catalogue_file(std::string_view hash) const;
  [[nodiscard]] SharedBytes plan_file(std::string_view hash) const;
  [[nodiscard]] const domain::Person* person(PersonId id) const;
  [[nodiscard]] std::uint64_t people_version() const { return people_version_; }
  [[nodiscard]] const hall::SearchIndex& search() const { return *search_; }
  /// Made when first asked for after a change of the posters.
  [[nodiscard]] const hall::SimilarPosters& similar() const;
  /// Everybody who may be found by others, here or not.
  [[nodiscard]] std::span<const hall::notice::PersonRow> findable() const;
  /// Everybody here, and where.
  [[nodiscard]] std::span<const hall::PersonHere> here() const;
  /// GET /api/v1/posters, made again only when something in it changed.
  [[nodiscard]] SharedBytes posters_json(UnixMs now) const;

 private:
  struct Files {
    std::string catalogue_hash, plan_hash;
    SharedBytes catalogue, plan;
  };
  hall::HallSetting setting_;
  std::uint64_t people_version_ = 0;
  Policy policy_, public_policy_;
  std::deque<Files> files_;  ///< newest first
  std::shared_ptr<const hall::HallReport> report_;
  std::vector<domain::BoothNow> booths_;  ///< of that report
  domain::AttendanceMemory memory_;
  std::unique_ptr<hall::SearchIndex> search_;
  mutable std::unique_ptr<hall::SimilarPosters> similar_;
  mutable std::shared_ptr<const domain::FloorPlan> zones_of_;  ///< what zones_ are of
  mutable domain::ZoneMap zones_;
  mutable std::vector<hall::PersonHere> here_;
  mutable std::vector<hall::notice::PersonRow> findable_;
  mutable bool here_fresh_ = false, findable_fresh_ = false;  ///< of this report and setting
  mutable SharedBytes posters_json_;
  mutable std::uint32_t posters_json_facts_ = 0;
};

/// Which shard somebody belongs to, and from which devices they are here.
class Whereabouts {
 public:
  explicit Whereabouts(std::size_t shards) : sizes_(shards) {}
  /// The shard where that person already is, else the one with the fewest connections; counts the arrival.
  [[nodiscard]] std::size_t arrive(const hall::Arrival& arrival);
  void gone(std::size_t shard, const hall::Arrival& arrival);
  /// Somebody else's device, or their other one, is in the hall for them now. `device` 0 = none of one's own.
  [[nodiscard]] bool on_another_device(PersonId person, std::uint32_t device) const;
  /// That device came in by the join page, which asks where another one is in the hall: its next arrival need not.
  void agreed(std::uint32_t device);
  /// Whether an arrival takes nothing from another device before it is asked. Counts an agreement once.
  [[nodiscard]] bool asks_first(PersonId person, std::uint32_t device);
  [[nodiscard]] std::size_t connections() const;

 private:
  struct Here {
    std::size_t shard = 0;
    std::vector<std::uint32_t> devices;  ///< one for each connection
  };
  std::vector<std::size_t> sizes_;
  std::unordered_map<PersonId, Here> here_;
  std::unordered_set<std::uint32_t> agreed_;
};

}  // namespace posterhall::net
