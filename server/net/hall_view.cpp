#include "net/hall_view.hpp"

#include <algorithm>
#include <numeric>

#include "crypto/crypto.hpp"
#include "net/page_policy.hpp"

namespace posterhall::net {
namespace {

constexpr std::size_t kKeptFiles = 4;

bool is_author(const domain::Person& person) { return !person.presents.empty(); }

HallView::Policy policy_of(const domain::Catalogue* catalogue, Streams which) {
  HallView::Policy policy{page_policy(catalogue, which), {}};
  policy.hash = crypto::sha256_hex(policy.words).substr(0, 8);
  return policy;
}

}  // namespace

HallView::HallView() : policy_(policy_of(nullptr, Streams::all)), public_policy_(policy_) {}

void HallView::set(EncodedSetting encoded) {
  const bool new_catalogue = encoded.setting.catalogue != setting_.catalogue;
  if (encoded.setting.people != setting_.people) ++people_version_;
  setting_ = std::move(encoded.setting);
  here_fresh_ = findable_fresh_ = false;
  if (!new_catalogue) return;
  search_ = std::make_unique<hall::SearchIndex>(setting_.catalogue);
  posters_json_ = nullptr;
  policy_ = policy_of(setting_.catalogue.get(), Streams::all);
  public_policy_ = policy_of(setting_.catalogue.get(), Streams::open_to_everybody);
  files_.push_front(
      {setting_.catalogue_hash, setting_.plan_hash, std::move(encoded.catalogue_bytes), std::move(encoded.plan_bytes)});
  if (files_.size() > kKeptFiles) files_.pop_back();
}

void HallView::report(std::shared_ptr<const hall::HallReport> report, UnixMs now) {
  report_ = std::move(report);
  booths_.clear();
  for (const auto& fact : report_->facts.booths) booths_.push_back({fact.booth, fact.visitors, fact.attended});
  memory_.observe(booths_, now);
  here_fresh_ = findable_fresh_ = false;
}

wire::ApiView HallView::api_view(UnixMs now) const {
  wire::ApiView view;
  view.catalogue = setting_.catalogue.get();
  view.facts = report_ ? &report_->facts : nullptr;
  view.now = now;
  view.client_build = setting_.client_build;
  if (report_) {
    view.authors_here =
        static_cast<std::uint32_t>(std::ranges::count_if(report_->people, [this](const hall::VisitorHere& visitor) {
          const domain::Person* known = person(visitor.person);
          return known != nullptr && is_author(*known);
        }));
  }
  return view;
}

wire::CoverageView HallView::coverage_view(UnixMs now) const {
  return {setting_.catalogue.get(), setting_.people.get(), report_.get(), here(), booths_, &memory_, now};
}

std::span<const hall::PersonHere> HallView::here() const {
  if (here_fresh_ || !report_) return here_;
  if (zones_of_ != setting_.plan) {
    zones_of_ = setting_.plan;
    zones_ = domain::ZoneMap(*setting_.plan);
  }
  here_ = hall::people_here(report_->people, zones_, *setting_.plan, *setting_.people);
  here_fresh_ = true;
  return here_;
}

const hall::SimilarPosters& HallView::similar() const {
  if (!similar_ || similar_->catalogue() != setting_.catalogue) {
    similar_ = std::make_unique<hall::SimilarPosters>(setting_.catalogue);
  }
  return *similar_;
}

SharedBytes HallView::catalogue_file(std::string_view hash) const {
  const auto found = std::ranges::find(files_, hash, &Files::catalogue_hash);
  return found == files_.end() ? nullptr : found->catalogue;
}

SharedBytes HallView::plan_file(std::string_view hash) const {
  const auto found = std::ranges::find(files_, hash, &Files::plan_hash);
  return found == files_.end() ? nullptr : found->plan;
}

const domain::Person* HallView::person(PersonId id) const { return hall::find_person(*setting_.people, id); }

std::span<const hall::notice::PersonRow> HallView::findable() const {
  if (findable_fresh_) return findable_;
  findable_.clear();
  std::unordered_map<PersonId, const hall::PersonHere*> here;
  for (const auto& one : this->here()) here.emplace(one.person, &one);
  for (const auto& person : *setting_.people) {
    if (person.do_not_locate) continue;
    const auto found = here.find(person.id);
    hall::notice::PersonRow row{person, {}, {hall::notice::Whereabouts::At::not_here, 0}, false, false};
    if (found != here.end()) {
      const hall::PersonHere& one = *found->second;
      row = {person, one.visitor, one.at, one.away, one.list_mode};
    }
    findable_.push_back(std::move(row));
  }
  findable_fresh_ = true;
  return findable_;
}

SharedBytes HallView::posters_json(UnixMs now) const {
  const std::uint32_t facts = report_ ? report_->facts.version : 0;
  if (posters_json_ == nullptr || facts != posters_json_facts_) {
    posters_json_ = share(wire::posters_json(api_view(now)));
    posters_json_facts_ = facts;
  }
  return posters_json_;
}

std::size_t Whereabouts::arrive(const hall::Arrival& arrival) {
  auto [here, fresh] = here_.try_emplace(arrival.person);
  if (fresh) {
    here->second.shard = static_cast<std::size_t>(std::distance(sizes_.begin(), std::ranges::min_element(sizes_)));
  }
  here->second.devices.push_back(arrival.device);
  ++sizes_[here->second.shard];
  return here->second.shard;
}

void Whereabouts::gone(std::size_t shard, const hall::Arrival& arrival) {
  --sizes_[shard];
  const auto here = here_.find(arrival.person);
  if (here == here_.end()) return;
  auto& devices = here->second.devices;
  const auto one = std::ranges::find(devices, arrival.device);
  if (one != devices.end()) devices.erase(one);
  if (devices.empty()) here_.erase(here);
}

bool Whereabouts::on_another_device(PersonId person, std::uint32_t device) const {
  const auto here = here_.find(person);
  return here != here_.end() &&
         std::ranges::any_of(here->second.devices, [&](std::uint32_t one) { return one != device; });
}

void Whereabouts::agreed(std::uint32_t device) {
  constexpr std::size_t kMostAgreed = 20'000;  // entered and never came: those are asked once more
  if (agreed_.size() >= kMostAgreed) agreed_.clear();
  agreed_.insert(device);
}

bool Whereabouts::asks_first(PersonId person, std::uint32_t device) {
  const bool agreed = agreed_.erase(device) != 0;
  return !agreed && on_another_device(person, device);
}

std::size_t Whereabouts::connections() const { return std::accumulate(sizes_.begin(), sizes_.end(), std::size_t{0}); }

}  // namespace posterhall::net
