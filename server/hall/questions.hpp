// Questions: wanting one answered, hiding one with a reason, showing it again. Judged by what the store has of it
// (domain/question.hpp), stored, and shown to everybody by Channels.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <functional>

#include "domain/question.hpp"
#include "hall/channels.hpp"

namespace posterhall::hall {

class Questions {
 public:
  Questions(Core& core, Channels& channels) : core_(core), channels_(channels) {}

  void want(ConnectionSlot connection, std::uint32_t seq, const command::WantAnswer& wish);
  void hide(ConnectionSlot connection, std::uint32_t seq, command::HideQuestion wish);
  void show(ConnectionSlot connection, std::uint32_t seq, const command::ShowQuestion& wish);

 private:
  /// Reads the question; `judge` says what is to be done and fills the event that may be stored.
  using Judge = std::function<domain::Wish(const domain::QuestionState&, domain::NewEvent&)>;
  void change(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event, Judge judge);
  void append(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event);

  Core& core_;
  Channels& channels_;
};

}  // namespace posterhall::hall
