// People: the list of who is here, asking them to talk or walk along, answering, keeping in sight.

import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import { whereabouts } from '../net/receive';
import { PEOPLE_PAGE } from '../model/people';
import type { PeopleOrder } from '../model/people';
import type { HallModel } from '../model/hall_model';
import type { Invite } from '../model/notices';

const ORDER_NAME = 1;
const ORDER_NEAREST = 2;
const INVITE_TALK = 1;
const INVITE_WALK = 2;

export class Meeting {
  private asked_ = 0;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
  ) {}

  /** The first page anew. */
  list(filter: string, order: PeopleOrder): Promise<void> {
    this.model_.people.asked(filter, order);
    return this.page(0);
  }

  more(): Promise<void> {
    const { people } = this.model_;
    people.asked(people.filter, people.order);
    return this.page(people.rows.length);
  }

  private async page(offset: number): Promise<void> {
    const { people, profiles } = this.model_;
    this.asked_ += 1;
    const mine = this.asked_;
    const answer = await this.visit_.ask({
      case: 'peoplePage',
      value: {
        offset,
        limit: PEOPLE_PAGE,
        filter: people.filter,
        order: people.order === 'nearest' ? ORDER_NEAREST : ORDER_NAME,
      },
    });
    if (mine !== this.asked_) return;
    if (!answer.ok || answer.body?.kind !== 'body' || answer.body.body.case !== 'peoplePage') {
      people.failed();
      return;
    }
    const page = answer.body.body.value;
    const rows = page.rows.flatMap((row) =>
      row.profile ? [{ ...row, profile: row.profile, at: whereabouts(row.at?.at) }] : [],
    );
    profiles.putVisitors(rows);
    people.page(page.offset, page.total, rows);
  }

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
