/**
 * Received periods: what a filter such as `2026-01..2026-03` covers.
 *
 * In:     a year, month or day, or two of them around `..` (both included, either may be left out)
 * Out:    a PeriodRange of local days; null when the text is no such period (a 13th month, an end before its start)
 * Law:    a row published by month lies in a range only when the whole month does
 *
 * Published periods are text, `2026-11-22` or `2026-11`, and a month sorts before its days. So a range needs
 * two comparisons of text, and the month in which it breaks off is left out by name.
 */
import { nextPeriod } from './local-time.ts';

export interface PeriodRange {
  /** first day, `2026-01-01`; null: open at the start */
  readonly first_day: string | null;
  /** the day after the last, `2026-04-01`; null: open at the end */
  readonly end_day: string | null;
  /** periods are in the range when they are at least `from`, below `before`, and not `except` */
  readonly from: string | null;
  readonly before: string | null;
  readonly except: string | null;
}

export function parsePeriodRange(text: string): PeriodRange | null {
  const ends = text.split('..');
  if (ends.length > 2) return null;
  const [start = '', end = start] = ends;
  if (start === '' && end === '') return null;
  const first_day = start === '' ? null : firstDay(start);
  const end_day = end === '' ? null : dayAfter(end);
  if (first_day === undefined || end_day === undefined) return null;
  if (first_day !== null && end_day !== null && first_day >= end_day) return null;
  return { first_day, end_day, ...textBounds(first_day, end_day) };
}

function textBounds(first_day: string | null, end_day: string | null) {
  const broken = end_day !== null && !end_day.endsWith('-01');
  return {
    from: first_day?.endsWith('-01') ? first_day.slice(0, 7) : first_day,
    before: end_day !== null && !broken ? end_day.slice(0, 7) : end_day,
    except: broken ? end_day.slice(0, 7) : null,
  };
}

/** Whether a published period, a day or a month, lies in the range. */
export function inPeriodRange(range: PeriodRange, period: string): boolean {
  return (
    (range.from === null || period >= range.from) &&
    (range.before === null || period < range.before) &&
    period !== range.except
  );
}

/** Whether a period has a day in common with the range. */
export function overlapsPeriodRange(range: PeriodRange, period: string): boolean {
  const [first, after] = [firstDay(period), dayAfter(period)];
  return (
    first !== undefined &&
    after !== undefined &&
    (range.first_day === null || after > range.first_day) &&
    (range.end_day === null || first < range.end_day)
  );
}

/** First day of a year, month or day; undefined when there is no such period. */
export function firstDay(period: string): string | undefined {
  const day = `${period}-01-01`.slice(0, 10);
  return isPeriod(period) && isDay(day) ? day : undefined;
}

/** The day after a year, month or day has ended; undefined when there is no such period. */
export function dayAfter(period: string): string | undefined {
  return firstDay(period) === undefined ? undefined : firstDay(nextPeriod(period));
}

function isPeriod(text: string): boolean {
  return /^(19|20|21)\d{2}(-\d{2}){0,2}$/.test(text);
}

/** `2026-02-30` is rolled over by Date, so the day is compared with what it became. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
