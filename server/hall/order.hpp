// Order: measures, reports and blocks in the running hall. What is asked for is checked, stored in the "order" or
// "blocks" channel (with its entry in the audit log), and takes effect when it comes back as an event, here and on
// every other shard: on the person, on all their tabs, whoever they are behind.
// Runs on: its shard's thread. Owns: nothing (Core has the book and the blocks).
#pragma once

#include <functional>
#include <string>

#include "hall/channels.hpp"
#include "hall/gate.hpp"
#include "hall/nearby_talk.hpp"
#include "hall/presence.hpp"

namespace posterhall::hall {

class Order {
 public:
  struct Parts {
    Channels& channels;
    NearbyTalk& talk;
    Presence& presence;
    Gate& gate;
  };
  Order(Core& core, Parts parts) : core_(core), parts_(parts) {}

  void follow();
  void block(ConnectionSlot connection, std::uint32_t seq, const command::Block& wish);
  void report(ConnectionSlot connection, std::uint32_t seq, command::Report wish);
  void measure(ConnectionSlot connection, std::uint32_t seq, command::Measure wish);
  void lift(ConnectionSlot connection, std::uint32_t seq, command::Lift wish);
  void settle(ConnectionSlot connection, std::uint32_t seq, command::ReportSettle wish);
  void seen(ConnectionSlot connection, std::uint32_t seq, const command::MeasureSeen& wish);

  /// A stored event of the "order" or "blocks" channel, in order.
  void apply(const domain::Event& event);
  /// False: banned; told why, and closed.
  bool let_in(ConnectionSlot connection, std::uint32_t seq);
  void welcome(ConnectionSlot connection);
  /// What somebody who is muted reads when they talk.
  void refuse_muted(ConnectionSlot connection, std::uint32_t seq);

 private:
  void propose(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event);
  void file(ConnectionSlot connection, std::uint32_t seq, const command::Report& wish, const std::string& message);
  [[nodiscard]] std::vector<domain::ReportedLine> lines_of(GuestSlot guest, const command::Report& wish) const;
  void take_effect(const domain::Measure& measure, UnixMs at);
  void blocks_changed(PersonId who, PersonId whom);
  void tell_count();
  void tell_blocks(PersonId who);
  void tell(const domain::Measure& measure);
  [[nodiscard]] notice::MyMeasure told(const domain::Measure& measure) const;
  [[nodiscard]] domain::Party party(PersonId person) const { return {person, core_.role(person)}; }
  [[nodiscard]] std::size_t organisers() const;

  Core& core_;
  Parts parts_;
};

}  // namespace posterhall::hall
