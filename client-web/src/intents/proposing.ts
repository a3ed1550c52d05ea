// What is done about breakouts: propose one, change or withdraw it; as an organiser place it, take it down, decline it.
// Answers are the server's codes, '' = done.

import {
  getProposals,
  postDecisionSeen,
  postPlace,
  postProposal,
  postProposalStep,
} from '../net/proposal_api';
import type { ApiResult } from '../model/api';
import type { HallModel } from '../model/hall_model';
import type { Proposal, Proposals, ProposalWish } from '../model/proposals';

export class Proposing {
  constructor(private readonly model_: HallModel) {}

  list(): Promise<ApiResult<Proposals>> {
    return getProposals();
  }

  async propose(wish: ProposalWish, before: Proposal | null): Promise<string> {
    return codeOf(await postProposal(wish, before));
  }

  place(proposal: Proposal, room: number, slotMs: number): Promise<ApiResult<Proposal>> {
    return postPlace(proposal, room, slotMs);
  }

  step(
    proposal: Proposal,
    step: 'withdraw' | 'take-down' | 'decline',
    word = '',
  ): Promise<ApiResult<Proposal>> {
    return postProposalStep(proposal, step, word);
  }

  async seen(proposal: number): Promise<void> {
    const desk = this.model_.posterDesk;
    desk.told({ decisions: desk.decisions.filter((each) => each.proposal !== proposal) });
    await postDecisionSeen(proposal);
  }
}

export function codeOf(answer: ApiResult<unknown>): string {
  return answer.ok ? '' : answer.failure.code || 'other';
}
