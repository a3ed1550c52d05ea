#include "tools/bots.hpp"

#include <chrono>
#include <stdexcept>

#include "crypto/crypto.hpp"
#include "store/database.hpp"
#include "tools/data_folder.hpp"

namespace posterhall::tools {
namespace {

constexpr UnixMs kOneDay = 24LL * 60 * 60 * 1000;

template <class T>
T must(Result<T> result, const std::string& what) {
  if (!result) throw std::runtime_error(what + ": " + result.error().message());
  return std::move(*result);
}

UnixMs wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

std::vector<std::string> mint_bot_links(const std::filesystem::path& data, std::uint32_t count, std::uint32_t seed,
                                        const std::string& place) {
  const auto database = open_or_make(data, place);
  const auto now = wall_clock();
  std::vector<std::string> tokens;
  std::vector<store::Invite> rows;
  for (std::uint32_t i = 0; i < count; ++i) {
    tokens.push_back(crypto::new_token());
    store::Invite row;
    row.email = "bot-" + std::to_string(i + 1) + "@bots.invalid";
    row.name = "Bot " + std::to_string(i + 1);
    row.affiliation = "Seed " + std::to_string(seed);
    row.role = domain::Role::attendee;
    row.posters = std::vector<PosterKey>{};
    row.marked = true;
    row.token = crypto::sha256(tokens.back());
    rows.push_back(std::move(row));
  }
  const auto invited = must(database->people().invite(rows, now + kOneDay, now), "inviting the bots");
  for (std::size_t i = 0; i < invited.size(); ++i) {
    if (invited[i].linked) continue;
    must(database->people().renew(rows[i].email, rows[i].token, now + kOneDay, now), "renewing a bot's link");
  }
  return tokens;
}

std::vector<PosterKey> some_poster_keys(const std::filesystem::path& data, std::uint32_t most) {
  const auto state = must(open_or_make(data)->catalogue().load(), "reading the posters");
  std::vector<PosterKey> keys;
  for (const auto& poster : state.catalogue.posters) {
    if (keys.size() < most) keys.push_back(poster.key);
  }
  return keys;
}

std::vector<std::pair<std::uint32_t, std::string>> read_stored_events(const std::filesystem::path& data,
                                                                      const std::string& channel) {
  const auto parsed = domain::parse_channel(channel);
  if (!parsed) throw std::runtime_error("no channel is named " + channel);
  std::vector<std::pair<std::uint32_t, std::string>> events;
  for (const auto& event : must(open_or_make(data)->read_channel(*parsed), "reading " + channel)) {
    events.emplace_back(event.number, std::string(event.client_id.begin(), event.client_id.end()));
  }
  return events;
}

}  // namespace posterhall::tools
