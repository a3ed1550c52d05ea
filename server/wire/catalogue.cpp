#include "wire/catalogue.hpp"

#include "domain/event_life.hpp"
#include "posterhall/v1/catalogue.pb.h"
#include "posterhall/v1/plan.pb.h"

namespace posterhall::wire {
namespace {

std::string file_address(const std::string& hash) { return hash.empty() ? std::string{} : "/files/" + hash; }

void fill_span(v1::Span& out, const domain::TimeSpan& span) {
  out.set_start_ms(static_cast<double>(span.start));
  out.set_end_ms(static_cast<double>(span.end));
}

v1::SessionKind kind_of(domain::SessionKind kind) {
  switch (kind) {
    case domain::SessionKind::other: return v1::SESSION_KIND_OTHER;
    case domain::SessionKind::opening: return v1::SESSION_KIND_OPENING;
    case domain::SessionKind::exhibition: return v1::SESSION_KIND_EXHIBITION;
    case domain::SessionKind::breakout: return v1::SESSION_KIND_BREAKOUT;
    case domain::SessionKind::talks: return v1::SESSION_KIND_TALKS;
    case domain::SessionKind::panel: return v1::SESSION_KIND_PANEL;
    case domain::SessionKind::lunch: return v1::SESSION_KIND_LUNCH;
    case domain::SessionKind::networking: return v1::SESSION_KIND_NETWORKING;
  }
  return v1::SESSION_KIND_UNSPECIFIED;
}

v1::FurnitureKind kind_of(domain::FurnitureKind kind) {
  switch (kind) {
    case domain::FurnitureKind::bench: return v1::FURNITURE_KIND_BENCH;
    case domain::FurnitureKind::table: return v1::FURNITURE_KIND_TABLE;
    case domain::FurnitureKind::plant: return v1::FURNITURE_KIND_PLANT;
    case domain::FurnitureKind::help_desk: return v1::FURNITURE_KIND_HELP_DESK;
  }
  return v1::FURNITURE_KIND_UNSPECIFIED;
}

/// Deep zoom, text view, and where this version comes from.
void fill_reading(v1::Poster& out, const domain::Poster& poster) {
  out.set_tiles(poster.tiles.hash);
  out.set_tile_size(poster.tiles.size);
  out.set_levels(poster.tiles.levels);
  out.set_full_width(poster.tiles.width);
  out.set_full_height(poster.tiles.height);
  out.set_pages(poster.pages);
  out.set_smallest_type_pt(poster.smallest_type_pt);
  out.set_text(poster.text_number);
  out.set_text_by_author(poster.text_by_author);
  out.set_put_up_ms(static_cast<double>(poster.put_up_at));
  out.set_note(poster.note);
  out.set_put_up_by_author(poster.put_up_by_author);
}

void fill_poster(v1::Poster& out, const domain::Poster& poster) {
  out.set_key(poster.key.value);
  out.set_id(poster.id);
  out.set_number(poster.booth.value);
  out.set_file_booth(poster.file_booth);
  out.set_title(poster.title);
  for (const auto& author : poster.authors) out.add_authors(author);
  out.set_category(poster.category);
  out.set_topic(poster.topic);
  out.set_link(poster.link);
  for (const auto& keyword : poster.keywords) out.add_keywords(keyword);
  for (const auto& shift : poster.shifts) fill_span(*out.add_shifts(), shift);
  std::uint32_t chosen = 0;
  for (const auto& plan : poster.plans) chosen += plan.number;
  out.set_shifts_chosen(chosen);
  out.set_version(poster.version);
  out.set_file(file_address(poster.file_hash));
  out.set_file_type(poster.file_type);
  out.set_thumbnail(poster.thumbnail_hash);
  out.set_picture(poster.picture_hash);
  out.set_width(poster.width);
  out.set_height(poster.height);
  fill_reading(out, poster);
}

void fill_tile(v1::Tile& out, domain::Tile tile) {
  out.set_x(tile.x);
  out.set_y(tile.y);
}

void fill_rect(v1::TileRect& out, const domain::TileRect& rect) {
  out.set_x(rect.x);
  out.set_y(rect.y);
  out.set_w(rect.w);
  out.set_h(rect.h);
}

void fill_booth(v1::PlanBooth& out, const domain::Booth& booth) {
  out.set_number(booth.number.value);
  out.set_poster(booth.poster.value);
  out.set_topic(booth.topic);
  fill_rect(*out.mutable_all(), booth.all);
  fill_rect(*out.mutable_rug(), booth.rug);
  fill_tile(*out.mutable_presenter(), booth.presenter);
}

void fill_interior(v1::FloorPlan& out, const domain::FloorPlan& plan) {
  for (const auto& furniture : plan.furniture) {
    auto& to = *out.add_furniture();
    to.set_kind(kind_of(furniture.kind));
    fill_rect(*to.mutable_rect(), furniture.rect);
  }
  for (const auto& table : plan.tables) {
    auto& to = *out.add_tables();
    fill_rect(*to.mutable_table(), table.table);
    fill_rect(*to.mutable_zone(), table.zone);
  }
  for (const auto& door : plan.doors) {
    auto& to = *out.add_doors();
    to.set_room(door.room.value);
    fill_rect(*to.mutable_rect(), door.rect);
    fill_tile(*to.mutable_front(), door.front);
  }
  for (const auto& sign : plan.signs) {
    auto& to = *out.add_signs();
    fill_tile(*to.mutable_at(), sign.at);
    to.set_topic(sign.topic);
    to.set_points_right(sign.points_right);
  }
  for (const auto& painted : plan.aisle_numbers) {
    auto& to = *out.add_aisle_numbers();
    fill_tile(*to.mutable_at(), painted.at);
    to.set_aisle(painted.aisle);
  }
}

}  // namespace

void fill_event_info(v1::EventInfo& out, const domain::EventInfo& event) {
  out.set_name(event.name);
  out.set_edition(event.edition);
  out.set_time_zone(event.time_zone);
  for (const auto& day : event.days) out.add_days(day);
  out.set_contact(event.contact);
  out.set_code_of_conduct(event.code_of_conduct);
  out.set_privacy(event.privacy);
  out.set_public_url(event.public_url);
  out.set_posters_freeze_ms(static_cast<double>(event.posters_freeze));
  const domain::EventTimes times = domain::settled(event.times);
  out.set_doors_ms(static_cast<double>(times.doors));
  out.set_closes_ms(static_cast<double>(times.closes));
  out.set_readable_until_ms(static_cast<double>(times.readable_until));
  out.set_times_change(event.times.change);
}

void fill_session(v1::Session& out, const domain::Session& session) {
  out.set_id(session.id);
  out.set_title(session.title);
  out.set_kind(kind_of(session.kind));
  out.set_audience(session.audience);
  out.set_place(session.place);
  out.set_room(session.room.value);
  for (const auto& name : session.people) out.add_people(name);
  out.set_summary(session.summary);
  out.set_day(session.day);
  if (session.span != domain::TimeSpan{}) fill_span(*out.mutable_span(), session.span);
  out.set_sponsor(session.sponsor);
  out.set_stream(session.stream);
  out.set_stream_public(session.stream_public);
  out.set_recording(session.recording);
  out.set_change(session.change);
}

std::string encode_catalogue(const domain::Catalogue& catalogue) {
  v1::Catalogue out;
  fill_event_info(*out.mutable_event(), catalogue.event);
  for (const auto& topic : catalogue.topics) out.add_topics()->set_name(topic.name);
  for (const auto& poster : catalogue.posters) fill_poster(*out.add_posters(), poster);
  for (const auto& session : catalogue.sessions) fill_session(*out.add_sessions(), session);
  for (const auto& room : catalogue.rooms) {
    auto& to = *out.add_rooms();
    to.set_room(room.id.value);
    to.set_name(room.name);
    to.set_capacity(room.capacity);
  }
  return out.SerializeAsString();
}

std::string encode_plan(const domain::FloorPlan& plan) {
  v1::FloorPlan out;
  out.set_width(plan.width);
  out.set_height(plan.height);
  out.set_blocked(plan.blocked.data(), plan.blocked.size());
  out.set_floor(plan.floor.data(), plan.floor.size());
  for (const auto& booth : plan.booths) fill_booth(*out.add_booths(), booth);
  fill_interior(out, plan);
  for (const auto tile : plan.spawns) fill_tile(*out.add_spawns(), tile);
  fill_rect(*out.mutable_stage(), plan.stage);
  fill_rect(*out.mutable_audience(), plan.audience);
  fill_rect(*out.mutable_foyer(), plan.foyer);
  return out.SerializeAsString();
}

}  // namespace posterhall::wire
