#include "store/appender.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace posterhall::store {
namespace {

/// An array as PostgreSQL reads it from text: {1,2} or {"a","b"}.
class Array {
 public:
  void add(std::int64_t value) {
    separate();
    text_ += std::to_string(value);
  }
  void add(std::string_view value) {
    separate();
    text_ += '"';
    for (const char c : value) {
      if (c == '"' || c == '\\') text_ += '\\';
      text_ += c;
    }
    text_ += '"';
  }
  void add(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    separate();
    text_ += "\"\\\\x";
    for (const auto byte : bytes) {
      text_ += kDigits[byte >> 4U];
      text_ += kDigits[byte & 15U];
    }
    text_ += '"';
  }
  [[nodiscard]] std::string take() { return std::move(text_) + "}"; }

 private:
  void separate() {
    if (text_.size() > 1) text_ += ',';
  }
  std::string text_ = "{";
};

/// The same author's same id in one batch is the same event.
using Once = std::tuple<std::uint32_t, decltype(domain::NewEvent::client_id)>;

}  // namespace

Appender::Appender(std::unique_ptr<Connection> db, Clock now)
    : db_(std::move(db)), now_(std::move(now)), thread_([this] { loop(); }) {}

Appender::~Appender() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Appender::submit(domain::NewEvent event, hall::Reply<hall::Appended> reply) {
  {
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= kMostWaiting || stopping_) {
      lock.unlock();
      reply(Result<hall::Appended>(boost::system::in_place_error, make_error_code(StoreError::overloaded)));
      return;
    }
    waiting_.push_back({std::move(event), std::move(reply)});
  }
  wake_.notify_one();
}

void Appender::loop() {
  std::vector<Waiting> batch;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      const auto end =
          waiting_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(waiting_.size(), kMostInABatch));
      batch.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
      waiting_.erase(waiting_.begin(), end);
    }
    db_->allow(kWithin);
    store(batch);
    batch.clear();
  }
}

void Appender::store(std::span<Waiting> batch) {
  std::vector<hall::Appended> stored;
  for (int tries = 0; tries < kMostTries; ++tries) {
    stored = send(batch);
    if (!db_->worth_again()) break;
    db_->clear_error();
  }
  const auto error = db_->error();
  db_->clear_error();
  if (!error) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      batch[i].reply(Result<hall::Appended>(boost::system::in_place_value, stored[i]));
    }
  } else if (*error == StoreError::refused && batch.size() > 1) {
    // One that cannot be stored harms no other.
    store(batch.first(batch.size() / 2));
    store(batch.subspan(batch.size() / 2));
  } else {
    for (auto& one : batch) {
      one.reply(Result<hall::Appended>(boost::system::in_place_error, make_error_code(*error)));
    }
  }
}

std::vector<hall::Appended> Appender::send(std::span<const Waiting> batch) {
  Array kinds, firsts, seconds, authors, ids, event_kinds, refs, texts;
  std::map<Once, std::size_t> places;  // of what is sent, from 0
  std::vector<std::size_t> place_of;   // of each of the batch
  for (const auto& [event, reply] : batch) {
    const auto [known, fresh] = places.emplace(Once{event.author.value, event.client_id}, places.size());
    place_of.push_back(known->second);
    if (!fresh) continue;
    kinds.add(static_cast<std::int64_t>(event.channel.kind));
    firsts.add(std::int64_t{event.channel.a});
    seconds.add(std::int64_t{event.channel.b});
    authors.add(std::int64_t{event.author.value});
    ids.add(std::span<const std::uint8_t>(event.client_id));
    event_kinds.add(static_cast<std::int64_t>(event.kind));
    refs.add(std::int64_t{event.ref});
    texts.add(std::string_view(event.text));
  }
  Query query(*db_,
              "select place, number, at, again from append_events(?1::bigint[], ?2::bigint[], ?3::bigint[], "
              "?4::bigint[], ?5::bytea[], ?6::bigint[], ?7::bigint[], ?8::text[], ?9)");
  query.bind(kinds.take()).bind(firsts.take()).bind(seconds.take()).bind(authors.take()).bind(ids.take());
  query.bind(event_kinds.take()).bind(refs.take()).bind(texts.take()).bind(now_());
  std::vector<hall::Appended> sent(places.size());
  while (query.next()) {
    const auto place = static_cast<std::size_t>(query.int64(0) - 1);
    if (place < sent.size()) sent[place] = {query.u32(1), query.int64(2), query.flag(3)};
  }
  std::vector<hall::Appended> stored;
  std::vector<bool> seen(sent.size());
  for (const auto place : place_of) {
    stored.push_back(sent[place]);
    if (seen[place]) stored.back().already_there = true;
    seen[place] = true;
  }
  return stored;
}

}  // namespace posterhall::store
