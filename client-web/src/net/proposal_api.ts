// The HTTP interface about proposed breakouts (proto/posterhall/v1/api_proposals.proto), loaded with ui/proposals.

import type { ApiResult } from '../model/api';
import { PROPOSAL_STATES } from '../model/proposals';
import type {
  Clash,
  Proposal,
  ProposalKind,
  ProposalState,
  Proposals,
  ProposalWish,
} from '../model/proposals';
import { call } from './api';
import { list, number, readSpan, text, truth } from './json_fields';
import type { JsonObject } from './json_fields';

const KINDS: Readonly<Record<string, ProposalKind>> = {
  PROPOSAL_KIND_TALK: 1,
  PROPOSAL_KIND_DEMO: 2,
  PROPOSAL_KIND_TUTORIAL: 3,
  PROPOSAL_KIND_DISCUSSION: 4,
};
const STATES: Readonly<Record<string, ProposalState>> = {
  PROPOSAL_STATE_PROPOSED: 'proposed',
  PROPOSAL_STATE_PLACED: 'placed',
  PROPOSAL_STATE_DECLINED: 'declined',
  PROPOSAL_STATE_WITHDRAWN: 'withdrawn',
};

function readClash(each: JsonObject): Clash {
  return {
    slotMs: number(each, 'slotMs'),
    kind: text(each, 'kind') === 'KIND_HOSTING' ? 'hosting' : 'shift',
    poster: number(each, 'poster'),
    session: text(each, 'session'),
    span: readSpan(each['span']) ?? { startMs: 0, endMs: 0 },
  };
}

function readProposal(each: JsonObject): Proposal {
  const wanted = each['wantedMs'];
  return {
    id: number(each, 'id'),
    poster: number(each, 'poster'),
    name: text(each, 'name'),
    kind: KINDS[text(each, 'kind')] ?? 1,
    title: text(each, 'title'),
    summary: text(each, 'summary'),
    wanted: Array.isArray(wanted) ? wanted.filter((start): start is number => typeof start === 'number') : [],
    state: STATES[text(each, 'state')] ?? PROPOSAL_STATES[0] ?? 'withdrawn',
    session: text(each, 'session'),
    room: number(each, 'room'),
    startMs: number(each, 'startMs'),
    endMs: number(each, 'endMs'),
    word: text(each, 'word'),
    change: number(each, 'change'),
    clashes: list(each, 'clashes').map(readClash),
    mine: truth(each, 'mine'),
  };
}

function readProposals(answer: JsonObject): Proposals {
  return {
    slots: list(answer, 'slots').map((each) => ({
      startMs: number(each, 'startMs'),
      endMs: number(each, 'endMs'),
    })),
    proposals: list(answer, 'proposals').map(readProposal),
  };
}

export function getProposals(): Promise<ApiResult<Proposals>> {
  return call('/proposals', readProposals);
}

/** `before`: the one it replaces. */
export function postProposal(wish: ProposalWish, before: Proposal | null): Promise<ApiResult<Proposal>> {
  const path = before ? `/proposals/${before.id}` : '/proposals';
  return call(path, readProposal, { ...wish, after: before?.change ?? 0 });
}

export function postPlace(proposal: Proposal, room: number, slotMs: number): Promise<ApiResult<Proposal>> {
  return call(`/proposals/${proposal.id}/place`, readProposal, { after: proposal.change, room, slotMs });
}

export function postProposalStep(
  proposal: Proposal,
  step: 'withdraw' | 'take-down' | 'decline',
  word = '',
): Promise<ApiResult<Proposal>> {
  return call(`/proposals/${proposal.id}/${step}`, readProposal, { after: proposal.change, word });
}

export function postDecisionSeen(proposal: number): Promise<ApiResult<null>> {
  return call(`/proposals/${proposal}/seen`, () => null, {});
}
