/**
 * Checks of polygon rings.
 *
 * In:     GeoJSON coordinates of a Polygon or MultiPolygon, as they came
 * Out:    what is wrong, in words; null when nothing is
 * Source: RFC 7946, section 3.1.6; OGC Simple Features, "simple" rings
 */
import { z } from 'zod';

const ring = z.array(z.array(z.number()).min(2).max(3));
export const polygonGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

type Position = GeoJSON.Position;

/** Outlines counterclockwise, holes clockwise: what a writer may get wrong and a reader may mend. */
export function rightHanded<T extends GeoJSON.Polygon | GeoJSON.MultiPolygon>(geometry: T): T {
  const turned = (rings: Position[][]) =>
    rings.map((ring, i) => (isCounterclockwise(ring) === (i === 0) ? ring : ring.toReversed()));
  const coordinates =
    geometry.type === 'Polygon' ? turned(geometry.coordinates) : geometry.coordinates.map(turned);
  return { ...geometry, coordinates };
}

function isCounterclockwise(ring: readonly Position[]): boolean {
  return ring.slice(1).reduce((sum, p, i) => sum + x(ring[i] ?? p) * y(p) - x(p) * y(ring[i] ?? p), 0) > 0;
}

export function ringFault(ring: readonly Position[]): string | null {
  const outside = ring.find(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (outside)
    return `the point ${show(outside)} is not on Earth; give longitude and latitude, in this order, in degrees (WGS 84)`;
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || ring.length < 4)
    return 'a ring needs at least four points, the last equal to the first';
  if (first[0] !== last[0] || first[1] !== last[1])
    return `a ring is not closed: its last point ${show(last)} must equal its first ${show(first)}`;
  const touch = firstTouch(ring);
  return touch ? `a ring crosses or touches itself near ${show(touch)}; each ring must be simple` : null;
}

interface Segment {
  readonly a: Position;
  readonly b: Position;
  readonly at: number;
  readonly west: number;
  readonly east: number;
}

/** Where two edges meet other than as neighbours at their common point; null when nowhere. */
export function firstTouch(ring: readonly Position[]): Position | null {
  const segments = segmentsOf(ring);
  const count = segments.length;
  const byWest = segments.toSorted((s, t) => s.west - t.west);
  let active: Segment[] = [];
  for (const s of byWest) {
    active = active.filter((t) => t.east >= s.west);
    for (const t of active) {
      const apart = Math.abs(s.at - t.at);
      const neighbours = apart === 1 || apart === count - 1;
      const meeting = neighbours ? foldsBack(s, t, count) : meetingPoint(s, t);
      if (meeting) return meeting;
    }
    active.push(s);
  }
  return null;
}

function segmentsOf(ring: readonly Position[]): Segment[] {
  const points = ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1]?.[0] || p[1] !== ring[i - 1]?.[1]);
  return points.slice(1).map((b, at) => {
    const a = points[at] ?? b;
    return { a, b, at, west: Math.min(x(a), x(b)), east: Math.max(x(a), x(b)) };
  });
}

/** Neighbours share a point; they may not lie on one line and run over each other. */
function foldsBack(s: Segment, t: Segment, count: number): Position | null {
  const [before, after] = (s.at + 1) % count === t.at ? [s, t] : [t, s];
  const folded = side(before.a, before.b, after.b) === 0 && dot(before.a, before.b, after.b) < 0;
  return folded ? before.b : null;
}

function meetingPoint(s: Segment, t: Segment): Position | null {
  if (Math.max(y(s.a), y(s.b)) < Math.min(y(t.a), y(t.b))) return null;
  if (Math.max(y(t.a), y(t.b)) < Math.min(y(s.a), y(s.b))) return null;
  const [a, b] = [side(s.a, s.b, t.a), side(s.a, s.b, t.b)];
  const [c, d] = [side(t.a, t.b, s.a), side(t.a, t.b, s.b)];
  if (a * b < 0 && c * d < 0) {
    const share = a / (a - b);
    return [round6(x(t.a) + share * (x(t.b) - x(t.a))), round6(y(t.a) + share * (y(t.b) - y(t.a)))];
  }
  if (a === 0 && isBetween(s, t.a)) return t.a;
  if (b === 0 && isBetween(s, t.b)) return t.b;
  if (c === 0 && isBetween(t, s.a)) return s.a;
  return d === 0 && isBetween(t, s.b) ? s.b : null;
}

const x = (p: Position) => p[0] ?? 0;
const y = (p: Position) => p[1] ?? 0;
/** Twice the area of the triangle: positive where `p` lies to the left of the way from `a` to `b`. */
const side = (a: Position, b: Position, p: Position) =>
  (x(b) - x(a)) * (y(p) - y(a)) - (y(b) - y(a)) * (x(p) - x(a));
const dot = (a: Position, b: Position, c: Position) =>
  (x(b) - x(a)) * (x(c) - x(b)) + (y(b) - y(a)) * (y(c) - y(b));
const isBetween = (s: Segment, p: Position) =>
  x(p) >= s.west && x(p) <= s.east && y(p) >= Math.min(y(s.a), y(s.b)) && y(p) <= Math.max(y(s.a), y(s.b));
const round6 = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const show = (p: Position) => `(${p[0]}, ${p[1]})`;
