/**
 * Where the lines of one area cross each other: a bow tie, or a hole that leaves its outline.
 *
 * In:     the closed rings of one area
 * Out:    the crossings, west to east; lines that only touch are none
 * Method: segments sorted by their western end, each compared with those that begin before it ends
 * Errors: none
 */
import type { Pair, Shape } from './shape.ts';

export interface Crossing {
  readonly long: number;
  readonly lat: number;
}

interface Segment {
  readonly west: Pair;
  readonly east: Pair;
  readonly south_lat: number;
  readonly north_lat: number;
}

export function selfCrossings(shape: Shape): Crossing[] {
  const segments = segmentsOf(shape).sort((a, b) => a.west[0] - b.west[0]);
  const crossings: Crossing[] = [];
  for (const [i, a] of segments.entries())
    for (let j = i + 1; j < segments.length; j++) {
      const b = segments[j];
      if (b === undefined || b.west[0] > a.east[0]) break;
      if (b.south_lat > a.north_lat || a.south_lat > b.north_lat) continue;
      const crossing = properCrossing(a, b);
      if (crossing) crossings.push(crossing);
    }
  return crossings.sort((a, b) => a.long - b.long || a.lat - b.lat);
}

function segmentsOf(shape: Shape): Segment[] {
  const segments: Segment[] = [];
  for (const ring of shape.flat())
    for (const [i, to] of ring.entries()) {
      const from = ring[i - 1];
      if (from === undefined) continue;
      const [west, east] = from[0] <= to[0] ? [from, to] : [to, from];
      segments.push({
        west,
        east,
        south_lat: Math.min(from[1], to[1]),
        north_lat: Math.max(from[1], to[1]),
      });
    }
  return segments;
}

/** Each segment's ends lie on different sides of the other, by more than rounding can explain. */
function properCrossing(a: Segment, b: Segment): Crossing | null {
  const [a1, a2] = [side(b, a.west), side(b, a.east)];
  const [b1, b2] = [side(a, b.west), side(a, b.east)];
  if (a1 === 0 || b1 === 0 || Math.sign(a1) !== -Math.sign(a2) || Math.sign(b1) !== -Math.sign(b2))
    return null;
  const share = a1 / (a1 - a2);
  return {
    long: a.west[0] + share * (a.east[0] - a.west[0]),
    lat: a.west[1] + share * (a.east[1] - a.west[1]),
  };
}

const NEGLIGIBLE_SQUARE_DEGREES = 1e-15;

function side({ west, east }: Segment, [x, y]: Pair): number {
  const twice = (east[0] - west[0]) * (y - west[1]) - (east[1] - west[1]) * (x - west[0]);
  return Math.abs(twice) < NEGLIGIBLE_SQUARE_DEGREES ? 0 : twice;
}
