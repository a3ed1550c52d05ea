#include "domain/recap.hpp"

#include <algorithm>

namespace posterhall::domain {

void Recap::take(const Event& event) {
  const bool ours_before = room_.open() && room_.session() == session_;
  if (!room_.apply(event)) return;
  const bool ours = room_.open() && room_.session() == session_;
  if (ours && !ours_before) {
    if (from_ == 0) from_ = event.at;
    until_ = 0;
  }
  if (ours_before && !ours) until_ = event.at;
  if (!ours) return;
  for (const BreakoutRoom::Seat& seat : room_.seats()) people_.insert(seat.person);
  note_stage();
}

void Recap::note_stage() {
  const RoomStage& stage = room_.stage();
  if (!stage.link().empty() && std::ranges::find(links_, stage.link()) == links_.end()) links_.push_back(stage.link());
  const PosterKey shown{stage.shown_poster()};
  if (shown.value != 0 && std::ranges::find(posters_, shown) == posters_.end()) posters_.push_back(shown);
  const std::uint32_t deck = stage.shown_deck();
  if (deck != 0 && std::ranges::find(decks_, deck) == decks_.end()) decks_.push_back(deck);
  if (room_.question_changed() == 0) return;
  questions_.clear();
  for (const RoomQuestion& question : room_.questions().all()) {
    if (question.open_to_all()) questions_.push_back(question);
  }
}

}  // namespace posterhall::domain
