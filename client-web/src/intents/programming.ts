// What organisers do about the programme while the event runs: its hours, its sessions. Answers are the server's codes,
// '' = done; what changed comes with the next catalogue, as for everybody. One act follows the other: the next one goes
// by what the catalogue says after the one before, so whoever presses twice is not told that another has changed it.

import { postSession, postSessionGone, postTimes, postTimesBack } from '../net/programme_api';
import type { TimesWish } from '../net/programme_api';
import type { ApiResult } from '../model/api';
import type { HallModel } from '../model/hall_model';
import type { ProgrammeSession } from '../model/values';

/** The next act waits no longer for the catalogue. */
const SHOWN_WITHIN_MS = 5000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const GONE: ApiResult<true> = { ok: false, failure: { status: 404, code: 'not_found', retryAfterS: 0 } };

export class Programming {
  private last_: Promise<unknown> = Promise.resolve();

  constructor(private readonly model_: HallModel) {}

  /** What was done here is in the catalogue, or did not come in time. */
  async settled(): Promise<void> {
    await this.last_;
  }

  /** By what was seen: hours that another has changed meanwhile stay theirs. */
  setTimes(wish: TimesWish): Promise<string> {
    return this.timesAct(() => postTimes(wish));
  }

  /** The hall closes so much later; the posters stay readable for an hour after that at least. */
  later(minutes: number): Promise<string> {
    return this.timesAct(() => {
      const { doorsMs, closesMs, readableUntilMs, timesChange } = this.model_.catalogue.event;
      const later = closesMs + minutes * MINUTE_MS;
      return postTimes({
        doorsMs,
        closesMs: later,
        readableUntilMs: Math.max(readableUntilMs, later + HOUR_MS),
        after: timesChange,
      });
    });
  }

  timesBack(): Promise<string> {
    return this.timesAct(() => postTimesBack(this.model_.catalogue.event.timesChange));
  }

  setSession(session: ProgrammeSession): Promise<string> {
    return this.sessionAct(session.id, () => postSession(session));
  }

  /** Ends so much later than it does by then. */
  longer(id: string, minutes: number): Promise<string> {
    return this.sessionAct(id, () => {
      const session = this.session(id);
      if (!session?.span) return Promise.resolve(GONE);
      const span = { ...session.span, endMs: session.span.endMs + minutes * MINUTE_MS };
      return postSession({ ...session, span });
    });
  }

  removeSession(session: ProgrammeSession): Promise<string> {
    return this.sessionAct(session.id, () => postSessionGone(session, 'removed'));
  }

  sessionBack(session: ProgrammeSession): Promise<string> {
    return this.sessionAct(session.id, () => postSessionGone(session, 'back'));
  }

  private session(id: string): ProgrammeSession | undefined {
    return this.model_.catalogue.sessions.find((each) => each.id === id);
  }

  private timesAct(doing: () => Promise<ApiResult<true>>): Promise<string> {
    return this.act(doing, () => this.model_.catalogue.event.timesChange);
  }

  private sessionAct(id: string, doing: () => Promise<ApiResult<true>>): Promise<string> {
    // A new one has no id yet: there is one more.
    return this.act(doing, () =>
      id === '' ? this.model_.catalogue.sessions.length : this.session(id)?.change,
    );
  }

  /** `mark` is another one once the catalogue shows what was done. */
  private async act(doing: () => Promise<ApiResult<true>>, mark: () => number | undefined): Promise<string> {
    const before = this.last_;
    let shown: () => void = () => undefined;
    this.last_ = new Promise<void>((resolve) => (shown = resolve));
    await before;
    const was = mark();
    const answer = await doing();
    if (answer.ok) void this.until(() => mark() !== was).then(shown);
    else shown();
    return answer.ok ? '' : answer.failure.code || 'other';
  }

  private until(there: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (there()) done();
      };
      const timer = setTimeout(() => done(), SHOWN_WITHIN_MS);
      const off = this.model_.catalogue.onChange(look);
      const done = (): void => {
        clearTimeout(timer);
        off();
        resolve();
      };
      look();
    });
  }
}
