// My programme: choosing sessions, the address of my calendar, and reminders if I asked for them.

import { getMyProgramme, postMyCalendar, postMyProgramme } from '../net/my_api';
import type { HallModel } from '../model/hall_model';
import { appointments, myEntries } from '../model/my_appointments';
import { dueOf, readTold, withTold } from '../model/reminding';

const TOLD_KEY = 'posterhall.reminded';

/** '' = done; else why not. */
export type ChooseProblem = '' | 'full' | 'no_session' | 'slow_down' | 'other';

export class MyProgrammeIntents {
  /** One further whenever a choice is made, and when it is stored. */
  private turn_ = 0;

  constructor(
    private readonly model_: HallModel,
    private readonly hidden_: () => boolean,
  ) {}

  follow(): void {
    void this.load();
    this.model_.clock.onChange(() => this.remind());
  }

  /** Again whenever it is looked at: it may have changed on my phone. */
  async load(): Promise<boolean> {
    const turn = this.turn_;
    const answer = await getMyProgramme();
    // What was chosen meanwhile may not be in it.
    if (turn !== this.turn_) return this.load();
    if (answer.ok) this.model_.myProgramme.set(answer.value);
    return answer.ok;
  }

  /** Shown at once; put back when it was refused. */
  async choose(session: string, on: boolean): Promise<ChooseProblem> {
    const { myProgramme } = this.model_;
    this.turn_ += 1;
    myProgramme.choose(session, on);
    const answer = await postMyProgramme(session, on);
    this.turn_ += 1;
    if (answer.ok) return '';
    myProgramme.choose(session, !on);
    const { code } = answer.failure;
    return code === 'full' || code === 'no_session' || code === 'slow_down' ? code : 'other';
  }

  /** A new address, whole; the one before leads nowhere from now on. '' = it did not work. */
  async makeCalendar(): Promise<string> {
    const answer = await postMyCalendar(false);
    if (!answer.ok || answer.value.path === '') return '';
    this.model_.myProgramme.setCalendar(answer.value.atMs);
    return `${location.origin}${answer.value.path}`;
  }

  async endCalendar(): Promise<boolean> {
    const answer = await postMyCalendar(true);
    if (answer.ok) this.model_.myProgramme.setCalendar(0);
    return answer.ok;
  }

  private remind(): void {
    const { settings, reminders, catalogue, myProgramme, clock } = this.model_;
    const shown = reminders.current;
    if (shown && clock.nowMs >= shown.span.startMs) reminders.show(null);
    if (!settings.values.remind || !myProgramme.loaded || reminders.current) return;
    const mine = appointments(myEntries(catalogue, myProgramme), false);
    const told = readTold(settings.kept.getItem(TOLD_KEY));
    const due = dueOf(mine, told, clock.nowMs, this.hidden_());
    if (!due) return;
    try {
      settings.kept.setItem(TOLD_KEY, withTold(told, due));
    } catch {
      // A browser that keeps nothing would tell it each second.
      return;
    }
    reminders.show(due);
  }
}
