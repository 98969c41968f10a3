/** Attacks on what a release counts: the account of all reports, and the counts of sensitive ones. */
import { describe, expect, it } from 'vitest';
import { account } from '../../../db/attacks/account.ts';
import { sensitiveCounts } from '../../../db/attacks/sensitive-counts.ts';
import { found, isolated, type Made, release, row, rows, scene } from './hand-made.ts';

describe('the account', () => {
  const pending = (n: number) => ({
    received: n,
    published: 0,
    merged: 0,
    withheld: {},
    sensitive: null,
    pending: n,
  });
  const weeks = (...counts: readonly number[]) => ({
    releases: counts.map((n, i) =>
      release(i + 1, `2026-05-${String(4 + 7 * i).padStart(2, '0')}`, { accounted_for: pending(n) }),
    ),
  });

  it('is found when two weeks of a month tell of fewer than k guarded reports', () => {
    expect(isolated(account, scene([], weeks(6, 8, 20), false))).toEqual([2]);
    expect(found(account, scene([], weeks(6, 6, 20), false))).toEqual([]);
    expect(isolated(account, scene([], weeks(3), false))).toEqual([3]);
  });

  it('is found when eight pending reports are two people', () => {
    const eight = rows(8, { received: '2026-05-02', reporters: [1, 2] });
    expect(isolated(account, scene(eight, { ...weeks(8), versions: [] }))).toEqual([2]);
  });

  it('is found when the rows of a month, less what was pending in it, tell of fewer than k in its last days', () => {
    const last = release(1, '2026-05-26', { accounted_for: pending(6) });
    const after = release(2, '2026-06-02');
    const made = rows(8, { release: 2 });
    expect(isolated(account, scene(made, { releases: [last, after] }, false))).toEqual([2]);
    // One of the nine is held.
    const held = { ...after, held: 1 };
    expect(isolated(account, scene(made, { releases: [last, held] }, false))).toEqual([3]);
  });

  it('tells nothing for certain in multiples of k', () => {
    expect(found(account, scene([], weeks(5, 5, 10), false))).toEqual([]);
    expect(found(account, scene(rows(12), weeks(0, 10, 20)))).toEqual([]);
  });

  it('leaves out what is held from earlier months', () => {
    const held = release(1, '2026-05-04', { accounted_for: pending(9), held: 3 });
    expect(isolated(account, scene([], { releases: [{ ...held, held: 5 }] }, false))).toEqual([4]);
    expect(found(account, scene([], { releases: [held] }, false))).toEqual([]);
  });

  it('is found when something is left over, or the sensitive part is another than the counts', () => {
    const left = release(1, '2026-06-01', { accounted_for: { ...pending(0), received: 3 } });
    expect(isolated(account, scene([], { releases: [left] }, false))).toEqual([3]);
    const exact = release(1, '2026-06-01', { accounted_for: { ...pending(0), received: 12, sensitive: 12 } });
    const counts = [
      { quarter: '2026-Q1', service_group: 'protection', requests: 10, from_release: 1, to_release: null },
    ];
    expect(found(account, scene([], { releases: [exact], sensitive_counts: counts }, false))).toHaveLength(1);
  });
});

describe('sensitive counts', () => {
  const one = {
    quarter: '2026-Q1',
    service_group: 'protection',
    requests: 15,
    from_release: 1,
    to_release: null,
  };
  const sensitive = (n: number, reporter: (i: number) => number): Made[] =>
    Array.from({ length: n }, (_, i) => {
      const { request, ...rest } = row({
        received: '2026-02-03',
        of: 'corruption',
        reporters: [reporter(i)],
      });
      return { ...rest, versions: [], request: { ...request, tier: 'sensitive' } };
    });

  it('are found unrounded, revised, or counted later than the others of their quarter', () => {
    const counts = (...more: object[]) => ({ sensitive_counts: more.map((each) => ({ ...one, ...each })) });
    expect(found(sensitiveCounts, scene([], counts({}), false))).toEqual([]);
    expect(isolated(sensitiveCounts, scene([], counts({ requests: 13 }), false))).toEqual([13]);
    expect(
      found(sensitiveCounts, scene([], counts({ to_release: 2 }, { from_release: 2 }), false))[0],
    ).toContain('revised');
    const late = counts({}, { service_group: 'health', from_release: 2 });
    expect(found(sensitiveCounts, scene([], late, false))[0]).toContain('at release 2');
  });

  it('are found when fewer people than the threshold stand behind them', () => {
    const counts = { sensitive_counts: [one] };
    expect(
      isolated(
        sensitiveCounts,
        scene(
          sensitive(15, (i) => i % 9),
          counts,
        ),
      ),
    ).toEqual([9]);
    expect(
      found(
        sensitiveCounts,
        scene(
          sensitive(15, (i) => i % 10),
          counts,
        ),
      ),
    ).toEqual([]);
  });

  it('are found in rows', () => {
    const leak = scene(rows(6, { service: 'corruption', group: 'protection' }));
    expect(found(sensitiveCounts, leak)[0]).toContain('6 rows');
  });
});
