// Who I am in this hall: my name, what my role allows, and whether this tab moves the avatar.

import { Observed } from './observed';
import type { Profile } from './values';

export class Me extends Observed {
  private profile_: Profile | null = null;
  private visitor_ = 0;
  private epoch_ = 0;
  private inControl_ = true;
  private otherDevice_ = false;
  private may_ = new Set<string>();
  private away_ = false;

  get profile(): Profile | null {
    return this.profile_;
  }
  get person(): number {
    return this.profile_?.person ?? 0;
  }
  get visitor(): number {
    return this.visitor_;
  }
  get epoch(): number {
    return this.epoch_;
  }
  get inControl(): boolean {
    return this.inControl_;
  }
  /** Control went to a tab of another device. */
  get otherDevice(): boolean {
    return this.otherDevice_;
  }
  get away(): boolean {
    return this.away_;
  }

  may(command: string): boolean {
    return this.may_.has(command);
  }

  presents(poster: number): boolean {
    return this.profile_?.presents.includes(poster) ?? false;
  }

  welcome(
    profile: Profile,
    visitor: number,
    epoch: number,
    inControl: boolean,
    may: readonly string[],
  ): void {
    this.profile_ = profile;
    this.visitor_ = visitor;
    this.epoch_ = epoch;
    this.inControl_ = inControl;
    this.otherDevice_ = false;
    this.may_ = new Set(may);
    this.changed();
  }

  control(inControl: boolean, epoch: number, otherDevice: boolean): void {
    this.inControl_ = inControl;
    this.epoch_ = epoch;
    this.otherDevice_ = !inControl && otherDevice;
    this.changed();
  }

  setProfile(profile: Profile): void {
    this.profile_ = profile;
    this.changed();
  }

  setAway(away: boolean): void {
    this.away_ = away;
    this.changed();
  }
}
