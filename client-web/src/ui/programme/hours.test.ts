import { describe, expect, it } from 'vitest';
import { hoursOn } from '../../model/programme';
import { countdown } from '../phrases';
import { hoursWords } from './hours';
import { webAddress } from './web_address';

const evening = {
  startMs: Date.parse('2021-04-21T15:00:00-07:00'),
  endMs: Date.parse('2021-04-21T18:00:00-07:00'),
};

describe('hours of the programme in words', () => {
  it('say each day that is another than the one above them', () => {
    expect(hoursWords(hoursOn('Africa/Lagos', evening, '2021-04-21'))).toBe('23:00 to 02:00 +1 day');
    expect(hoursWords(hoursOn('Asia/Tokyo', evening, '2021-04-22'))).toBe('07:00 to 10:00');
    expect(hoursWords(hoursOn('America/Los_Angeles', evening, '2021-04-22'))).toBe('15:00 to 18:00 −1 day');
    expect(hoursWords(hoursOn('Africa/Lagos', evening, '2021-04-22'))).toBe('23:00 −1 day to 02:00');
  });

  it('count down: seconds under five minutes, days above two', () => {
    expect(countdown(292_000)).toBe('in 4:52');
    expect(countdown(299_001)).toBe('in 5:00');
    expect(countdown(300_000)).toBe('in 5 min');
    expect(countdown(18 * 60_000)).toBe('in 18 min');
    expect(countdown(9_000)).toBe('in 0:09');
    expect(countdown(0)).toBe('in 0:00');
    expect(countdown(3 * 3_600_000)).toBe('in 3 h');
    expect(countdown(12 * 86_400_000)).toBe('in 12 days');
  });
});

describe('a link of the programme', () => {
  it('leads to the web, and says to whom', () => {
    expect(webAddress('https://video.example.org/watch?v=1')?.host).toBe('video.example.org');
    for (const bad of ['', 'javascript:alert(1)', 'data:text/html,x', 'video.example.org']) {
      expect(webAddress(bad), bad).toBeNull();
    }
  });
});
