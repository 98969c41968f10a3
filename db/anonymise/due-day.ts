/**
 * The last day on which a service standard is met; overdue is from the next day on.
 *
 * In:     the local day of receipt, the standard in days, and the days on which nobody works (holidays by
 *         date; Saturdays and Sundays are left out as well) or null where the standard counts calendar days
 * Out:    a local day, or null where there is no standard
 */
import { addDays } from '../schema/local-time.ts';

export function dueDay(
  received_day: string,
  days: number | null,
  holidays: { has(day: string): boolean } | null,
): string | null {
  if (days === null) return null;
  if (holidays === null) return addDays(received_day, days);
  let day = received_day;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left--;
  }
  return day;
}

export function isWorkingDay(day: string, holidays: { has(day: string): boolean }): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}
