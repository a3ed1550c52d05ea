#include "net/proposal_routes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/slots.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "net/poster_call.hpp"
#include "wire/api_proposals.hpp"

namespace posterhall::net {
namespace {

using domain::Act;
using domain::ProposalFault;
using domain::ProposalStep;

constexpr std::string_view kProposals = "proposals";

HttpAnswer refused(ProposalFault fault) {
  switch (fault) {
    case ProposalFault::none: break;
    case ProposalFault::no_title: return api_error(400, "no_title", "A breakout has a title.");
    case ProposalFault::not_on_poster:
      return api_error(403, "not_author",
                       "Breakouts are proposed by people on an accepted poster: choose one of yours.");
    case ProposalFault::no_such_slot:
      return api_error(409, "no_such_slot", "There is no such slot any more. Look again, then choose another.");
    case ProposalFault::too_many_slots: return api_error(400, "too_many_slots", "Wish for at most three slots.");
    case ProposalFault::too_many_open:
      return api_error(409, "too_many_open", "Three of your proposals wait already. Change or withdraw one of them.");
    case ProposalFault::too_many:
      return api_error(409, "too_many", "You have proposed 30 breakouts, the most there may be.");
    case ProposalFault::gone: return api_error(404, "not_found", "There is no such proposal.");
    case ProposalFault::moved_on:
      return api_error(409, "moved_on", "Somebody has changed this meanwhile. Look again, then say it again.");
    case ProposalFault::settled: return api_error(409, "settled", "This proposal is past that. Look again.");
    case ProposalFault::begun: return api_error(409, "begun", "This breakout has begun: it stays in the programme.");
    case ProposalFault::over: return api_error(409, "over", "This slot has passed. Choose a later one.");
    case ProposalFault::room_taken:
      return api_error(409, "room_taken", "Another session is in this room at that time. Choose another place.");
    case ProposalFault::no_such_room: return api_error(409, "no_such_room", "There is no such breakout room any more.");
    case ProposalFault::programme_full:
      return api_error(409, "programme_full", "A programme has at most 500 sessions.");
  }
  return poster_malformed();
}

wire::ProposalReader reader_of(const PosterCall& call) {
  return {call.person.id, [&call](PersonId id) { return call.services.view.person(id); }};
}

Task<HttpAnswer> list_proposals(const PosterCall& call) {
  auto& services = call.services;
  const PersonId of = call.may(Act::place_proposals) ? PersonId{} : call.person.id;
  const auto proposals = co_await ask<std::vector<domain::Proposal>>(
      services.executor, [&](auto reply) { services.proposals.proposals(of, std::move(reply)); });
  if (!proposals) co_return poster_unavailable();
  co_return json_answer(200, wire::proposals_json(*services.view.setting().catalogue, *proposals, reader_of(call)));
}

HttpAnswer answered(const PosterCall& call, const Result<hall::ProposalStored>& stored) {
  if (!stored) return poster_unavailable();
  if (stored->fault != ProposalFault::none) return refused(stored->fault);
  call.services.log.info("proposal.changed", {{"proposal", stored->proposal.id}, {"person", call.person.id.value}});
  return json_answer(200,
                     wire::proposal_json(*call.services.view.setting().catalogue, stored->proposal, reader_of(call)));
}

/// One of the caller's own, as it is kept; nothing is told of others'.
Task<Result<std::optional<domain::Proposal>>> own_proposal(const PosterCall& call, std::uint32_t id) {
  auto& services = call.services;
  const auto all = co_await ask<std::vector<domain::Proposal>>(
      services.executor, [&](auto reply) { services.proposals.proposals(call.person.id, std::move(reply)); });
  if (!all) co_return all.error();
  const auto found = std::ranges::find(*all, id, &domain::Proposal::id);
  co_return found == all->end() ? std::nullopt : std::optional(*found);
}

Task<HttpAnswer> take_step(const PosterCall& call, hall::ProposalStepTaken step) {
  auto& services = call.services;
  const auto stored = co_await ask<hall::ProposalStored>(
      services.executor, [&](auto reply) { services.proposals.take_step(std::move(step), std::move(reply)); });
  co_return answered(call, stored);
}

/// A new one, or `before` as it is from now on.
Task<HttpAnswer> say_proposal(const PosterCall& call, const domain::Proposal* before) {
  auto& services = call.services;
  auto wanted = wire::parse_proposal_request(call.request.body);
  if (!wanted) co_return poster_malformed();
  if (stopped_by_hour(services, Act::propose_breakout)) {
    co_return api_error(403, "event_closed", "The event has closed: breakouts are no longer proposed.");
  }
  if (services.order.book().muted(call.person.id, services.now()) != nullptr) {
    co_return api_error(403, "muted", "You cannot propose a breakout while you are muted.");
  }
  auto& proposal = wanted->proposal;
  proposal.person = call.person.id;
  const auto& slots = services.view.setting().catalogue->slots;
  const std::vector<UnixMs> had = before == nullptr ? std::vector<UnixMs>{} : before->wanted;
  if (const auto fault = domain::judge_proposal(proposal, call.person, slots, had); fault != ProposalFault::none) {
    co_return refused(fault);
  }
  if (before != nullptr) {
    hall::ProposalStepTaken step{ProposalStep::change, before->id, wanted->after, call.person.id};
    step.wanted = std::move(proposal);
    auto answer = co_await take_step(call, std::move(step));
    co_return answer;
  }
  const auto stored = co_await ask<hall::ProposalStored>(
      services.executor, [&](auto reply) { services.proposals.propose(std::move(proposal), std::move(reply)); });
  co_return answered(call, stored);
}

Task<HttpAnswer> place(const PosterCall& call, std::uint32_t id) {
  auto& services = call.services;
  const auto wanted = wire::parse_place_request(call.request.body);
  if (!wanted) co_return poster_malformed();
  const auto all = co_await ask<std::vector<domain::Proposal>>(
      services.executor, [&](auto reply) { services.proposals.proposals(PersonId{}, std::move(reply)); });
  if (!all) co_return poster_unavailable();
  const auto proposal = std::ranges::find(*all, id, &domain::Proposal::id);
  if (proposal == all->end()) co_return refused(ProposalFault::gone);
  const auto* slot = domain::find_slot(services.view.setting().catalogue->slots, wanted->slot);
  if (slot == nullptr) co_return refused(ProposalFault::no_such_slot);
  if (slot->span.end <= services.now()) co_return refused(ProposalFault::over);
  if (!wanted->room) co_return refused(ProposalFault::no_such_room);
  const auto* proposer = services.view.person(proposal->person);
  if (proposer == nullptr) co_return api_error(409, "no_host", "Who proposed this is not invited any more.");
  hall::ProposalStepTaken step{ProposalStep::place, id, wanted->after, call.person.id};
  step.proposer = *proposer;
  step.room = wanted->room;
  step.slot = *slot;
  auto answer = co_await take_step(call, std::move(step));
  co_return answer;
}

Task<HttpAnswer> say_seen(const PosterCall& call, std::uint32_t id) {
  auto& services = call.services;
  const auto seen = co_await ask<bool>(
      services.executor, [&](auto reply) { services.proposals.seen(id, call.person.id, std::move(reply)); });
  if (!seen) co_return poster_unavailable();
  co_return json_answer(200, "{}");
}

Task<HttpAnswer> plain_step(const PosterCall& call, std::uint32_t id, ProposalStep step) {
  auto wanted = wire::parse_proposal_step(call.request.body);
  if (!wanted) co_return poster_malformed();
  hall::ProposalStepTaken taken{step, id, wanted->after, call.person.id, std::move(wanted->word)};
  auto answer = co_await take_step(call, std::move(taken));
  co_return answer;
}

Task<HttpAnswer> answer_own(const PosterCall& call, std::uint32_t id, std::string_view what) {
  const auto own = co_await own_proposal(call, id);
  if (!own) co_return poster_unavailable();
  if (!*own) co_return refused(ProposalFault::gone);
  if (what.empty()) {
    auto answer = co_await say_proposal(call, &**own);
    co_return answer;
  }
  if (what == "seen") {
    auto answer = co_await say_seen(call, id);
    co_return answer;
  }
  auto answer = co_await plain_step(call, id, ProposalStep::withdraw);
  co_return answer;
}

Task<HttpAnswer> answer_placing(const PosterCall& call, std::uint32_t id, std::string_view what) {
  if (!call.may(Act::place_proposals)) co_return api_error(403, "not_allowed", "Only organisers may do that.");
  if (what == "place") {
    auto answer = co_await place(call, id);
    co_return answer;
  }
  auto answer = co_await plain_step(call, id, what == "decline" ? ProposalStep::decline : ProposalStep::take_down);
  co_return answer;
}

Task<HttpAnswer> answer_change(const PosterCall& call, std::string_view rest) {
  if (rest.empty()) {
    auto answer = co_await say_proposal(call, nullptr);
    co_return answer;
  }
  const auto slash = std::min(rest.find('/'), rest.size());
  const auto id = number_of(rest.substr(0, slash));
  const auto what = rest.substr(std::min(slash + 1, rest.size()));
  if (!id) co_return poster_not_found();
  constexpr std::array kOwn = {std::string_view{}, std::string_view{"withdraw"}, std::string_view{"seen"}};
  constexpr std::array kPlacing = {std::string_view{"place"}, std::string_view{"take-down"},
                                   std::string_view{"decline"}};
  if (std::ranges::find(kOwn, what) != kOwn.end()) {
    auto answer = co_await answer_own(call, *id, what);
    co_return answer;
  }
  if (std::ranges::find(kPlacing, what) == kPlacing.end()) co_return poster_not_found();
  auto answer = co_await answer_placing(call, *id, what);
  co_return answer;
}

}  // namespace

bool is_proposal_route(std::string_view name) { return name == kProposals || name.starts_with("proposals/"); }

Task<HttpAnswer> answer_proposal_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                       std::string_view name) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* refusal = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*refusal);
  const PosterCall call{services, request, std::get<domain::Person>(admitted)};
  if (!call.may(Act::propose_breakout) && !call.may(Act::place_proposals)) {
    co_return refused(ProposalFault::not_on_poster);
  }
  const auto rest = name == kProposals ? std::string_view{} : name.substr(kProposals.size() + 1);
  if (request.safe()) {
    if (!rest.empty()) co_return poster_not_found();
    auto answer = co_await list_proposals(call);
    co_return answer;
  }
  if (const auto wait = services.poster_rates.take_shift(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  auto answer = co_await answer_change(call, rest);
  co_return answer;
}

}  // namespace posterhall::net
