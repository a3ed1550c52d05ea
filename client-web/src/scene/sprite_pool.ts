// Sprites used again from frame to frame, in the order in which they are put. Nothing is created or sorted while people
// walk: the n-th thing drawn takes the n-th sprite.
// Runs on: the page's thread. Owns: its sprites.

import { Container, Sprite } from 'pixi.js';
import type { Texture } from 'pixi.js';

export class SpritePool {
  readonly container = new Container();
  private readonly sprites_: Sprite[] = [];
  private used_ = 0;

  constructor() {
    this.container.interactiveChildren = false;
    this.container.eventMode = 'none';
  }

  begin(): void {
    this.used_ = 0;
  }

  /** Upper left corner and scale of the picture. */
  put(texture: Texture, x: number, y: number, scale = 1, alpha = 1): void {
    let sprite = this.sprites_[this.used_];
    if (!sprite) {
      sprite = new Sprite(texture);
      this.sprites_.push(sprite);
      this.container.addChild(sprite);
    }
    this.used_++;
    if (sprite.texture !== texture) sprite.texture = texture;
    sprite.position.set(x, y);
    if (sprite.scale.x !== scale) sprite.scale.set(scale);
    if (sprite.alpha !== alpha) sprite.alpha = alpha;
    if (!sprite.visible) sprite.visible = true;
  }

  end(): void {
    for (let i = this.used_; i < this.sprites_.length; i++) {
      const sprite = this.sprites_[i];
      if (!sprite?.visible) break;
      sprite.visible = false;
    }
  }

  get count(): number {
    return this.used_;
  }

  destroy(): void {
    this.container.destroy({ children: true });
    this.sprites_.length = 0;
  }
}
