// What organisers announce: planned, withdrawn, and followed while the board that shows it is open. Loaded with it.

import { bytesFromHex, makeClientId } from '../net/bytes';
import type { Answer } from '../net/connection';
import { ANNOUNCE_SCHEMA } from '../net/wire_schema_announce';
import type { Announcements } from '../model/announcements';
import type { HallModel } from '../model/hall_model';
import type { RejectReason } from '../model/values';
import type { Visit } from './visit';

export interface NewAnnouncement {
  readonly to: number;
  readonly room: number;
  /** 0 = at once. */
  readonly dueMs: number;
  readonly text: string;
}

export class Announcing {
  constructor(
    list: Announcements,
    model: Pick<HallModel, 'onPlanned'>,
    private readonly visit_: Pick<Visit, 'ask' | 'learn'>,
  ) {
    visit_.learn(ANNOUNCE_SCHEMA);
    model.onPlanned = (all) => list.told(all);
  }

  /** '' = done, else why not. */
  async plan(what: NewAnnouncement): Promise<RejectReason | ''> {
    return why(await this.visit_.ask({ case: 'planAnnouncement', value: { ...what, clientId: newId() } }));
  }

  async withdraw(number: number): Promise<RejectReason | ''> {
    return why(await this.visit_.ask({ case: 'withdrawAnnouncement', value: { clientId: newId(), number } }));
  }

  /** The connection it was said on tells it; after a new one it has to be said again. */
  follow(on: boolean): void {
    void this.visit_.ask({ case: 'followAnnouncements', value: { on } });
  }
}

function why(answer: Answer): RejectReason | '' {
  return answer.ok ? '' : answer.refusal.reason;
}

function newId(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytesFromHex(makeClientId()));
}
