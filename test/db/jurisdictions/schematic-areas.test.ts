import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstTouch } from '../../../db/jurisdictions/rings.ts';
import { cellsAround, drawSchematicAreas, type Point } from '../../../db/jurisdictions/schematic-areas.ts';

const outline: readonly Point[] = [
  [0, 0],
  [4, 0],
  [4, 3],
  [2, 2.5],
  [0, 3],
];
const size = (ring: readonly Point[]) =>
  ring.reduce((sum, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [0, 0];
    return sum + (ax * by - bx * ay) / 2;
  }, 0);
const far = (centres: readonly Point[]) =>
  centres.every((a, i) => centres.every((b, j) => i === j || Math.hypot(a[0] - b[0], a[1] - b[1]) > 0.3));
const centre = fc
  .tuple(fc.integer({ min: 2, max: 38 }), fc.integer({ min: 2, max: 24 }))
  .map(([x, y]): Point => [x / 10, y / 10]);

/** What a cell is: none of its corners is nearer to another centre. (Latitudes near 0, so degrees are alike.) */
function expectNearest(cells: readonly (readonly Point[])[], centres: readonly Point[]): void {
  const distance = (a: Point, b: Point | undefined) => Math.hypot(a[0] - (b?.[0] ?? 0), a[1] - (b?.[1] ?? 0));
  cells.forEach((cell, i) => {
    for (const corner of cell) {
      const nearest = Math.min(...centres.map((centre) => distance(corner, centre)));
      expect(distance(corner, centres[i]) - nearest).toBeLessThan(0.02);
    }
  });
}

describe('cells around centres', () => {
  it('fill the outline, overlap nowhere and are simple, wherever the centres lie', () => {
    fc.assert(
      fc.property(fc.array(centre, { minLength: 1, maxLength: 8 }).filter(far), (centres) => {
        const cells = cellsAround(centres, outline);
        expect(cells).toHaveLength(centres.length);
        expect(cells.reduce((sum, cell) => sum + size(cell), 0)).toBeCloseTo(size(outline), 1);
        expectNearest(cells, centres);
        for (const cell of cells) {
          expect(size(cell)).toBeGreaterThan(0);
          expect(firstTouch([...cell, ...cell.slice(0, 1)].map(([x, y]) => [x, y]))).toBeNull();
        }
      }),
      {
        examples: [
          [
            [
              [1, 2.4],
              [3, 2.4],
            ],
          ],
        ],
      },
    );
  });

  it('are simple in an outline that bends deeply inwards, too', () => {
    const horseshoe: Point[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [3, 4],
      [3, 1],
      [1, 1],
      [1, 4],
      [0, 4],
    ];
    const centres: Point[] = [
      [0.5, 3],
      [2, 0.5],
      [3.5, 3],
    ];
    const cells = cellsAround(centres, horseshoe);
    expect(cells[0]?.toSorted((a, b) => a[1] - b[1] || a[0] - b[0])).toEqual([
      [0, 1.001],
      [1, 1.6],
      [0, 4],
      [1, 4],
    ]);
    for (const cell of cells)
      expect(firstTouch([...cell, ...cell.slice(0, 1)].map(([x, y]) => [x, y]))).toBeNull();
    expect(cells.reduce((sum, cell) => sum + size(cell), 0)).toBeCloseTo(size(horseshoe), 2);
  });

  it('give a place to the centre it is nearest to', () => {
    const [west, east] = cellsAround(
      [
        [1, 1],
        [3, 1],
      ],
      [
        [0, 0],
        [4, 0],
        [4, 2],
        [0, 2],
      ],
    );
    expect(west).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]);
    expect(east).toEqual([
      [2, 0],
      [4, 0],
      [4, 2],
      [2, 2],
    ]);
  });
});

describe('a sketch', () => {
  const ward = (area_code: string, ...centres: Point[]) => ({
    area_code,
    level: 'ward',
    parent_code: 'county',
    names: { en: area_code },
    population: null,
    centres,
  });
  const county = {
    area_code: 'county',
    level: 'county',
    parent_code: null,
    names: { en: 'C' },
    population: null,
  };
  const square: readonly Point[] = [
    [0, 0],
    [6, 0],
    [6, 2],
    [0, 2],
  ];

  it('gives an area of several centres the union of their cells, in pieces where another lies between', () => {
    const areas = [county, ward('a', [1, 1], [5, 1]), ward('b', [3, 1])];
    const [whole, a, b] = drawSchematicAreas({ outline: square, areas });
    expect(a?.geometry.type).toBe('MultiPolygon');
    expect(b?.geometry.type).toBe('Polygon');
    expect(whole?.geometry).toMatchObject({ type: 'Polygon' });
  });

  it('is refused when an area has no centre', () => {
    const areas = [county, ward('a', [1, 1]), ward('b')];
    expect(() => drawSchematicAreas({ outline: square, areas })).toThrow('area b has no centre');
  });
});
