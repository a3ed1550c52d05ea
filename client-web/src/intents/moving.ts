// Walking, going, stepping out, walking with somebody.

import type { Visit } from './visit';
import { tell, tellRefusal } from './refusals';
import { nearestWalkable } from '../model/geometry';
import { unpackPlace } from '../model/place';
import type * as Path from '../model/path';
import type { HallModel } from '../model/hall_model';
import type { Facing, Point, Tile } from '../model/scene_view';
import { TILE } from '../model/scene_view';

const GO_WALK = 1;
const GO_SET_DOWN = 2;
/** Walking with somebody: follow when farther than this. */
const FOLLOW_BEYOND = 2.5 * TILE;
/**
 * So often a walk is planned anew without coming nearer to its end. Late or bunched wishes are refused now and then, on a slow
 * machine many times on a long walk. What is refused again and again in one place is refused for what no new plan mends (the
 * floor changed and its plan is still on its way): without an end one would go to and fro there for ever.
 */
const MOST_REPLANS = 8;

export type GoTarget =
  | { readonly case: 'booth'; readonly value: number }
  | { readonly case: 'person'; readonly value: number }
  | { readonly case: 'roomDoor'; readonly value: number }
  | { readonly case: 'table'; readonly value: number }
  | { readonly case: 'stage' | 'stepOut' | 'helpDesk'; readonly value: true };

export class Moving {
  private found_: typeof Path | null = null;
  private replans_ = 0;
  /** The shortest way to the walk's end from where one was put right on it. */
  private shortest_ = Infinity;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
    private readonly reducedMotion_: () => boolean,
  ) {
    model_.own.onPutRight = (goal) => this.walkOn(goal);
  }

  /** Finding the way: for who walks, so loaded with the hall. */
  private async path_(): Promise<typeof Path | null> {
    this.found_ ??= await import('../model/path').catch(() => null);
    return this.found_;
  }

  private walk(points: readonly Point[]): void {
    this.replans_ = 0;
    this.shortest_ = Infinity;
    this.model_.own.walker.follow(points);
  }

  /** The server put me right on a walk: on to its goal, from there. At once, so that nothing can come between. */
  private walkOn(goal: Point): void {
    const { catalogue, me, own, rooms } = this.model_;
    if (!this.found_ || !catalogue.plan || !me.inControl || rooms.inside) return;
    const way = this.found_.wayTo(catalogue.plan, own.point, goal);
    const length = this.found_.lengthOf([own.point, ...way]);
    if (length < this.shortest_ - TILE) {
      this.shortest_ = length;
      this.replans_ = 0;
    }
    if (this.replans_ >= MOST_REPLANS) return;
    this.replans_ += 1;
    own.walker.follow(way);
  }

  /** The hall is shown: the first walk should not wait. */
  ready(): void {
    void this.path_();
  }

  keyDown(code: string): boolean {
    if (!this.model_.me.inControl || this.model_.rooms.inside) return false;
    const ours = this.model_.own.walker.keyDown(code);
    if (ours) this.model_.selection.walkWith(0);
    return ours;
  }

  keyUp(code: string): void {
    this.model_.own.walker.keyUp(code);
  }

  releaseKeys(): void {
    this.model_.own.walker.releaseKeys();
  }

  /** Any key stops a walk. */
  stop(): void {
    this.model_.own.walker.stop();
    this.model_.selection.walkWith(0);
  }

  /** A click on the floor: walk there, or as near as one can. */
  walkTo(tile: Tile): void {
    const { plan } = this.model_.catalogue;
    if (!plan || this.model_.rooms.inside || !this.mayMove()) return;
    const target = nearestWalkable(plan, tile);
    if (!target) return;
    this.model_.selection.walkWith(0);
    void this.path_().then((path) => {
      if (path) this.walk(path.waypoints(plan, this.model_.own.point, target));
    });
  }

  turn(facing: Facing): void {
    this.model_.own.walker.turn(facing);
  }

  /** Asks for a free place at a target. True when the server gave one. */
  async go(target: GoTarget, at: 'choice' | 'at_once' = 'choice'): Promise<boolean> {
    if (!this.mayMove()) return false;
    const answer = await this.visit_.ask({ case: 'go', value: { target, how: this.how(at) } });
    if (!answer.ok) return tellRefusal(this.model_, answer);
    if (answer.body?.kind !== 'body' || answer.body.body.case !== 'going') return false;
    const going = answer.body.body.value;
    const place = unpackPlace(going.place);
    const { plan } = this.model_.catalogue;
    const path = going.setDown || !plan ? null : await this.path_();
    if (path && plan) this.walk(path.wayTo(plan, this.model_.own.point, { x: place.x, y: place.y }));
    else this.model_.own.put(place, going.sequence);
    return true;
  }

  goToBooth(number: number): Promise<boolean> {
    this.model_.selection.walkWith(0);
    return this.go({ case: 'booth', value: number });
  }

  /** From the list: the avatar moves at once. */
  standAt(number: number): Promise<boolean> {
    this.model_.selection.walkWith(0);
    return this.go({ case: 'booth', value: number }, 'at_once');
  }

  stepOut(): Promise<boolean> {
    return this.go({ case: 'stepOut', value: true });
  }

  claimControl(): void {
    void this.visit_
      .ask({ case: 'claimControl', value: {} })
      .then((answer) => tellRefusal(this.model_, answer));
  }

  /** One frame: my steps, and the wishes they make. */
  frame(passedMs: number, nowMs: number): void {
    if (!this.model_.me.inControl || !this.model_.link.live) return;
    // Who went into a room is not on the floor: the server takes no step, and the walk there is over.
    if (this.model_.rooms.inside) {
      this.model_.own.walker.stop();
      return;
    }
    for (const wish of this.model_.own.tick(passedMs, nowMs)) {
      this.visit_.tell({ case: 'move', value: { sequence: wish.sequence, place: wish.place } });
    }
  }

  /** Once a second: stays with who I walk with. */
  followCompanion(): void {
    const person = this.model_.selection.walkingWith;
    if (person === 0 || !this.model_.link.live) return;
    const { own, visitors, profiles } = this.model_;
    const other = visitors.tracks.latest(profiles.visitorOf(person));
    if (other && Math.hypot(other.x - own.point.x, other.y - own.point.y) < FOLLOW_BEYOND) return;
    void this.go({ case: 'person', value: person }).then((came) => {
      if (!came) this.model_.selection.walkWith(0);
    });
  }

  private mayMove(): boolean {
    if (this.model_.me.inControl) return true;
    tell(this.model_, { reason: 'not_in_control', retryAfterMs: 0 });
    return false;
  }

  private how(at: 'choice' | 'at_once'): number {
    const { go, view } = this.model_.settings.values;
    if (at === 'at_once' || view === 'list' || this.reducedMotion_() || go === 'set_down') return GO_SET_DOWN;
    return go === 'walk' ? GO_WALK : 0;
  }
}
