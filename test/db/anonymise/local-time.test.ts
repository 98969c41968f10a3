import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedHours } from '../../../db/schema/hours-grid.ts';
import {
  addDays,
  localTime,
  mondayOf,
  mondayWithinMonth,
  nextPeriod,
  quarterOf,
} from '../../../db/schema/local-time.ts';

const zones = ['Africa/Nairobi', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'].map(
  localTime,
);
const instant = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

describe('local time', () => {
  it('puts every instant inside the day and the month that it says it is in', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        for (const period of [zone.day(at), zone.month(at)]) {
          expect(zone.start(period).getTime()).toBeLessThanOrEqual(at.getTime());
          expect(zone.end(period).getTime()).toBeGreaterThan(at.getTime());
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the days of 23 and 25 hours', () => {
    const boston = localTime('America/New_York');
    const hours = (day: string) => (boston.end(day).getTime() - boston.start(day).getTime()) / 3_600_000;
    expect(['2011-11-05', '2011-11-06', '2011-03-13'].map(hours)).toEqual([24, 25, 23]);
  });

  it('writes an instant with the offset of its place, so that reading it gives the instant again', () => {
    const nairobi = localTime('Africa/Nairobi');
    expect(nairobi.iso(new Date('2026-11-22T11:05:09.700Z'))).toBe('2026-11-22T14:05:09+03:00');
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        expect(new Date(zone.iso(at)).getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000);
        expect(zone.iso(at).slice(0, 10)).toBe(zone.day(at));
      }),
    );
  });

  it('never lets a week and a month together tell fewer than seven days', () => {
    const days = Array.from({ length: 800 }, (_, i) => addDays('2026-01-01', i));
    const classes = Map.groupBy(days, (day) => `${day.slice(0, 7)} ${mondayWithinMonth(day)}`);
    expect(mondayWithinMonth('2026-05-07')).toBe('2026-05-04');
    expect(mondayWithinMonth('2026-05-01')).toBe('2026-05-04');
    expect(mondayWithinMonth('2026-04-30')).toBe('2026-04-20');
    for (const [name, members] of [...classes].slice(0, -1)) {
      expect([name, members.length >= 7]).toEqual([name, true]);
      expect(new Date(`${name.slice(8)}T00:00:00Z`).getUTCDay()).toBe(1);
    }
  });

  it('moves from period to period over the ends of months and years', () => {
    expect([
      nextPeriod('2024-02-28'),
      nextPeriod('2026-12'),
      nextPeriod('2026'),
      addDays('2026-01-01', -1),
    ]).toEqual(['2024-02-29', '2027-01', '2027', '2025-12-31']);
    expect([
      mondayOf('2026-11-22'),
      mondayOf('2026-11-23'),
      quarterOf('2026-11'),
      quarterOf('2026-01-31'),
    ]).toEqual(['2026-11-16', '2026-11-23', '2026-Q4', '2026-Q1']);
    expect(() => nextPeriod('22.11.2026')).toThrow(RangeError);
  });
});

describe('published hours', () => {
  it('are whole hours up to 48, then whole days, and never less than what passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5e11 }), (ms) => {
        const hours = publishedHours(ms);
        expect(hours * 3_600_000).toBeGreaterThanOrEqual(ms);
        expect(hours <= 48 || hours % 24 === 0).toBe(true);
        expect(hours * 3_600_000 - ms).toBeLessThan(hours <= 48 ? 3_600_000 : 86_400_000);
      }),
    );
    expect([0, 1, 3_600_000, 48 * 3_600_000, 48 * 3_600_000 + 1].map(publishedHours)).toEqual([
      0, 1, 1, 48, 72,
    ]);
    expect(() => publishedHours(-1)).toThrow(RangeError);
  });
});
