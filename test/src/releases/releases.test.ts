import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFor } from '../../../src/i18n/format.ts';
import { account } from '../../../src/releases/account-lines.ts';
import { nextDue } from '../../../src/releases/next-due.ts';
import { policySentences } from '../../../src/releases/policy-sentences.ts';

describe('the next release', () => {
  test('comes a day, a week or a month after the cut-off', () => {
    expect(nextDue('2026-11-16', 'day')).toBe('2026-11-17');
    expect(nextDue('2026-11-16', 'week')).toBe('2026-11-23');
    expect(nextDue('2026-11-01', 'month')).toBe('2026-12-01');
  });
  test('comes over the ends of months and years', () => {
    expect(nextDue('2024-02-28', 'day')).toBe('2024-02-29');
    expect(nextDue('2026-12-28', 'week')).toBe('2027-01-04');
    expect(nextDue('2026-12-01', 'month')).toBe('2027-01-01');
    expect(nextDue('2027-01-31', 'month')).toBe('2027-02-01');
  });
  test('refuses what is no day', () => {
    expect(() => nextDue('soon', 'week')).toThrow(RangeError);
  });
});

describe('the rules of a release', () => {
  const policy = { k: 5, area_population: 5_000, sensitive_reporters: 10, sensitive_rounding: 5 };
  const said = (version: string, lang: string) =>
    policySentences(
      { version, ...policy },
      { lang, format: formatFor(lang, 'Africa/Nairobi'), jurisdiction: 'Elgeyo Marakwet' },
    ).join(' ');

  test('are those that it was cut under: before the ladder, and with it', () => {
    expect(said('1', 'en')).toContain('for the whole of Elgeyo Marakwet');
    expect(said('1', 'en')).not.toContain('step by step');
    expect(said('2', 'en')).toContain('at least 5 different people');
    expect(said('2', 'en')).toContain('step by step');
    expect(said('2', 'en')).toContain('as much time has passed since the end of its month');
    expect(said('2', 'sw')).toContain('hatua kwa hatua');
  });
});

describe('the account of a release', () => {
  const of = {
    received: 120,
    published: 80,
    merged: 5,
    withheld: { abuse: 2, test: 1 },
    sensitive: 30,
    pending: 2,
  };

  test('has a line for every way in which a report was dealt with', () => {
    expect(account(of)).toEqual({
      lines: [
        { what: 'published', count: 80 },
        { what: 'merged', count: 5 },
        { what: 'withheld', reason: 'abuse', count: 2 },
        { what: 'withheld', reason: 'test', count: 1 },
        { what: 'sensitive', count: 30 },
        { what: 'pending', count: 2 },
      ],
      sum: 120,
      received: 120,
      adds_up: true,
    });
  });
  test('says so when it does not add up', () => {
    expect(account({ ...of, received: 121 }).adds_up).toBe(false);
  });
  test('counts what is too few to say as nothing', () => {
    expect(account({ ...of, sensitive: null, received: 90 }).adds_up).toBe(true);
  });
  test('its lines always make its sum', () => {
    const count = fc.nat(10_000);
    const accounts = fc.record({
      received: count,
      published: count,
      merged: count,
      withheld: fc.dictionary(fc.constantFrom('abuse', 'legal', 'test'), count),
      sensitive: fc.option(count),
      pending: count,
    });
    fc.assert(
      fc.property(accounts, (any) => {
        const result = account(any);
        expect(result.lines.reduce((sum, line) => sum + (line.count ?? 0), 0)).toBe(result.sum);
        expect(result.adds_up).toBe(result.sum === any.received);
      }),
    );
  });
});
