/** An arbitrary point within a polygon, as a phone's location would lie in a ward. Degrees. */
import type { PackArea } from '../jurisdictions/types.ts';
import type { Random } from './random.ts';

export function pointWithin(geometry: PackArea['geometry'], random: Random): readonly [number, number] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const outline = rings[0] ?? [];
  const xs = outline.map(([x = 0]) => x);
  const ys = outline.map(([, y = 0]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  for (;;) {
    const x = west + random.next() * (east - west);
    const y = south + random.next() * (north - south);
    if (isWithin(x, y, outline)) return [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5];
  }
}

/** Even–odd rule. */
function isWithin(x: number, y: number, ring: readonly GeoJSON.Position[]): boolean {
  return ring.reduce((inside, [ax = 0, ay = 0], i) => {
    const [bx = 0, by = 0] = ring.at(i - 1) ?? [];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
  }, false);
}
