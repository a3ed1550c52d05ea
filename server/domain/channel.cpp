#include "domain/channel.hpp"

#include <charconv>

namespace posterhall::domain {
namespace {

std::optional<std::uint32_t> parse_number(std::string_view text) {
  if (text.empty() || text.front() == '0' || text.size() > 10) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Channel> parse_direct(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto a = parse_number(text.substr(0, dash));
  const auto b = parse_number(text.substr(dash + 1));
  if (!a || !b || *a >= *b) return std::nullopt;
  return Channel{ChannelKind::direct, *a, *b};
}

}  // namespace

std::string to_text(const Channel& channel) {
  switch (channel.kind) {
    case ChannelKind::hall: return "hall";
    case ChannelKind::announce: return "announce";
    case ChannelKind::room: return "room/" + std::to_string(channel.a);
    case ChannelKind::talk: return "talk/" + std::to_string(channel.a);
    case ChannelKind::poster: return "poster/" + std::to_string(channel.a);
    case ChannelKind::direct: return "dm/" + std::to_string(channel.a) + "-" + std::to_string(channel.b);
    case ChannelKind::catalogue: return "catalogue";
    case ChannelKind::people: return "people";
    case ChannelKind::order: return "order";
    case ChannelKind::blocks: return "blocks";
    case ChannelKind::help: return "help/" + std::to_string(channel.a);
    case ChannelKind::planned: return "planned";
  }
  return {};
}

std::optional<Channel> parse_channel(std::string_view text) {
  if (text == "hall") return Channel::hall();
  if (text == "announce") return Channel::announce();
  if (text == "catalogue") return Channel::catalogue();
  if (text == "people") return Channel::people();
  if (text == "order") return Channel::order();
  if (text == "blocks") return Channel::blocks();
  if (text == "planned") return Channel::planned();
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto kind = text.substr(0, slash);
  const auto rest = text.substr(slash + 1);
  if (kind == "dm") return parse_direct(rest);
  const auto number = parse_number(rest);
  if (!number) return std::nullopt;
  if (kind == "room") return Channel::room(RoomId{*number});
  if (kind == "talk") return Channel::talk(RoomId{*number});
  if (kind == "poster") return Channel::poster(PosterKey{*number});
  if (kind == "help") return Channel::help(PersonId{*number});
  return std::nullopt;
}

}  // namespace posterhall::domain
