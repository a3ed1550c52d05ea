// Waiting for authors: asking to be told when they are back, going there, or not now.

import type { AuthorBack } from '../model/attending';
import type { HallModel } from '../model/hall_model';

import { tellRefusal } from './refusals';
import type { Visit } from './visit';

export class AttendingIntents {
  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
  ) {}

  /** Shown at once; the server's list puts it right. */
  async tellWhenBack(poster: number, on: boolean): Promise<void> {
    const { attending } = this.model_;
    attending.want(poster, on);
    const answer = await this.visit_.ask({ case: 'tellWhenBack', value: { poster, on } });
    if (!tellRefusal(this.model_, answer)) attending.want(poster, !on);
  }

  seen(back: AuthorBack): void {
    this.model_.attending.seen(back.poster);
  }
}
