import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../db/schema/local-time.ts';
import { inPeriodRange, parsePeriodRange } from '../../../db/schema/period.ts';

const day = fc
  .date({ min: new Date('2019-12-01'), max: new Date('2022-02-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
const range = fc.oneof(
  period,
  fc.tuple(period, period).map(([a, b]) => `${a}..${b}`),
  period.map((a) => `${a}..`),
  period.map((b) => `..${b}`),
);
const published = fc.tuple(day, fc.constantFrom(7, 10)).map(([text, length]) => text.slice(0, length));

const DAYS: string[] = [];
for (let at = '2018-01-01'; at < '2024-01-01'; at = addDays(at, 1)) DAYS.push(at);

/** The days that a year, month or day consists of. */
function daysOf(text: string): string[] {
  return DAYS.filter((d) => d.startsWith(text));
}

function covers(text: string, wanted: string): boolean {
  const [start = '', end = start] = text.split('..');
  const first = start === '' ? '0000' : (daysOf(start)[0] ?? '9999');
  const last = end === '' ? '9999' : (daysOf(end).at(-1) ?? '0000');
  return daysOf(wanted).every((d) => d >= first && d <= last);
}

describe('a range of periods', () => {
  it('holds a published day or month exactly when it holds every day of it', () => {
    fc.assert(
      fc.property(range, published, (text, wanted) => {
        const parsed = parsePeriodRange(text);
        fc.pre(parsed !== null);
        if (parsed) expect(inPeriodRange(parsed, wanted)).toBe(covers(text, wanted));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '',
    '..',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2025-02-29',
    '2026-11-22..2026-11-21',
    '2026..2025',
    '2026-1',
    '1..2..3',
    '0026',
    '2026-11-22T00:00',
    '2026..x',
  ])('is not %j', (text) => {
    expect(parsePeriodRange(text)).toBeNull();
  });

  it('knows leap days', () => {
    expect(parsePeriodRange('2024-02-29')).toMatchObject({ first_day: '2024-02-29', end_day: '2024-03-01' });
  });
});
