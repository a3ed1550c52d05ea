import { describe, expect, it } from 'vitest';
import { cardsCsv } from './cards';
import type { Card } from './cards';
import { MyThings } from './my_things';

const card = (part: Partial<Card>): Card => ({
  poster: 1,
  person: 2,
  name: 'Amara',
  affiliation: 'Lagos',
  email: 'amara@example.org',
  note: '',
  atMs: Date.parse('2026-04-21T12:00:00Z'),
  ...part,
});

describe('cards as a table', () => {
  it('have a line each, quoted, with nothing a spreadsheet would run', () => {
    const csv = cardsCsv(
      [card({ name: 'Weber, "Max"' }), card({ note: '=HYPERLINK("http://evil.example")' })],
      'omd-1',
    );
    expect(csv.split('\r\n')).toEqual([
      '\uFEFF"poster","name","affiliation","email","note","left_at"',
      '"omd-1","Weber, ""Max""","Lagos","amara@example.org","","2026-04-21T12:00:00.000Z"',
      '"omd-1","Amara","Lagos","amara@example.org","\'=HYPERLINK(""http://evil.example"")","2026-04-21T12:00:00.000Z"',
      '',
    ]);
  });
});

describe('my visits', () => {
  it('are told once each, and what comes from the server adds to them', () => {
    const mine = new MyThings();
    let told = 0;
    mine.onChange(() => (told += 1));
    mine.visit(3);
    mine.visit(3);
    mine.setVisited([5]);
    expect(told).toBe(2);
    expect([3, 5, 7].map((key) => mine.visited(key))).toEqual([true, true, false]);
  });
});
