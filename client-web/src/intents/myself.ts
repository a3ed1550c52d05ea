// Me: status, look, view, being there or away, leaving.

import { postLeave, postNotMe } from '../net/api';
import { VIEW_HALL, VIEW_LIST } from './visit';
import type { Visit } from './visit';
import { tell, tellRefusal } from './refusals';
import type { HallModel } from '../model/hall_model';
import type { SettingsValues, ViewName } from '../model/settings';

/** Input is told this often at most; 5 minutes without any make one away. */
const INPUT_EVERY_MS = 30_000;

export class Myself {
  private inputMs_ = -Infinity;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
  ) {}

  async setStatus(text: string, doNotLocate: boolean, away: boolean): Promise<boolean> {
    const { me } = this.model_;
    const answer = await this.visit_.ask({ case: 'setStatus', value: { text, doNotLocate, away } });
    if (!tellRefusal(this.model_, answer)) return false;
    me.setAway(away);
    if (me.profile) me.setProfile({ ...me.profile, status: text, doNotLocate });
    return true;
  }

  async setLook(look: Uint8Array, shortName: string): Promise<boolean> {
    const { me, profiles } = this.model_;
    const answer = await this.visit_.ask({
      case: 'setLook',
      value: { look: new Uint8Array(look), shortName },
    });
    if (!tellRefusal(this.model_, answer)) return false;
    if (me.profile) {
      const profile = { ...me.profile, look, shortName };
      me.setProfile(profile);
      profiles.put([profile]);
    }
    return true;
  }

  set(part: Partial<SettingsValues>): void {
    this.model_.settings.set(part);
  }

  show(view: ViewName): void {
    this.model_.settings.set({ view });
    this.model_.own.walker.stop();
    this.model_.own.walker.releaseKeys();
    this.activity(false, true);
  }

  /** Somebody touched this tab. */
  input(): void {
    const now = performance.now();
    const { attending } = this.model_;
    if (attending.stillHere === 'awake' && now - this.inputMs_ < INPUT_EVERY_MS) return;
    if (attending.stillHere !== 'awake') attending.told('awake', 0);
    this.inputMs_ = now;
    this.activity(false, true);
  }

  hidden(hidden: boolean): void {
    this.activity(hidden, !hidden);
  }

  /** As it was before the connection broke. */
  announceAgain(hidden: boolean): void {
    const { me } = this.model_;
    if (hidden) this.activity(true, false);
    if (me.away) void this.setStatus(me.profile?.status ?? '', me.profile?.doNotLocate ?? false, true);
  }

  private activity(hidden: boolean, input: boolean): void {
    const view = this.model_.settings.values.view === 'list' ? VIEW_LIST : VIEW_HALL;
    this.visit_.tell({ case: 'activity', value: { hidden, input, view } });
  }

  leave(): void {
    this.visit_.tell({ case: 'leave', value: {} });
    this.visit_.connection.stop('left');
  }

  /** This browser forgets me; the link brings me back. */
  async signOut(): Promise<void> {
    this.visit_.connection.stop('ended');
    await postLeave();
  }

  /** Somebody else uses my link: every session ends, theirs too. */
  async notMe(): Promise<void> {
    const result = await postNotMe();
    if (result.ok) this.visit_.connection.stop('ended');
    else tell(this.model_, { reason: 'offline', retryAfterMs: 0 });
  }

  comeBack(): void {
    this.visit_.connection.start();
  }

  retryNow(): void {
    this.visit_.connection.retryNow();
  }
}
