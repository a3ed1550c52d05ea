#include "unit/hall/small_hall.hpp"

namespace posterhall::tests {
namespace {

void block(domain::FloorPlan& plan, const domain::TileRect& rect) {
  for (std::int32_t y = rect.y; y < rect.y + rect.h; ++y) {
    for (std::int32_t x = rect.x; x < rect.x + rect.w; ++x) {
      plan.blocked[static_cast<std::size_t>(y * plan.width + x)] = 1;
    }
  }
}

domain::Booth booth(BoothNumber number, PosterKey poster, std::int32_t x) {
  return {number, poster, 0, {x, 0, 5, 7}, {x, 2, 5, 3}, {x + 4, 2}};
}

}  // namespace

std::shared_ptr<domain::FloorPlan> small_plan() {
  auto plan = std::make_shared<domain::FloorPlan>();
  plan->width = 96;
  plan->height = 48;
  plan->blocked.assign(96 * 48, 0);
  plan->floor.assign(96 * 48, 0);
  plan->booths = {booth(kBoothA, kPosterA, 4), booth(kBoothB, kPosterB, 9)};
  block(*plan, {4, 0, 10, 2});  // the walls behind both
  plan->foyer = {0, 20, 96, 12};
  plan->tables = {{{30, 24, 2, 1}, {29, 23, 4, 3}}};
  block(*plan, {30, 24, 2, 1});
  plan->stage = {2, 22, 6, 4};
  block(*plan, plan->stage);
  plan->audience = {8, 22, 8, 6};
  plan->doors = {{kRoom, {60, 31, 2, 1}, {60, 30}}};
  block(*plan, {60, 31, 2, 1});
  plan->furniture = {{domain::FurnitureKind::help_desk, {40, 24, 3, 1}}};
  block(*plan, {40, 24, 3, 1});
  plan->spawns = {{20, 30}, {50, 30}};
  return plan;
}

std::shared_ptr<domain::Catalogue> small_catalogue() {
  auto catalogue = std::make_shared<domain::Catalogue>();
  catalogue->event.name = "A small event";
  for (const auto& [key, number] : {std::pair{kPosterA, kBoothA}, std::pair{kPosterB, kBoothB}}) {
    domain::Poster poster;
    poster.key = key;
    poster.id = "P" + std::to_string(key.value);
    poster.title = "A poster";
    poster.booth = number;
    catalogue->posters.push_back(poster);
  }
  catalogue->rooms = {{kRoom, "Breakout 1", 2}};
  domain::Session session;
  session.id = "breakout";
  session.kind = domain::SessionKind::breakout;
  session.room = kRoom;
  session.host_emails = {"p5@example.org"};
  // It began before anybody came: its door does not open by itself.
  session.span = {kNoon - 5 * 60 * 1000, kNoon + 40 * 60 * 1000};
  catalogue->sessions = {session};
  return catalogue;
}

std::shared_ptr<hall::People> some_people(std::uint32_t count) {
  auto people = std::make_shared<hall::People>();
  for (std::uint32_t i = 1; i <= count; ++i) {
    domain::Person person;
    person.id = PersonId{i};
    person.name = "Person " + std::to_string(i);
    person.affiliation = i % 2 == 0 ? "Even Labs" : "Odd Institute";
    person.email = "p" + std::to_string(i) + "@example.org";
    if (person.id == kAuthor || person.id == kCoAuthor) person.presents = {kPosterA};
    if (person.id == kAuthorB) person.presents = {kPosterB};
    if (!person.presents.empty()) person.role = domain::Role::author;
    if (person.id == kHost || person.id == kOtherHost) person.role = domain::Role::host;
    if (person.id == kModerator) person.role = domain::Role::moderator;
    if (person.id == kOrganiser) person.role = domain::Role::organiser;
    people->push_back(std::move(person));
  }
  return people;
}

hall::HallSetting small_setting(std::uint32_t people) {
  return {small_catalogue(), small_plan(), some_people(people), "catalogue-1", "plan-1", "build-1", nullptr, nullptr};
}

std::uint32_t place_at(std::int32_t x, std::int32_t y, domain::Facing facing) {
  return domain::pack_position(domain::standing_in({x, y}, facing));
}

}  // namespace posterhall::tests
