#include "unit/hall/fake_store.hpp"

#include <algorithm>
#include <memory>

#include "domain/settled_words.hpp"

namespace posterhall::tests {

ErrorCode FakeStore::broken() const {
  return boost::system::errc::make_error_code(boost::system::errc::no_space_on_device);
}

template <class T>
void FakeStore::answer(hall::Reply<T> reply, std::function<T()> work) {
  auto job = [this, r = std::make_shared<hall::Reply<T>>(std::move(reply)), work = std::move(work)] {
    if (failing) {
      (*r)(Result<T>(boost::system::in_place_error, broken()));
    } else {
      (*r)(work());
    }
  };
  if (holding) {
    held_.push_back(std::move(job));
  } else {
    job();
  }
}

void FakeStore::release() {
  holding = false;
  while (!held_.empty()) {
    const auto job = std::move(held_.front());
    held_.pop_front();
    job();
  }
}

domain::Event FakeStore::store(domain::NewEvent event) {
  auto& channel = channels_[event.channel];
  domain::Event stored{event.channel,   static_cast<std::uint32_t>(channel.size() + 1),
                       event.client_id, now,
                       event.author,    event.kind,
                       event.ref,       event.text};
  channel.push_back(stored);
  return stored;
}

void FakeStore::append(domain::NewEvent event, hall::Reply<hall::Appended> reply) {
  answer<hall::Appended>(std::move(reply), [this, event = std::move(event)] {
    for (const domain::Event& known : channels_[event.channel]) {
      if (known.client_id == event.client_id && known.author == event.author) {
        return hall::Appended{known.number, known.at, true};
      }
    }
    const domain::Event stored = store(event);
    return hall::Appended{stored.number, stored.at, false};
  });
}

void FakeStore::read(domain::Channel channel, std::uint32_t after, std::uint32_t before, std::uint32_t limit,
                     hall::Reply<std::vector<domain::Event>> reply) {
  ++event_reads;
  if (failing_reads > 0) {
    --failing_reads;
    return reply(Result<std::vector<domain::Event>>(boost::system::in_place_error, broken()));
  }
  answer<std::vector<domain::Event>>(std::move(reply), [=, this] {
    std::vector<domain::Event> found;
    for (const domain::Event& event : channels_[channel]) {
      if (event.number > after && (before == 0 || event.number < before)) found.push_back(event);
    }
    if (found.size() > limit) found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(limit));
    domain::settle_words(found, channels_[channel]);
    return found;
  });
}

void FakeStore::question(domain::Channel channel, std::uint32_t number, PersonId person,
                         hall::Reply<std::optional<domain::QuestionState>> reply) {
  answer<std::optional<domain::QuestionState>>(std::move(reply), [=, this]() -> std::optional<domain::QuestionState> {
    const std::vector<domain::Event>& all = channels_[channel];
    if (number == 0 || number > all.size()) return std::nullopt;
    return domain::settle_question(std::span(all).subspan(number - 1), person);
  });
}

void FakeStore::heads(std::vector<domain::Channel> channels, hall::Reply<std::vector<domain::Head>> reply) {
  ++head_reads;
  answer<std::vector<domain::Head>>(std::move(reply), [this, channels = std::move(channels)] {
    std::vector<domain::Head> heads;
    for (const domain::Channel& channel : channels) {
      heads.push_back({channel, static_cast<std::uint32_t>(channels_[channel].size())});
    }
    return heads;
  });
}

void FakeStore::load_people(hall::Reply<std::shared_ptr<const hall::People>> reply) {
  answer<std::shared_ptr<const hall::People>>(std::move(reply), [this] { return people; });
}

void FakeStore::claim(PersonId person, hall::Reply<Epoch> reply) {
  ++claims;
  answer<Epoch>(std::move(reply), [this, person] { return Epoch{++epochs_[person]}; });
}

void FakeStore::epochs(std::vector<PersonId> persons, hall::Reply<std::vector<Epoch>> reply) {
  answer<std::vector<Epoch>>(std::move(reply), [this, persons = std::move(persons)] {
    std::vector<Epoch> found;
    for (const PersonId person : persons) found.push_back(Epoch{epochs_[person]});
    return found;
  });
}

void FakeStore::load_marks(PersonId person, bool answers_help, hall::Reply<hall::PersonMarks> reply) {
  answer<hall::PersonMarks>(std::move(reply), [this, person, answers_help] {
    hall::PersonMarks found = marks[person];
    for (const auto& [channel, events] : channels_) {
      const bool help = channel.kind == domain::ChannelKind::help && !events.empty();
      if (help && (answers_help || channel.a == person.value)) found.channels.push_back({channel, 0});
    }
    for (domain::Head& head : found.channels) head.number = static_cast<std::uint32_t>(channels_[head.channel].size());
    return found;
  });
}

void FakeStore::set_saved(PersonId person, PosterKey poster, bool saved, hall::Reply<bool> reply) {
  answer<bool>(std::move(reply), [=, this] {
    auto& list = marks[person].saved;
    std::erase(list, poster);
    if (saved) list.push_back(poster);
    return true;
  });
}

void FakeStore::set_read(PersonId person, domain::Channel channel, std::uint32_t number, hall::Reply<bool> reply) {
  answer<bool>(std::move(reply), [=, this] {
    auto& list = marks[person].read;
    std::erase_if(list, [&](const domain::Head& head) { return head.channel == channel; });
    list.push_back({channel, number});
    return true;
  });
}

void FakeStore::update_profile(domain::Person person, hall::Reply<bool> reply) {
  answer<bool>(std::move(reply), [this, person] {
    profiles.push_back(person);
    return true;
  });
}

void FakeStore::load_wanted(PersonId person, hall::Reply<std::vector<PosterKey>> reply) {
  answer<std::vector<PosterKey>>(std::move(reply), [this, person] { return wanted[person]; });
}

void FakeStore::set_wanted(PersonId person, PosterKey poster, bool on, hall::Reply<bool> reply) {
  answer<bool>(std::move(reply), [=, this] {
    std::erase(wanted[person], poster);
    if (on) wanted[person].push_back(poster);
    return true;
  });
}

void FakeStore::save(std::vector<hall::LastPlace> moved) {
  if (failing) return;
  saved_batches.push_back(moved.size());
  for (const hall::LastPlace& place : moved) places[place.person] = place;
}

void FakeStore::load(PersonId person, hall::Reply<std::optional<hall::LastPlace>> reply) {
  answer<std::optional<hall::LastPlace>>(std::move(reply), [this, person]() -> std::optional<hall::LastPlace> {
    const auto it = places.find(person);
    return it == places.end() ? std::nullopt : std::optional(it->second);
  });
}

}  // namespace posterhall::tests
