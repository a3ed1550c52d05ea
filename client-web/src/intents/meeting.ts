// People: asking them to talk or walk along, answering, keeping in sight. Their list is people_list.ts.

import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import type { HallModel } from '../model/hall_model';
import type { Invite } from '../model/notices';

const INVITE_TALK = 1;
const INVITE_WALK = 2;

export class Meeting {
  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
  ) {}

  async invite(person: number, kind: 'talk' | 'walk'): Promise<void> {
    const answer = await this.visit_.ask({
      case: 'invitePerson',
      value: { person, kind: kind === 'walk' ? INVITE_WALK : INVITE_TALK },
    });
    if (!tellRefusal(this.model_, answer)) return;
    this.model_.notices.tell('brand', { kind: 'asked', person }, this.model_.clock.exactMs);
  }

  async answer(invite: Invite, accept: boolean): Promise<void> {
    this.model_.notices.answered(invite.invitation);
    const answer = await this.visit_.ask({
      case: 'answerInvitation',
      value: { invitation: invite.invitation, accept },
    });
    if (tellRefusal(this.model_, answer) && accept && invite.kind === 'walk') {
      this.model_.selection.walkWith(invite.person);
    }
  }

  /** An author's answer to the call of those who wait at their booth; coming, one is set on the way there. */
  async answerCall(booth: number, accept: boolean): Promise<void> {
    this.model_.calls.answered(accept);
    const answer = await this.visit_.ask({ case: 'answerCall', value: { booth, accept } });
    tellRefusal(this.model_, answer);
  }

  keepInSight(person: number, on: boolean): void {
    this.model_.people.keepInSight(person, on);
  }

  stopWalking(): void {
    this.model_.selection.walkWith(0);
  }
}
