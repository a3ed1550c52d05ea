// Breakout rooms: in, out, and the host's door.

import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import { talkChannel } from '../model/channels';
import type { HallModel } from '../model/hall_model';

export class RoomIntents {
  constructor(
    private readonly model_: HallModel,
    readonly visit: Visit,
  ) {}

  /** A full room puts one into its waiting line. */
  async enter(room: number): Promise<boolean> {
    const answer = await this.visit.ask({ case: 'roomEnter', value: { room } });
    if (!tellRefusal(this.model_, answer)) return false;
    this.visit.watch(talkChannel(room));
    this.model_.selection.openRoom(room);
    return true;
  }

  async leave(): Promise<boolean> {
    return tellRefusal(this.model_, await this.visit.ask({ case: 'roomLeave', value: {} }));
  }

  async open(room: number): Promise<boolean> {
    return tellRefusal(this.model_, await this.visit.ask({ case: 'roomOpen', value: { room } }));
  }

  async close(room: number): Promise<boolean> {
    return tellRefusal(this.model_, await this.visit.ask({ case: 'roomClose', value: { room } }));
  }
}
