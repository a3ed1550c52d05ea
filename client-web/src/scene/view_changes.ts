// Is this moment another picture than the last one? One number over what is in view, so that a hall where nobody moves
// is not drawn again. Pure.

import type { SceneView, VisitorView } from '../model/scene_view';

/** Half a tile's time: when somebody walks, their legs change this often at least. */
const LEGS_MS = 85;

class Mixer {
  private value_ = 0x811c9dc5;

  add(number: number): void {
    this.value_ = Math.imul(this.value_ ^ (number | 0), 0x01000193);
    this.value_ ^= this.value_ >>> 15;
  }

  addText(text: string): void {
    this.add(text.length);
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
  }

  get value(): number {
    return this.value_ >>> 0;
  }
}

/** `visitors`: those in the picture; `audience`: how many more are one audience. */
export function fingerprint(
  view: SceneView,
  visitors: readonly VisitorView[],
  nowMs: number,
  audience = 0,
): number {
  const mix = new Mixer();
  mix.add(audience);
  let walking = false;
  for (const one of visitors) {
    mix.add(one.id);
    mix.add(Math.round(one.x * 4) * 4 + one.facing);
    mix.add(Math.round(one.y * 4));
    mix.add(flagsOf(one));
    for (const byte of one.look) mix.add(byte);
    mix.addText(one.shortName);
    mix.addText(one.affiliation);
    if (one.bubble && one.bubble.untilMs > nowMs) mix.addText(one.bubble.text);
    if (one.emote && one.emote.untilMs > nowMs) mix.addText(one.emote.emoji);
    walking ||= one.walking;
  }
  if (walking) mix.add(Math.floor(nowMs / LEGS_MS));
  addRest(mix, view);
  return mix.value;
}

function flagsOf(one: VisitorView): number {
  let flags = 0;
  const all = [
    one.me,
    one.away,
    one.listMode,
    one.presents,
    one.keptInSight,
    one.talkingWithMe,
    one.walking,
    one.speaking === true,
  ];
  for (const flag of all) flags = flags * 2 + (flag ? 1 : 0);
  return flags;
}

function addRest(mix: Mixer, view: SceneView): void {
  mix.add(view.myBooth);
  for (const circle of view.circles) {
    mix.add(circle.x);
    mix.add(circle.y);
    mix.add(circle.rx * 4096 + circle.ry);
    for (const id of circle.memberIds) mix.add(id);
  }
  mix.add(view.path?.length ?? 0);
  for (const point of view.path ?? []) mix.add(Math.round(point.x * 4) * 65536 + Math.round(point.y * 4));
  for (const target of [view.focus, view.highlight]) {
    mix.addText(target?.kind ?? '');
    if (target?.kind === 'booth') mix.add(target.number);
    if (target?.kind === 'visitor') mix.add(target.id);
    if (target?.kind === 'door') mix.add(target.room);
    if (target?.kind === 'table') mix.add(target.index);
  }
}
