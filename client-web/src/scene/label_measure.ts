// How large labels are, measured once each; and name tags baked once each.
// Runs on: the page's thread. Owns: a canvas to measure on, and the measures.

import type { Texture } from 'pixi.js';
import { drawTag, layBubble, measureTag } from './art/label_art';
import type { BubbleContent, BubbleSide, Size, TagContent } from './art/label_art';
import type { Pen } from './art/pen';
import type { Frame } from './frame';
import type { Palette } from './palette';

const KEPT = 4000;

export class LabelMeasure {
  private pen_: Pen;
  private readonly sizes_ = new Map<string, Size>();
  private readonly bubbles_ = new Map<string, BubbleContent>();

  constructor(palette: Palette) {
    this.pen_ = measuringPen(palette);
  }

  /** Fonts or theme changed. */
  reset(palette: Palette): void {
    this.pen_ = measuringPen(palette);
    this.sizes_.clear();
    this.bubbles_.clear();
  }

  of(key: string, measure: (pen: Pen) => Size): Size {
    let size = this.sizes_.get(key);
    if (!size) {
      if (this.sizes_.size > KEPT) this.sizes_.clear();
      size = measure(this.pen_);
      this.sizes_.set(key, size);
    }
    return size;
  }

  tag(content: TagContent): Size {
    return this.of(tagKey(content), (pen) => measureTag(pen, content));
  }

  bakedTag(frame: Frame, content: TagContent): { texture: Texture; size: Size } {
    const size = this.tag(content);
    const scale = frame.density * frame.labelSize;
    const texture = frame.baker.need(`${tagKey(content)} ${String(scale)}`, () => ({
      w: size.w + 3,
      h: size.h + 3,
      scale,
      draw: (pen) => {
        drawTag(pen, content, size);
      },
    }));
    return { texture, size };
  }

  layBubble(words: string, side: BubbleSide): BubbleContent {
    const key = `${side === 'above' ? 'a' : 's'} ${words}`;
    let laid = this.bubbles_.get(key);
    if (!laid) {
      if (this.bubbles_.size > KEPT / 10) this.bubbles_.clear();
      laid = layBubble(this.pen_, words, side);
      this.bubbles_.set(key, laid);
    }
    return laid;
  }

  bubble(words: string, grown: number): Record<BubbleSide, Size> {
    const sized = (side: BubbleSide): Size => {
      const { w, h } = this.layBubble(words, side).size;
      return { w: w * grown, h: h * grown };
    };
    return { above: sized('above'), left: sized('left'), right: sized('right') };
  }
}

function tagKey({ name, detail, mark, me }: TagContent): string {
  return `tag ${mark} ${me ? 'me' : ''} ${name}\n${detail}`;
}

function measuringPen(palette: Palette): Pen {
  const canvas = document.createElement('canvas');
  const g = canvas.getContext('2d');
  if (!g) throw new Error('this browser gives no 2D canvas to measure labels on');
  return { g, palette };
}
