/** What may be said of a figure: its interval decides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../api/schemas/statistics.ts';
import { wilson } from '../../api/statistics/wilson.ts';
import { compared, KEPT_SHARE, promiseVerdict } from '../../src/figures/verdict.ts';

const ENOUGH = 20;
type Measured = Pick<Figure, 'value' | 'more_than' | 'n' | 'ci_low' | 'ci_high' | 'suppressed'>;
const share = (successes: number, n: number): Measured => {
  const { value, low, high } = wilson(successes, n);
  return { value, more_than: null, n, ci_low: low, ci_high: high, suppressed: null };
};
const without = (suppressed: Figure['suppressed'], n = 0): Measured => ({
  value: null,
  more_than: null,
  n,
  ci_low: null,
  ci_high: null,
  suppressed,
});

describe('a promised time', () => {
  it('is kept or missed only where the whole interval says so', () => {
    expect(promiseVerdict(share(990, 1000), ENOUGH)).toBe('met');
    expect(promiseVerdict(share(800, 1000), ENOUGH)).toBe('missed');
    // 92 of 100 is more than nine in ten, but chance alone could make it less.
    expect(promiseVerdict(share(92, 100), ENOUGH)).toBe('close');
    expect(promiseVerdict(share(88, 100), ENOUGH)).toBe('close');
  });

  it('is not judged by fewer reports than may be ranked, however clear they look', () => {
    expect(promiseVerdict(share(0, 19), ENOUGH)).toBe('few');
    expect(promiseVerdict(share(0, 20), ENOUGH)).toBe('missed');
  });

  it('says why it is not judged', () => {
    expect(promiseVerdict(without('no_standard'), ENOUGH)).toBe('none');
    expect(promiseVerdict(without('too_early'), ENOUGH)).toBe('early');
    expect(promiseVerdict(without('too_few', 3), ENOUGH)).toBe('few');
    expect(promiseVerdict(without('not_recorded', 100), ENOUGH)).toBe('not_recorded');
    expect(promiseVerdict(without('no_requests'), ENOUGH)).toBe('no_requests');
    expect(promiseVerdict(undefined, ENOUGH)).toBe('no_requests');
  });

  it('never goes by the number alone', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const figure = share(successes, n);
        const verdict = promiseVerdict(figure, ENOUGH);
        const low = figure.ci_low ?? 0;
        const high = figure.ci_high ?? 1;
        if (verdict === 'met' && low < KEPT_SHARE) throw new Error('kept, though the interval reaches below');
        if (verdict === 'missed' && high >= KEPT_SHARE)
          throw new Error('missed, though the interval reaches above');
        if (n < ENOUGH && verdict !== 'few') throw new Error('judged by too few');
      }),
    );
  });
});

describe('a part beside the whole', () => {
  const hours = (value: number | null, low: number | null, high: number | null, n = 400): Measured => ({
    value,
    more_than: value === null ? 4000 : null,
    n,
    ci_low: low,
    ci_high: high,
    suppressed: null,
  });

  it('is above or below only where the intervals do not overlap', () => {
    expect(compared(hours(72, 60, 80), hours(48, 44, 50), ENOUGH)).toBe('above');
    expect(compared(hours(40, 36, 43), hours(48, 44, 50), ENOUGH)).toBe('below');
    expect(compared(hours(72, 50, 80), hours(48, 44, 50), ENOUGH)).toBe('alike');
  });

  it('is above where its end is not reached, if it begins beyond the other', () => {
    expect(compared(hours(null, 2000, null), hours(48, 44, 50), ENOUGH)).toBe('above');
    expect(compared(hours(48, 44, 50), hours(null, 2000, null), ENOUGH)).toBe('below');
    expect(compared(hours(null, 2000, null), hours(900, 800, null), ENOUGH)).toBe('alike');
  });

  it('is not compared on few reports, nor where one has no number', () => {
    expect(compared(hours(72, 60, 80, 19), hours(48, 44, 50), ENOUGH)).toBe('few');
    expect(compared(without('too_early'), hours(48, 44, 50), ENOUGH)).toBeNull();
    expect(compared(undefined, hours(48, 44, 50), ENOUGH)).toBeNull();
  });

  it('says of two the opposite when they change places, and of none that it differs from itself', () => {
    const counts = fc
      .tuple(fc.nat(400), fc.nat(400))
      .map(([successes, others]) => share(successes, successes + others + 1));
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const there = compared(one, other, ENOUGH);
        const back = compared(other, one, ENOUGH);
        const opposite = { above: 'below', below: 'above', alike: 'alike', few: 'few' } as const;
        if (there === null || back !== opposite[there]) throw new Error(`${there} there, ${back} back`);
        if (!['alike', 'few'].includes(compared(one, one, ENOUGH) ?? ''))
          throw new Error('differs from itself');
      }),
    );
  });
});
