/**
 * Days and months of a time zone.
 *
 * In:     instants (Date) or periods (`2026-11-22`, `2026-11`), and an IANA time zone
 * Out:    local days as text, and the instants at which local periods begin and end
 * Errors: RangeError for a zone that does not exist or a period of another form
 */
const MINUTE = 60_000;
const QUARTER_HOUR = 15 * MINUTE;
const DAY = 86_400_000;

export interface LocalTime {
  /** `2026-11-22` */
  day(at: Date): string;
  /** `2026-11` */
  month(at: Date): string;
  /** `2026-11-22T14:05:00+03:00` */
  iso(at: Date): string;
  /** the instant at which a day, month or year begins */
  start(period: string): Date;
  /** the instant at which a day, month or year has ended: the start of the next */
  end(period: string): Date;
}

const known = new Map<string, LocalTime>();

/** One for each zone, with what it has found out already. */
export function localTime(time_zone: string): LocalTime {
  const made = known.get(time_zone) ?? makeLocalTime(time_zone);
  known.set(time_zone, made);
  return made;
}

function makeLocalTime(time_zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: time_zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  // Today's zones change their offset at quarters of an hour, so it is the same all through one.
  const offsets = new Map<number, number>();

  const offsetAt = (ms: number): number => {
    const quarter = Math.floor(ms / QUARTER_HOUR);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const found = reading(quarter * QUARTER_HOUR) - quarter * QUARTER_HOUR;
    if (offsets.size > 500_000) offsets.clear();
    offsets.set(quarter, found);
    return found;
  };

  /** The wall clock's reading, as if it were UTC, in milliseconds. */
  function reading(ms: number): number {
    const parts = Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, Number(part.value)]));
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, date, hour, minute, second);
  }

  /** The same to the second. */
  const wallClock = (at: Date): number => Math.floor(at.getTime() / 1000) * 1000 + offsetAt(at.getTime());

  const days = new Map<number, string>();
  const day = (at: Date): string => {
    const number = Math.floor(wallClock(at) / DAY);
    const known = days.get(number);
    if (known !== undefined) return known;
    const found = new Date(number * DAY).toISOString().slice(0, 10);
    if (days.size > 100_000) days.clear();
    days.set(number, found);
    return found;
  };

  const starts = new Map<string, number>();
  const start = (period: string): Date => {
    const known = starts.get(period);
    if (known !== undefined) return new Date(known);
    const wanted = firstDay(period).getTime();
    let at = wanted;
    // Twice, since the offset at the first guess may be that of the other side of a change.
    for (let turn = 0; turn < 2; turn++) at -= wallClock(new Date(at)) - wanted;
    if (starts.size > 100_000) starts.clear();
    starts.set(period, at);
    return new Date(at);
  };

  const iso = (at: Date): string => {
    const whole = Math.floor(at.getTime() / 1000) * 1000;
    const offset = Math.round((wallClock(at) - whole) / MINUTE);
    const two = (n: number) => String(n).padStart(2, '0');
    const sign = offset < 0 ? '-' : '+';
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
    return `${new Date(wallClock(at)).toISOString().slice(0, 19)}${sign}${two(hours)}:${two(minutes)}`;
  };

  return { day, iso, month: (at) => day(at).slice(0, 7), start, end: (period) => start(nextPeriod(period)) };
}

/** The period after a year, month or day, in the same form. */
export function nextPeriod(period: string): string {
  const at = firstDay(period);
  if (period.length === 4) at.setUTCFullYear(at.getUTCFullYear() + 1);
  else if (period.length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
  else at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, period.length);
}

/** A day moved by whole days. */
export function addDays(day: string, days: number): string {
  const at = firstDay(day);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return addDays(day, -((firstDay(day).getUTCDay() + 6) % 7));
}

/**
 * The Monday of the week of a day, where the days of a week that another month has part of count with the full week
 * beside them: so a month and a week together never tell fewer than seven days.
 */
export function mondayWithinMonth(day: string): string {
  const monday = mondayOf(day);
  if (monday.slice(0, 7) !== day.slice(0, 7)) return addDays(monday, 7);
  return addDays(monday, 6).slice(0, 7) === day.slice(0, 7) ? monday : addDays(monday, -7);
}

/** `2026-Q4` for `2026-11` or any of its days. */
export function quarterOf(period: string): string {
  return `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5, 7)) / 3)}`;
}

function firstDay(period: string): Date {
  const at = new Date(`${period}${'-01-01'.slice(period.length - 4)}T00:00:00Z`);
  if (!/^\d{4}(-\d{2}){0,2}$/.test(period) || Number.isNaN(at.getTime()))
    throw new RangeError('a period is a year, a month or a day: 2026, 2026-11 or 2026-11-22');
  return at;
}
