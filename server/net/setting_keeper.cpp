#include "net/setting_keeper.hpp"

#include <charconv>

#include "crypto/crypto.hpp"
#include "net/ask.hpp"
#include "wire/catalogue.hpp"

namespace posterhall::net {
namespace {

constexpr std::chrono::seconds kLookEvery{1};
constexpr std::uint32_t kMaxEntries = 1'000;
constexpr std::string_view kRevoked = "revoked", kEnded = "ended ";  ///< how the store's entries about people begin

/// The sessions an entry names, by blanks between them.
std::vector<std::uint32_t> sessions_of(std::string_view words) {
  std::vector<std::uint32_t> sessions;
  while (!words.empty()) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (error != std::errc{}) break;
    if (number != 0) sessions.push_back(number);
    words.remove_prefix(static_cast<std::size_t>(end - words.data()));
    if (words.starts_with(' ')) words.remove_prefix(1);
  }
  return sessions;
}

}  // namespace

EncodedSetting encode_setting(const hall::CatalogueAndLayout& loaded) {
  EncodedSetting encoded;
  auto& setting = encoded.setting;
  setting.catalogue = loaded.catalogue ? loaded.catalogue : std::make_shared<const domain::Catalogue>();
  std::vector<RoomId> rooms;
  for (const auto& room : setting.catalogue->rooms) rooms.push_back(room.id);
  const auto layout = loaded.layout ? *loaded.layout : domain::make_layout({}, {});
  setting.plan = std::make_shared<const domain::FloorPlan>(domain::build_floor_plan(layout, rooms));
  encoded.catalogue_bytes = share(wire::encode_catalogue(*setting.catalogue));
  encoded.plan_bytes = share(wire::encode_plan(*setting.plan));
  setting.requests = loaded.requests;
  setting.proposals = loaded.proposals;
  setting.catalogue_hash = crypto::sha256_hex(*encoded.catalogue_bytes);
  setting.plan_hash = crypto::sha256_hex(*encoded.plan_bytes);
  return encoded;
}

SettingKeeper::SettingKeeper(asio::io_context& loop, SettingSources sources, std::string client_build, Log& log,
                             Tell tell)
    : loop_(loop), sources_(sources), log_(log), tell_(std::move(tell)), timer_(loop), looked_(loop) {
  current_.setting.client_build = std::move(client_build);
}

Task<Result<SettingKeeper::Heads>> SettingKeeper::read_heads() {
  auto heads = co_await ask<std::vector<domain::Head>>(loop_.get_executor(), [this](auto reply) {
    sources_.events.heads({domain::Channel::catalogue(), domain::Channel::people()}, std::move(reply));
  });
  if (!heads) co_return heads.error();
  co_return Heads{heads->at(0).number, heads->at(1).number};
}

Task<ErrorCode> SettingKeeper::load_catalogue() {
  auto loaded = co_await ask<hall::CatalogueAndLayout>(
      loop_.get_executor(), [this](auto reply) { sources_.catalogue.load_catalogue(std::move(reply)); });
  if (!loaded) co_return loaded.error();
  auto encoded = encode_setting(*loaded);
  encoded.setting.people = current_.setting.people;
  encoded.setting.client_build = current_.setting.client_build;
  // A new file for a poster changes no tile: nobody has to be placed again.
  if (encoded.setting.plan_hash == current_.setting.plan_hash) encoded.setting.plan = current_.setting.plan;
  current_ = std::move(encoded);
  co_return ErrorCode{};
}

Task<ErrorCode> SettingKeeper::load_people() {
  auto loaded = co_await ask<std::shared_ptr<const hall::People>>(
      loop_.get_executor(), [this](auto reply) { sources_.people.load_people(std::move(reply)); });
  if (!loaded) co_return loaded.error();
  current_.setting.people = *loaded;
  co_return ErrorCode{};
}

Task<ErrorCode> SettingKeeper::load() {
  // Heads first: what changes while the rest is read is read again in a second.
  const auto heads = co_await read_heads();
  if (!heads) co_return heads.error();
  const auto catalogue = co_await load_catalogue();
  if (catalogue) co_return catalogue;
  const auto people = co_await load_people();
  if (people) co_return people;
  seen_ = *heads;
  tell_.changed(current_);
  co_return ErrorCode{};
}

Task<void> SettingKeeper::watch() {
  while (!stopped_) {
    timer_.expires_after(kLookEvery);
    boost::system::error_code error;
    co_await timer_.async_wait(asio::redirect_error(use_task, error));
    if (error || stopped_) co_return;
    co_await look();
  }
}

void SettingKeeper::stop() {
  stopped_ = true;
  timer_.cancel();
  looked_.cancel();
}

Task<void> SettingKeeper::look() {
  if (looking_) {
    boost::system::error_code ended;
    co_await looked_.async_wait(asio::redirect_error(use_task, ended));
    co_return;
  }
  looking_ = true;
  looked_.expires_at(Timer::time_point::max());
  co_await look_now();
  looking_ = false;
  looked_.cancel();
}

Task<void> SettingKeeper::look_now() {
  const auto heads = co_await read_heads();
  if (heads.has_error() != failing_) {
    failing_ = heads.has_error();
    if (failing_) log_.warning("store.unavailable", {{"error", heads.error().message()}});
    if (!failing_) log_.info("store.back");
  }
  if (!heads || stopped_) co_return;
  const bool catalogue_moved = heads->catalogue != seen_.catalogue;
  const bool people_moved = heads->people != seen_.people;
  if (!catalogue_moved && !people_moved) co_return;
  if (catalogue_moved) {
    const auto failed = co_await load_catalogue();
    if (failed) co_return;  // the heads are not seen yet: tried again in a second
  }
  // An import may change who presents what, so people are read again with it.
  const auto failed = co_await load_people();
  if (failed || stopped_) co_return;
  const std::uint32_t people_before = seen_.people;
  seen_ = *heads;
  if (catalogue_moved) log_.info("catalogue.changed", {{"version", current_.setting.catalogue->version}});
  tell_.changed(current_);
  if (people_moved && !co_await find_ended(people_before)) seen_.people = people_before;  // again in a second
}

Task<bool> SettingKeeper::find_ended(std::uint32_t after) {
  // The newest come first, so pages are read backwards until one is not full.
  for (std::uint32_t before = 0;;) {
    auto entries = co_await ask<std::vector<domain::Event>>(loop_.get_executor(), [this, after, before](auto reply) {
      sources_.events.read(domain::Channel::people(), after, before, kMaxEntries, std::move(reply));
    });
    if (!entries) co_return false;
    for (const auto& entry : *entries) {
      const std::string_view words = entry.text;
      if (words.starts_with(kRevoked)) tell_.ended(entry.author, 0);
      if (!words.starts_with(kEnded)) continue;
      for (const auto session : sessions_of(words.substr(kEnded.size()))) tell_.ended(entry.author, session);
    }
    if (entries->size() < kMaxEntries) co_return true;
    before = entries->front().number;
  }
}

}  // namespace posterhall::net
