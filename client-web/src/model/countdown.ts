// How long until then, as a clock shows it. Pure.

export interface Countdown {
  readonly days: number;
  /** "2:04:09", "4:09" under an hour. */
  readonly clock: string;
}

export function countdown(ms: number): Countdown {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  const days = Math.floor(seconds / 86_400);
  const rest = `${two(seconds % 60)}`;
  return { days, clock: days > 0 || hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}` };
}
