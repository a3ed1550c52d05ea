// What one does in a breakout: hands, floor, questions, order, seats. Loaded with its screen.

import { bytesFromHex, makeClientId } from '../net/bytes';
import { ROOM_SCHEMA } from '../net/wire_schema_rooms';
import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import type { HallModel } from '../model/hall_model';

/** RoomDeed of rooms.proto. */
export const DEED = {
  raiseHand: 1,
  lowerHand: 2,
  giveFloor: 3,
  mute: 4,
  unmute: 5,
  putOut: 6,
  addSeats: 7,
  letNextIn: 8,
  nameCohost: 9,
  dropCohost: 10,
  show: 11,
  setLink: 12,
  ask: 13,
  askUnnamed: 14,
  approve: 15,
  putAside: 16,
  answered: 17,
  want: 18,
  unwant: 19,
  askForMore: 20,
  extend: 21,
  stepIn: 22,
  showDeck: 23,
} as const;

export type DeedName = keyof typeof DEED;

interface About {
  /** Whom or what: a person, a question's number, a poster's key, slides, seats. */
  readonly ref?: number;
  readonly text?: string;
  readonly page?: number;
}

export class RoomActs {
  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Pick<Visit, 'ask' | 'learn'>,
  ) {
    visit_.learn(ROOM_SCHEMA);
  }

  async do(room: number, deed: DeedName, { ref = 0, text = '', page = 0 }: About = {}): Promise<boolean> {
    const clientId = new Uint8Array(bytesFromHex(makeClientId()));
    const value = { room, clientId, deed: DEED[deed], ref, text: text.trim(), page };
    return tellRefusal(this.model_, await this.visit_.ask({ case: 'roomDo', value }));
  }
}
