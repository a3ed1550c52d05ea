#include "hall/entering.hpp"

#include <algorithm>
#include <utility>

#include "domain/permission.hpp"

namespace posterhall::hall {
namespace {

/// A shard has 14 bits of visitor ids; with fewer free than this an id would come back too soon.
constexpr std::size_t kMostVisitors = 15'000;

}  // namespace

void Entering::enter(ConnectionSlot slot, std::uint32_t seq, command::Enter enter) {
  if (door_ && !door_(slot, seq)) return;
  if (core_.visitors.own() >= kMostVisitors) {
    return core_.connections.reject(slot, seq, RejectCode::no_free_place, 60'000);
  }
  Connection& connection = core_.connections[slot];
  connection.state = ConnectionState::entering;
  connection.view = enter.view;
  connection.tab = enter.tab_id;
  const auto job = std::make_shared<Job>();
  job->connection = connection.id;
  job->seq = seq;
  job->person = connection.person;
  job->enter = std::move(enter);
  if (core_.people.find(job->person) != nullptr) return ask_store(job);
  // Invited a moment ago: the shared list does not have them yet.
  core_.ports.people.load_people(core_.reply<std::shared_ptr<const People>>([this, job](auto people) {
    if (people && *people) {
      for (const domain::Person& person : **people) {
        if (person.id == job->person) core_.people.change(person);
      }
    }
    ask_store(job);
  }));
}

template <class T, class F>
Reply<T> Entering::part(const JobPtr& job, F take) {
  ++job->waiting;
  return core_.reply<T>([this, job, take](Result<T> result) {
    take(*job, std::move(result));
    if (--job->waiting == 0) finish(job);
  });
}

void Entering::ask_store(const JobPtr& job) {
  ++job->waiting;  // so that no answer finishes before all are asked
  const GuestSlot guest = core_.guests.find(job->person);
  const bool controlled = guest != kNone && core_.guests[guest].controller != kNone;
  // A tab that comes back where it stood had control when it broke; a page opened anew asks.
  const ConnectionSlot slot = core_.connections.find(job->connection);
  if (slot != kNone && controlled && job->enter.place == 0 && tabs_.must_ask(guest, slot)) {
    job->enter.watch_only = job->other_device = true;
  }
  if (!job->enter.watch_only || !controlled) {
    job->enter.watch_only = false;
    core_.ports.people.claim(job->person, part<Epoch>(job, [](Job& j, Result<Epoch> epoch) {
                               if (epoch) j.epoch = *epoch;
                               j.claim_failed = !epoch;
                             }));
  }
  const bool answers_help = domain::may(core_.role(job->person), domain::Act::write_help, domain::Whose::other);
  core_.ports.people.load_marks(job->person, answers_help,
                                part<PersonMarks>(job, [](Job& j, Result<PersonMarks> marks) {
                                  if (marks) j.marks = std::move(*marks);
                                }));
  if (core_.visitors.find(job->person) == kNone) {
    core_.ports.places.load(job->person, part<std::optional<LastPlace>>(job, [](Job& j, auto place) {
                              if (place) j.place = *place;
                            }));
  }
  std::vector<domain::Channel> channels{domain::Channel::hall(), domain::Channel::announce()};
  if (const domain::Person* person = core_.people.find(job->person)) {
    for (const PosterKey poster : person->presents) channels.push_back(domain::Channel::poster(poster));
  }
  core_.ports.events.heads(std::move(channels), part<std::vector<domain::Head>>(job, [](Job& j, auto heads) {
                             if (heads) j.heads = std::move(*heads);
                           }));
  if (--job->waiting == 0) finish(job);
}

void Entering::finish(const JobPtr& job) {
  const ConnectionSlot slot = core_.connections.find(job->connection);
  if (slot == kNone || core_.connections[slot].outlet == nullptr) return;
  GuestSlot guest = core_.guests.find(job->person);
  std::uint64_t lost_ms = 0;
  if (const LeftBehind* left = avatars_.left_behind(job->person)) lost_ms = left->lost_ms;
  if (guest == kNone) {
    guest = core_.guests.add(job->person);
  } else if (core_.guests[guest].lost_ms != 0) {
    lost_ms = core_.guests[guest].lost_ms;
  }
  core_.guests[guest].last_input_ms = core_.now_ms;
  core_.guests[guest].role = core_.role(job->person);
  Connection& connection = core_.connections[slot];
  connection.guest = guest;
  connection.state = ConnectionState::live;
  tabs_.add(guest, slot);
  const bool wants_control = !job->enter.watch_only;
  if (!appear(*job, guest, wants_control)) {
    core_.connections.reject(slot, job->seq, RejectCode::store_unavailable, 2000);
    tabs_.close(slot, CloseReason::restart, 2000);
    return;
  }
  if (wants_control && core_.visitors[core_.guests[guest].visitor].own) tabs_.take_control(guest, slot);
  avatars_.follow(guest);
  welcome(*job, slot);
  if (job->other_device) {
    const Epoch epoch = core_.visitors[core_.guests[guest].visitor].epoch;
    core_.connections.send_now(slot, notice::Control{false, epoch, true});
  }
  if (welcomed_) welcomed_(slot, lost_ms);
}

std::optional<LastPlace> Entering::told_place(const Job& job) const {
  const domain::Position place = domain::unpack_position(job.enter.place);
  if (job.enter.place == 0 || !core_.plan().walkable(domain::tile_of(place))) return job.place;
  return LastPlace{job.person, job.enter.place, {}, core_.ports.now(), job.enter.at_booth};
}

bool Entering::appear(const Job& job, GuestSlot guest, bool wants_control) {
  Guest& who = core_.guests[guest];
  const VisitorSlot known = core_.visitors.find(job.person);
  if (known != kNone) {
    Visitor& visitor = core_.visitors[known];
    visitor.guest = guest;
    who.visitor = known;
    if (visitor.own) {
      if (wants_control && !job.claim_failed) avatars_.claim(known, job.epoch);
      return true;
    }
    if (!wants_control) return true;  // watches an avatar that is controlled elsewhere
    if (job.claim_failed) return false;
    avatars_.appear(guest, job.epoch, visitor.word1, visitor.room, visitor.chosen_booth);
    return true;
  }
  const std::optional<LastPlace> last = avatars_.last_known(job.person, told_place(job));
  const RoomId room = seat_ ? seat_(job.person) : RoomId{};
  const domain::Position position = last ? avatars_.stand_near(last->place) : avatars_.spawn();
  // Without a store nobody is kept out: an epoch of a moment ago is good enough until it answers again.
  avatars_.appear(guest, job.claim_failed ? Epoch{1} : job.epoch, domain::pack_position(position), room,
                  last && last->chosen_booth);
  who.place_unsaved = true;
  return true;
}

std::vector<domain::Head> Entering::channel_heads(const Job& job) const {
  std::vector<domain::Head> heads = job.heads;
  const auto add = [&](const domain::Head& head) {
    const bool there =
        std::any_of(heads.begin(), heads.end(), [&](const auto& known) { return known.channel == head.channel; });
    if (!there) heads.push_back(head);
  };
  add({domain::Channel::hall(), 0});
  add({domain::Channel::announce(), 0});
  for (const domain::Head& head : job.marks.channels) add(head);
  for (domain::Head& head : heads) head.number = channels_.head_to_tell(head.channel, head.number);
  return heads;
}

void Entering::welcome(const Job& job, ConnectionSlot slot) {
  const Guest& guest = core_.guests[core_.connections[slot].guest];
  const Visitor& visitor = core_.visitors[guest.visitor];
  notice::Welcome welcome;
  welcome.visitor = visitor.id;
  welcome.me = core_.person(job.person);
  welcome.epoch = visitor.epoch;
  welcome.in_control = guest.controller == slot;
  welcome.place = visitor.word1;
  welcome.catalogue_hash = core_.setting.catalogue_hash;
  welcome.plan_hash = core_.setting.plan_hash;
  welcome.client_build = core_.setting.client_build;
  welcome.process = core_.ports.process;
  welcome.now = core_.ports.now();
  const std::vector<domain::Head> heads = channel_heads(job);
  for (const domain::Head& head : heads) {
    const auto read = std::find_if(job.marks.read.begin(), job.marks.read.end(),
                                   [&](const domain::Head& mark) { return mark.channel == head.channel; });
    welcome.channels.push_back({head.channel, head.number, read == job.marks.read.end() ? 0 : read->number});
  }
  welcome.saved = job.marks.saved;
  welcome.may = domain::allowed_names(welcome.me.role);
  welcome.sequence = domain::sequence_of(visitor.word0);
  welcome.people_here = static_cast<std::uint32_t>(core_.visitors.live().size());
  core_.connections.send_now(slot, std::move(welcome));
  for (const domain::Head& head : heads) {
    const bool resumed = std::any_of(job.enter.resume.begin(), job.enter.resume.end(),
                                     [&](const domain::Head& cursor) { return cursor.channel == head.channel; });
    if (!resumed) channels_.watch_quietly(slot, head.channel, head.number);
  }
  for (const domain::Head& cursor : job.enter.resume) {
    if (may_read_(core_.connections[slot].guest, cursor.channel)) channels_.watch(slot, cursor.channel, cursor.number);
  }
}

}  // namespace posterhall::hall
