import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { soon } from './soon';

describe('what is fetched soon', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('comes a moment later by itself, once', async () => {
    const load = vi.fn(() => Promise.resolve('words'));
    const wanted = soon(load);
    expect(load).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(load).toHaveBeenCalledTimes(1);
    await expect(wanted()).resolves.toBe('words');
    expect(load).toHaveBeenCalledTimes(1);
  });
  it('comes at once when it is wanted', async () => {
    const load = vi.fn(() => Promise.resolve('words'));
    await expect(soon(load)()).resolves.toBe('words');
    await vi.advanceTimersByTimeAsync(2000);
    expect(load).toHaveBeenCalledTimes(1);
  });
  it('is tried again when it did not come', async () => {
    const load = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue('words');
    const wanted = soon(load);
    await vi.advanceTimersByTimeAsync(2000);
    await expect(wanted()).resolves.toBe('words');
    expect(load).toHaveBeenCalledTimes(2);
  });
});
