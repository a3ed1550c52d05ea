// Asking to speak at a booth where many stand, and giving the floor there.

import { tellRefusal } from './refusals';
import type { Visit } from './visit';
import type { HallModel } from '../model/hall_model';

export class HandIntents {
  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
  ) {}

  /** Mine up, or down; down also gives the floor back. */
  async raise(up: boolean): Promise<void> {
    const { booth } = this.model_.conversation;
    const answer = await this.visit_.ask({ case: 'raiseHand', value: { booth, down: !up } });
    tellRefusal(this.model_, answer);
  }

  /** For who presents there; 0 = taken back. */
  async giveFloor(person: number): Promise<void> {
    const { booth } = this.model_.conversation;
    const answer = await this.visit_.ask({ case: 'giveFloor', value: { booth, person } });
    tellRefusal(this.model_, answer);
  }

  hearPresenterOnly(only: boolean): void {
    this.model_.hands.hearPresenterOnly(this.model_.conversation.booth, only);
  }
}
