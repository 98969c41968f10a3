import { expect, test } from 'vitest';
import { daysBetween, lastDayOf, localDay, writeDay } from '../../../src/status/calendar.ts';

test('a day begins at midnight where the jurisdiction is', () => {
  const instant = new Date('2026-11-21T22:30:00Z');
  expect(localDay(instant, 'Africa/Nairobi')).toBe('2026-11-22');
  expect(localDay(instant, 'America/New_York')).toBe('2026-11-21');
});
test('days are counted over the change to and from daylight saving', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
  expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
});
test('a day is written with its weekday, and with the year only where it is another one', () => {
  expect(writeDay('2026-11-27', 'en', '2026-11-22')).toBe('Friday 27\u00a0November');
  expect(writeDay('2025-11-27', 'en', '2026-11-22')).toBe('Thursday 27\u00a0November 2025');
  expect(writeDay('2026-11-27', 'sw', '2026-11-22')).toBe('Ijumaa, 27\u00a0Novemba');
});
test('the last day of a month is known in leap years too', () => {
  expect(['2026-10', '2026-02', '2028-02', '2026-12'].map(lastDayOf)).toEqual([
    '2026-10-31',
    '2026-02-28',
    '2028-02-29',
    '2026-12-31',
  ]);
});
test('what is no day is refused', () => {
  expect(() => daysBetween('2026-11-27', 'soon')).toThrow(RangeError);
});
