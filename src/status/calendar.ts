/**
 * Local days and how they are written.
 *
 * In:     instants with an IANA time zone, days as text (`2026-11-27`)
 * Out:    days as text, whole numbers of days, texts in a language
 * Errors: RangeError for a text that is no day
 */

import { localeOf } from '../i18n/index.ts';

const DAY_MS = 86_400_000;

/** Making one costs more than all else that is done to write a day. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** The day that it is at an instant, in a time zone. */
export function localDay(instant: Date, timeZone: string): string {
  return formatter('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** The last day of a month written like 2026-11. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** "Friday 27 November"; with the year where it is not the year of `today`. */
export function writeDay(day: string, language: string, today: string): string {
  const locale = localeOf(language);
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const text = formatter(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...year,
    timeZone: 'UTC',
  }).format(midnight(day));
  // Number and month stay on one line.
  return (locale === 'en-GB' ? text.replace(',', '') : text).replace(/(?<=\d) (?=\p{L})/u, '\u00a0');
}

function midnight(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError('a day is written like 2026-11-27');
  return time;
}
