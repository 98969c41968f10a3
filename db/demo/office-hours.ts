/**
 * Moves an instant to when an office that keeps working days would act.
 *
 * In:     an instant; the time zone and holidays of the pack
 * Out:    the same instant when it lies from 8:00 to 17:00 of a working day, else one in the first two hours of
 *         the next working day
 */
import { isWorkingDay } from '../anonymise/due-day.ts';
import type { Pack } from '../jurisdictions/types.ts';
import { addDays, localTime } from '../schema/local-time.ts';
import type { Random } from './random.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const OPENS = 8 * HOUR;
const CLOSES = 17 * HOUR;

export interface OfficeCalendar {
  /** `2026-11-22` */
  day(at: number): string;
  /** milliseconds of the first instant of a local day */
  start(day: string): number;
  inOfficeHours(at: number, random: Random): number;
}

export function officeCalendar(pack: Pack): OfficeCalendar {
  const time = localTime(pack.time_zone);
  const starts = new Map<string, number>();
  const start = (day: string): number => {
    const at = starts.get(day) ?? time.start(day).getTime();
    starts.set(day, at);
    return at;
  };
  const day = (at: number) => time.day(new Date(at));
  return {
    day,
    start,
    inOfficeHours(at, random) {
      let today = day(at);
      const clock = at - start(today);
      if (isWorkingDay(today, pack.holidays) && clock < CLOSES)
        return clock >= OPENS ? at : start(today) + OPENS + random.next() * 2 * HOUR;
      do today = addDays(today, 1);
      while (!isWorkingDay(today, pack.holidays));
      return start(today) + OPENS + random.next() * 2 * HOUR;
    },
  };
}
