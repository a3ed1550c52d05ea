import { describe, expect, it } from 'vitest';
import {
  decodeLook,
  encodeLook,
  HAIRS,
  LOOK_BYTES,
  lookFromId,
  lookKey,
  seededRandom,
  surpriseLook,
  TOPS,
} from './avatar_look';

describe('looks in 5 bytes', () => {
  it('come back as they were, whatever they are', () => {
    const random = seededRandom(5);
    for (let i = 0; i < 2000; i++) {
      const look = {
        ...surpriseLook(random),
        headphones: random() < 0.5,
        wheelchair: random() < 0.5,
        beard: random() < 0.5,
      };
      const bytes = encodeLook(look);
      expect(bytes).toHaveLength(LOOK_BYTES);
      expect(decodeLook(bytes)).toEqual(look);
    }
  });

  it('are some look for any bytes, short and hostile ones included', () => {
    const random = seededRandom(9);
    for (let i = 0; i < 2000; i++) {
      const bytes = Uint8Array.from({ length: i % 7 }, () => Math.floor(random() * 256));
      const look = decodeLook(bytes);
      expect(look.skin).toBeGreaterThanOrEqual(1);
      expect(look.skin).toBeLessThanOrEqual(6);
      expect(look.hairColour).toBeLessThanOrEqual(8);
      expect(look.topColour).toBeLessThanOrEqual(10);
      expect(look.legs).toBeLessThanOrEqual(4);
      expect(HAIRS).toContain(look.hair);
      expect(TOPS).toContain(look.top);
    }
  });

  it('have one key for one look: unused bits do not count', () => {
    const bytes = encodeLook(lookFromId(3));
    const other = Uint8Array.from(bytes);
    other[4] = 77;
    expect(lookKey(other)).toBe(lookKey(bytes));
    other[3] = (other[3] ?? 0) ^ 1;
    expect(lookKey(other)).not.toBe(lookKey(bytes));
  });
});

describe('the first look', () => {
  it('follows from the identity alone', () => {
    expect(lookFromId(411)).toEqual(lookFromId(411));
    expect(lookFromId(21)).toEqual({
      skin: 6,
      hair: 'bald',
      hairColour: 3,
      top: 'vest',
      topColour: 9,
      legs: 3,
      glasses: false,
      beard: false,
      headphones: false,
      wheelchair: false,
    });
  });

  it('has no default: every skin, hair and top comes up', () => {
    const looks = Array.from({ length: 3000 }, (_, id) => lookFromId(id));
    expect(new Set(looks.map((look) => look.skin)).size).toBe(6);
    expect(new Set(looks.map((look) => look.hair)).size).toBe(HAIRS.length);
    expect(new Set(looks.map((look) => look.top)).size).toBe(TOPS.length);
    expect(new Set(looks.map((look) => look.topColour)).size).toBe(10);
  });

  it('surprises within the palettes even at the edges of chance', () => {
    expect(surpriseLook(() => 0).skin).toBe(1);
    expect(surpriseLook(() => 0.999999).topColour).toBe(10);
  });
});
