import { describe, expect, it } from 'vitest';
import { marks } from './marks';

const marked = (text: string, query: string): string =>
  marks(text, query)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marks', () => {
  it('show what was typed, whatever accents and case', () => {
    expect(marked('Drífa Jónsdóttir', 'drif')).toBe('[Dríf]a Jónsdóttir');
    expect(marked('Łukasz Ørsted', 'luk orst')).toBe('[Łuk]asz [Ørst]ed');
    expect(marked('TorchDrift: Drift', 'drift')).toBe('Torch[Drift]: [Drift]');
  });
  it('overlap without doubling a letter', () => {
    expect(marked('banana', 'ana an')).toBe('b[ana][n]a');
    expect(
      marks('banana', 'ana an')
        .map((part) => part.text)
        .join(''),
    ).toBe('banana');
  });
  it('leave a text without a hit as it is', () => {
    expect(marked('山田 太郎', 'drift')).toBe('山田 太郎');
    expect(marked('anything', ' ')).toBe('anything');
  });
});
