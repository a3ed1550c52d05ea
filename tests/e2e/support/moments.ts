// Moments as a zone's local time.

export const MINUTE = 60_000;

/** "2026-05-14T09:30:00" in that zone. */
export function at(zone: string, ms: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(ms);
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}:${get('second')}`;
}

/** A city whose clock is nearest to this hour now, so that pictures are of an afternoon whenever they are taken. */
export function cityAtHour(hour: number, nowMs: number): string {
  const cities = [
    'Africa/Lagos', 'Europe/Helsinki', 'Africa/Nairobi', 'Asia/Dubai', 'Asia/Karachi', 'Asia/Dhaka', 'Asia/Bangkok', 'Asia/Singapore',
    'Asia/Tokyo', 'Australia/Brisbane', 'Pacific/Noumea', 'Pacific/Fiji', 'Pacific/Auckland', 'Pacific/Tongatapu', 'Pacific/Pago_Pago', 'Pacific/Honolulu', 'America/Anchorage',
    'America/Los_Angeles', 'America/Phoenix', 'America/Costa_Rica', 'America/Lima', 'America/Santo_Domingo', 'America/Sao_Paulo',
    'Atlantic/South_Georgia', 'Atlantic/Cape_Verde', 'Africa/Accra', 'Europe/London',
  ];
  const there = (wanted: number): string | undefined => cities.find((city) => Number(at(city, nowMs).slice(11, 13)) === wanted);
  return there(hour) ?? there(hour - 1) ?? there(hour + 1) ?? 'Africa/Lagos';
}
