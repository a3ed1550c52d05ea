// The store's ports in memory: numbered channels, epochs, marks, places. Can fail, and can hold its answers back.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <vector>

#include "hall/ports/attend_store.hpp"
#include "hall/ports/event_log.hpp"
#include "hall/ports/people_store.hpp"
#include "hall/ports/places.hpp"

namespace posterhall::tests {

class FakeStore final : public hall::EventLog, public hall::PeopleStore, public hall::Places, public hall::AttendStore {
 public:
  // What tests turn.
  bool failing = false;
  int failing_reads = 0;  ///< the next ones of events
  bool holding = false;   ///< answers wait for release()
  UnixMs now = 0;
  std::map<PersonId, hall::LastPlace> places;
  std::map<PersonId, hall::PersonMarks> marks;
  std::vector<std::size_t> saved_batches;
  std::vector<domain::Person> profiles;
  std::vector<PosterKey> reads;
  std::vector<hall::FigureCount> counted;
  std::map<PersonId, std::vector<PosterKey>> wanted;
  std::shared_ptr<const hall::People> people;
  int claims = 0;
  int head_reads = 0;
  int event_reads = 0;

  void release();
  /// As if another process stored it.
  domain::Event store(domain::NewEvent event);
  /// As if the person took control at another process.
  void raise_epoch(PersonId person) { ++epochs_[person]; }
  [[nodiscard]] const std::vector<domain::Event>& events(const domain::Channel& channel) { return channels_[channel]; }

  void append(domain::NewEvent event, hall::Reply<hall::Appended> reply) override;
  void read(domain::Channel channel, std::uint32_t after, std::uint32_t before, std::uint32_t limit,
            hall::Reply<std::vector<domain::Event>> reply) override;
  void question(domain::Channel channel, std::uint32_t number, PersonId person,
                hall::Reply<std::optional<domain::QuestionState>> reply) override;
  void heads(std::vector<domain::Channel> channels, hall::Reply<std::vector<domain::Head>> reply) override;

  void load_people(hall::Reply<std::shared_ptr<const hall::People>> reply) override;
  void claim(PersonId person, hall::Reply<Epoch> reply) override;
  void epochs(std::vector<PersonId> persons, hall::Reply<std::vector<Epoch>> reply) override;
  void load_marks(PersonId person, bool answers_help, hall::Reply<hall::PersonMarks> reply) override;
  void set_saved(PersonId person, PosterKey poster, bool saved, hall::Reply<bool> reply) override;
  void set_read(PersonId person, domain::Channel channel, std::uint32_t number, hall::Reply<bool> reply) override;
  void update_profile(domain::Person person, hall::Reply<bool> reply) override;
  void count_read(PosterKey poster, PersonId, UnixMs) override { reads.push_back(poster); }

  void load_wanted(PersonId person, hall::Reply<std::vector<PosterKey>> reply) override;
  void set_wanted(PersonId person, PosterKey poster, bool on, hall::Reply<bool> reply) override;

  void count(std::vector<hall::FigureCount> counts) override {
    counted.insert(counted.end(), counts.begin(), counts.end());
  }

  void save(std::vector<hall::LastPlace> moved) override;
  void load(PersonId person, hall::Reply<std::optional<hall::LastPlace>> reply) override;

 private:
  template <class T>
  void answer(hall::Reply<T> reply, std::function<T()> work);
  [[nodiscard]] ErrorCode broken() const;

  std::map<domain::Channel, std::vector<domain::Event>> channels_;
  std::map<PersonId, std::uint32_t> epochs_;
  std::deque<std::function<void()>> held_;
};

}  // namespace posterhall::tests
