// An answer that was no is told once, in words the screen chooses.

import type { Answer } from '../net/connection';
import type { HallModel } from '../model/hall_model';
import type { Refusal } from '../model/values';

export function tellRefusal(model: HallModel, answer: Answer): boolean {
  if (!answer.ok) tell(model, answer.refusal);
  return answer.ok;
}

export function tell(model: HallModel, refusal: Refusal): void {
  model.notices.tell('clay', { kind: 'refused', refusal }, model.clock.exactMs);
}
