/**
 * Times in a declared format.
 *
 * Tokens: YYYY; MM, M; DD, D; HH, H (0–23); hh, h (1–12, with A for AM or PM); mm; ss; SSS; Z (Z, +03:00 or +0300).
 * Anything that is no letter stands for itself, and so does T. Without hours, midnight.
 *
 * In:     the format, then texts
 * Out:    what the clock showed, as if it were UTC, in milliseconds, and the offset where the text has one;
 *         null for a text of another form or a day that does not exist
 * Errors: RangeError for a format that cannot be read
 */
export interface ReadTime {
  readonly wall: number;
  /** milliseconds ahead of UTC; null: the text does not say */
  readonly offset: number | null;
}

export type TimeReader = (text: string) => ReadTime | null;

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<millisecond>\\d{3})',
  A: '(?<half>[AaPp]\\.?[Mm]\\.?)',
  Z: '(?<offset>Z|[+-]\\d{2}:?\\d{2})',
};

export function timeReader(format: string): TimeReader {
  const pattern = compile(format);
  return (text) => {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) return null;
    const part = (name: string, otherwise = 0) => Number(groups[name] ?? otherwise);
    const [year, month, day] = [part('year'), part('month'), part('day')];
    const [minute, second] = [part('minute'), part('second')];
    let hour = part('hour');
    if (groups['hour12'] !== undefined) {
      const twelve = part('hour12');
      if (twelve < 1 || twelve > 12) return null;
      hour = (twelve % 12) + (/^p/i.test(groups['half'] ?? '') ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 59) return null;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second, part('millisecond'));
    const made = new Date(wall);
    // Date.UTC carries 31 February over into March, and reads years before 100 as 19xx.
    if (made.getUTCFullYear() !== year || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day)
      return null;
    return { wall, offset: groups['offset'] === undefined ? null : offsetOf(groups['offset']) };
  };
}

function compile(format: string): RegExp {
  const used: string[] = [];
  const source = format.replace(/YYYY|SSS|MM|DD|HH|hh|mm|ss|[A-Za-z]|[^A-Za-z]/g, (token) => {
    const known = TOKENS[token];
    if (known !== undefined) used.push(known.slice(3, known.indexOf('>')));
    else if (/[A-SU-Za-z]/.test(token))
      throw new RangeError(
        `"${token}" in "${format}" is no part of a time. The parts are ${Object.keys(TOKENS).join(', ')}`,
      );
    return known ?? token.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
  const missing = ['year', 'month', 'day'].filter((name) => !used.includes(name));
  if (missing.length > 0)
    throw new RangeError(`"${format}" has no ${missing.join(', ')}. Write it like YYYY-MM-DD HH:mm:ss`);
  if (new Set(used).size < used.length) throw new RangeError(`"${format}" has a part twice`);
  if (used.includes('hour12') !== used.includes('half'))
    throw new RangeError(`"${format}" needs both h and A, or H`);
  return new RegExp(`^${source}$`);
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
