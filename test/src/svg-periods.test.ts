/** Periods side by side: heights are the figures, and what is not complete is drawn open. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPeriods, type PeriodPoint } from '../../src/figures/svg-periods.ts';

const LABELS = ['Sept 2026', 'Oct 2026', 'Nov 2026'];
const draw = (kind: 'bars' | 'trend', points: readonly PeriodPoint[], highest?: number) =>
  drawPeriods(LABELS, [{ label: 'Reports', role: 'main', points }], {
    kind,
    width: 320,
    height: 220,
    text: String,
    ...(highest && { highest }),
  });

describe('bars', () => {
  it('begin at zero and end at their figure', () => {
    const { bottom = 0, values = [], series = [] } = draw('bars', [{ y: 100 }, { y: 50 }, { y: 0 }]) ?? {};
    const [full, half, none] = series[0]?.bars ?? [];
    expect(values[0]).toEqual({ at: bottom, text: '0' });
    expect((full?.y ?? 0) + (full?.height ?? 0)).toBeCloseTo(bottom);
    expect((half?.height ?? 0) * 2).toBeCloseTo(full?.height ?? 0, 0);
    expect(none?.height).toBe(0);
  });

  it('are open where the period is not complete', () => {
    const bars = draw('bars', [{ y: 1 }, { y: 2 }, { y: 1, incomplete: true }])?.series[0]?.bars;
    expect(bars?.map(({ open }) => open)).toEqual([false, false, true]);
  });
});

describe('a trend', () => {
  it('breaks its line and hollows its point where the period is not complete', () => {
    const series = draw('trend', [{ y: 0.5 }, { y: 0.6 }, { y: 0.7, incomplete: true }], 1)?.series[0];
    expect(series?.dots.map(({ open }) => open)).toEqual([false, false, true]);
    expect(series?.line.match(/M/g)).toHaveLength(1);
    expect(series?.broken.match(/M/g)).toHaveLength(1);
  });

  it('leaves out what is not known and has its interval as a band', () => {
    const series = draw(
      'trend',
      [{ y: 0.5, low: 0.4, high: 0.6 }, { y: null }, { y: 0.6, low: 0.5, high: 0.7 }],
      1,
    )?.series[0];
    expect(series?.dots).toHaveLength(2);
    expect(series?.band).toMatch(/^M.+z$/);
    expect(draw('trend', [{ y: null }], 1)).toBeNull();
  });

  it('keeps everything inside the picture, whatever the figures', () => {
    const point = fc.record({
      y: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      incomplete: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('bars', 'trend'),
        (points, kind) => {
          const drawing = draw(kind, points, 1);
          for (const { dots, bars } of drawing?.series ?? [])
            for (const { x, y } of [...dots, ...bars])
              if (x < 0 || x > 320 || y < 0 || y > 220) throw new Error('outside the picture');
        },
      ),
    );
  });
});
