import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, type LifeTable, quantile, survivalAt } from '../../../api/statistics/kaplan-meier.ts';

interface Subject {
  readonly time: number;
  readonly event: boolean;
}

function lifeTable(subjects: readonly Subject[]): LifeTable {
  const times = [...new Set(subjects.map((s) => s.time))].sort((a, b) => a - b);
  const count = (event: boolean) =>
    times.map((time) => subjects.filter((s) => s.time === time && s.event === event).length);
  return { times, events: count(true), censored: count(false) };
}

/**
 * Weeks in remission of 21 patients given 6-mercaptopurine (Freireich et al., Blood 21 (1963) 699), the example
 * of most textbooks; with the values that Stata's `sts list` prints for it (log–log intervals).
 */
const remission = lifeTable([
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, event: true })),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, event: false })),
]);
const printed = [
  [6, 0.8571, 0.6197, 0.9516],
  [7, 0.8067, 0.5631, 0.9228],
  [10, 0.7529, 0.5032, 0.8894],
  [13, 0.6902, 0.4316, 0.8491],
  [16, 0.6275, 0.3675, 0.8049],
  [22, 0.5378, 0.2678, 0.7468],
  [23, 0.4482, 0.1881, 0.6801],
] as const;

describe('the Kaplan–Meier curve', () => {
  it.each(printed)('has the published values at week %i of the remission data', (time, value, low, high) => {
    const estimate = survivalAt(kaplanMeier(remission), time);
    expect(estimate?.value).toBeCloseTo(value, 4);
    expect(estimate?.low).toBeCloseTo(low, 4);
    expect(estimate?.high).toBeCloseTo(high, 4);
  });

  it('is exact where fractions can be worked out by hand', () => {
    const at = (time: number) => survivalAt(kaplanMeier(remission), time)?.value;
    expect(at(7)).toBeCloseTo((18 / 21) * (16 / 17), 14);
    expect(at(23)).toBeCloseTo(
      (18 / 21) * (16 / 17) * (14 / 15) * (11 / 12) * (10 / 11) * (6 / 7) * (5 / 6),
      14,
    );
  });

  it('gives the median with an interval that is open where the curve never comes down', () => {
    expect(quantile(kaplanMeier(remission), 0.5)).toEqual({ value: 23, low: 13, high: null });
    expect(quantile(kaplanMeier(remission), 0.1)).toEqual({ value: null, low: null, high: null });
  });

  it('says nothing beyond the last follow-up, unless nobody waits any more', () => {
    expect(survivalAt(kaplanMeier(remission), 36)).toBeNull();
    const all = kaplanMeier(lifeTable([2, 4].map((time) => ({ time, event: true }))));
    expect(survivalAt(all, 100)).toEqual({ value: 0, low: null, high: null });
  });

  it('is 1, without interval, before the first event', () => {
    expect(survivalAt(kaplanMeier(remission), 5)).toEqual({ value: 1, low: null, high: null });
  });

  it('reaches the median at exactly one half', () => {
    const halves = [1, 2, 3, 4, 5, 6].map((time) => ({ time, event: true }));
    expect(quantile(kaplanMeier(lifeTable(halves)), 0.5).value).toBe(3);
  });

  it('is empty for nobody', () => {
    const nobody = kaplanMeier(lifeTable([]));
    expect(nobody).toEqual({ n: 0, events: 0, last_time: null, steps: [] });
    expect(survivalAt(nobody, 1)).toBeNull();
  });
});

const subjects = fc.array(fc.record({ time: fc.nat({ max: 30 }), event: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

describe('for any subjects, the Kaplan–Meier curve', () => {
  it('is the product over all subjects of who was left at each event', () => {
    fc.assert(
      fc.property(subjects, fc.nat({ max: 30 }), (all, time) => {
        const naive = [...new Set(all.filter((s) => s.event && s.time <= time).map((s) => s.time))].reduce(
          (share, t) => {
            const left = all.filter((s) => s.time >= t).length;
            return share * (1 - all.filter((s) => s.event && s.time === t).length / left);
          },
          1,
        );
        const estimate = survivalAt(kaplanMeier(lifeTable(all)), time);
        if (estimate !== null) expect(estimate.value).toBeCloseTo(naive, 12);
      }),
    );
  });

  it('without censoring is the plain share that is left', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1 }), fc.nat({ max: 30 }), (times, time) => {
        const curve = kaplanMeier(lifeTable(times.map((t) => ({ time: t, event: true }))));
        const plain = times.filter((t) => t > time).length / times.length;
        expect(survivalAt(curve, time)?.value).toBeCloseTo(plain, 12);
      }),
    );
  });

  it('lies inside its interval, and a quantile inside its own', () => {
    fc.assert(
      fc.property(subjects, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (all, share) => {
        const curve = kaplanMeier(lifeTable(all));
        const { value, low, high } = quantile(curve, share);
        if (value !== null && low !== null) expect(low).toBeLessThanOrEqual(value);
        if (high !== null) expect(value).toBeLessThanOrEqual(high);
        for (const step of curve.steps) {
          const estimate = survivalAt(curve, step.time);
          if (estimate?.low == null || estimate.high === null) continue;
          expect(estimate.low).toBeLessThanOrEqual(estimate.value);
          expect(estimate.high).toBeGreaterThanOrEqual(estimate.value);
        }
      }),
    );
  });
});
