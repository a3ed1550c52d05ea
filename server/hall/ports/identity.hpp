// Port: links, sessions and tickets. Secrets come in as SHA-256 of the token; the store never sees a token.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "domain/person.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

using TokenHash = std::array<std::uint8_t, 32>;

struct Session {
  PersonId person;
  std::uint32_t device = 0;  ///< the session's row: tells one device from another
  UnixMs expires = 0;
};

struct NewSession {
  TokenHash link;     ///< of the invitation that is redeemed
  TokenHash session;  ///< of the cookie
  UnixMs expires = 0;
  std::string short_name;  ///< empty = keep
  domain::Look look{};
  std::string time_zone;
};

struct Ticket {
  TokenHash ticket;
  TokenHash session;
  std::string origin;
  UnixMs expires = 0;
};

/// Every look-up answers nullopt for unknown, revoked and expired alike.
class Identity {
 public:
  virtual ~Identity() = default;
  /// Changes nothing (mail scanners open links).
  virtual void find_link(TokenHash link, UnixMs now, Reply<std::optional<domain::Person>> reply) = 0;
  virtual void open_session(NewSession session, UnixMs now, Reply<std::optional<Session>> reply) = 0;
  virtual void find_session(TokenHash session, UnixMs now, Reply<std::optional<Session>> reply) = 0;
  /// Ends one session, or every session of its person ("Not you?"). What ended is an entry of the "people" channel in
  /// the same commit, so that every process learns it from the store.
  virtual void end_sessions(TokenHash session, bool all_of_person, UnixMs now, Reply<bool> reply) = 0;
  virtual void issue_ticket(Ticket ticket, Reply<bool> reply) = 0;
  /// delete … returning: of many who try the same ticket one wins.
  virtual void redeem_ticket(TokenHash ticket, std::string origin, UnixMs now, Reply<std::optional<Session>> reply) = 0;
};

}  // namespace posterhall::hall
