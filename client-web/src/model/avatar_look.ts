// How an avatar looks, in 5 bytes: skin and legs, hair and its colour, top and its colour, extras, version.
// Any 5 bytes are some look, so a newer or a hostile client cannot break a picture. Pure.
//
//   byte 0: skin 0..5 | legs 0..3 << 4      byte 3: glasses 1, beard 2, headphones 4, wheelchair 8
//   byte 1: hair 0..10 | colour 0..7 << 4   byte 4: 0, the version of this layout
//   byte 2: top 0..5 | colour 0..9 << 4

export const LOOK_BYTES = 5;

export const HAIRS = [
  'short',
  'bob',
  'long',
  'curls',
  'bun',
  'bald',
  'scarf',
  'cap',
  'tail',
  'turban',
  'crop',
] as const;
export const TOPS = ['tee', 'hoodie', 'blazer', 'stripe', 'robe', 'vest'] as const;

export type Hair = (typeof HAIRS)[number];
export type Top = (typeof TOPS)[number];

export const SKIN_COLOURS = 6;
export const HAIR_COLOURS = 8;
export const TOP_COLOURS = 10;
export const LEGS_COLOURS = 4;

/** Colours are numbers from 1, as in the tokens (--av-skin-1 …). */
export interface AvatarLook {
  readonly skin: number;
  readonly hair: Hair;
  readonly hairColour: number;
  readonly top: Top;
  readonly topColour: number;
  readonly legs: number;
  readonly glasses: boolean;
  readonly beard: boolean;
  readonly headphones: boolean;
  readonly wheelchair: boolean;
}

const GLASSES = 1;
const BEARD = 2;
const HEADPHONES = 4;
const WHEELCHAIR = 8;

/** A number 0..count-1 from any number. */
function within(value: number, count: number): number {
  return ((Math.trunc(value) % count) + count) % count;
}

export function encodeLook(look: AvatarLook): Uint8Array {
  const bytes = new Uint8Array(LOOK_BYTES);
  bytes[0] = within(look.skin - 1, SKIN_COLOURS) | (within(look.legs - 1, LEGS_COLOURS) << 4);
  bytes[1] = HAIRS.indexOf(look.hair) | (within(look.hairColour - 1, HAIR_COLOURS) << 4);
  bytes[2] = TOPS.indexOf(look.top) | (within(look.topColour - 1, TOP_COLOURS) << 4);
  bytes[3] =
    (look.glasses ? GLASSES : 0) |
    (look.beard ? BEARD : 0) |
    (look.headphones ? HEADPHONES : 0) |
    (look.wheelchair ? WHEELCHAIR : 0);
  return bytes;
}

export function decodeLook(bytes: Uint8Array): AvatarLook {
  const [a = 0, b = 0, c = 0, extras = 0] = bytes;
  return {
    skin: 1 + within(a & 15, SKIN_COLOURS),
    legs: 1 + within(a >> 4, LEGS_COLOURS),
    hair: HAIRS[within(b & 15, HAIRS.length)] ?? 'short',
    hairColour: 1 + within(b >> 4, HAIR_COLOURS),
    top: TOPS[within(c & 15, TOPS.length)] ?? 'tee',
    topColour: 1 + within(c >> 4, TOP_COLOURS),
    glasses: (extras & GLASSES) !== 0,
    beard: (extras & BEARD) !== 0,
    headphones: (extras & HEADPHONES) !== 0,
    wheelchair: (extras & WHEELCHAIR) !== 0,
  };
}

/** One text for one look: equal looks have equal keys, whatever their unused bits. */
export function lookKey(bytes: Uint8Array): string {
  return Array.from(encodeLook(decodeLook(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A small generator of numbers below 1, the same everywhere for one seed (xorshift32). */
export function seededRandom(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0 || 1;
  return () => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state / 4294967296;
  };
}

/** The look before one is chosen: drawn from the identity's number, the same on every screen. */
export function lookFromId(id: number): AvatarLook {
  const random = seededRandom(id + 11);
  for (let i = 0; i < 4; i++) random();
  return drawLook(random);
}

/** "Surprise me": any look; `random` gives numbers below 1. Skin, hair and headwear are independent of each other. */
export function surpriseLook(random: () => number): AvatarLook {
  return drawLook(random);
}

function drawLook(random: () => number): AvatarLook {
  const pick = (count: number): number => within(Math.floor(random() * count), count);
  const skin = 1 + pick(SKIN_COLOURS);
  const hair = HAIRS[pick(HAIRS.length)] ?? 'short';
  return {
    skin,
    hair,
    hairColour: 1 + pick(HAIR_COLOURS),
    top: TOPS[pick(TOPS.length)] ?? 'tee',
    topColour: 1 + pick(TOP_COLOURS),
    legs: 1 + pick(LEGS_COLOURS),
    glasses: random() < 0.24,
    beard: random() < 0.3 && ['short', 'crop', 'bald', 'cap', 'turban'].includes(hair),
    headphones: false,
    wheelchair: false,
  };
}
