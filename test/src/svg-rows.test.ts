/** Bars that lie: their lengths are the figures, their words lie inside. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawRows, type Row } from '../../src/figures/svg-rows.ts';

const text = (value: number) => `${Math.round(value * 100)}%`;
const row = (label: string, ...values: (number | null)[]): Row => ({
  label,
  parts: values.map((value, index) => ({
    role: index === 0 ? 'main' : 'second',
    value,
    name: `part ${index}`,
  })),
});

describe('rows', () => {
  it('of shares fill the width, part after part', () => {
    const [drawn] = drawRows([row('30 days', 0.25, 0.75)], { width: 400, whole: 1, text })?.rows ?? [];
    expect(drawn?.parts.map(({ x, width }) => [x, width])).toEqual([
      [0, 100],
      [100, 300],
    ]);
  });

  it('name a part once, in the first row that has room for it, and write no number where there is none', () => {
    const drawing = drawRows([row('a', 0.02, 0.98), row('b', 0.5, 0.5), row('c', 0.5, 0.5)], {
      width: 400,
      whole: 1,
      text,
    });
    expect(drawing?.rows.map(({ parts }) => parts.map((part) => part.text))).toEqual([
      ['', '98% part 1'],
      ['50% part 0', '50%'],
      ['50%', '50%'],
    ]);
  });

  it('of one part are measured by the longest and have their number behind them', () => {
    const drawing = drawRows([row('a', 10), row('b', 5), row('c', null)], { width: 300, text: String });
    const [a, b] = drawing?.rows ?? [];
    expect(drawing?.rows).toHaveLength(2);
    expect((b?.parts[0]?.width ?? 0) * 2).toBeCloseTo(a?.parts[0]?.width ?? 0, 0);
    expect(a?.end?.[1]).toBe('10');
    expect(a?.end?.[0]).toBeLessThan(300);
  });

  it('are none when there is nothing to draw', () => {
    expect(drawRows([], { width: 300, text })).toBeNull();
    expect(drawRows([row('a', null), row('b', 0)], { width: 300, text })).toBeNull();
  });

  it('stay inside the picture and below each other, whatever the figures', () => {
    const values = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, (pairs) => {
        const drawing = drawRows(
          pairs.map((pair, index) => row(String(index), ...pair)),
          { width: 320, text: String },
        );
        let y = 0;
        for (const drawn of drawing?.rows ?? []) {
          if (drawn.y < y) throw new Error('one row lies on another');
          y = drawn.y + drawn.height;
          for (const part of drawn.parts) if (part.x + part.width > 320.2) throw new Error('beyond the edge');
        }
        if (drawing && y > drawing.height) throw new Error('below the edge');
      }),
    );
  });
});
