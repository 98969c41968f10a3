/**
 * Received periods as members: days, months, quarters or years, without gaps.
 *
 * In:     periods of cells (days and months), a filter, and the unit to group by (null: do not)
 * Out:    an axis in the order of time; grouped by day, what is published by month goes to a remainder and may
 *         belong to any of its days. A month that is only partly inside the filter may belong to it, too.
 */
import { nextPeriod } from '../../db/schema/local-time.ts';
import {
  inPeriodRange,
  overlapsPeriodRange,
  type PeriodRange,
  parsePeriodRange,
} from '../../db/schema/period.ts';
import { type Axis, type Member, memberIndexes, NONE } from './grouping.ts';

type Unit = 'day' | 'month' | 'quarter' | 'year';

export function periodAxis(texts: readonly string[], filter: string | undefined, unit: Unit | null): Axis {
  const range = filter === undefined ? null : parsePeriodRange(filter);
  const inside = (text: string) => range === null || inPeriodRange(range, text);
  const isCut = (text: string) => range !== null && !inside(text) && overlapsPeriodRange(range, text);
  if (unit === null) {
    const members = [
      { filters: filter === undefined ? {} : { period: filter }, remainder: false, always: true },
    ];
    return {
      members,
      memberOf: memberIndexes(texts, (text) => (inside(text) ? 0 : -1)),
      maybe: texts.map((text) => (isCut(text) ? [0] : NONE)),
    };
  }
  const kept = texts.filter(inside);
  const fine = gapless(
    kept.filter((text) => fits(text, unit)).map((text) => unitOf(text, unit)),
    unit,
  );
  const coarse = kept.filter((text) => !fits(text, unit)).toSorted();
  const index = new Map([...fine, ...coarse].map((text, i) => [text, i]));
  return {
    members: [
      ...fine.map((text) => member(text, range, false)),
      ...coarse.map((text) => member(text, range, true)),
    ],
    memberOf: memberIndexes(texts, (text) =>
      inside(text) ? (index.get(fits(text, unit) ? unitOf(text, unit) : text) ?? -1) : -1,
    ),
    maybe: texts.map((text) => {
      if (!fits(text, unit)) return fine.flatMap((day, i) => (day.startsWith(text) ? [i] : NONE));
      const member = isCut(text) ? index.get(unitOf(text, unit)) : undefined;
      return member === undefined ? NONE : [member];
    }),
  };
}

function fits(text: string, unit: Unit): boolean {
  return unit !== 'day' || text.length === 10;
}

/** The first period of a unit stands for it: a quarter is named by its first month until it is shown. */
function unitOf(text: string, unit: Unit): string {
  if (unit === 'year') return text.slice(0, 4);
  if (unit === 'day') return text;
  if (unit === 'month') return text.slice(0, 7);
  const quarter = Math.floor((Number(text.slice(5, 7)) - 1) / 3);
  const [first, last] = [quarter * 3 + 1, quarter * 3 + 3].map(
    (m) => `${text.slice(0, 5)}${String(m).padStart(2, '0')}`,
  );
  return `${first}..${last}`;
}

function gapless(units: readonly string[], unit: Unit): string[] {
  const [first, last] = [units.toSorted()[0], units.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = [first];
  for (let at = first; at < last; ) {
    at = unit === 'quarter' ? unitOf(nextPeriod(at.slice(-7)), unit) : nextPeriod(at);
    all.push(at);
  }
  return all;
}

/** A month at the edge of a range such as 2026-11-10..2026-12-15 is named by the days that are in it. */
function member(text: string, range: PeriodRange | null, remainder: boolean): Member {
  return { filters: { period: within(text, range) }, remainder, always: !remainder };
}

function within(text: string, range: PeriodRange | null): string {
  const own = parsePeriodRange(text);
  if (range === null || own === null || own.first_day === null || own.end_day === null) return text;
  const starts = range.first_day === null || range.first_day <= own.first_day;
  const ends = range.end_day === null || range.end_day >= own.end_day;
  if (starts && ends) return text;
  const first = starts ? own.first_day : (range.first_day ?? own.first_day);
  const end = ends ? own.end_day : (range.end_day ?? own.end_day);
  return `${first}..${dayBefore(end)}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
