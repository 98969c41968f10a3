/**
 * Numbers, dates and durations as people write them in a language.
 *
 * In:     values in the units of the API: hours, shares from 0 to 1, ISO days and periods
 * Out:    text; a narrow no-break space never separates a number from its unit, a no-break space does
 * Errors: RangeError for a period that is none
 */
import { languages, localeOf } from './index.ts';
import type { Language, Unit } from './language.ts';

export interface Format {
  /** 12,000 */
  readonly number: (value: number) => string;
  /** 0.4567 → 46% */
  readonly share: (value: number) => string;
  /** 0.4567 → 45.7% */
  readonly exactShare: (value: number) => string;
  /** 52.43 → 52.4 hours */
  readonly exactHours: (value: number) => string;
  /** Published hours as people say them: hours up to 48, then whole days: "36 hours", "siku 3" */
  readonly duration: (hours: number) => string;
  readonly days: (days: number) => string;
  /** An ISO day, period or instant: 22 November 2026, November 2026, 2026 */
  readonly date: (period: string) => string;
  /** The same, short, for tables: 22 Nov 2026, Nov 2026 */
  readonly shortDate: (period: string) => string;
  /** A period as the API says it, a range included: `2026-01..2026-03`, January – March 2026 */
  readonly period: (period: string) => string;
  /** The same, short: Jan–Mar 2026 */
  readonly shortPeriod: (period: string) => string;
  /** 24 kB */
  readonly bytes: (bytes: number) => string;
  /** "roads, water and lights" */
  readonly list: (items: readonly string[]) => string;
}

const formats = new Map<string, Format>();

/** In: language tag and IANA time zone in which instants are told */
export function formatFor(lang: string, timeZone: string): Format {
  const key = `${lang} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = makeFormat({ locale: localeOf(lang), units: languages.find(lang)?.units }, timeZone);
  formats.set(key, made);
  return made;
}

/** In: where numbers and dates are written as in a locale, and the language's own words of units */
export function makeFormat(
  { locale, units = {} }: Pick<Language, 'locale' | 'units'>,
  timeZone: string,
): Format {
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const shareToTenth = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const unit = (name: Unit): ((value: number) => string) => {
    const own = units[name];
    const intl = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
    const said = (value: number) => own?.(value, number.format(value)) ?? intl.format(value);
    // A number at the end of a line says nothing.
    return (value) => said(value).replaceAll(' ', '\u00a0');
  };
  const [hours, days, bytes] = [unit('hour'), unit('day'), unit('byte')];
  const dates = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (month: Month, { precision, local }: Read): Intl.DateTimeFormat => {
    const key = `${month} ${precision} ${local}`;
    const known = dates.get(key);
    if (known) return known;
    const shown = {
      year: { year: 'numeric' },
      month: { year: 'numeric', month },
      day: { year: 'numeric', month, day: 'numeric' },
    } as const;
    const made = new Intl.DateTimeFormat(locale, { ...shown[precision], timeZone: local ? 'UTC' : timeZone });
    dates.set(key, made);
    return made;
  };
  const date =
    (month: Month) =>
    (text: string): string => {
      const read = readDate(text);
      return dateFormat(month, read).format(read.instant);
    };
  const period =
    (month: Month) =>
    (text: string): string => {
      const [from = '', to = ''] = text.split('..');
      if (from === '' || to === '') return date(month)(from || to);
      const first = readDate(from);
      return dateFormat(month, first).formatRange(first.instant, readDate(to).instant);
    };
  return {
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    exactShare: (value) => shareToTenth.format(value),
    exactHours: (value) => hours(Math.round(value * 10) / 10),
    duration: (value) => (value <= 48 ? hours(Math.round(value)) : days(Math.round(value / 24))),
    days,
    date: date('long'),
    shortDate: date('short'),
    period: period('long'),
    shortPeriod: period('short'),
    // Intl has words instead of these symbols in Swahili; files and phones show the symbols.
    bytes: (value) =>
      value < 1000
        ? bytes(value)
        : value < 999_500
          ? `${number.format(Math.round(value / 1000))}\u00a0kB`
          : `${tenth.format(value / 1_000_000)}\u00a0MB`,
    list: (items) => list.format(items),
  };
}

type Month = 'long' | 'short';

interface Read {
  readonly instant: Date;
  readonly precision: 'year' | 'month' | 'day';
  /** a day, month or year of the jurisdiction, not an instant */
  readonly local: boolean;
}

function readDate(text: string): Read {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw new RangeError('a date is a year, month or day such as 2026-11-22, or an instant');
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day';
  return { instant, precision, local: /^\d{4}(-\d{2}){0,2}$/.test(text) };
}
