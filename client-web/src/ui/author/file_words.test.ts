import { afterAll, describe, expect, it } from 'vitest';
import { moreWords, speak } from '../../words';
import { whenWords } from './file_words';

const ZONE = 'Asia/Tokyo';
const now = Date.parse('2026-04-21T14:42:00Z');

describe('when changes are closed', () => {
  afterAll(() => speak('en'));
  const said = (iso: string): string => whenWords(ZONE, Date.parse(iso), now);

  it('is a time about today, as everywhere', () => {
    expect(said('2026-04-21T03:00:00Z')).toBe('12:00');
    expect(said('2026-04-20T03:00:00Z')).toBe('12:00 −1 day');
    expect(said('2026-04-21T15:00:00Z')).toBe('00:00 +1 day');
  });

  it('is a date in my zone when it is farther off, with the year when it is another', () => {
    expect(said('2026-04-05T15:30:00Z')).toBe('Monday 6 April at 00:30');
    expect(said('2026-05-01T03:00:00Z')).toBe('Friday 1 May at 12:00');
    expect(said('2025-05-31T03:00:00Z')).toBe('31 May 2025 at 12:00');
    expect(said('2025-12-31T15:00:00Z'), 'by my calendar').toBe('Thursday 1 January at 00:00');
  });

  it.each([
    ['en', 'closed for changes since 31 May 2025 at 12:00'],
    ['de', 'seit 31. Mai 2025 um 12:00 keine Änderungen mehr'],
    ['ja', '2025年5月31日 12:00に変更を締め切りました'],
  ] as const)('is said in %s', async (code, sentence) => {
    await speak(code);
    expect(moreWords.author.frozen(said('2025-05-31T03:00:00Z'))).toBe(sentence);
  });
});
