/**
 * Mends the geometry of one feature as RFC 7946 wants it: rings closed, outlines counter-clockwise, holes
 * clockwise, two dimensions, six decimals, no position twice in a row.
 *
 * In:     whatever stands under `geometry` in a feature
 * Out:    the shape, with what was mended and the crossings that were left; or why it cannot be used
 * Errors: none
 * Source: RFC 7946 §3.1.6
 */
import { type Crossing, selfCrossings } from './self-crossings.ts';
import { type Pair, type Ring, rounded, type Shape, signedRingArea } from './shape.ts';

export interface Mended {
  readonly shape: Shape;
  readonly closed_rings: number;
  readonly turned_rings: number;
  readonly dropped_holes: number;
  readonly crossings: readonly Crossing[];
}

export type MendResult =
  | { readonly ok: true; readonly mended: Mended }
  | { readonly ok: false; readonly reason: string };

export function mend(geometry: unknown): MendResult {
  const polygons = polygonsIn(geometry);
  if (typeof polygons === 'string') return { ok: false, reason: polygons };
  const counts = { closed_rings: 0, turned_rings: 0, dropped_holes: 0 };
  const shape: Shape = [];
  const original: Shape = [];
  for (const polygon of polygons) {
    const [mendedRings, originalRings]: [Ring[], Ring[]] = [[], []];
    for (const [index, candidate] of polygon.entries()) {
      const read = readRing(candidate);
      if (typeof read === 'string') return { ok: false, reason: read };
      const ring = withoutRepeats(read.ring.map(rounded));
      const area = signedRingArea(ring);
      if (ring.length < 4 || area === 0) {
        if (index === 0) return { ok: false, reason: 'an outline encloses nothing' };
        counts.dropped_holes++;
        continue;
      }
      if (read.closed) counts.closed_rings++;
      if (area > 0 !== (index === 0)) {
        ring.reverse();
        counts.turned_rings++;
      }
      mendedRings.push(ring);
      originalRings.push(read.ring);
    }
    shape.push(mendedRings);
    original.push(originalRings);
  }
  return { ok: true, mended: { shape, ...counts, crossings: selfCrossings(original) } };
}

/** The first position outside the world, which tells that the file is in another coordinate system. */
export function positionOffTheEarth(geometry: unknown): readonly [number, number] | null {
  const polygons = polygonsIn(geometry);
  if (typeof polygons === 'string') return null;
  for (const ring of polygons.flat())
    if (Array.isArray(ring))
      for (const position of ring) {
        const [long, lat]: unknown[] = Array.isArray(position) ? position : [];
        if (
          typeof long === 'number' &&
          typeof lat === 'number' &&
          (Math.abs(long) > 180 || Math.abs(lat) > 90)
        )
          return [long, lat];
      }
  return null;
}

function polygonsIn(geometry: unknown): unknown[][] | string {
  if (typeof geometry !== 'object' || geometry === null) return 'it has no geometry';
  const type = 'type' in geometry ? geometry.type : undefined;
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : undefined;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'its geometry is not a Polygon or MultiPolygon';
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0 || !polygons.every(isFilledArray))
    return 'its geometry has no rings';
  return polygons;
}

function isFilledArray(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function readRing(candidate: unknown): { ring: Ring; closed: boolean } | string {
  if (!Array.isArray(candidate)) return 'a ring is not a list of positions';
  const ring: Ring = [];
  for (const position of candidate) {
    const [long, lat]: unknown[] = Array.isArray(position) ? position : [];
    if (typeof long !== 'number' || typeof lat !== 'number') return 'a position is not a pair of numbers';
    ring.push([long, lat]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || ring.length < 3)
    return 'a ring has fewer than three corners';
  const closed = first[0] !== last[0] || first[1] !== last[1];
  if (closed) ring.push([first[0], first[1]]);
  return ring.length < 4 ? 'a ring has fewer than three corners' : { ring, closed };
}

function withoutRepeats(ring: readonly Pair[]): Ring {
  return ring.filter((point, i) => {
    const before = ring[i - 1];
    return before === undefined || point[0] !== before[0] || point[1] !== before[1];
  });
}
