// What a person wants goes out by this one door.

import { AttendingIntents } from './attending';
import { HandIntents } from './hands';
import { KeepingOrder } from './keeping_order';
import { Meeting } from './meeting';
import { Moving } from './moving';
import type { MyThingsIntents } from './my_things';
import { Myself } from './myself';
import { Reading } from './reading';
import { RoomIntents } from './rooms';
import { Talking } from './talking';
import { Visit } from './visit';
import type { Authoring } from './authoring';
import type { HallModel } from '../model/hall_model';
import type { TextStore } from '../model/settings';

export interface IntentOptions {
  /** Kept as long as the tab. */
  readonly tab: TextStore;
  readonly reducedMotion: () => boolean;
  readonly hidden: () => boolean;
}

export class Intents {
  readonly moving: Moving;
  readonly talking: Talking;
  readonly meeting: Meeting;
  readonly hands: HandIntents;
  readonly reading: Reading;
  readonly rooms: RoomIntents;
  readonly myself: Myself;
  readonly order: KeepingOrder;
  readonly attending: AttendingIntents;
  private readonly visit_: Visit;
  private mine_: Promise<MyThingsIntents> | null = null;
  private authoring_: Promise<Authoring> | null = null;

  constructor(
    private readonly model_: HallModel,
    private readonly options_: IntentOptions,
  ) {
    const model = model_;
    const visit = new Visit(model, options_.tab);
    this.visit_ = visit;
    this.moving = new Moving(model, visit, options_.reducedMotion);
    this.talking = new Talking(model, visit);
    this.meeting = new Meeting(model, visit);
    this.hands = new HandIntents(model, visit);
    this.reading = new Reading(model, visit);
    this.rooms = new RoomIntents(model, visit);
    this.myself = new Myself(model, visit);
    this.order = new KeepingOrder(model, visit);
    this.attending = new AttendingIntents(model, visit);
    visit.onLive = () => {
      void this.talking.resendPending();
      this.order.tellSeen();
      this.myself.announceAgain(options_.hidden());
    };
  }

  /** The same for the whole visit: a file goes on its way while its author is elsewhere. */
  authoring(): Promise<Authoring> {
    this.authoring_ ??= import('./authoring')
      .then((loaded) => new loaded.Authoring(this.model_))
      .catch((why: unknown) => {
        this.authoring_ = null;
        throw why;
      });
    return this.authoring_;
  }

  /** My own things; the same for the whole visit. */
  mine(): Promise<MyThingsIntents> {
    this.mine_ ??= import('./my_things')
      .then((loaded) => new loaded.MyThingsIntents(this.model_, this.options_.hidden))
      .catch((why: unknown) => {
        this.mine_ = null;
        throw why;
      });
    return this.mine_;
  }

  start(): void {
    this.visit_.start();
  }

  stop(): void {
    this.visit_.stop();
  }
}
