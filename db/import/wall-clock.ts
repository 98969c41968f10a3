/**
 * Instants of local times that carry no offset.
 *
 * In:     a time zone, and what a clock on the wall showed, as if it were UTC, in milliseconds
 * Out:    the instant. Where clocks were put back and a time happened twice, the first, or the first that is not
 *         before `not_before`; where clocks were put forward and a time never happened, as much later as they
 *         were moved. Both are told.
 * Errors: RangeError for a zone that does not exist
 */
const DAY = 86_400_000;

export interface Instant {
  readonly at: number;
  readonly clock: 'plain' | 'twice' | 'never';
}

export type WallClock = (wall: number, not_before?: number) => Instant;

export function wallClock(time_zone: string): WallClock {
  const offsetAt = offsets(time_zone);
  return (wall, not_before = -Infinity) => {
    // No zone is more than a day from UTC, and none changes its offset twice within two days.
    const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
    if (before === after) return { at: wall - before, clock: 'plain' };
    const candidates = [before, after]
      .filter((offset) => offsetAt(wall - offset) === offset)
      .map((offset) => wall - offset)
      .sort((a, b) => a - b);
    const [first, second] = candidates;
    if (first === undefined) return { at: wall - before, clock: 'never' };
    if (second === undefined) return { at: first, clock: 'plain' };
    return { at: first < not_before ? second : first, clock: 'twice' };
  };
}

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
function offsets(time_zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: time_zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const compute = (at: number): number => {
    const whole = Math.floor(at / 1000) * 1000;
    const parts = Object.fromEntries(
      format.formatToParts(whole).map((part) => [part.type, Number(part.value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
  };
  // Per day of UTC: its offset, or null where it changes within the day.
  const days = new Map<number, number | null>();
  return (at) => {
    const day = Math.floor(at / DAY);
    let known = days.get(day);
    if (known === undefined) {
      const start = compute(day * DAY);
      known = start === compute((day + 1) * DAY) ? start : null;
      days.set(day, known);
    }
    return known ?? compute(at);
  };
}
