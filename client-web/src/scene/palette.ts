// The colours of the moment, read from tokens.css. In forced colours the hall is drawn in the system's few.
// Runs on: the page's thread. Owns: nothing; made again when the theme changes.

import type { Rgb } from '../model/avatar_figure';
import { fadedOut, rgbOf } from '../model/colour';
import type { ColourReader } from '../model/colour';

/** Where the system chooses the colours: paper, ink and one accent carry the whole picture. */
const FORCED: Readonly<Record<string, string>> = {
  bg: 'Canvas',
  'hall-stone': 'Canvas',
  'hall-stone-2': 'Canvas',
  'hall-seam': 'CanvasText',
  'hall-wall': 'Canvas',
  'hall-wall-cap': 'CanvasText',
  'hall-wall-side': 'CanvasText',
  'hall-board': 'Canvas',
  'hall-frame': 'CanvasText',
  'hall-ink': 'CanvasText',
  'hall-lamp-off': 'CanvasText',
  'hall-shade': 'transparent',
  'on-topic': 'Canvas',
  surface: 'Canvas',
  'line-strong': 'CanvasText',
  ink: 'CanvasText',
  'ink-2': 'CanvasText',
  brand: 'Highlight',
  'on-brand': 'HighlightText',
  'lamp-glow': 'transparent',
  lamp: 'Highlight',
  'on-lamp': 'CanvasText',
  'lamp-line': 'CanvasText',
  focus: 'Highlight',
  'focus-gap': 'Canvas',
};

export type TokenReader = (name: string) => string;

export class Palette {
  private readonly colours_ = new Map<string, string>();
  private readonly rgb_ = new Map<string, Rgb>();
  readonly font: string;

  constructor(
    private readonly read_: TokenReader,
    private readonly reader_: ColourReader,
    /** The system chooses the colours: what only colour tells apart needs a line. */
    readonly forced: boolean,
  ) {
    this.font = read_('font') || 'sans-serif';
  }

  /** A CSS colour by its token's name without the dashes. */
  colour(token: string): string {
    const known = this.colours_.get(token);
    if (known !== undefined) return known;
    const colour = (this.forced ? forcedColour(token) : null) ?? this.read_(token);
    this.colours_.set(token, colour);
    return colour;
  }

  /** The same as a number, 0xrrggbb: the renderer knows no names of system colours. */
  number(token: string): number {
    const [r, g, b] = rgbOf(this.reader_, this.colour(token));
    return (r << 16) | (g << 8) | b;
  }

  /** Where a token's glow ends. */
  faded(token: string): string {
    return fadedOut(this.reader_, this.colour(token));
  }

  /** The strong colour of a topic 0..7. */
  topic(topic: number): string {
    return this.colour(`topic-${topicLetter(topic)}`);
  }
  topicRug(topic: number): string {
    return this.colour(`topic-${topicLetter(topic)}-rug`);
  }
  topicFloor(topic: number): string {
    return this.colour(`topic-${topicLetter(topic)}-floor`);
  }

  /** For the avatars, whose colours stay in every theme. */
  readonly rgb = (token: string): Rgb => {
    let colour = this.rgb_.get(token);
    if (!colour) {
      colour = rgbOf(this.reader_, this.read_(token));
      this.rgb_.set(token, colour);
    }
    return colour;
  };
}

function forcedColour(token: string): string | null {
  if (/^topic-[a-h]$/.test(token)) return 'CanvasText';
  if (/^topic-[a-h]-(floor|rug)$/.test(token)) return 'Canvas';
  return FORCED[token] ?? null;
}

/** 0..7 as in the tokens' names. */
export function topicLetter(topic: number): string {
  return 'abcdefgh'.charAt(topic & 7);
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const forced = window.matchMedia('(forced-colors: active)').matches;
  const reader = document.createElement('canvas').getContext('2d');
  if (!reader) throw new Error('this browser gives no 2D canvas to read colours with');
  return new Palette((name) => style.getPropertyValue(`--${name}`).trim(), reader, forced);
}
