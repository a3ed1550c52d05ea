import { describe, expect, it } from 'vitest';
import { bubbleDurationMs, shortNameOf } from './scene_view';

describe('short names', () => {
  it('are the chosen one, or the whole name cut at 16 letters, never split', () => {
    expect(shortNameOf('Amara', 'Amara Okafor')).toBe('Amara');
    expect(shortNameOf('', '山田 太郎')).toBe('山田 太郎');
    expect(shortNameOf('', 'Sixteen letters!')).toBe('Sixteen letters!');
    expect(shortNameOf('', 'Maximilian Alexander')).toBe('Maximilian Alex…');
    expect(Array.from(shortNameOf('', '👩‍🔬'.repeat(9))).length).toBeLessThanOrEqual(16);
  });
});

describe('bubbles', () => {
  it('stay three to six seconds', () => {
    expect(bubbleDurationMs('Hi')).toBe(3000);
    expect(bubbleDurationMs('x'.repeat(400))).toBe(6000);
    expect(bubbleDurationMs('x'.repeat(50))).toBeGreaterThan(4000);
  });
});
