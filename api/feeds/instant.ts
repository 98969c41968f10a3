/**
 * The instant that stands for a day, where a format wants instants: the day's first, with the offset of its place.
 *
 * In:     a local day or month as text, an IANA time zone
 * Out:    `2026-11-22T00:00:00+03:00`
 * Source: RFC 3339
 */
import { localTime } from '../../db/schema/local-time.ts';

export function firstInstant(period: string, time_zone: string): string {
  const { iso, start } = localTime(time_zone);
  return iso(start(period));
}
