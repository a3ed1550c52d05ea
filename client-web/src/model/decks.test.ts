import { describe, expect, it } from 'vitest';
import { nextPictures, pageAllSee, stillAhead, titleOf } from './decks';
import type { DeckPage } from './decks';
import { stepPage } from './room_now';

const page = (text: string, picture = 'p'): DeckPage => ({ picture, width: 1600, height: 900, text });

describe('slides as all see them', () => {
  it('follow the page of who shows them, and begin with the first', () => {
    expect([0, 1, 7, 3].map(pageAllSee)).toEqual([1, 1, 7, 3]);
  });
  it('count a press from the page that was asked for, until all see it', () => {
    let seen = 1;
    let ahead = stepPage(seen, 1, 9);
    ahead = stepPage(stillAhead(ahead, seen) || seen, 1, 9);
    expect(ahead).toBe(3);
    seen = 2; // the first press came back
    expect(stillAhead(ahead, seen)).toBe(3);
    seen = 3;
    expect(stillAhead(ahead, seen)).toBe(0);
    seen = 8; // who leads went elsewhere: the next press counts from there
    expect(stepPage(stillAhead(0, seen) || seen, 1, 9)).toBe(9);
  });
});

describe('a page', () => {
  it('is called by its first words, cut by characters', () => {
    expect(titleOf(page('\n  Kettles  \nTwelve metres'))).toBe('Kettles');
    expect(titleOf(page(' \n '))).toBe('');
    expect(titleOf(undefined)).toBe('');
    expect(titleOf(page('🫖'.repeat(121)))).toBe(`${'🫖'.repeat(120)}…`);
  });
  it('has the next two and the one before fetched ahead', () => {
    const pages = ['a', 'b', 'c', 'd'].map((each) => page('', each));
    expect(nextPictures(pages, 2)).toEqual(['c', 'd', 'a']);
    expect(nextPictures(pages, 4)).toEqual(['c']);
    expect(nextPictures([], 1)).toEqual([]);
  });
});
