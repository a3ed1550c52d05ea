// What I chose for this browser: theme, motion, keys, zone, view. Kept in a store that is given (the page's).

import { Observed } from './observed';

export type Theme = 'system' | 'light' | 'dark';
export type ViewName = 'hall' | 'list';
export type GoChoice = 'auto' | 'walk' | 'set_down';

export interface SettingsValues {
  readonly theme: Theme;
  readonly reduceMotion: boolean;
  readonly letterKeys: boolean;
  /** Of the words; '' = as the browser says. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly view: ViewName;
  readonly go: GoChoice;
  readonly map: boolean;
  /** Of what is in my programme, five minutes before. */
  readonly remind: boolean;
  /** Hours of the day I am awake, for shifts. */
  readonly wakesAt: number;
  readonly sleepsAt: number;
}

/** As Storage is: a place for texts by name. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  /** It lasts as long as the page. */
  readonly forgets?: boolean;
}

const KEY = 'posterhall.settings';

export class Settings extends Observed {
  private values_: SettingsValues;
  private forgets_: boolean;

  constructor(
    private readonly store_: TextStore,
    defaults: SettingsValues,
  ) {
    super();
    this.values_ = { ...defaults, ...read(store_) };
    this.forgets_ = store_.forgets === true;
  }

  /** This browser keeps nothing: what is chosen holds for this visit. */
  get forgets(): boolean {
    return this.forgets_;
  }

  /** Where this browser keeps things. */
  get kept(): TextStore {
    return this.store_;
  }

  get values(): SettingsValues {
    return this.values_;
  }

  set(part: Partial<SettingsValues>): void {
    this.values_ = { ...this.values_, ...part };
    try {
      this.store_.setItem(KEY, JSON.stringify(this.values_));
    } catch {
      this.forgets_ = true;
    }
    this.changed();
  }
}

function read(store: TextStore): Partial<SettingsValues> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(store.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  const from = parsed as Record<string, unknown>;
  const chosen: Record<string, unknown> = {};
  const one = (key: string, allowed: readonly unknown[]): void => {
    if (allowed.includes(from[key])) chosen[key] = from[key];
  };
  one('theme', ['system', 'light', 'dark']);
  one('view', ['hall', 'list']);
  one('go', ['auto', 'walk', 'set_down']);
  for (const key of ['reduceMotion', 'letterKeys', 'map', 'remind']) one(key, [true, false]);
  const hours = Array.from({ length: 25 }, (_, hour) => hour);
  for (const key of ['wakesAt', 'sleepsAt']) one(key, hours);
  if (typeof from['language'] === 'string') chosen['language'] = from['language'];
  if (typeof from['timeZone'] === 'string' && from['timeZone'] !== '') chosen['timeZone'] = from['timeZone'];
  return chosen as Partial<SettingsValues>;
}
