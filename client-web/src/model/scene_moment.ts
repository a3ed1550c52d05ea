// One moment of the hall for the picture: everybody in the block, where they are drawn now, what shows above them.

import type { HallModel } from './hall_model';
import { conversationPlace, unpackPlace } from './place';
import { shortNameOf, TILE } from './scene_view';
import type { CircleView, SceneView, VisitorView } from './scene_view';
import type { VisitorNow } from './visitors';

const NO_LOOK = new Uint8Array(5);
/** Two tiles and the half one stands in, seen from above at a slant (server/domain/conversation.hpp). */
const CIRCLE_RX = 2.5 * TILE;
const CIRCLE_RY = 1.75 * TILE;

export function sceneMoment(model: HallModel, nowMs: number): SceneView {
  const talking = new Set(model.conversation.members.map((member) => member.visitor));
  const presenters = new Set(
    model.conversation.members.filter((member) => member.presents).map((member) => member.visitor),
  );
  const visitors: VisitorView[] = [];
  for (const record of model.visitors.all()) {
    if (record.id === model.visitors.me) continue;
    visitors.push(other(model, record, nowMs, talking, presenters));
  }
  const me = myself(model, nowMs, presenters);
  if (me) visitors.push(me);
  return {
    visitors,
    circles: circles(model),
    path: model.own.walker.onPath ? model.own.walker.path : null,
    focus: model.selection.focus,
    highlight: model.selection.highlight,
    myBooth: model.conversation.booth,
  };
}

/** Who presents a poster and stands on its rug. */
function standsAtOwn(model: HallModel, presents: readonly number[], x: number, y: number): boolean {
  const plan = model.catalogue.plan;
  if (!plan || presents.length === 0) return false;
  return presents.some((key) => {
    const poster = model.catalogue.byKey(key);
    const booth = poster && plan.booths.find((each) => each.number === poster.number);
    if (!booth) return false;
    const { rug } = booth;
    const column = x / TILE;
    const row = y / TILE;
    return column >= rug.x && row >= rug.y && column < rug.x + rug.w && row < rug.y + rug.h;
  });
}

function other(
  model: HallModel,
  record: VisitorNow,
  nowMs: number,
  talking: ReadonlySet<number>,
  presenters: ReadonlySet<number>,
): VisitorView {
  const profile = model.profiles.ofVisitor(record.id);
  const drawn = model.visitors.tracks.at(record.id, nowMs);
  const x = drawn?.x ?? record.x;
  const y = drawn?.y ?? record.y;
  return {
    id: record.id,
    x,
    y,
    facing: drawn?.facing ?? record.facing,
    walking: drawn?.walking ?? false,
    look: profile?.look ?? NO_LOOK,
    name: profile?.name ?? '',
    shortName: profile ? shortNameOf(profile.shortName, profile.name) : '',
    affiliation: profile?.affiliation ?? '',
    me: false,
    away: record.away,
    listMode: record.listMode,
    presents: presenters.has(record.id) || (profile !== null && standsAtOwn(model, profile.presents, x, y)),
    keptInSight: profile !== null && model.people.keepsInSight(profile.person),
    talkingWithMe: talking.has(record.id),
    bubble: model.happenings.bubble(record.id, nowMs),
    emote: model.happenings.emote(record.id, nowMs),
  };
}

function myself(model: HallModel, nowMs: number, presenters: ReadonlySet<number>): VisitorView | null {
  const { me, own, visitors } = model;
  const profile = me.profile;
  if (!profile || !own.known) return null;
  // A tab that does not move the avatar draws it as it draws the others.
  const drawn = me.inControl ? null : visitors.tracks.at(me.visitor, nowMs);
  const x = drawn?.x ?? own.point.x;
  const y = drawn?.y ?? own.point.y;
  return {
    id: me.visitor,
    x,
    y,
    facing: drawn?.facing ?? own.walker.facing,
    walking: drawn?.walking ?? own.walker.walking,
    look: profile.look,
    name: profile.name,
    shortName: shortNameOf(profile.shortName, profile.name),
    affiliation: profile.affiliation,
    me: true,
    away: me.away,
    listMode: false,
    presents: presenters.has(me.visitor) || standsAtOwn(model, profile.presents, x, y),
    keptInSight: false,
    talkingWithMe: false,
    bubble: model.happenings.bubble(me.visitor, nowMs),
    emote: model.happenings.emote(me.visitor, nowMs),
  };
}

/** The circle I am in; others' circles are not told to those outside. */
function circles(model: HallModel): readonly CircleView[] {
  const { conversation } = model;
  if (conversationPlace(conversation.id).kind !== 'circle' || conversation.centre === 0) return [];
  const { x, y } = unpackPlace(conversation.centre);
  const memberIds = conversation.members.map((member) => member.visitor);
  return [{ x, y, rx: CIRCLE_RX, ry: CIRCLE_RY, memberIds }];
}
