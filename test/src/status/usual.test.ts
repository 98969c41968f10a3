import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../../api/schemas/statistics.ts';
import { usual } from '../../../src/status/usual.ts';

const DAYS = [1, 2, 3, 7, 14, 30, 60, 90, 180, 365];
const curve = (shares: readonly (number | null)[], n = 50): Figure[] =>
  shares.map((value, i) => ({
    statistic: 'answered_by_day',
    version: 1,
    release: 1,
    filters: {},
    remainder: false,
    coarser: null,
    member: String(DAYS[i]),
    value,
    more_than: null,
    unit: 'share',
    n,
    censored: 0,
    ci_low: null,
    ci_high: null,
    complete: true,
    suppressed: null,
  }));

test('the first day by which 8 of 10 were answered is quoted', () => {
  expect(usual(curve([0.1, 0.3, 0.5, 0.83, 0.9]), 20)).toEqual({ tenths: 8, days: 7 });
});
test('where 8 of 10 never were, the first day by which half were', () => {
  expect(usual(curve([0.1, 0.3, 0.52, 0.6, 0.7]), 20)).toEqual({ tenths: 5, days: 3 });
});
test('where not even half ever were, what the longest time shows', () => {
  expect(usual(curve([0, 0.01, 0.02, 0.04]), 20)).toEqual({ tenths: 0, days: 7 });
});
test('nothing is said of too few reports', () => {
  expect(usual(curve([0.9], 19), 20)).toBeNull();
  expect(usual([], 20)).toBeNull();
  expect(usual(curve([null, null]), 20)).toBeNull();
});
test('days beyond follow-up are left out', () => {
  expect(usual(curve([0.1, 0.2, null, null]), 20)).toEqual({ tenths: 2, days: 2 });
});
test('a quoted share is never flattered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 10 }),
      (raw) => {
        const shares = raw.toSorted((a, b) => a - b);
        const result = usual(curve(shares), 20);
        if (result === null) throw new Error('there are enough reports');
        expect(result.tenths / 10).toBeLessThanOrEqual((shares[DAYS.indexOf(result.days)] ?? 0) + 1e-6);
      },
    ),
  );
});
