#include "wire/api_figures.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "posterhall/v1/api_attend.pb.h"
#include "wire/api_json.hpp"

namespace posterhall::wire {

std::string figures_json(const domain::PosterFigures& figures) {
  v1::Figures out;
  out.set_visits(figures.visits);
  out.set_people(figures.people);
  out.set_reads(figures.reads);
  out.set_questions(figures.questions);
  out.set_median_stay_s(figures.median_stay_s);
  out.set_step_ms(static_cast<double>(domain::kFigureStepMs));
  for (const auto& step : figures.steps) {
    auto& to = *out.add_steps();
    to.set_start_ms(static_cast<double>(step.start));
    to.set_visits(step.visits);
    to.set_reads(step.reads);
    to.set_questions(step.questions);
    to.set_attended_s(step.attended_s);
  }
  return to_json(out);
}

std::string all_figures_json(const domain::Catalogue& catalogue, std::span<const domain::PosterFigures> all) {
  std::unordered_map<PosterKey, const domain::PosterFigures*> by_poster;
  for (const auto& figures : all) by_poster.emplace(figures.poster, &figures);
  v1::AllFigures out;
  std::vector<std::uint32_t> visits;
  for (const auto& poster : catalogue.posters) {
    const auto found = by_poster.find(poster.key);
    const domain::PosterFigures figures = found == by_poster.end() ? domain::PosterFigures{} : *found->second;
    auto& to = *out.add_posters();
    to.set_number(poster.booth.value);
    to.set_title(poster.title);
    to.set_topic(poster.topic);
    to.set_visits(figures.visits);
    to.set_people(figures.people);
    to.set_reads(figures.reads);
    to.set_questions(figures.questions);
    out.set_visits(out.visits() + figures.visits);
    visits.push_back(figures.visits);
  }
  std::stable_sort(out.mutable_posters()->pointer_begin(), out.mutable_posters()->pointer_end(),
                   [](const auto* a, const auto* b) { return a->visits() < b->visits(); });
  out.set_gini(domain::gini(std::move(visits)));
  return to_json(out);
}

}  // namespace posterhall::wire
