/**
 * When the release after a given one is due.
 *
 * In:     the local day at whose first instant the release was cut off, and how often releases are made
 * Out:    the local day of the next cut-off: the day after, a week after, or the first day of the next month
 * Errors: RangeError for a text that is no day
 */
import type { Release } from '../../api/schemas/releases.ts';

const DAY_MS = 86_400_000;

export function nextDue(cutOffDay: string, cadence: Release['cadence']): string {
  const midnight = Date.parse(`${cutOffDay}T00:00:00Z`);
  if (Number.isNaN(midnight)) throw new RangeError('a day is written like 2026-11-27');
  if (cadence === 'month') {
    const day = new Date(midnight);
    return isoDay(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
  }
  return isoDay(midnight + (cadence === 'week' ? 7 : 1) * DAY_MS);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
