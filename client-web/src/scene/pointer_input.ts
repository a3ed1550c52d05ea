// Mouse, touch and wheel over the hall: a drag pans, a click picks, the wheel and two fingers zoom, a resting mouse
// hovers. Keyboards are not its business.
// Runs on: the page's thread. Owns: its listeners on the canvas.

import type { Camera } from '../model/camera';
import type { Point } from '../model/scene_view';

/** Farther than this a press is a drag. */
const DRAG = 6;
/** A finger may miss a person by this much (CSS pixels). */
const FINGER = 10;
/** Wheel travel that makes one zoom level. */
const WHEEL_LEVEL = 100;
const WHEEL_PAUSE_MS = 160;
/** Two fingers this much farther apart make one zoom level. */
const PINCH = 1.35;

export interface PointerActions {
  /** The picture wants to be drawn again. */
  changed(): void;
  click(at: Point, reach: number): void;
  /** null: the pointer left. */
  hover(at: Point | null): void;
}

interface Press {
  readonly start: Point;
  last: Point;
  dragging: boolean;
}

export class PointerInput {
  private readonly presses_ = new Map<number, Press>();
  private pinchFrom_ = 0;
  private wheel_ = 0;
  private wheelAt_ = 0;
  private readonly off_ = new AbortController();

  constructor(
    private readonly canvas_: HTMLCanvasElement,
    private readonly camera_: Camera,
    private readonly actions_: PointerActions,
  ) {
    const on = { signal: this.off_.signal };
    canvas_.style.touchAction = 'none';
    canvas_.addEventListener('pointerdown', this.down, on);
    canvas_.addEventListener('pointermove', this.move, on);
    canvas_.addEventListener('pointerup', this.up, on);
    canvas_.addEventListener('pointercancel', this.cancel, on);
    canvas_.addEventListener('pointerleave', this.leave, on);
    canvas_.addEventListener('wheel', this.wheel, { ...on, passive: false });
  }

  destroy(): void {
    this.off_.abort();
  }

  private at(event: MouseEvent): Point {
    const box = this.canvas_.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = this.at(event);
    this.presses_.set(event.pointerId, { start: at, last: at, dragging: false });
    if (this.presses_.size === 2) this.pinchFrom_ = this.spread();
  };

  private readonly move = (event: PointerEvent): void => {
    const at = this.at(event);
    const press = this.presses_.get(event.pointerId);
    if (!press) {
      if (event.pointerType !== 'touch') this.actions_.hover(at);
      return;
    }
    const dx = at.x - press.last.x;
    const dy = at.y - press.last.y;
    if (this.presses_.size === 2) {
      press.last = at;
      press.dragging = true;
      this.pinch();
      return;
    }
    if (!press.dragging && Math.hypot(at.x - press.start.x, at.y - press.start.y) < DRAG) return;
    if (!press.dragging) this.canvas_.setPointerCapture(event.pointerId);
    press.dragging = true;
    press.last = at;
    this.camera_.panBy(dx, dy);
    this.actions_.hover(null);
    this.actions_.changed();
  };

  private readonly up = (event: PointerEvent): void => {
    const press = this.presses_.get(event.pointerId);
    this.presses_.delete(event.pointerId);
    if (!press || press.dragging) return;
    this.actions_.click(this.at(event), event.pointerType === 'touch' ? FINGER : 0);
  };

  private readonly cancel = (event: PointerEvent): void => {
    this.presses_.delete(event.pointerId);
  };

  private readonly leave = (): void => {
    this.actions_.hover(null);
  };

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    if (event.timeStamp - this.wheelAt_ > WHEEL_PAUSE_MS) this.wheel_ = 0;
    this.wheelAt_ = event.timeStamp;
    this.wheel_ += event.deltaY * lines;
    if (Math.abs(this.wheel_) < WHEEL_LEVEL) return;
    if (this.wheel_ < 0) this.camera_.zoomIn(this.at(event));
    else this.camera_.zoomOut(this.at(event));
    this.wheel_ = 0;
    this.actions_.changed();
  };

  private spread(): number {
    const [a, b] = [...this.presses_.values()];
    return a && b ? Math.hypot(a.last.x - b.last.x, a.last.y - b.last.y) : 0;
  }

  private pinch(): void {
    const [a, b] = [...this.presses_.values()];
    const spread = this.spread();
    if (!a || !b || this.pinchFrom_ === 0) return;
    const middle = { x: (a.last.x + b.last.x) / 2, y: (a.last.y + b.last.y) / 2 };
    if (spread > this.pinchFrom_ * PINCH) this.camera_.zoomIn(middle);
    else if (spread < this.pinchFrom_ / PINCH) this.camera_.zoomOut(middle);
    else return;
    this.pinchFrom_ = spread;
    this.actions_.changed();
  }
}
