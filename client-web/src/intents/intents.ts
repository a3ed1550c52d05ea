// What a person wants goes out by this one door.

import { AttendingIntents } from './attending';
import { KeepingOrder } from './keeping_order';
import { Meeting } from './meeting';
import { Moving } from './moving';
import { Myself } from './myself';
import { Reading } from './reading';
import { RoomIntents } from './rooms';
import { Talking } from './talking';
import { Visit } from './visit';
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
  readonly reading: Reading;
  readonly rooms: RoomIntents;
  readonly myself: Myself;
  readonly order: KeepingOrder;
  readonly attending: AttendingIntents;
  private readonly visit_: Visit;

  constructor(model: HallModel, options: IntentOptions) {
    const visit = new Visit(model, options.tab);
    this.visit_ = visit;
    this.moving = new Moving(model, visit, options.reducedMotion);
    this.talking = new Talking(model, visit);
    this.meeting = new Meeting(model, visit);
    this.reading = new Reading(model, visit);
    this.rooms = new RoomIntents(model, visit);
    this.myself = new Myself(model, visit);
    this.order = new KeepingOrder(model, visit);
    this.attending = new AttendingIntents(model, visit);
    visit.onLive = () => {
      this.talking.resendPending();
      this.order.tellSeen();
      this.myself.announceAgain(options.hidden());
    };
  }

  start(): void {
    this.visit_.start();
  }

  stop(): void {
    this.visit_.stop();
  }
}
