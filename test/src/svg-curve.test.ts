/** The curve that the server draws: what it shows is what the figures say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CurveOptions, type CurvePoint, drawCurve } from '../../src/figures/svg-curve.ts';

const OPTIONS: CurveOptions = {
  width: 320,
  height: 220,
  size: 13,
  day: String,
  share: (share) => `${share * 100}%`,
};
const draw = (points: readonly CurvePoint[]) =>
  drawCurve([{ label: 'Answered', role: 'main', points }], OPTIONS);

describe('a curve', () => {
  it('is drawn in steps: across to the next day, then up to its share', () => {
    const curve = draw([
      { x: 1, y: 0 },
      { x: 10, y: 0.5 },
      { x: 100, y: 1 },
    ]);
    const { left = 0, right = 0, bottom = 0 } = curve ?? {};
    const [start, middle, end] = curve?.series[0]?.dots ?? [];
    expect([start?.[0], end?.[0]]).toEqual([left, right]);
    expect(middle?.[0]).toBeCloseTo((left + right) / 2, 0);
    expect(start?.[1]).toBe(bottom);
    expect(curve?.series[0]?.line).toBe(
      `M${start?.[0]} ${start?.[1]}H${middle?.[0]}V${middle?.[1]}H${end?.[0]}V${end?.[1]}`,
    );
  });

  it('has its interval as a band and none where none is known', () => {
    expect(draw([{ x: 1, y: 0.2, low: 0.1, high: 0.3 }])?.series[0]?.band).toMatch(/^M.+z$/);
    expect(draw([{ x: 1, y: 0.2, low: null, high: null }])?.series[0]?.band).toBe('');
  });

  it('leaves out days that nobody was followed to, and is none when nothing is known', () => {
    const curve = draw([
      { x: 1, y: 0.2 },
      { x: 365, y: null },
    ]);
    expect(curve?.days.map(({ text }) => text)).toEqual(['1']);
    expect(draw([{ x: 1, y: null }])).toBeNull();
    expect(drawCurve([], OPTIONS)).toBeNull();
  });

  it('says that others still wait only where there is room above the line', () => {
    const to = (y: number) =>
      draw([
        { x: 1, y: 0.1 },
        { x: 30, y },
      ])?.waiting;
    expect(to(0.5)).not.toBeNull();
    expect(to(0.99)).toBeNull();
  });

  it('keeps names apart and everything inside the picture, whatever the shares', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 4 }), (ends) => {
        const curve = drawCurve(
          ends.map(([from, to], index) => ({
            label: `Series ${index}`,
            role: 'main',
            points: [
              { x: 1, y: Math.min(from, to) },
              { x: 365, y: Math.max(from, to) },
            ],
          })),
          OPTIONS,
        );
        const heights = (curve?.series ?? []).map(({ name }) => name[1]).sort((a, b) => a - b);
        for (const height of heights) if (height < 0 || height > OPTIONS.height) return false;
        return heights.every((height, index) => index === 0 || height - (heights[index - 1] ?? 0) > 12);
      }),
    );
  });
});
