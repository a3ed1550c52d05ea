// What the server says, put into the model. One place, one way: nothing is sent from here but what `asks` is given for.

import { refused } from './connection';
import type { Connection } from './connection';
import { hex } from './bytes';
import { receiveAttending } from './receive_attending';
import { hears } from '../model/hearing';
import { receiveBooth } from './receive_booth';
import { receiveCalls, receiveOrder, receivePosters } from './receive_order';
import type { Incoming, ServerBody } from './codec';
import type {
  Profile as WireProfile,
  Welcome,
  Whereabouts as WireWhereabouts,
} from '../gen/posterhall/v1/server_pb.js';
import type { LaterKind } from './receive_rooms';
import { readMessage } from './wire';
import { addMessages } from './wire_schema';
import type { HallModel } from '../model/hall_model';
import { unpackPlace } from '../model/place';
import type { Profile, RejectReason, Whereabouts } from '../model/values';

/** What follows from a message and is somebody else's to do. */
export interface Consequences {
  welcomed(welcome: { readonly catalogueHash: string; readonly planHash: string }): void;
  catalogueChanged(hashes: { readonly catalogueHash: string; readonly planHash: string }): void;
  /** Events are missing in these channels. */
  holes(channels: readonly string[]): void;
  steadyMs(): number;
}

/** By RejectCode's number. */
export const REASONS: readonly RejectReason[] = [
  'other',
  'malformed',
  'not_allowed',
  'not_found',
  'rate_limited',
  'text_empty',
  'text_too_long',
  'moved_on',
  'nobody_near',
  'not_in_control',
  'room_closed',
  'room_full',
  'store_unavailable',
  'wrong_state',
  'no_free_place',
  'declined',
  'too_old',
  'muted',
  'banned',
  'undeliverable',
  'event_closed',
  'before_doors',
  'room_quiet',
  'room_taken',
];

/** InvitationKind's number of "walk with me". */
const INVITATION_WALK: number = 2;

function profiles(wire: readonly (WireProfile | undefined)[]): readonly Profile[] {
  return wire.filter((each): each is WireProfile => each !== undefined);
}

export function whereabouts(at: WireWhereabouts['at'] | undefined): Whereabouts | null {
  switch (at?.case) {
    case 'booth':
    case 'room':
    case 'aisle':
    case 'table':
      return { case: at.case, value: at.value };
    case 'stage':
    case 'foyer':
    case 'notHere':
      return { case: at.case };
    default:
      return null;
  }
}

export class Receiver {
  private roomsTold_: Promise<void> = Promise.resolve();

  constructor(
    private readonly model_: HallModel,
    private readonly connection_: Connection,
    private readonly then_: Consequences,
  ) {}

  receive(message: Incoming): void {
    if (message.kind === 'frame') this.model_.visitors.apply(message.frame, this.then_.steadyMs());
    else if (!this.answer(message.body) && !this.people(message.body) && !this.aside(message.body))
      this.hall(message.body);
  }

  private aside(body: ServerBody): boolean {
    const model = this.model_;
    const all = [receiveOrder, receiveCalls, receiveBooth, receiveAttending, receivePosters];
    return all.some((each) => each(model, body));
  }

  /** Answers to what this tab asked. */
  private answer(body: ServerBody): boolean {
    const { connection_: connection } = this;
    switch (body.case) {
      case 'ack':
        connection.settle(body.value.inReplyTo, {
          ok: true,
          stored: { number: body.value.number, atMs: body.value.atMs },
          body: null,
        });
        return true;
      case 'reject':
        connection.settle(
          body.value.inReplyTo,
          refused(REASONS[body.value.code] ?? 'other', body.value.retryAfterMs, body.value),
        );
        return true;
      case 'peoplePage':
      case 'going':
      case 'history':
      case 'orderQueue':
        connection.settle(body.value.inReplyTo, {
          ok: true,
          stored: { number: 0, atMs: 0 },
          body: { kind: 'body', body },
        });
        return true;
      case 'pong':
        this.model_.clock.setServerTime(body.value.nowMs);
        return true;
      case 'closing':
        connection.closing(body.value.reason, body.value.retryAfterMs);
        return true;
      default:
        return false;
    }
  }

  /** Who people are and what passes between them. */
  private people(body: ServerBody): boolean {
    const model = this.model_;
    switch (body.case) {
      case 'who':
        model.profiles.putVisitors(
          body.value.visitors.flatMap((each) =>
            each.profile ? [{ visitor: each.visitor, profile: each.profile }] : [],
          ),
        );
        return true;
      case 'persons': {
        const found = profiles(body.value.persons);
        model.profiles.put(found);
        const mine = found.find((profile) => profile.person === model.me.person);
        if (mine) model.me.setProfile(mine);
        return true;
      }
      case 'profilesChanged':
        model.profiles.outdated(body.value.persons);
        return true;
      case 'invitation':
        model.profiles.link(body.value.fromVisitor, body.value.fromPerson);
        model.profiles.wantPersons([body.value.fromPerson]);
        model.notices.invite({
          invitation: body.value.invitation,
          kind: body.value.kind === INVITATION_WALK ? 'walk' : 'talk',
          person: body.value.fromPerson,
          visitor: body.value.fromVisitor,
        });
        return true;
      case 'invitationAnswered': {
        const { person, accepted } = body.value;
        model.profiles.wantPersons([person]);
        model.notices.tell(
          accepted ? 'leaf' : 'brand',
          { kind: 'answered', person, accepted },
          model.clock.exactMs,
        );
        return true;
      }
      case 'nearby': {
        const said = body.value;
        model.profiles.link(said.visitor, said.person);
        model.profiles.wantPersons([said.person]);
        model.conversation.said({
          key: hex(said.clientId),
          conversation: said.conversation,
          atMs: said.atMs,
          person: said.person,
          text: said.text,
        });
        if (hears(model, said.person)) model.happenings.said(said.visitor, said.text, this.then_.steadyMs());
        return true;
      }
      case 'typing':
        model.profiles.wantPersons([body.value.person]);
        model.conversation.typed(body.value.channel, body.value.person, model.clock.exactMs);
        return true;
      case 'emoted':
        model.happenings.emoted(body.value.visitor, body.value.emote, this.then_.steadyMs());
        return true;
      case 'conversation': {
        const state = body.value;
        for (const member of state.members) model.profiles.link(member.visitor, member.person);
        model.profiles.wantPersons(state.members.map((member) => member.person));
        model.conversation.apply(state.conversation, state.members, state.centre);
        model.selection.stoodAt(model.conversation.booth);
        model.pointing.stoodAt(model.conversation.booth);
        model.hands.stoodAt(model.conversation.booth);
        return true;
      }
      default:
        return false;
    }
  }

  /** The hall, its channels and rooms. */
  private hall(body: ServerBody): void {
    const model = this.model_;
    switch (body.case) {
      case 'welcome':
        this.welcome(body.value);
        return;
      case 'events': {
        const events = body.value.events.map((event) => ({ ...event, clientId: hex(event.clientId) }));
        model.profiles.wantPersons(events.map((event) => event.author));
        for (const event of events) model.conversation.stoppedTyping(event.channel, event.author);
        const holes = model.channels.arrive(events);
        if (holes.length > 0) this.then_.holes(holes);
        return;
      }
      case 'watching': {
        const { channel, head, how } = body.value;
        if (how.case === 'gap') model.channels.startAnew(channel, head);
        else model.channels.resumed(channel, head, how.value ?? 0);
        if (how.case === 'gap') this.then_.holes([channel]);
        return;
      }
      case 'facts':
        model.facts.apply(body.value);
        return;
      case 'control':
        model.me.control(body.value.inControl, body.value.epoch, body.value.otherDevice);
        return;
      case 'catalogueChanged':
        this.then_.catalogueChanged(body.value);
        return;
      case 'saved':
        model.saved.setAll(body.value.saved);
        return;
      case 'readMarks':
        model.channels.heads(body.value.channels);
        return;
      default: {
        // What stands as bytes is read by what is fetched for it.
        const bytes: unknown = body.value;
        if (bytes instanceof Uint8Array) this.rooms(body.case as LaterKind, bytes);
      }
    }
  }

  /** In the order in which they came, also while what reads them is being fetched. */
  private rooms(kind: LaterKind, bytes: Uint8Array): void {
    this.roomsTold_ = this.roomsTold_
      .then(() => import('./receive_rooms'))
      .then(
        (loaded) => loaded.receiveRooms(this.model_, kind, bytes, { addMessages, readMessage }),
        () => undefined,
      );
  }

  private welcome(welcome: Welcome): void {
    const model = this.model_;
    const me = welcome.me;
    if (!me) return;
    const again = model.link.everLive;
    model.clock.setServerTime(welcome.nowMs);
    model.me.welcome(me, welcome.visitor, welcome.epoch, welcome.inControl, welcome.may);
    model.profiles.forgetVisitors();
    model.profiles.putVisitors([{ visitor: welcome.visitor, profile: me }]);
    model.channels.setMe(me.person);
    model.conversation.setMe(me.person);
    model.channels.heads(welcome.channels);
    model.saved.setAll(welcome.saved);
    model.facts.setPeopleHere(welcome.peopleHere);
    this.roomsTold_ = this.roomsTold_.then(() => model.rooms.reset());
    model.calls.reset();
    model.attending.reset();
    model.pointing.reset();
    model.hands.told(0, [], 0);
    model.visitors.reset(welcome.visitor);
    model.happenings.clear();
    model.own.put(unpackPlace(welcome.place), welcome.sequence);
    model.link.serverBuild(welcome.clientBuild);
    this.connection_.welcomed(welcome.process);
    if (again) model.notices.tell('leaf', { kind: 'connected' }, model.clock.exactMs);
    this.then_.welcomed(welcome);
  }
}
