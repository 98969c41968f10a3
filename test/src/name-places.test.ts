import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNames } from '../../src/client/name-places.ts';
import { placeLabels } from '../../src/map/labels.ts';

const frame = { left: 40, right: 640, top: 20, bottom: 280 };
const flat = (y: number) => [40, 240, 440, 640].map((x) => ({ x, y }));

describe('the names at the lines of a chart', () => {
  it('stand at their own line, not at another', () => {
    const [upper, lower] = placeNames([flat(100), flat(200)], [80, 60], frame);
    expect(Math.abs((upper?.y ?? 0) - 100)).toBeLessThan(20);
    expect(Math.abs((lower?.y ?? 0) - 200)).toBeLessThan(20);
  });

  it('stay inside the chart, also where a line runs along its foot', () => {
    const height = fc.integer({ min: frame.top, max: frame.bottom });
    fc.assert(
      fc.property(
        fc.array(fc.array(height, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
        (lines) => {
          const drawn = lines.map((ys) => ys.map((y, index) => ({ x: 40 + index * 200, y })));
          const widths = drawn.map(() => 90);
          for (const place of placeNames(drawn, widths, frame)) {
            if (!place) continue;
            expect(place.x >= frame.left && place.x + 90 <= frame.right).toBe(true);
            expect(place.y <= frame.bottom).toBe(true);
          }
        },
      ),
    );
  });

  it('are left out for a line without points', () => {
    expect(placeNames([[], flat(100)], [50, 50], frame)[0]).toBeNull();
  });
});

describe('the names on the map', () => {
  const picture = { width: 300, size: 13 };

  it('never cover each other; the first one stays, others wait for more room', () => {
    const labels = placeLabels(
      [
        { text: 'Kapsowar', at: [100, 100] },
        { text: 'Arror', at: [105, 103] },
        { text: 'Metkei', at: [100, 200] },
      ],
      picture,
    );
    expect(labels.map((label) => label?.crowded)).toEqual([false, true, false]);
  });

  it('break after a slash and stay inside the picture', () => {
    const [label] = placeLabels([{ text: "Cherang'any/Chebororwa", at: [2, 50] }], picture);
    expect(label?.lines).toEqual(["Cherang'any/", 'Chebororwa']);
    expect(label?.x).toBeGreaterThan(40);
  });
});
