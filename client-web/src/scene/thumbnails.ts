// Thumbnails of the boards in view: loaded when first seen, a few at a time, kept small.
// Runs on: the page's thread. Owns: the small canvases, the latest seen of them.

export interface Thumbnail {
  readonly canvas: HTMLCanvasElement;
  /** Its mean colour: what the board is from far away. */
  readonly flatColour: string;
}

const AT_ONCE = 4;
const KEPT = 400;
/** Sharp at zoom 2 on a fine screen: four device pixels to one of the board's. */
const FINE = 4;

type State = 'wanted' | 'loading' | 'failed' | Thumbnail;

export class Thumbnails {
  private readonly byUrl_ = new Map<string, { state: State; w: number; h: number; wantedIn: number }>();
  private loading_ = 0;
  private round_ = 0;

  /** `arrived` is called when one is there (or is not to be had): the picture wants another frame. */
  constructor(private readonly arrived_: () => void) {}

  get pending(): number {
    let wanted = 0;
    for (const entry of this.byUrl_.values()) {
      if (entry.state === 'loading' || (entry.state === 'wanted' && entry.wantedIn >= this.round_ - 1))
        wanted++;
    }
    return wanted;
  }

  beginFrame(): void {
    this.round_++;
  }

  /** The thumbnail for a board of w x h hall pixels, or null while it is not there. */
  get(url: string, w: number, h: number): Thumbnail | null {
    let entry = this.byUrl_.get(url);
    if (!entry) {
      entry = { state: 'wanted', w, h, wantedIn: this.round_ };
    }
    // Put last again: the front of the map is what was not seen for longest.
    this.byUrl_.delete(url);
    this.byUrl_.set(url, entry);
    entry.wantedIn = this.round_;
    return typeof entry.state === 'object' ? entry.state : null;
  }

  /** What is known of a poster's colour without loading anything. */
  known(url: string): Thumbnail | null {
    const state = this.byUrl_.get(url)?.state;
    return typeof state === 'object' ? state : null;
  }

  /** Starts what this frame wants; what was only passed by is forgotten. */
  endFrame(): void {
    for (const [url, entry] of this.byUrl_) {
      if (entry.state !== 'wanted') continue;
      if (entry.wantedIn < this.round_ - 60) this.byUrl_.delete(url);
      else if (entry.wantedIn >= this.round_ - 1 && this.loading_ < AT_ONCE)
        void this.load(url, entry.w, entry.h);
    }
    for (const [url, entry] of this.byUrl_) {
      if (this.byUrl_.size <= KEPT) break;
      if (entry.state !== 'loading' && entry.wantedIn < this.round_) this.byUrl_.delete(url);
    }
  }

  private async load(url: string, w: number, h: number): Promise<void> {
    this.loading_++;
    this.setState(url, 'loading');
    try {
      const image = new Image();
      image.decoding = 'async';
      image.src = url;
      await image.decode();
      this.setState(url, shrink(image, w, h));
    } catch {
      // A picture that cannot be had leaves the board as paper; the poster's page says why.
      this.setState(url, 'failed');
    }
    this.loading_--;
    this.arrived_();
  }

  private setState(url: string, state: State): void {
    const entry = this.byUrl_.get(url);
    if (entry) entry.state = state;
  }
}

/** The whole picture within the board, paper around it where its shape differs; posters are never cropped. */
function shrink(image: HTMLImageElement, w: number, h: number): Thumbnail {
  const canvas = document.createElement('canvas');
  canvas.width = w * FINE;
  canvas.height = h * FINE;
  const g = canvas.getContext('2d', { willReadFrequently: true });
  if (!g) throw new Error('no canvas for a thumbnail');
  const by = Math.min(canvas.width / image.naturalWidth, canvas.height / image.naturalHeight);
  const drawnW = image.naturalWidth * by;
  const drawnH = image.naturalHeight * by;
  const x = (canvas.width - drawnW) / 2;
  const y = (canvas.height - drawnH) / 2;
  g.imageSmoothingQuality = 'high';
  g.drawImage(image, x, y, drawnW, drawnH);
  return { canvas, flatColour: meanColour(g, x, y, drawnW, drawnH) };
}

function meanColour(g: CanvasRenderingContext2D, x: number, y: number, w: number, h: number): string {
  const data = g.getImageData(
    Math.floor(x),
    Math.floor(y),
    Math.max(1, Math.floor(w)),
    Math.max(1, Math.floor(h)),
  ).data;
  const sum = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < data.length; i += 4 * 7) {
    sum[0] = (sum[0] ?? 0) + (data[i] ?? 0);
    sum[1] = (sum[1] ?? 0) + (data[i + 1] ?? 0);
    sum[2] = (sum[2] ?? 0) + (data[i + 2] ?? 0);
    count++;
  }
  return `rgb(${sum.map((value) => String(Math.round(value / Math.max(1, count)))).join(' ')})`;
}
