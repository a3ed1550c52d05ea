// What is open and chosen on the screen, the same for hall and list: the poster being read, search, the panel's tab.

import { Observed } from './observed';
import type { PosterQuestion } from './poster_list';
import type { SceneTarget } from './scene_view';

export type PanelTab =
  | 'posters'
  | 'people'
  | 'programme'
  | 'chat'
  | 'saved'
  | 'questions'
  | 'reports'
  | 'files'
  | 'shifts'
  | 'coverage';
export type DialogName =
  'none' | 'search' | 'status' | 'help' | 'go' | 'avatar' | 'person' | 'block' | 'report' | 'measure';

export class Selection extends Observed {
  private poster_ = 0;
  private author_ = 0;
  private door_ = 0;
  private room_ = 0;
  private tab_: PanelTab = 'posters';
  private dialog_: DialogName = 'none';
  private typedAhead_ = '';
  private chat_ = 'nearby';
  private question_: PosterQuestion = { filter: 'all', sort: 'here', topic: -1 };
  private watched_ = '';
  private walkingWith_ = 0;
  private tour_: readonly number[] = [];
  private tourAt_ = 0;
  private lastPlaces_: readonly number[] = [];
  private highlight_: SceneTarget | null = null;
  private focus_: SceneTarget | null = null;

  /** Key of the poster being read, 0 = none. */
  get poster(): number {
    return this.poster_;
  }
  /** Key of the poster whose author's page is open, 0 = none. */
  get author(): number {
    return this.author_;
  }
  /** Key of the poster whose author I came as, until I have read what is missing; 0 = none. */
  get door(): number {
    return this.door_;
  }
  /** The breakout whose screen is open, 0 = none. */
  get room(): number {
    return this.room_;
  }
  get tab(): PanelTab {
    return this.tab_;
  }
  get dialog(): DialogName {
    return this.dialog_;
  }
  /** 'nearby' or a channel's name. */
  get chat(): string {
    return this.chat_;
  }
  get question(): PosterQuestion {
    return this.question_;
  }
  /** The session whose stream I chose to watch, '' = none. */
  get watched(): string {
    return this.watched_;
  }
  /** The person I walk with, 0 = nobody. */
  get walkingWith(): number {
    return this.walkingWith_;
  }
  /** Keys of the posters of the tour under way, in walking order. */
  get tour(): readonly number[] {
    return this.tour_;
  }
  get tourAt(): number {
    return this.tourAt_;
  }
  /** Numbers of the booths I stood at, newest first. */
  get lastPlaces(): readonly number[] {
    return this.lastPlaces_;
  }

  /** What the picture of the hall points at: a search hit, a row under the pointer. */
  get highlight(): SceneTarget | null {
    return this.highlight_;
  }

  /** What of the picture has the keyboard's focus. */
  get focus(): SceneTarget | null {
    return this.focus_;
  }

  /** Read by the picture each frame; nobody is told. */
  focusOn(target: SceneTarget | null): void {
    this.focus_ = target;
  }

  /** Read by the picture each frame; nobody is told. */
  pointAt(target: SceneTarget | null): void {
    this.highlight_ = target;
  }

  read(key: number): void {
    this.poster_ = key;
    this.author_ = 0;
    this.changed();
  }

  atDoor(key: number): void {
    this.door_ = key;
    this.changed();
  }

  /** Opens a breakout's screen; 0 = none: one is no less in it. */
  openRoom(room: number): void {
    this.room_ = room;
    this.changed();
  }

  /** Opens the author's page of that poster; 0 = none. */
  tend(key: number): void {
    this.author_ = key;
    this.poster_ = 0;
    this.changed();
  }

  show(tab: PanelTab): void {
    this.tab_ = tab;
    this.changed();
  }

  open(dialog: DialogName): void {
    this.dialog_ = dialog;
    this.typedAhead_ = '';
    this.changed();
  }

  /** A letter typed between the key that opens a dialog and the dialog: it belongs in its field. */
  typeAhead(letter: string): void {
    this.typedAhead_ += letter;
  }

  /** What was typed ahead, once. */
  takeTypedAhead(): string {
    const typed = this.typedAhead_;
    this.typedAhead_ = '';
    return typed;
  }

  chatWith(channel: string): void {
    this.chat_ = channel;
    this.tab_ = 'chat';
    this.changed();
  }

  ask(question: Partial<PosterQuestion>): void {
    this.question_ = { ...this.question_, ...question };
    this.changed();
  }

  watch(session: string): void {
    this.watched_ = session;
    this.changed();
  }

  walkWith(person: number): void {
    this.walkingWith_ = person;
    this.changed();
  }

  startTour(keys: readonly number[]): void {
    this.tour_ = keys;
    this.tourAt_ = 0;
    this.changed();
  }

  /** False when that was the last stop. */
  nextStop(): boolean {
    this.tourAt_ += 1;
    const more = this.tourAt_ < this.tour_.length;
    if (!more) this.tour_ = [];
    this.changed();
    return more;
  }

  /** False when that was the first stop. */
  previousStop(): boolean {
    if (this.tourAt_ === 0) return false;
    this.tourAt_ -= 1;
    this.changed();
    return true;
  }

  endTour(): void {
    this.tour_ = [];
    this.changed();
  }

  stoodAt(number: number): void {
    if (number === 0 || this.lastPlaces_[0] === number) return;
    this.lastPlaces_ = [number, ...this.lastPlaces_.filter((each) => each !== number)].slice(0, 6);
    this.changed();
  }
}
