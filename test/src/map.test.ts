import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, quantileClasses } from '../../src/map/classes.ts';
import { pathData, simplified } from '../../src/map/path.ts';
import { fitProjection } from '../../src/map/projection.ts';

const square = (west: number, south: number, side: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const box = { width: 500, height: 700, margin: 10 };
const coordinate = fc.tuple(
  fc.integer({ min: -170, max: 170 }),
  fc.integer({ min: -70, max: 70 }),
  fc.double({ min: 0.01, max: 5, noNaN: true }),
);

describe('the projection of the ward map', () => {
  it('keeps every point inside the picture and fills it in one direction', () => {
    fc.assert(
      fc.property(coordinate, ([west, south, side]) => {
        const geometry = square(west, south, side);
        const { width, height, project } = fitProjection([geometry], box);
        expect(width <= box.width && height <= box.height).toBe(true);
        expect(width === box.width || height === box.height).toBe(true);
        for (const [x = 0, y = 0] of geometry.coordinates[0] ?? []) {
          const [left, top] = project(x, y);
          expect(left >= box.margin && left <= width - box.margin + 1).toBe(true);
          expect(top >= box.margin && top <= height - box.margin + 1).toBe(true);
        }
      }),
    );
  });

  it('has north at the top and east at the right', () => {
    const { project } = fitProjection([square(35, 0, 1)], box);
    expect(project(35, 1)[1]).toBeLessThan(project(35, 0)[1]);
    expect(project(36, 0)[0]).toBeGreaterThan(project(35, 0)[0]);
  });

  it('draws a square in the north narrower than it is high', () => {
    const { width, height } = fitProjection([square(-71, 42, 1)], { ...box, margin: 0 });
    expect(width / height).toBeCloseTo(Math.cos((42.5 * Math.PI) / 180), 2);
  });

  it('refuses a map of nothing', () => {
    expect(() => fitProjection([], box)).toThrow(RangeError);
  });
});

describe('the outline of an area', () => {
  it('leaves out repeated points and points on a straight line', () => {
    const ring = [
      [0, 0],
      [5, 0],
      [5, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 4],
      [0, 0],
    ] as const;
    expect(simplified(ring)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
  });

  it('is written in short relative moves', () => {
    const project = (x: number, y: number): readonly [number, number] => [x, y];
    expect(pathData(square(1, 2, 3), project)).toBe('M1 2l3 0 0 3-3 0z');
  });

  it('is nothing when the area is smaller than a unit of the picture', () => {
    expect(pathData(square(0, 0, 0.1), (x, y) => [Math.round(x), Math.round(y)])).toBe('');
  });

  it('draws a line that ends up where the area ends', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), (ring) => {
        const corners = simplified(ring);
        const drawn = pathData({ type: 'Polygon', coordinates: [ring] }, (x, y) => [x, y]);
        if (corners.length === 0) {
          expect(drawn).toBe('');
          return;
        }
        const [, start = '', moves = ''] = /^M([\d ]+)l(.*)z$/.exec(drawn) ?? [];
        const numbers = [...moves.matchAll(/-?\d+/g)].map(Number);
        let [x, y] = start.split(' ').map(Number) as [number, number];
        const visited = [[x, y]];
        for (let index = 0; index < numbers.length; index += 2) {
          x += numbers[index] ?? 0;
          y += numbers[index + 1] ?? 0;
          visited.push([x, y]);
        }
        expect(visited).toEqual(corners);
      }),
    );
  });
});

describe('the classes of the map', () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });

  it('hold every area exactly once, in rising order, without a value in two classes', () => {
    fc.assert(
      fc.property(values, (list) => {
        const classes = quantileClasses(list);
        expect(classes.length).toBeLessThanOrEqual(5);
        for (const value of list)
          expect(classes.filter(({ from, to }) => value >= from && value <= to)).toHaveLength(1);
        classes.forEach((one, index) => {
          const next = classes[index + 1];
          if (next) expect(one.to < next.from && one.colour < next.colour).toBe(true);
        });
      }),
    );
  });

  it('are five with four areas each for twenty wards', () => {
    const wards = Array.from({ length: 20 }, (_, index) => index * 3);
    const classes = quantileClasses(wards);
    expect(classes.map(({ colour }) => colour)).toEqual([1, 2, 3, 4, 5]);
    for (const one of classes)
      expect(wards.filter((value) => classOf(classes, value) === one)).toHaveLength(4);
  });

  it('is one of the middle colour when all areas are alike', () => {
    expect(quantileClasses([7, 7, 7])).toEqual([{ colour: 3, from: 7, to: 7 }]);
  });
});
